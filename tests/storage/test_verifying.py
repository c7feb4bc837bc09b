"""Verification: whatever somebody has changed in an event file is found, and a whole file is said to be whole."""

from __future__ import annotations

import hashlib
import shutil
import stat
import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import filelock
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from checkin.domain import codes
from checkin.domain import journal as domain
from checkin.domain.admission import Left, Refusal, Refused
from checkin.domain.facts import (
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    LongAct,
    Named,
    Undone,
)
from checkin.domain.faults import Fault, Finding
from checkin.errors import CheckinError
from checkin.storage import delegates, event_file, long_acts, rebuilt, refolding, verifying
from checkin.storage.event_file import EventFile
from tests.storage.stories import (
    START,
    a_registration,
    a_room,
    a_scan,
    an_event,
    at,
    copied,
    entries,
    findings,
    recorded,
    tables,
    undone,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.domain.journal import Entry

JOURNAL = ("stream", "seq", "ord", "operator", "act", "kind", "subject", "body", "digest", "hash")


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed event file in which a little of everything has happened, by two desks."""
    path = tmp_path_factory.mktemp("day") / "day.event"
    with EventFile.create(path, an_event(), "desk1", "Dara") as file:
        recorded(file, a_registration("d1", native_name="សុខ"), BadgeIssued("B1", "d1", START))
        recorded(file, a_registration("d2", "CHEA"), Arrived("d2", at(-60), "desk 1"))
        recorded(file, a_scan("B1"))
        recorded(file, Named("d1", "opening", seat="A3", withdrawn=False))
        recorded(file, a_scan("B1", 5, verdict=Left()), BadgePrinted("B1", at(6)))
        undone(file, recorded(file, Corrected("d2", {})))
    with EventFile.open(path, "desk2") as file:
        recorded(
            file,
            a_scan("B9", 7, verdict=Refused(Refusal.FULL)),
            a_scan("junk", verdict=Refused(Refusal.NOT_OURS)),
        )
        recorded(file, BadgeRevoked("B1"), a_scan("", delegate="d2"))
        recorded(file, a_room("Bayon"))
    return path


@pytest.fixture
def copy(day: Path, tmp_path: Path) -> Path:
    path = tmp_path / "copy.event"
    shutil.copyfile(day, path)
    return path


def tampered(path: Path, *statements: str) -> int:
    """Change the file behind the program's back; how many rows were changed."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE name LIKE 'journal_is_never%'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        before = connection.total_changes
        for statement in statements:
            connection.execute(statement)
        changed = int(connection.total_changes - before)
        for _, guard in guards:
            connection.execute(guard)
        return changed


def faults(path: Path) -> set[Fault]:
    """What a verification finds, whoever has taken triggers away to change the file."""
    with EventFile.open(path, "desk1") as file:
        return {finding.fault for finding in findings(file)}


def test_a_whole_file_has_no_findings(copy: Path) -> None:
    with EventFile.open(copy, "desk1") as file:
        verification = verifying.verify(file.database, lambda _: None)

        assert findings(file) == []
    assert (verification.entries, verification.streams) == (21, 3)


@pytest.fixture(scope="session")
def values(day: Path) -> dict[tuple[int, str], bytes | int | str]:
    """Every value of every entry."""
    with closing(sqlite.connect(str(day))) as connection:
        rows = connection.execute(f"SELECT entry, {', '.join(JOURNAL)} FROM journal").fetchall()  # noqa: S608
    return {(row[0], column): row[n] for row in rows for n, column in enumerate(JOURNAL, 1)}


@given(data=st.data())
def test_a_changed_byte_in_any_column_of_any_entry_is_found(
    day: Path,
    tmp_path_factory: pytest.TempPathFactory,
    values: dict[tuple[int, str], Any],
    data: st.DataObject,
) -> None:
    entry, column = data.draw(st.sampled_from(sorted(values)))
    new = data.draw(_changed(values[entry, column]))
    path = tmp_path_factory.mktemp("tampered") / "copy.event"
    shutil.copyfile(day, path)
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER journal_is_never_changed")
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute(f"UPDATE OR REPLACE journal SET {column} = ? WHERE entry = ?", (new, entry))  # noqa: S608

    # Where not even the programme can be read any more, opening says so.
    try:
        found = faults(path)
    except CheckinError:
        return
    assert found & {Fault.CHANGED, Fault.MISSING, Fault.DAMAGED}


def _changed(value: float | str | bytes) -> st.SearchStrategy[Any]:
    match value:
        case int():
            return st.integers(-3, 40).filter(lambda new: new != value) | st.just("x")
        case str():
            return st.text(st.characters(codec="utf-8"), max_size=5).filter(lambda new: new != value)
        case _:
            return st.integers(0, max(len(value) - 1, 0)).map(lambda n: _with_other_byte(value, n)) | st.just(
                "x"
            )


def _with_other_byte(value: bytes, n: int) -> bytes:
    changed = bytearray(value or b" ")
    changed[n] ^= 1
    return bytes(changed)


@pytest.mark.parametrize("entry", range(1, 21))
def test_an_entry_that_was_taken_away_is_missed(copy: Path, entry: int) -> None:
    tampered(copy, f"DELETE FROM journal WHERE entry = {entry}")  # noqa: S608

    assert Fault.MISSING in faults(copy)


def test_the_end_of_a_stream_that_was_cut_off_is_missed(copy: Path) -> None:
    with closing(sqlite.connect(str(copy))) as connection:
        stream, seq = connection.execute("SELECT id, last_seq FROM streams ORDER BY no DESC").fetchone()
    tampered(
        copy,
        "DELETE FROM touches WHERE entry IN (SELECT entry FROM journal ORDER BY stream DESC, seq DESC LIMIT 2)",
        "DELETE FROM journal WHERE entry IN (SELECT entry FROM journal ORDER BY stream DESC, seq DESC LIMIT 2)",
    )

    with EventFile.open(copy, "desk1") as file:
        assert Finding(Fault.MISSING, domain.act_id(stream, seq - 1)) in findings(file)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("delegates", "UPDATE delegates SET family_name = 'SUK' WHERE id = 'd1'"),
        ("delegates", "UPDATE delegates SET desk_at = NULL"),
        ("delegates", "DELETE FROM delegates WHERE id = 'd2'"),
        ("badges", "UPDATE badges SET revoked = ''"),
        ("badges", "DELETE FROM badges"),
        ("stays", "UPDATE stays SET came = came - 60000"),
        ("named", "UPDATE named SET seat = 'B7'"),
        ("named", "DELETE FROM named"),
        ("stays", 'UPDATE stays SET "left" = NULL'),
        ("occupancy", "UPDATE occupancy SET inside = 100"),
        ("undone", "DELETE FROM undone"),
        ("undone", "INSERT INTO undone VALUES ('other-1')"),
        ("definitions", "DELETE FROM definitions WHERE what = 'session'"),
        ("definitions", "UPDATE definitions SET value = '3' WHERE field = 'capacity'"),
        ("operators", "UPDATE operators SET name = 'Eve'"),
        ("unread", "INSERT INTO unread VALUES (3)"),
        ("search", "INSERT OR REPLACE INTO search (rowid, names, details) VALUES (1, 'suk', '')"),
        ("touches", "DELETE FROM touches WHERE key = 'cB1'"),
        ("streams", "UPDATE streams SET last_order = last_order - 1"),
        ("streams", "UPDATE streams SET last_hash = zeroblob(32)"),
    ],
)
def test_a_table_that_somebody_has_changed_differs(copy: Path, table: str, change: str) -> None:
    assert tampered(copy, change)

    with EventFile.open(copy, "desk1") as file:
        assert Finding(Fault.DIFFERS, table) in findings(file)


def test_two_delegates_who_were_exchanged_in_the_search_index_differ(copy: Path) -> None:
    tampered(copy, "UPDATE delegates SET no = 9 WHERE no = 1", "UPDATE delegates SET no = 1 WHERE no = 2",
             "UPDATE delegates SET no = 2 WHERE no = 9")  # fmt: skip

    with EventFile.open(copy, "desk1") as file:
        assert findings(file) == [Finding(Fault.DIFFERS, "search")]


def test_the_journal_refuses_to_be_changed(file: EventFile) -> None:
    for statement in (
        "UPDATE journal SET operator = 'Eve'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
    ):
        with pytest.raises(CheckinError, match="append-only"):
            file.database.run(statement)
    assert findings(file) == []


def test_a_desk_can_go_on_while_its_file_is_verified(file: EventFile) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(600)))

    def scan_meanwhile(seen: int) -> None:
        in_another_thread(lambda: recorded(file, a_registration(f"e{seen}"), a_scan("B1", seen)))

    before = len(entries(file))
    verification = verifying.verify(file.database, scan_meanwhile)

    assert verification.is_whole
    assert verification.entries == before
    assert len(entries(file)) > before
    assert findings(file) == []


def test_a_file_into_which_an_undo_is_still_being_carried_is_whole(file: EventFile) -> None:
    people = [a_registration(f"d{n}") for n in range(400)]
    act = long_acts.record(file, LongAct.IMPORT, people, "Dara", lambda _: None)
    recorded(file, Undone(act))
    assert long_acts.has_unfinished_undo(file.database)

    assert findings(file) == []


def in_another_thread(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_verification_that_is_cancelled_leaves_the_file_to_the_desk(file: EventFile) -> None:
    def cancel(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verifying.verify(file.database, cancel)

    recorded(file, a_registration())
    assert findings(file) == []


# ------------------------------------------------------------------------------------------------------- newer programs


def of_a_newer_program(known: Entry, kind: str, body: bytes) -> Entry:
    """What a newer program wrote behind this entry, as an act of its own."""
    return domain.sealed(
        stream=known.stream, seq=known.seq + 1, order=known.order + 1, desk=known.desk, operator="o1",
        act=domain.act_id(known.stream, known.seq + 1), kind=kind, subject="d9", body=body, prev=known.hash,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "body", "families"),
    [
        ("eaten", b'{"meal":"lunch"}', ["SOK", "SOK"]),
        ("corrected", b'{"delegate":"d9","details":{"family_name":"CHEA"},"approved":true}', ["SOK", "CHEA"]),
        (
            "corrected",
            b'{"delegate":"d9","details":{"family_name":"CHEA","status":"cloned"}}',
            ["SOK", "CHEA"],
        ),
        ("corrected", b'{"delegate":"d9","details":{"family_name":["CHEA"]}}', ["SOK", "SOK"]),
        ("arrived", b'{"delegate":"d9","at":1e99,"station":""}', ["SOK", "SOK"]),
        ("scanned", b"[" * 100_000, ["SOK", "SOK"]),
        ("scanned", b"\xff", ["SOK", "SOK"]),
    ],
)
def test_an_entry_of_a_newer_program_is_folded_as_far_as_understood_kept_passed_on_and_told(
    file: EventFile, tmp_path: Path, kind: str, body: bytes, families: list[str]
) -> None:
    with copied(file, tmp_path / "newer.event") as other:
        recorded(file, a_registration("d1"))
        recorded(other, a_registration("d9"))
        last = entries(other)[-1]
        newer = of_a_newer_program(last, kind, body)
        following = of_a_newer_program(newer, last.kind, body=b'{"delegate":"d9","details":{"phone":"1"}}')

        file.receive([*entries(other), newer, following])

        assert newer in entries(file)
        verification = verifying.verify(file.database, lambda _: None)
        place = domain.act_id(newer.stream, newer.seq)
        assert verification.findings == (Finding(Fault.UNKNOWN_KIND, place),)
        assert verification.is_whole
        assert [each.delegate.family_name for each in delegates.everybody(file.database)] == families
        other.receive(entries(file))
        assert tables(other.database) == tables(file.database)
        assert findings(other) == [Finding(Fault.UNKNOWN_KIND, place)]


# ------------------------------------------------------------------------------------------ the schema, the key, codes


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER spy AFTER INSERT ON stays BEGIN UPDATE delegates SET status = 'blocked'; END",
        "CREATE VIEW guests AS SELECT * FROM delegates",
        "CREATE TABLE spy (name TEXT)",
        "DROP INDEX badges_by_delegate",
        "DROP TRIGGER somebody_left",
    ],
)
def test_what_was_put_into_the_schema_or_taken_out_of_it_is_found(copy: Path, planted: str) -> None:
    with closing(sqlite.connect(str(copy), isolation_level=None)) as connection:
        connection.execute(planted)
    name = planted.split()[2]

    with EventFile.open(copy, "desk1") as file:
        assert findings(file) == [Finding(Fault.SCHEMA, name)]


@pytest.mark.parametrize("value", ["5", "NULL_KEY", "'text'", "zeroblob(31)", "zeroblob(32)"])
@pytest.mark.parametrize("name", ["event_key", "event_id"])
def test_a_key_or_an_id_that_is_not_the_events_is_a_sentence(copy: Path, name: str, value: str) -> None:
    change = (
        f"DELETE FROM own WHERE name = '{name}'"  # noqa: S608
        if value == "NULL_KEY"
        else f"UPDATE own SET value = {value} WHERE name = '{name}'"  # noqa: S608
    )
    with closing(sqlite.connect(str(copy), isolation_level=None)) as connection:
        connection.execute(change)

    with pytest.raises(CheckinError, match="The event file is damaged"):
        EventFile.open(copy, "desk1")


@pytest.mark.parametrize("name", ["event_key", "event_id"])
@given(byte=st.integers(0, 15), bit=st.integers(0, 7))
def test_a_bit_that_was_flipped_in_the_key_or_the_id_is_found(
    day: Path, tmp_path_factory: pytest.TempPathFactory, name: str, byte: int, bit: int
) -> None:
    path = tmp_path_factory.mktemp("flipped") / "copy.event"
    shutil.copyfile(day, path)
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        (known,) = connection.execute("SELECT value FROM own WHERE name = ?", (name,)).fetchone()
        flipped = known[:byte] + bytes([known[byte] ^ 1 << bit]) + known[byte + 1 :]
        connection.execute("UPDATE own SET value = ? WHERE name = ?", (flipped, name))

    with pytest.raises(CheckinError, match="The event file is damaged"):
        EventFile.open(path, "desk1")


def test_codes_that_were_not_made_for_this_event_are_counted(file: EventFile) -> None:
    genuine = codes.mint(file.event_key).text
    forged = codes.mint(bytes(32)).text
    recorded(file, a_registration(), BadgeIssued(genuine, "d1", START), BadgeRevoked(genuine))
    assert verifying.verify(file.database, lambda _: None).findings == ()
    recorded(file, BadgeIssued(forged, "d1", START), BadgeRevoked("B1"))

    verification = verifying.verify(file.database, lambda _: None)

    assert verification.findings == (Finding(Fault.FOREIGN_CODES, "2"),)
    assert not verification.is_whole


def test_a_picture_that_is_not_the_one_of_its_digest_is_found(file: EventFile) -> None:
    digest = hashlib.sha256(b"a face").digest()
    file.database.run("INSERT INTO pictures VALUES (?, ?)", (digest, b"a face"))
    assert findings(file) == []
    file.database.run("UPDATE pictures SET bytes = x'00'")

    assert findings(file) == [Finding(Fault.PICTURE, digest.hex())]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("INSERT INTO pictures VALUES (x'05', 7)", Finding(Fault.PICTURE, "05")),
        ("INSERT INTO pictures VALUES (x'05', 'a face')", Finding(Fault.PICTURE, "05")),
        ("INSERT INTO pictures VALUES ('face', x'05')", Finding(Fault.PICTURE, "face")),
        ("INSERT INTO pictures VALUES (NULL, x'05')", Finding(Fault.PICTURE, "None")),
        ("UPDATE badges SET code = CAST(code AS BLOB)", Finding(Fault.FOREIGN_CODES, "1")),
        ("UPDATE streams SET last_seq = 'x' WHERE no = 1", Finding(Fault.DIFFERS, "streams")),
    ],
)
def test_a_value_of_another_kind_is_a_finding(file: EventFile, change: str, expected: Finding) -> None:
    recorded(file, a_registration(), BadgeIssued(codes.mint(file.event_key).text, "d1", START))
    file.database.run(change)

    assert expected in verifying.verify(file.database, lambda _: None).findings


# ------------------------------------------------------------------------------------------ the copy that is built


def test_the_copy_lies_beside_the_file_for_its_owner_only_and_is_gone_in_the_end(
    file: EventFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(file, *(a_registration(f"d{n}") for n in range(600)))
    file.path.chmod(0o640)
    seen: dict[str, int] = {}

    def look(_: int) -> None:
        seen.update(
            (path.name, stat.S_IMODE(path.stat().st_mode)) for path in file.path.parent.glob(".*rebuilt*")
        )

    monkeypatch.setenv("TMPDIR", "/nowhere")
    verifying.verify(file.database, look)

    copy = f".{file.path.name}.rebuilt"
    assert {copy, f"{copy}-wal"} <= seen.keys()
    assert {mode for name, mode in seen.items() if not name.endswith(".lock")} == {0o600}
    assert list(file.path.parent.glob(".*rebuilt*")) == []


def test_a_copy_that_a_killed_verification_has_left_is_cleared_at_the_next_open(copy: Path) -> None:
    left = [copy.with_name(f".{copy.name}.rebuilt{ending}") for ending in ("", "-wal", "-shm")]
    for path in left:
        path.write_bytes(b"names of delegates")

    EventFile.open(copy, "desk1").close()

    assert not any(path.exists() for path in left)


def test_of_a_file_in_a_folder_that_cannot_be_written_the_copy_lies_in_a_folder_of_its_own(
    copy: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[Path] = set()
    monkeypatch.setattr(rebuilt, "can_be_written", lambda _: False)
    with EventFile.open(copy, "desk1") as file:
        verifying.verify(file.database, lambda _: seen.update(home.rglob("*.rebuilt")))

    assert {path.parent.name for path in seen} == {"verifying"}
    assert {stat.S_IMODE(path.parent.stat().st_mode) for path in seen} == {0o700}
    assert list(home.rglob("*.rebuilt")) == []


def test_the_copy_of_a_file_in_a_folder_that_cannot_be_written_is_cleared_at_the_next_open_too(
    copy: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Path] = []

    def keep_a_copy(_: int) -> None:
        if not left:
            (path,) = home.rglob("*.rebuilt")
            left.append(path.with_name("0123.rebuilt"))
            shutil.copyfile(path, left[0])

    for module in (rebuilt, event_file):
        monkeypatch.setattr(module, "can_be_written", lambda _: False)
    with EventFile.open(copy, "desk1") as file:
        verifying.verify(file.database, keep_a_copy)
    assert all(path.exists() for path in left)
    assert left

    EventFile.open(copy, "desk1").close()

    assert list(home.rglob("*.rebuilt")) == []


def test_who_waits_for_the_lock_of_a_verification_holds_a_lock_that_keeps_others_out(file: EventFile) -> None:
    place = file.path.with_name(f".{file.path.name}.rebuilt.lock")
    waiting = filelock.FileLock(place, thread_local=False)
    waiter = threading.Thread(target=waiting.acquire)

    verifying.verify(file.database, lambda _: None if waiter.ident else waiter.start())
    waiter.join()

    with pytest.raises(CheckinError, match="being checked already"):
        verifying.verify(file.database, lambda _: None)
    waiting.release()
    assert findings(file) == []


def test_two_verifications_at_once_are_told_apart(file: EventFile) -> None:
    def again(_: int) -> None:
        verifying.verify(file.database, lambda _: None)

    with pytest.raises(CheckinError, match="being checked already"):
        verifying.verify(file.database, again)


# ------------------------------------------------------------------------------------------ a body that was removed


def test_the_chain_still_verifies_after_a_body_was_removed(file: EventFile) -> None:
    recorded(file, a_registration("d1"))
    recorded(file, a_registration("d2", "CHEA"), a_scan("B1"))
    (known,) = file.database.row("SELECT entry FROM journal WHERE subject = 'd1'")
    (guard,) = file.database.row("SELECT sql FROM sqlite_master WHERE name = 'journal_is_never_changed'")
    file.database.run("DROP TRIGGER journal_is_never_changed")
    file.database.run("UPDATE journal SET body = NULL WHERE entry = ?", (known,))
    file.database.run(guard)

    refolding.fold_anew(file.database)

    assert findings(file) == []
    assert [each.delegate.id for each in delegates.everybody(file.database)] == ["d2"]
    erased = [entry for entry in entries(file) if entry.body is None]
    assert [entry.subject for entry in erased] == ["d1"]


def test_entries_without_a_body_come_in_at_another_desk(file: EventFile, tmp_path: Path) -> None:
    with copied(file, tmp_path / "other.event") as other:
        recorded(file, a_registration("d1"))
        recorded(file, a_registration("d2", "CHEA"))
        erased = [replace(entry, body=None) if entry.subject == "d1" else entry for entry in entries(file)]

        other.receive(erased)

        assert [each.delegate.id for each in delegates.everybody(other.database)] == ["d2"]
        assert findings(other) == []


def test_every_table_is_compared_or_is_this_files_own(file: EventFile) -> None:
    there = {name for (name,) in file.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    search = {name for name in there if name.startswith("search")}
    own = {"journal", "own", "pictures", "stale", "print_jobs", "schema_migration"}

    assert there - search - own == set(verifying._TABLES)
