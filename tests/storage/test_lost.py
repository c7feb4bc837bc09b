"""An event file that somebody else deletes, replaces, overwrites or cuts while it is open: nothing is told as done."""

from __future__ import annotations

import os
import random
import shutil
import sys
import threading
from contextlib import closing, suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.facts import LongAct
from checkin.errors import CheckinError, EventFileError, LostFileError
from checkin.storage import back_up, delegates, long_acts
from checkin.storage.event_file import EventFile
from checkin.storage.guard import Guard
from tests.storage.pulled_away import WAYS, pull_away
from tests.storage.stories import a_registration, a_scan, an_event, at, entries, findings, recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not let anybody take an open file away"
)
WHOLE = sorted(set(WAYS) - {"overwritten", "cut", "emptied", "log emptied", "log cut"})
"""The ways after which this program still holds all that the file had."""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another event file, with more people, of the same programme."""
    path = tmp_path / "elsewhere" / "other.event"
    path.parent.mkdir()
    with EventFile.create(path, an_event(), "desk9", "Other") as file:
        recorded(file, *(a_registration(f"other{n}", "OTHER") for n in range(300)))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    """An open event file in a folder of its own, with two people; one act has reached the file itself."""
    folder = tmp_path / "events"
    folder.mkdir()
    file = EventFile.create(folder / "forum.event", an_event(), "desk1", "Dara")
    recorded(file, a_registration("d1", "CHEA"))
    file.database.log.checkpoint()
    recorded(file, a_registration("d2", "SOK"))
    yield file
    try:
        file.close()
    except LostFileError:
        return


def families(path: Path) -> list[str]:
    with EventFile.open(path, "desk1") as file:
        return [each.delegate.family_name for each in delegates.everybody(file.database)]


@pytest.mark.parametrize("how", WAYS)
def test_no_act_is_told_as_done_once_the_file_is_not_what_it_was(
    file: EventFile, other: Path, how: str
) -> None:
    pull_away(how, file.path, other)

    for number in range(3):
        with pytest.raises(LostFileError) as raised:
            recorded(file, a_registration(f"later{number}", "LATER"))
    with pytest.raises(LostFileError):
        file.database.require_in_place()
    assert "Nothing more is recorded" in raised.value.message
    assert str(file.path) in raised.value.message


@pytest.mark.parametrize("how", WAYS)
def test_an_act_under_which_the_file_is_pulled_away_is_told(file: EventFile, other: Path, how: str) -> None:
    def recorded_meanwhile() -> None:
        with file.transaction():
            file.append([a_registration("d3", "MAO")], "Dara")
            pull_away(how, file.path, other)

    with pytest.raises(EventFileError):
        recorded_meanwhile()

    with pytest.raises(LostFileError):
        recorded(file, a_registration("d4", "LY"))


@pytest.mark.parametrize("how", WAYS)
def test_the_last_act_may_be_missing_only_where_an_act_was_under_way(
    file: EventFile, other: Path, how: str
) -> None:
    pull_away(how, file.path, other)
    with pytest.raises(LostFileError) as raised:
        file.require_in_place()

    assert not raised.value.in_act
    assert "may be missing" not in str(raised.value)


@pytest.mark.parametrize("how", ["deleted", "replaced", "log deleted", "log emptied"])
def test_an_act_under_which_the_file_was_pulled_away_may_be_missing(
    file: EventFile, other: Path, how: str
) -> None:
    def recorded_meanwhile() -> None:
        with file.transaction():
            file.append([a_registration("d3", "MAO")], "Dara")
            pull_away(how, file.path, other)

    with pytest.raises(LostFileError) as raised:
        recorded_meanwhile()

    assert raised.value.in_act
    assert "The last act may be missing" in str(raised.value)


@pytest.mark.parametrize("how", WHOLE)
def test_what_was_recorded_before_is_kept_whole_beside_the_place(
    file: EventFile, other: Path, how: str
) -> None:
    pull_away(how, file.path, other)
    with pytest.raises(LostFileError) as raised:
        recorded(file, a_registration("d3", "MAO"))
    file.close()

    rescued = raised.value.rescued
    assert rescued is not None
    assert str(rescued) in raised.value.message
    assert families(rescued) == ["CHEA", "SOK"]
    with EventFile.open(rescued, "desk1") as kept:
        assert findings(kept) == []


@pytest.mark.parametrize("how", WHOLE)
def test_the_event_goes_on_from_what_was_kept(file: EventFile, other: Path, how: str) -> None:
    pull_away(how, file.path, other)
    with pytest.raises(LostFileError) as raised:
        recorded(file, a_registration("d3", "MAO"))
    file.close()
    file.path.parent.mkdir(exist_ok=True)
    assert raised.value.rescued is not None

    back_up.restore(raised.value.rescued, file.path)

    assert families(file.path) == ["CHEA", "SOK"]


@pytest.mark.parametrize("how", ["replaced", "overwritten"])
def test_nothing_of_the_lost_file_gets_into_the_file_that_came_into_its_place(
    file: EventFile, other: Path, how: str
) -> None:
    there = other.read_bytes()
    pull_away(how, file.path, other)
    with pytest.raises(LostFileError):
        recorded(file, a_registration("d3", "MAO"))
    file.close()

    assert file.path.read_bytes() == there
    assert set(families(file.path)) == {"OTHER"}


def test_a_lost_file_that_is_closed_leaves_alone_what_another_program_records_in_its_place(
    file: EventFile, other: Path
) -> None:
    pull_away("replaced", file.path, other)
    with pytest.raises(LostFileError):
        recorded(file, a_registration("d3", "MAO"))
    with EventFile.open(file.path, "desk2") as taken:
        recorded(taken, a_registration("new1", "NEW"))
        file.close()
        recorded(taken, a_registration("new2", "NEW"))

    assert families(file.path)[-2:] == ["NEW", "NEW"]


@pytest.mark.parametrize(
    "how", sorted(set(WAYS) - {"log deleted", "log replaced", "index deleted", "index replaced"})
)
def test_a_file_that_is_gone_when_it_is_closed_is_told(file: EventFile, other: Path, how: str) -> None:
    pull_away(how, file.path, other)

    with pytest.raises(LostFileError):
        file.close()


@pytest.mark.parametrize("how", ["overwritten", "cut", "emptied"])
def test_an_older_copy_of_the_same_event_over_the_open_one_is_noticed(
    file: EventFile, tmp_path: Path, how: str
) -> None:
    older = tmp_path / "older.event"
    shutil.copyfile(back_up.back_up(file.database), older)
    for n in range(20):
        recorded(file, a_registration(f"more{n}", "MORE"))
    file.database.log.checkpoint()
    recorded(file, a_registration("last", "LAST"))
    pull_away(how, file.path, older)

    with pytest.raises(LostFileError):
        recorded(file, a_registration("d3", "MAO"))


def test_a_file_that_comes_in_while_nothing_is_recorded_takes_no_read_either(
    file: EventFile, other: Path
) -> None:
    """A thread that opens its connection later would read, and write to, the other file."""
    pull_away("replaced", file.path, other)
    told: list[BaseException] = []

    def read() -> None:
        try:
            list(delegates.everybody(file.database))
        except CheckinError as error:
            told.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()

    assert [str(file.path) in str(error) for error in told] == [True]


@pytest.mark.parametrize("seed", range(2 * len(WAYS)))
def test_after_any_day_of_two_programs_the_next_act_after_a_harm_is_refused_and_all_later_ones(
    file: EventFile, other: Path, tmp_path: Path, seed: int
) -> None:
    chance, how = random.Random(seed), list(WAYS)[seed % len(WAYS)]  # noqa: S311 - nothing secret
    older = tmp_path / "older.event"
    shutil.copyfile(back_up.back_up(file.database), older)
    with EventFile.open(file.path, "desk2") as second:
        both = [file, second]
        for n in range(30):
            worked(chance.choice(both), f"{seed}-{n}", chance)
        file.database.log.shrink()  # so that the log holds nothing that is of no use any more
        recorded(chance.choice(both), a_registration("last", "LAST"))
        chance.shuffle(both)

        pull_away(how, file.path, chance.choice([older, other]))

        for each in both * 3:
            with pytest.raises(LostFileError):
                recorded(each, a_registration("later", "LATER"))
        with suppress(LostFileError):
            second.close()


def worked(file: EventFile, name: str, chance: random.Random) -> None:
    """Do something that an honest program does with an event file."""
    acts: list[Callable[[], object]] = [
        lambda: recorded(file, a_registration(name, "MAO")),
        lambda: recorded(file, a_scan(minute=chance.randrange(60))),
        lambda: long_acts.record(
            file, LongAct.IMPORT, [a_registration(f"{name}-{n}") for n in range(40)], "Dara", lambda _: None
        ),
        file.require_in_place,
        file.database.log.checkpoint,
        file.database.log.shrink,
    ]
    chance.choice(acts)()


# ------------------------------------------------------------------------------------------------------ no false alarm


def test_a_search_index_that_another_program_has_changed_is_no_harm(file: EventFile) -> None:
    """SQLite checks the index against what this connection has in its memory of it."""
    for again in range(4):
        with EventFile.open(file.path, "desk2") as second:
            facts = [a_registration(f"{again}-{n}") for n in range(300)]
            long_acts.record(second, LongAct.IMPORT, facts, "Bopha", lambda _: None)
        os.utime(file.path)  # some programs do; the whole file is then checked

        recorded(file, a_registration(f"d{again}", "MAO"))
        assert findings(file) == []


def test_a_log_that_another_program_begins_and_empties_is_known_without_a_check_of_the_whole_file(
    file: EventFile,
) -> None:
    with EventFile.open(file.path, "desk2") as second:
        file.database.log.shrink()
        file.require_in_place()
        file.database.is_sound = lambda: False
        for n in range(3):
            recorded(second, a_scan(minute=n))
            second.database.log.shrink()

            recorded(file, a_registration(f"m{n}", "MAO"))
            file.database.log.shrink()


def test_checkpoints_of_several_programs_are_no_alarm(file: EventFile) -> None:
    with EventFile.open(file.path, "desk2") as second:
        for n in range(60):
            recorded(file if n % 2 else second, a_scan(minute=n))
            if n % 3 == 0:
                (second if n % 2 else file).database.log.checkpoint()
            if n % 7 == 0:
                (file if n % 2 else second).database.log.shrink()
    recorded(file, a_registration("d3", "MAO"))

    assert len(entries(file)) > 60


def test_the_programs_own_checkpoints_let_nobody_wait_for_a_check_of_the_whole_file(file: EventFile) -> None:
    checks: list[int] = []
    file.database.is_sound = lambda: bool(checks.append(len(entries(file)))) or True
    recorded(file, *(a_registration(f"more{n}", "MORE") for n in range(2000)))
    done = threading.Event()

    def move() -> None:
        while not done.is_set():
            file.database.log.checkpoint()

    mover = threading.Thread(target=move)
    mover.start()
    try:
        for n in range(300):
            recorded(file, a_scan(minute=n % 60), a_registration(f"d{n + 10}", "MAO"))
    finally:
        done.set()
        mover.join()

    assert checks == []


def test_whoever_touches_looks_at_or_renames_the_file_there_and_back_is_no_alarm(file: EventFile) -> None:
    os.utime(file.path)
    recorded(file, a_registration("d3", "MAO"))
    with closing(sqlite.connect(str(file.path))) as reader:
        reader.execute("SELECT count(*) FROM journal").fetchone()
    file.path.chmod(0o600)
    away = file.path.with_suffix(".away")
    file.path.rename(away)
    away.rename(file.path)

    recorded(file, a_registration("d4", "LY"))

    assert [each.delegate.family_name for each in delegates.everybody(file.database)][-2:] == ["MAO", "LY"]


@pytest.mark.parametrize("number", [0, 77])
def test_a_network_folder_that_numbers_its_files_anew_is_no_alarm(
    file: EventFile, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    right = (os.stat, os.fstat)

    def renumbered(ask: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        def asked(what: object) -> os.stat_result:
            known = ask(what)
            parts = {name: getattr(known, name) for name in dir(known) if name.startswith("st_")}
            return SimpleNamespace(**{**parts, "st_ino": number and known.st_ino + number})  # type: ignore[return-value]

        return asked

    with monkeypatch.context() as patched:
        patched.setattr("checkin.storage.guard.os.stat", renumbered(right[0]))
        patched.setattr("checkin.storage.guard.os.fstat", renumbered(right[1]))
        recorded(file, a_registration("d3", "MAO"))

    assert len(list(delegates.everybody(file.database))) == 3


def test_a_disk_that_does_not_answer_is_told_and_asked_again(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> os.stat_result:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr("checkin.storage.guard.os.stat", silent)
        with pytest.raises(EventFileError, match="The disk does not answer"):
            recorded(file, a_registration("d3", "MAO"))
    recorded(file, a_registration("d4", "LY"))

    assert [each.delegate.id for each in delegates.everybody(file.database)] == ["d1", "d2", "d4"]


def test_a_file_that_is_not_there_yet_is_not_guarded(tmp_path: Path) -> None:
    with closing(sqlite.connect(":memory:")) as connection:
        assert Guard(tmp_path / "none.event").look(connection) is None


def test_a_day_without_harm_costs_no_copy(file: EventFile) -> None:
    for n in range(5):
        recorded(file, a_scan(minute=at(n).minute))
    file.close()

    assert sorted(path.name for path in file.path.parent.iterdir() if not path.name.endswith(".lock")) == [
        "forum.event"
    ]


def test_a_file_that_is_lost_on_a_full_disk_is_told_with_the_way_to_the_back_ups(
    file: EventFile, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    pull_away("replaced", file.path, other)
    monkeypatch.setattr("checkin.storage.drafts.make_empty", full)

    with pytest.raises(LostFileError) as raised:
        recorded(file, a_registration("d3", "MAO"))

    assert raised.value.rescued is None
    assert str(back_up.folder_beside(file.path)) in raised.value.message


@pytest.mark.parametrize("how", ["overwritten", "cut", "emptied"])
def test_what_was_recorded_since_the_newest_back_up_is_kept_of_a_file_that_was_overwritten(
    file: EventFile, other: Path, how: str
) -> None:
    back_up.back_up(file.database)
    recorded(file, a_registration("d3", "LIM"))
    with suppress(ZeroDivisionError), file.transaction():
        file.append([a_registration("d4", "MAO")], "Dara")
        _ = 1 // 0
    pull_away(how, file.path, other)
    with pytest.raises(LostFileError) as raised:
        file.require_in_place()
    file.close()

    assert raised.value.rescued is not None
    assert families(raised.value.rescued) == ["CHEA", "SOK", "LIM"]
    with EventFile.open(raised.value.rescued, "desk1") as kept:
        assert findings(kept) == []
