"""Rehearsals on real files: everything works in the copy, and nothing of it comes back into the event."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from checkin.desk import keep
from checkin.desk.arrive import arrive
from checkin.desk.check import check
from checkin.desk.find import everybody, find
from checkin.desk.open_event import is_in_use, open_event
from checkin.desk.rehearse import begin_rehearsal, delete_rehearsal, save_copy
from checkin.domain.codes import Code, Forged
from checkin.errors import CheckinError
from checkin.storage import print_jobs, write_print_jobs
from tests.ui.desks import STAFF, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.storage.event_file import EventFile

NOW = datetime(2026, 9, 14, 2, tzinfo=UTC)


@pytest.fixture
def event(tmp_path: Path) -> Iterator[EventFile]:
    with an_event_file(tmp_path / "forum.event") as file:
        yield file


def arrived(file: EventFile, name: str) -> str:
    """Receive the one who is found by this name; the code of the badge."""
    (answer,) = arrive(file, STAFF, [find(file, name)[0].delegate.id], NOW)
    return answer.code


def test_a_real_badge_is_genuine_in_the_rehearsal_and_one_of_the_rehearsal_is_forged_in_the_event(
    event: EventFile,
) -> None:
    real = arrived(event, "chea")
    with open_event(begin_rehearsal(event)) as rehearsal:
        practised = arrived(rehearsal, "kem")

        assert rehearsal.is_rehearsal
        assert rehearsal.path.name == "forum.rehearsal.event"
        assert isinstance(rehearsal.read_code(real), Code)
        assert isinstance(rehearsal.read_code(practised), Code)
    assert not event.is_rehearsal
    assert isinstance(event.read_code(practised), Forged)
    assert [known.delegate.name for known in everybody(event) if known.arrival] == ["CHEA Vanna"]


def test_a_badge_that_waits_for_the_printer_comes_out_once(event: EventFile) -> None:
    code = arrived(event, "chea")
    with event.transaction():
        write_print_jobs.queue(event.database, code, NOW)
    with open_event(begin_rehearsal(event)) as rehearsal:
        assert print_jobs.waiting(rehearsal.database) == []
    assert [job.code for job in print_jobs.waiting(event.database)] == [code]


def test_a_rehearsal_is_sound_to_verify(event: EventFile) -> None:
    arrived(event, "chea")
    with open_event(begin_rehearsal(event)) as rehearsal:
        arrived(rehearsal, "kem")

        assert check(rehearsal, lambda _: None).findings == ()


def test_a_back_up_of_a_rehearsal_is_restored_over_the_rehearsal_and_not_over_the_event(
    tmp_path: Path,
) -> None:
    with an_event_file(tmp_path / "forum.event") as file:
        path = begin_rehearsal(file)
    with open_event(path) as rehearsal:
        arrived(rehearsal, "kem")
        copy = keep.back_up(rehearsal)
    keep.restore(copy, path, lambda _: None)
    with pytest.raises(CheckinError, match="copy of a rehearsal"):
        keep.restore(copy, tmp_path / "forum.event", lambda _: None)
    keep.restore(copy, tmp_path / "elsewhere.event", lambda _: None)

    for name, is_rehearsal in (("forum.rehearsal", True), ("forum", False), ("elsewhere", True)):
        with open_event(tmp_path / f"{name}.event") as known:
            assert known.is_rehearsal is is_rehearsal, name


def test_entries_of_a_rehearsal_are_not_added_when_a_lost_event_is_brought_back(event: EventFile) -> None:
    path = begin_rehearsal(event)
    with open_event(path) as rehearsal:
        arrived(rehearsal, "kem")
    keep.back_up(event)
    with pytest.raises(CheckinError, match="copy of a rehearsal"):
        keep.bring_back(event.path, path, lambda _: None)

    assert [known for known in everybody(event) if known.arrival] == []


def test_a_rehearsal_is_deleted_with_its_back_ups_and_an_event_never_is(event: EventFile) -> None:
    path = begin_rehearsal(event)
    with open_event(path) as rehearsal:
        keep.back_up(rehearsal)
        with pytest.raises(CheckinError, match="open in another program"):
            delete_rehearsal(path)
    delete_rehearsal(path)
    with pytest.raises(CheckinError, match="not a rehearsal"):
        delete_rehearsal(event.path)

    assert sorted(each.name for each in event.path.parent.iterdir() if "rehearsal" in each.name) == []
    assert event.path.exists()


def test_a_copy_holds_what_was_recorded_last_and_replaces_no_file(event: EventFile, tmp_path: Path) -> None:
    arrived(event, "chea")
    copy = save_copy(event, tmp_path / "copy.event")
    with pytest.raises(CheckinError, match="a file of this name already"):
        save_copy(event, copy)
    with pytest.raises(CheckinError, match="could not be written"):
        save_copy(event, tmp_path / "nowhere" / "copy.event")
    with open_event(copy) as file:
        assert [known.delegate.name for known in everybody(file) if known.arrival] == ["CHEA Vanna"]
        assert not file.is_rehearsal


def test_a_file_is_in_use_while_it_is_open_and_not_after_a_kill_left_its_log(tmp_path: Path) -> None:
    path = tmp_path / "forum.event"
    with an_event_file(path) as file:
        arrived(file, "chea")
        while_open = is_in_use(path)
        left = {name: (tmp_path / name).read_bytes() for name in ("forum.event", "forum.event-wal")}
    killed = tmp_path / "killed"
    killed.mkdir()
    for name, content in left.items():
        (killed / name).write_bytes(content)

    assert while_open
    assert not is_in_use(path)
    assert not is_in_use(killed / "forum.event")
    with open_event(killed / "forum.event") as file:
        assert len([known for known in everybody(file) if known.arrival]) == 1
