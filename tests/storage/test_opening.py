"""Opening: what is no event file, damaged, locked, full or of another version gets a sentence, and nothing is lost."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import textwrap
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.facts import BadgeIssued, LongAct
from checkin.errors import CheckinError
from checkin.storage import (
    acts,
    back_up,
    badges,
    delegates,
    engine,
    long_acts,
    migrating,
    migrations,
    numbers,
    presence,
    rotation,
)
from checkin.storage.database import Database
from checkin.storage.event_file import EventFile
from checkin.storage.migrating import pending_migrations
from tests.storage.stories import (
    START,
    a_registration,
    a_scan,
    an_event,
    entries,
    findings,
    recorded,
    tables,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed event file with some delegates, badges and scans."""
    path = tmp_path_factory.mktemp("known") / "known.event"
    with EventFile.create(path, an_event(), "desk1", "Dara") as file:
        for n in range(30):
            recorded(file, a_registration(f"d{n}", f"SOK{n}"), BadgeIssued(f"B{n}", f"d{n}", START))
            recorded(file, a_scan(f"B{n}"))
    return path


@pytest.fixture
def path(known: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "forum.event"
    shutil.copyfile(known, copy)
    return copy


# ------------------------------------------------------------------------------------------------------------ not ours


def _another_programs(path: Path) -> None:
    with closing(sqlite.connect(str(path))) as connection:
        connection.execute("CREATE TABLE songs (title)")


def _with_another_name(path: Path) -> None:
    _another_programs(path)
    with closing(sqlite.connect(str(path))) as connection:
        connection.execute("PRAGMA application_id = 7")


@pytest.mark.parametrize(
    ("make", "title"),
    [
        (_another_programs, "This is not an event file"),
        (_with_another_name, "This is not an event file"),
        (lambda path: path.write_bytes(b""), "This is not an event file"),
        (lambda path: path.write_text("Name;Organisation\n" * 300), "This is not an event file"),
        (lambda path: path.write_bytes(bytes(5000)), "This is not an event file"),
        (lambda path: path.mkdir(), "The event file was not found"),
        (str, "The event file was not found"),
    ],
)
def test_what_is_no_event_file_is_refused_and_stays_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], title: str
) -> None:
    path = tmp_path / "some.event"
    make(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(CheckinError) as raised:
        EventFile.open(path, "desk1")

    assert raised.value.title == title
    assert str(path) in raised.value.message
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in tmp_path.iterdir()] == ([] if not path.exists() else ["some.event"])


def test_a_new_file_never_takes_the_place_of_another(path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(CheckinError, match="There is a file of this name already"):
        EventFile.create(path, an_event(), "desk1", "Dara")

    assert path.read_bytes() == before


def test_a_new_file_needs_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    for path in (tmp_path / "nowhere" / "a.event", tmp_path / "file" / "a.event"):
        with pytest.raises(CheckinError) as raised:
            EventFile.create(path, an_event(), "desk1", "Dara")
        assert str(path) in raised.value.message
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file"]


# ------------------------------------------------------------------------------------------------------------- versions


NEXT = """
def up(_migrator, db):
    db.execute_sql("CREATE TABLE newer (no INTEGER PRIMARY KEY)")
    if {fails}:
        db.execute_sql("CREATE TABLE newer (no INTEGER PRIMARY KEY)")
"""


@pytest.fixture
def a_newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """From its call on, this program has one migration more."""

    def install(*, fails: bool = False) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrating._MIGRATIONS, folder)
        (folder / "0900_newer.py").write_text(NEXT.format(fails=fails))
        monkeypatch.setattr(migrating, "_MIGRATIONS", folder)

    return install


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    path: Path, a_newer_program: Callable[..., None]
) -> None:
    with EventFile.open(path, "desk1") as file:
        before = tables(file.database)
    a_newer_program()

    with EventFile.open(path, "desk1") as file:
        assert file.database.rows("SELECT * FROM newer") == []
        assert tables(file.database) == before
        assert findings(file) == []
    kept = rotation.newest(path)
    assert kept is not None
    assert kept.stem.endswith("before-update")
    with closing(sqlite.connect(str(kept))) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "journal" in names
    assert "newer" not in names


def test_an_older_file_with_a_view_of_somebody_else_is_backed_up_only_if_its_entries_are_right(
    path: Path, a_newer_program: Callable[..., None]
) -> None:
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE VIEW guests AS SELECT 1")
        connection.execute("DROP TRIGGER journal_is_never_changed")
        connection.execute("UPDATE journal SET hash = zeroblob(32) WHERE entry = 2")
    a_newer_program()

    with pytest.raises(CheckinError, match="The event file is damaged, and so is its back-up"):
        EventFile.open(path, "desk1")
    assert rotation.newest(path) is None


def test_a_file_that_is_up_to_date_is_not_backed_up(path: Path) -> None:
    EventFile.open(path, "desk1").close()

    assert rotation.newest(path) is None


def test_a_file_of_a_newer_program_is_refused_and_stays_as_it_is(
    path: Path, a_newer_program: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrating, "_MIGRATIONS", migrating._MIGRATIONS)
        a_newer_program()
        EventFile.open(path, "desk1").close()
        newer = migrating._MIGRATIONS
    monkeypatch.setattr(migrating, "_MIGRATIONS", newer.with_name("older"))
    shutil.copytree(newer, newer.with_name("older"), ignore=shutil.ignore_patterns("0900*"))
    before = path.read_bytes()

    with pytest.raises(CheckinError, match=r"from a newer version"):
        EventFile.open(path, "desk1")

    assert path.read_bytes() == before


def test_an_update_that_fails_leaves_the_file_as_it_was(
    path: Path, a_newer_program: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrating, "_MIGRATIONS", migrating._MIGRATIONS)
        original = migrating._MIGRATIONS
        a_newer_program(fails=True)
        with pytest.raises(CheckinError):
            EventFile.open(path, "desk1")
    monkeypatch.setattr(migrating, "_MIGRATIONS", original)

    with EventFile.open(path, "desk1") as file:
        assert findings(file) == []


def test_a_program_without_its_migrations_opens_and_makes_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "_MIGRATIONS", tmp_path / "frozen")
    before = path.read_bytes()

    with pytest.raises(CheckinError, match="A part of the program is missing"):
        EventFile.open(path, "desk1")
    with pytest.raises(CheckinError, match="A part of the program is missing"):
        EventFile.create(tmp_path / "new.event", an_event(), "desk1", "Dara")

    assert path.read_bytes() == before
    assert not (tmp_path / "new.event").exists()


# --------------------------------------------------------------------------------------------------------------- damage


def _used(path: Path) -> None:
    """All that a desk does with a file; what is wrong with it may be said, and nothing else may happen."""
    try:
        with EventFile.open(path, "desk1") as file:
            assert file.event.sessions is not None
            list(delegates.everybody(file.database))
            list(presence.stays(file.database))
            delegates.search(file.database, ["sok1"], 50)
            badges.by_code(file.database, "B3")
            numbers.counts(file.database)
            next(acts.newest_first(file.database, file.desk), None)
            findings(file)
            recorded(file, a_registration("d100"), a_scan("B4", 5))
            back_up.back_up(file.database)
    except CheckinError:
        return


@settings(max_examples=80)
@given(data=st.data())
def test_a_flipped_byte_anywhere_is_told_in_a_sentence_or_found(
    known: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(known.read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=40)):
        content[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path_factory.mktemp("flipped") / "known.event"
    path.write_bytes(content)

    _used(path)


@settings(max_examples=30)
@given(data=st.data())
def test_a_page_of_rubbish_is_told_in_a_sentence_or_found(
    known: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(known.read_bytes())
    page = data.draw(st.integers(0, len(content) // 4096 - 1))
    content[page * 4096 : (page + 1) * 4096] = data.draw(st.sampled_from([b"\0", b"\xff", b"\r"])) * 4096
    path = tmp_path_factory.mktemp("rubbish") / "known.event"
    path.write_bytes(content)

    _used(path)


@settings(max_examples=30)
@given(data=st.data())
def test_a_file_that_was_cut_short_is_told_in_a_sentence(
    known: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = known.read_bytes()
    path = tmp_path_factory.mktemp("short") / "known.event"
    path.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])

    _used(path)


def test_damage_that_breaks_sqlites_own_message_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE badges", b"CREATE T\xa8BLE badges"))

    with pytest.raises(CheckinError, match="damaged"):
        EventFile.open(path, "desk1")


def test_a_file_that_lost_its_second_half_cannot_be_opened_or_is_found_damaged(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])

    with pytest.raises(CheckinError, match=r"damaged|not an event file"):
        EventFile.open(path, "desk1")


@pytest.mark.parametrize("missing", [1, 1700, 4096, 10_000])
def test_a_file_that_lacks_its_end_is_not_opened(path: Path, missing: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-missing])

    with pytest.raises(CheckinError, match=r"The event file is damaged: .* was cut short"):
        EventFile.open(path, "desk1")

    assert path.read_bytes() == content[:-missing]


# ----------------------------------------------------------------------------------------------- locked and full


def test_a_file_that_another_program_keeps_locked_is_told_after_5_seconds(file: EventFile) -> None:
    other = sqlite.connect(str(file.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = entries(file)

    with pytest.raises(CheckinError, match="The event file is busy"):
        recorded(file, a_registration())

    other.execute("ROLLBACK")
    other.close()
    assert entries(file) == before
    recorded(file, a_registration())
    assert findings(file) == []


def test_a_long_act_needs_a_place_for_its_lock(file: EventFile) -> None:
    file.path.with_name(f".{file.path.name}.lock").mkdir()

    with pytest.raises(CheckinError) as raised:
        long_acts.record(file, LongAct.IMPORT, [a_registration()], "Dara", lambda _: None)

    assert str(file.path.parent) in raised.value.message
    assert list(delegates.everybody(file.database)) == []


def test_a_full_disk_is_told_and_nothing_is_lost(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    before = tables(file.database)
    (pages,) = file.database.row("PRAGMA page_count")
    file.database.run(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(CheckinError, match="The disk is full: Nothing of the last act"):
        recorded(file, *(a_registration(f"e{n}", diet="x" * 1000) for n in range(100)))
    assert tables(file.database) == before

    with pytest.raises(CheckinError, match="The disk is full"):
        long_acts.record(
            file,
            LongAct.IMPORT,
            [a_registration(f"f{n}", diet="x" * 1000) for n in range(100)],
            "Dara",
            lambda _: None,
        )

    file.database.run("PRAGMA max_page_count = 1000000")
    file.close()
    with EventFile.open(file.path, "desk1") as again:
        assert {**tables(again.database), "undone": []} == before
        recorded(again, a_registration("d2"))
        assert findings(again) == []


def run_with_little_room(path: Path, room: int, work: str) -> subprocess.CompletedProcess[str]:
    """A program that can make no file larger than that many bytes, and says what went wrong."""
    resource = pytest.importorskip("resource", reason="only POSIX limits how large a file may be")
    program = f"""
        from pathlib import Path
        from checkin.errors import CheckinError
        from checkin.storage import back_up
        from checkin.storage.event_file import EventFile
        from tests.storage.stories import a_registration, an_event, recorded
        path = Path({str(path)!r})
        try:
{textwrap.indent(textwrap.dedent(work), " " * 12)}
        except CheckinError as error:
            print(error)
    """
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip


@pytest.mark.parametrize("room", [0, 4096, 40_000, 100_000])
def test_a_file_that_finds_no_room_is_not_made(tmp_path: Path, room: int) -> None:
    path = tmp_path / "new.event"

    ended = run_with_little_room(path, room, "EventFile.create(path, an_event(), 'desk1', 'Dara').close()")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert str(path) in ended.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [40_000, 80_000, 120_000, 160_000, 200_000])
def test_a_full_disk_is_told_of_files_that_an_operator_knows(path: Path, room: int) -> None:
    ended = run_with_little_room(path, room, "back_up.restore(path, path.with_name('s.event'))")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ".new" not in ended.stdout
    assert ".rebuilt" not in ended.stdout


def test_what_finds_no_room_is_not_recorded(path: Path) -> None:
    work = """
        file = EventFile.open(path, 'desk1')
        for n in range(1000):
            recorded(file, a_registration(f'e{n}', diet='x' * 2000))
            print(n, flush=True)
    """

    ended = run_with_little_room(path, path.stat().st_size + 60_000, work)

    *acknowledged, said = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert str(path) in said
    assert acknowledged
    with EventFile.open(path, "desk1") as file:
        assert findings(file) == []
        known = {each.delegate.id for each in delegates.everybody(file.database)}
        assert {f"e{n}" for n in acknowledged} <= known


def test_a_back_up_that_finds_no_room_is_not_there(path: Path) -> None:
    ended = run_with_little_room(
        path, path.stat().st_size // 2, "back_up.back_up(EventFile.open(path, 'desk1').database)"
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "back-up" in ended.stdout or "disk" in ended.stdout
    assert rotation.newest(path) is None
    assert list(back_up.folder_beside(path).iterdir()) == []


@pytest.mark.parametrize("share", [0, 0.5, 0.9])
def test_a_restore_that_finds_no_room_leaves_what_was_there(path: Path, share: float) -> None:
    with EventFile.open(path, "desk1") as file:
        copy = back_up.back_up(file.database)
        recorded(file, a_registration("since"))
        before = entries(file)
    there = sorted(path.parent.iterdir())

    ended = run_with_little_room(
        path, int(copy.stat().st_size * share), f"back_up.restore(Path({str(copy)!r}), path)"
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "disk" in ended.stdout
    assert sorted(path.parent.iterdir()) == there
    with EventFile.open(path, "desk1") as file:
        assert entries(file) == before


def test_a_text_with_half_a_character_is_told_and_nothing_is_recorded(file: EventFile) -> None:
    before = entries(file)

    with pytest.raises(CheckinError, match="half a character"):
        recorded(file, a_registration("d1"), a_registration("d2", "S\udc80K"))

    assert entries(file) == before
    assert list(delegates.everybody(file.database)) == []


def test_an_act_inside_another_is_refused_and_does_not_wait_for_ever(file: EventFile) -> None:
    with file.transaction(), pytest.raises(RuntimeError, match="inside"):
        recorded(file, a_registration())

    recorded(file, a_registration())


# ------------------------------------------------------------------------------------------------ waiting and damage


@pytest.fixture
def held(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A file without a write-ahead log that another program holds until it has been asked for once in vain."""
    other = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode = delete")
    opened = Database(path)

    class Clock:
        def monotonic(self) -> float:
            if other.in_transaction:
                other.execute("ROLLBACK")
            return time.monotonic()

    monkeypatch.setattr(engine, "time", Clock())
    other.execute("BEGIN EXCLUSIVE")
    yield opened
    assert not other.in_transaction
    other.close()
    opened.peewee.close()


READINGS: tuple[Callable[[Database], object], ...] = (
    lambda held: held.row("SELECT count(*) FROM journal"),
    lambda held: held.rows("SELECT count(*) FROM journal"),
    lambda held: list(held.each("SELECT count(*) FROM journal")),
    lambda held: held.run("UPDATE own SET value = value WHERE name = 'edition'"),
    pending_migrations,
)


@pytest.mark.parametrize("asked", READINGS)
def test_whoever_asks_a_file_that_is_held_asks_again(
    held: Database, asked: Callable[[Database], object]
) -> None:
    assert asked(held) is not None


def test_a_damaged_text_is_told_at_once_whatever_it_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with EventFile.open(path, "desk1") as file:
        recorded(file, a_registration("d1"))
        file.database.run("UPDATE delegates SET status = CAST(x'626c6f636b6564ff' AS TEXT)")
        monkeypatch.setattr(engine, "PATIENCE_SECONDS", 3600)

        with pytest.raises(CheckinError, match="The event file is damaged"):
            list(delegates.everybody(file.database))


FROZEN: Final = {
    "0001_event_file.py": "b0fbec362ccd2937",
    "0002_what_reports_ask.py": "9cde2ac09e8cf7aa",
    "0003_doors.py": "421e42e66003e421",
    "0004_latin_name_alone.py": "2f45379e3cd9e454",
    "0005_named_persons.py": "55ec2e185f25ddc4",
    "0006_tickets.py": "f142e28f995cc343",
    "0007_merged.py": "4ec5bfc8b62f8f5a",
    "0008_photos.py": "1ab3d6e073c596ab",
}


def test_a_migration_on_record_never_changes() -> None:
    folder = Path(migrations.__path__[0])
    known = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in folder.glob("0*.py")}

    assert known == FROZEN
