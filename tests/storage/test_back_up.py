"""Back-up and restore: a copy is whole and equal, and what a restore replaces is kept."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.facts import BadgeIssued
from checkin.domain.faults import Fault, Finding
from checkin.errors import CheckinError
from checkin.storage import back_up, delegates, rotation
from checkin.storage.event_file import EventFile
from tests.storage.stories import START, a_registration, an_event, copied, entries, findings, recorded, tables
from tests.storage.test_verifying import in_another_thread

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith((".lock", "-wal", "-shm")))


def test_a_back_up_is_equal_to_the_live_file(file: EventFile) -> None:
    recorded(file, a_registration("d1", native_name="សុខ"))

    copy = back_up.back_up(file.database)

    assert copy == rotation.newest(file.path)
    with EventFile.open(copy, "desk2") as restored:
        assert entries(restored) == entries(file)
        assert tables(restored.database) == tables(file.database)
        assert restored.event_key == file.event_key
        assert restored.event == file.event
        assert findings(restored) == []


def test_a_back_up_holds_what_was_recorded_while_others_are_inside(file: EventFile) -> None:
    with file.transaction():
        file.append([a_registration("d1")], "Dara")
        in_another_thread(lambda: back_up.back_up(file.database))

    copy = rotation.newest(file.path)
    assert copy is not None
    with EventFile.open(copy, "desk2") as restored:
        assert list(delegates.everybody(restored.database)) == []
        assert findings(restored) == []


def test_a_back_up_goes_where_it_is_wanted(file: EventFile, tmp_path: Path) -> None:
    copy = back_up.back_up(file.database, tmp_path / "stick" / "forum")

    assert copy.parent == tmp_path / "stick" / "forum"
    assert names(copy.parent) == [copy.name]
    assert rotation.newest(file.path) is None


def test_a_back_up_that_cannot_be_written_is_told(file: EventFile, tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("")

    with pytest.raises(CheckinError, match="The back-up could not be written") as raised:
        back_up.back_up(file.database, tmp_path / "stick")

    assert str(tmp_path / "stick") in raised.value.message


def test_back_ups_of_one_second_are_two_and_the_oldest_of_more_than_fifty_go(file: EventFile) -> None:
    copies = [back_up.back_up(file.database) for _ in range(52)]

    assert len(set(copies[:50])) == 50
    assert len(names(back_up.folder_beside(file.path))) == 50
    assert rotation.newest(file.path) == copies[-1]


class _SetBack(datetime):
    """A clock that somebody set back by a year."""

    @classmethod
    def now(cls, _zone: object = None) -> datetime:  # type: ignore[override]
        return datetime(2025, 9, 14, 9, 0, tzinfo=UTC)


def test_the_newest_back_up_holds_the_newest_entries_whatever_the_clock_says(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [back_up.back_up(file.database) for _ in range(50)]
    monkeypatch.setattr(back_up, "datetime", _SetBack)
    recorded(file, a_registration("d1"))

    made = [back_up.back_up(file.database) for _ in range(3)]

    assert "20250914-090000" in made[0].name
    assert all(copy.exists() for copy in made)
    assert rotation.newest(file.path) in made
    assert [copy.exists() for copy in before] == [False] * 3 + [True] * 47


def test_a_back_up_is_never_deleted_by_the_call_that_made_it(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(50):
        back_up.back_up(file.database)
    monkeypatch.setattr(back_up, "datetime", _SetBack)

    made = back_up.back_up(file.database)

    assert made.exists()
    assert len(names(made.parent)) == 50


def test_a_file_in_the_folder_that_cannot_be_read_is_never_the_newest(file: EventFile) -> None:
    made = back_up.back_up(file.database)
    made.with_name("forum-29991231-235959.event").write_bytes(b"no event file at all")

    assert rotation.newest(file.path) == made


def test_a_restored_file_is_equal_to_the_back_up(file: EventFile, tmp_path: Path) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    before = copy.read_bytes()

    aside, found = back_up.restore(copy, tmp_path / "elsewhere.event")

    assert aside is None
    assert found == ()
    assert copy.read_bytes() == before
    with EventFile.open(tmp_path / "elsewhere.event", "desk2") as restored:
        assert entries(restored) == entries(file)
        assert findings(restored) == []


def test_a_restore_keeps_the_file_that_it_replaces(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    recorded(file, a_registration("d2"))
    file.close()

    aside = [back_up.restore(copy, file.path).aside for _ in range(2)]

    with EventFile.open(file.path, "desk1") as restored:
        assert [each.delegate.id for each in delegates.everybody(restored.database)] == ["d1"]
        recorded(restored, a_registration("d3"))
        assert findings(restored) == []
    assert aside[0] is not None
    assert aside[0] != aside[1]
    with EventFile.open(aside[0], "desk1") as kept:
        assert [each.delegate.id for each in delegates.everybody(kept.database)] == ["d1", "d2"]


def test_desks_are_equal_after_one_of_them_was_restored(file: EventFile, tmp_path: Path) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    recorded(file, a_registration("d2"))
    with copied(file, tmp_path / "other.event") as other:
        other.receive(entries(file))
        file.close()
        back_up.restore(copy, file.path)
        with EventFile.open(file.path, "desk1") as restored:
            recorded(restored, a_registration("d3"))

            other.receive(entries(restored))
            restored.receive(entries(other))

            assert tables(restored.database) == tables(other.database)
            assert findings(restored) == []
            assert {each.delegate.id for each in delegates.everybody(restored.database)} == {"d1", "d2", "d3"}


def test_an_event_that_another_program_has_open_is_not_replaced(file: EventFile) -> None:
    copy = back_up.back_up(file.database)
    file.close()
    program = f"""
        import sys
        from pathlib import Path
        from checkin.storage.event_file import EventFile
        file = EventFile.open(Path({str(file.path)!r}), "desk2")
        print(file.event.description.title, flush=True)
        sys.stdin.read()
        file.close()
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "Forum\n"

        with pytest.raises(CheckinError, match="The event is open in another program"):
            back_up.restore(copy, file.path)

        other.communicate()
    assert other.returncode == 0
    assert back_up.restore(copy, file.path).aside is not None


@pytest.mark.parametrize("damage", [b"", b"rubbish" * 1000, None])
def test_a_damaged_file_can_be_replaced_and_is_kept(file: EventFile, damage: bytes | None) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    file.close()
    content = file.path.read_bytes()
    file.path.write_bytes(content[: len(content) // 2] if damage is None else damage)
    before = file.path.read_bytes()

    aside = back_up.restore(copy, file.path).aside

    assert aside is not None
    assert aside.read_bytes() == before
    with EventFile.open(file.path, "desk1") as restored:
        assert findings(restored) == []


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (None, "The back-up was not found"),
        (b"", "This is not a back-up"),
        (b"Name;Organisation\n" * 300, "This is not an event file"),
    ],
)
def test_what_is_no_back_up_replaces_nothing(
    file: EventFile, tmp_path: Path, content: bytes | None, title: str
) -> None:
    file.close()
    before = file.path.read_bytes()
    if content is not None:
        (tmp_path / "copy.event").write_bytes(content)

    with pytest.raises(CheckinError) as raised:
        back_up.restore(tmp_path / "copy.event", file.path)

    assert raised.value.title == title
    assert file.path.read_bytes() == before


def test_a_back_up_that_was_cut_short_replaces_nothing(file: EventFile) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(200)))
    copy = back_up.back_up(file.database)
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    file.close()
    before = file.path.read_bytes()

    with pytest.raises(CheckinError, match=r"damaged|not an event file"):
        back_up.restore(copy, file.path)

    assert file.path.read_bytes() == before
    assert not [name for name in names(file.path.parent) if name.endswith(".new")]


@pytest.mark.parametrize("how", ["restore", "create"])
def test_a_log_whose_file_is_gone_is_put_aside_and_spoils_no_file_that_comes_to_its_place(
    file: EventFile, tmp_path: Path, how: str
) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    recorded(file, a_registration("d2"))
    place = tmp_path / "lost.event"
    log = file.path.with_name(file.path.name + "-wal").read_bytes()
    assert log
    place.with_name("lost.event-wal").write_bytes(log)

    if how == "restore":
        assert back_up.restore(copy, place).aside is None
    else:
        EventFile.create(place, an_event(), "desk2", "Bopha").close()

    with EventFile.open(place, "desk2") as made:
        assert findings(made) == []
        known = [each.delegate.id for each in delegates.everybody(made.database)]
        assert known == (["d1"] if how == "restore" else [])
    (aside,) = tmp_path.glob("lost.replaced-*.event-wal")
    assert aside.read_bytes() == log


def test_a_restore_to_no_folder_says_so_and_blames_not_the_back_up(file: EventFile, tmp_path: Path) -> None:
    copy = back_up.back_up(file.database)

    with pytest.raises(CheckinError, match="could not be restored") as raised:
        back_up.restore(copy, tmp_path / "nowhere" / "forum.event")

    assert str(tmp_path / "nowhere") in raised.value.message


@pytest.mark.parametrize("edition", ["folded_by", "read_by"])
@pytest.mark.parametrize("change", ["UPDATE delegates SET diet = 'as a newer program folds it'", "SELECT 1"])
def test_a_back_up_of_a_newer_program_replaces_nothing(file: EventFile, edition: str, change: str) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    file.close()
    before, known = file.path.read_bytes(), names(file.path.parent)
    with closing(sqlite.connect(str(copy), isolation_level=None)) as connection:
        connection.execute("UPDATE own SET value = 7 WHERE name = ?", (edition,))
        connection.execute(change)

    with pytest.raises(CheckinError, match="from a newer version") as raised:
        back_up.restore(copy, file.path)

    assert str(copy) in raised.value.message
    assert file.path.read_bytes() == before
    assert names(file.path.parent) == known


def _with_a_flipped_bit(key: bytes) -> bytes:
    return bytes([key[0] ^ 1]) + key[1:]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("CREATE TRIGGER spy AFTER INSERT ON badges BEGIN SELECT 1; END", "spy"),
        ("CREATE VIEW guests AS SELECT * FROM delegates", "guests"),
        ("DROP INDEX badges_by_delegate", "badges_by_delegate"),
        ("UPDATE own SET value = flipped(value) WHERE name = 'event_key'", "The key of its badges"),
        ("UPDATE own SET value = flipped(value) WHERE name = 'event_id'", "The key of its badges"),
        ("UPDATE own SET value = 'a text' WHERE name = 'event_key'", "event_key"),
        ("DELETE FROM own WHERE name = 'event_key'", "event_key"),
    ],
)
def test_a_back_up_with_another_schema_or_key_counts_as_none_and_is_kept(
    file: EventFile, change: str, told: str
) -> None:
    recorded(file, a_registration("d1"))
    with closing(sqlite.connect(str(file.path), isolation_level=None)) as connection:
        connection.create_function("flipped", 1, _with_a_flipped_bit)
        connection.execute(change)

    with pytest.raises(CheckinError, match="damaged, and so is its back-up") as raised:
        back_up.back_up(file.database)

    aside = back_up.folder_beside(file.path) / "forum.not-whole.event"
    assert told in raised.value.message
    assert ".new" not in raised.value.message
    assert rotation.newest(file.path) is None
    assert names(aside.parent) == [aside.name]


def test_badges_of_another_event_are_restored_and_told(file: EventFile, tmp_path: Path) -> None:
    recorded(file, a_registration("d1"), BadgeIssued("B1", "d1", START))
    copy = back_up.back_up(file.database)

    found = back_up.restore(copy, tmp_path / "restored.event").findings

    assert found == (Finding(Fault.FOREIGN_CODES, "1"),)
    with EventFile.open(tmp_path / "restored.event", "desk1") as restored:
        assert tables(restored.database) == tables(file.database)


def test_copies_have_the_rights_of_the_event_file_from_their_beginning(
    file: EventFile, tmp_path: Path
) -> None:
    recorded(file, a_registration("d1"))
    file.path.chmod(0o600)
    seen: set[int] = set()

    def look(_: int) -> None:
        seen.update(rights(path) for path in tmp_path.glob(".*.new*") if not path.name.endswith(".lock"))

    copy = back_up.back_up(file.database)
    file.close()
    elsewhere = tmp_path / "elsewhere.event"
    back_up.restore(copy, elsewhere, look)
    aside = back_up.restore(copy, file.path, look).aside

    assert aside is not None
    assert {rights(path) for path in (copy, elsewhere, file.path, aside)} == {0o600}
    assert seen == {0o600}


def test_a_restored_event_is_readable_by_its_owner_only(file: EventFile) -> None:
    copy = back_up.back_up(file.database)
    copy.chmod(0o444)
    file.close()
    file.path.chmod(0o640)

    back_up.restore(copy, file.path)

    assert rights(file.path) == 0o600


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


KILLED = """
    import os, signal
    from pathlib import Path
    from checkin.storage import back_up
    back_up.restore(Path({copy!r}), Path({event!r}), lambda _: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_what_a_killed_restore_has_left_is_cleared_at_the_next_open(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    file.close()
    known = names(file.path.parent)
    program = textwrap.dedent(KILLED.format(copy=str(copy), event=str(file.path)))
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGKILL
    left = set(names(file.path.parent)) - set(known)
    assert len(left) == 2  # the draft and what is built of it

    with EventFile.open(file.path, "desk1"):
        assert names(file.path.parent) == known
        assert not list(file.path.parent.glob(".*.new*"))


def test_who_opens_an_event_while_it_is_being_restored_takes_no_draft_away(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    copy = back_up.back_up(file.database)
    recorded(file, a_registration("d2"))
    file.close()

    def open_meanwhile(_: int) -> None:
        EventFile.open(file.path, "desk1").close()

    back_up.restore(copy, file.path, open_meanwhile)

    assert not list(file.path.parent.glob(".*.new*"))
    with EventFile.open(file.path, "desk1") as restored:
        assert [each.delegate.id for each in delegates.everybody(restored.database)] == ["d1"]


def test_what_a_killed_back_up_has_left_is_cleared_by_the_next_one(file: EventFile, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    left = stick / ".forum-20260914-090000.event.0123abcd.new"
    left.write_bytes(b"names of delegates")
    other = stick / ".seminar-20260914-090000.event.0123abcd.new"
    other.write_bytes(b"of another event")

    copy = back_up.back_up(file.database, stick)

    assert names(stick) == sorted([copy.name, other.name])
