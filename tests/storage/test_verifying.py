"""Verification: whatever somebody has changed in an event file is found, and a whole file is said to be whole."""

from __future__ import annotations

import shutil
import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from checkin.domain import journal as domain
from checkin.domain.admission import Left, Refusal, Refused
from checkin.domain.facts import Arrived, BadgeIssued, BadgePrinted, BadgeRevoked, Corrected, SessionDefined
from checkin.domain.faults import Fault, Finding
from checkin.errors import CheckinError
from checkin.storage import verifying
from checkin.storage.event_file import EventFile
from tests.storage.stories import (
    START,
    a_registration,
    a_scan,
    a_session,
    an_event,
    at,
    entries,
    findings,
    recorded,
    tables,
    undone,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

JOURNAL = ("stream", "seq", "ord", "operator", "act", "kind", "subject", "body", "hash")


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed event file in which a little of everything has happened, by two desks."""
    path = tmp_path_factory.mktemp("day") / "day.event"
    with EventFile.create(path, an_event(), "desk1", "Dara") as file:
        recorded(file, a_registration("d1", native_name="សុខ"), BadgeIssued("B1", "d1", START))
        recorded(file, a_registration("d2", "CHEA"), Arrived("d2", at(-60), "desk 1"))
        recorded(file, a_scan("B1"))
        recorded(file, a_scan("B1", 5, verdict=Left()), BadgePrinted("B1", at(6)))
        undone(file, recorded(file, Corrected("d2", {})))
    with EventFile.open(path, "desk2") as file:
        recorded(
            file,
            a_scan("B9", 7, verdict=Refused(Refusal.FULL)),
            a_scan("junk", verdict=Refused(Refusal.NOT_OURS)),
        )
        recorded(file, BadgeRevoked("B1", "lost"), a_scan("", delegate="d2"))
        recorded(file, SessionDefined(a_session("opening", "Bayon")))
    return path


@pytest.fixture
def copy(day: Path, tmp_path: Path) -> Path:
    path = tmp_path / "copy.event"
    shutil.copyfile(day, path)
    return path


def tampered(path: Path, *statements: str) -> int:
    """Change the file behind the program's back; how many rows were changed."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER journal_is_never_changed")
        connection.execute("DROP TRIGGER journal_is_never_shortened")
        before = connection.total_changes
        for statement in statements:
            connection.execute(statement)
        return int(connection.total_changes - before)


def faults(path: Path) -> set[Fault]:
    with EventFile.open(path, "desk1") as file:
        return {finding.fault for finding in findings(file)}


def test_a_whole_file_has_no_findings(copy: Path) -> None:
    with EventFile.open(copy, "desk1") as file:
        verification = verifying.verify(file.database, lambda _: None)

    assert verification.is_whole
    assert verification.findings == ()
    assert (verification.entries, verification.streams) == (18, 3)


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


@pytest.mark.parametrize("entry", range(1, 19))
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
        ("stays", 'UPDATE stays SET "left" = NULL'),
        ("occupancy", "UPDATE occupancy SET inside = 100"),
        ("undone", "DELETE FROM undone"),
        ("undone", "INSERT INTO undone VALUES ('other-1')"),
        ("definitions", "DELETE FROM definitions WHERE key LIKE 'session%'"),
        ("definitions", "UPDATE definitions SET entry = 3 WHERE key = 'sessionopening'"),
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


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("eaten", b'{"meal":"lunch"}'),
        ("registered", b'{"delegate":"d9","details":{"shoe_size":"44"}}'),
        ("registered", b'{"delegate":"d9","details":{"status":"cloned"}}'),
        ("registered", b'{"delegate":"d9","details":{"family_name":["SOK"]}}'),
        ("arrived", b'{"delegate":"d9","at":1e99,"station":""}'),
        ("scanned", b"[" * 100_000),
        ("scanned", b"\xff"),
    ],
)
def test_an_entry_of_a_newer_program_is_kept_passed_on_and_told(
    file: EventFile, tmp_path: Path, kind: str, body: bytes
) -> None:
    recorded(file, a_registration("d1"))
    other = EventFile.create(tmp_path / "newer.event", file.event, "desk2", "Bopha")
    recorded(other, a_registration("d9"))
    *known, last = entries(other)
    newer = domain.sealed(
        stream=last.stream, seq=last.seq + 1, order=last.order + 1, desk="desk2", operator="Bopha",
        act=domain.act_id(last.stream, last.seq + 1), kind=kind, subject="d9", body=body, prev=last.hash,
    )  # fmt: skip
    following = domain.sealed(
        stream=last.stream, seq=last.seq + 2, order=last.order + 2, desk="desk2", operator="Bopha",
        act=domain.act_id(last.stream, last.seq + 2), kind=last.kind, subject=last.subject, body=last.body,
        prev=newer.hash,
    )  # fmt: skip

    file.receive([*known, last, newer, following])

    assert newer in entries(file)
    verification = verifying.verify(file.database, lambda _: None)
    assert verification.findings == (Finding(Fault.UNKNOWN_KIND, domain.act_id(newer.stream, newer.seq)),)
    assert verification.is_whole
    other.receive(entries(file))
    assert tables(other.database) == tables(file.database)
    other.close()


def test_what_does_not_continue_a_stream_is_refused(file: EventFile, tmp_path: Path) -> None:
    with EventFile.create(tmp_path / "other.event", an_event(), "desk2", "Bopha") as other:
        for n in range(3):
            recorded(other, a_registration(f"d{n}"))
        *_, first, second, third = entries(other)
    before = entries(file)
    forged = replace(second, body=second.body.replace(b"d1", b"d7"))

    for bad in ([second], [first, third], [first, forged], [first, replace(second, prev=third.hash)]):
        with pytest.raises(ValueError, match="does not continue"):
            file.receive(bad)
    assert entries(file) == before

    file.receive([first, second])
    file.receive([first, second, third])
    same_place = ("stream", "seq", "order", "desk", "act", "kind", "subject", "prev")
    other_second = domain.sealed(
        **{part: getattr(second, part) for part in same_place}, operator="Eve", body=b"{}"
    )
    with pytest.raises(ValueError, match="holds something else"):
        file.receive([other_second])
    assert findings(file) == []
