"""Two windows, each a process of its own, on one event file that is lost: each goes on, and no act is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from checkin.desk import changed_since
from checkin.desk.keep import bring_back
from checkin.errors import LostFileError
from checkin.storage import acts, back_up, delegates
from checkin.storage.event_file import EventFile
from tests.cli.program import ROOT
from tests.storage.pulled_away import pull_away
from tests.storage.stories import a_registration, an_event, findings, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not let anybody take an open file away"
)


class Window:
    """One window on the event file, in a process of its own."""

    def __init__(self, event: Path, desk: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.second_window", str(event), desk],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self._said() == "fine"

    def says(self, what: str) -> str:
        """Let the window do something; what it told."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        return self._said()

    def _said(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def event(tmp_path: Path) -> Path:
    (tmp_path / "events").mkdir()
    path = tmp_path / "events" / "forum.event"
    with EventFile.create(path, an_event(), "office", "Dara") as file:
        recorded(file, a_registration("d1", "CHEA"))
    return path


@pytest.fixture
def windows(event: Path) -> Iterator[list[Window]]:
    both = [Window(event, "desk1"), Window(event, "desk2")]
    yield both
    for each in both:
        each.process.communicate(timeout=60)


def families(event: Path) -> list[str]:
    with EventFile.open(event, "office") as file:
        assert findings(file) == []
        return sorted(each.delegate.family_name for each in delegates.everybody(file.database))


@pytest.mark.parametrize("seen_by_the_other", ["while it is away", "when it is back"])
@pytest.mark.parametrize("first", [0, 1])
def test_a_file_that_was_away_for_a_while_comes_back_in_both_windows_with_the_acts_of_its_log(
    windows: list[Window], event: Path, first: int, seen_by_the_other: str
) -> None:
    assert [each.says("act") for each in windows] == ["fine", "fine"]
    away = event.with_name("x.away")
    event.rename(away)
    assert windows[0].says("look") == "The event file is no longer at its place"
    if seen_by_the_other == "while it is away":
        assert windows[1].says("look") == "The event file is no longer at its place"
    away.rename(event)
    windows[1].says("look")

    for each in (windows[first], windows[1 - first]):
        assert each.says("back").startswith("The event is back")
        assert each.says("act") == "fine"

    assert [each.says("act") for each in windows] == ["fine", "fine"]
    for each in windows:
        each.process.communicate(timeout=60)
    assert families(event) == ["CHEA", "DESK1", "DESK1", "DESK1", "DESK2", "DESK2", "DESK2"]


def test_nothing_is_read_any_more_from_a_file_that_was_overwritten(event: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.event"
    with EventFile.create(other, an_event(), "desk9", "Other"):
        pass
    file = EventFile.open(event, "office")
    pull_away("overwritten", event, other)
    with pytest.raises(LostFileError) as raised:
        file.require_in_place()

    with pytest.raises(LostFileError, match="overwritten"):
        list(delegates.everybody(file.database))
    assert raised.value.rescued is None  # it would have been a copy of the other event
    file.close()


def test_an_earlier_rescued_copy_counts_as_a_back_up_and_a_copy_of_another_event_does_not(
    event: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.event"
    with EventFile.create(other, an_event(), "desk9", "Other") as strange:
        recorded(strange, *(a_registration(f"o{n}", "OTHER") for n in range(9)))
    shutil.copyfile(event, event.with_name("forum.rescued-20260101-090000.event"))
    shutil.copyfile(other, event.with_name("forum.rescued-20260102-090000.event"))
    with EventFile.open(event, "office") as file:
        event_id = file.event_id
    shutil.copyfile(other, event)

    assert bring_back(event, None, lambda _: None, event_id).told.title == "The event is back"

    assert families(event) == ["CHEA"]


@pytest.mark.parametrize("first", [0, 1])
def test_a_file_that_was_overwritten_comes_back_with_the_acts_of_both_windows_since_the_back_up(
    windows: list[Window], event: Path, tmp_path: Path, first: int
) -> None:
    with EventFile.open(event, "office") as file:
        back_up.back_up(file.database)
    assert [each.says("act") for each in windows] == ["fine", "fine"]
    strange = tmp_path / "list.xlsx"
    strange.write_bytes(b"PK" + b"x" * 500_000)
    pull_away("overwritten", event, strange)
    for each in windows:
        assert each.says("look").startswith("The event file was ")  # the first window empties the log
        assert each.says("let go") == "fine"

    assert windows[first].says("back").startswith("The event is back")
    assert windows[1 - first].says("back") == "The event is back"

    assert [each.says("act") for each in windows] == ["fine", "fine"]
    for each in windows:
        each.process.communicate(timeout=60)
    assert families(event) == ["CHEA", "DESK1", "DESK1", "DESK2", "DESK2"]


def test_an_event_that_comes_back_without_the_newest_entries_says_how_many_are_missing(
    event: Path, tmp_path: Path
) -> None:
    with EventFile.open(event, "office") as file:
        back_up.back_up(file.database)
        before = file.database.recorded or acts.last_entry(file.database)
        with EventFile.open(event, "desk9") as other:
            recorded(other, a_registration("d2", "LIM"))
        changed_since.mark(file)
        strange = tmp_path / "list.xlsx"
        strange.write_bytes(b"PK" + b"x" * 500_000)
        pull_away("overwritten", event, strange)
        with pytest.raises(LostFileError) as raised:
            file.require_in_place()
    lost = raised.value
    assert lost.recorded > before

    back = bring_back(event, lost.rescued, lambda _: None, file.event_id, lost.recorded)

    assert back.missing == lost.recorded - before
    assert back.told.title == "The event is back, but some of it is missing"
    assert f"{back.missing} entries" in back.told.message
    assert families(event) == ["CHEA"]
