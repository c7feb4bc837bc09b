"""The journal in the file: entries appended to the stream of this run, and entries read back."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from checkin.domain import journal as domain
from checkin.domain.folding import Standing
from checkin.storage.codec import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database

_STREAM_LETTERS: Final = "23456789abcdefghjkmnpqrstvwxyz"
_MOST_DIGITS: Final = 18
"""What SQLite can hold."""
_OF_STREAM: Final = """SELECT j.entry, j.ord, j.operator, j.kind, j.body
    FROM streams s JOIN journal j ON j.stream = s.no WHERE s.id = ?"""
_COLUMNS: Final = "s.id, j.seq, j.ord, s.desk, j.operator, j.act, j.kind, j.subject, j.body, j.hash"
_INSERT: Final = """INSERT INTO journal (entry, stream, seq, ord, operator, act, kind, subject, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_LAST: Final = """SELECT s.last_seq, s.last_order, s.last_hash, coalesce(j.entry, 0), j.hash IS s.last_hash
    FROM streams s LEFT JOIN journal j ON j.entry = (SELECT max(entry) FROM journal) WHERE s.id = ?"""
_Row: TypeAlias = tuple[int | str | bytes, ...]


def wall_ms() -> int:
    """The computer's clock in milliseconds since 1970; it only orders entries."""
    return time.time_ns() // 1_000_000


class Appended(NamedTuple):
    """Where a fact now stands in the journal."""

    entry: int
    act: str
    begins_act: bool
    fact: Fact


@dataclass(slots=True)
class _Stream:
    no: int
    id: str


class Journal:
    """Appends to the stream of this run, which is opened at the first append. Call inside a transaction."""

    def __init__(self, database: Database, desk: str, clock: Callable[[], int] = wall_ms) -> None:
        """`desk` is this computer's desk id."""
        self._database = database
        self._desk = desk
        self._clock = clock
        self._stream: _Stream | None = None

    def append(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> list[Appended]:
        """Write the facts as entries of one act: a new one, or the act of this stream that is named."""
        stream, (seq, last_order, prev, number) = self._open_stream()
        first = (act and domain.first_seq(act, stream.id)) or seq + 1
        act_id = domain.act_id(stream.id, first)
        appended: list[Appended] = []
        rows: list[_Row] = []
        for fact in facts:
            seq += 1
            number += 1
            last_order = domain.next_order(self._clock(), last_order)
            entry = domain.sealed(
                stream=stream.id, seq=seq, order=last_order, desk=self._desk, operator=operator, act=act_id,
                kind=fact.kind, subject=fact.subject, body=encode(fact), prev=prev,
            )  # fmt: skip
            prev = entry.hash
            rows.append(_row(number, stream.no, first, entry))
            appended.append(Appended(number, act_id, seq == first, fact))
        _insert(self._database, rows, appended)
        return appended

    def _open_stream(self) -> tuple[_Stream, tuple[int, int, bytes, int]]:
        """This run's stream; its last seq, the latest order of all, its last hash, and the latest entry of all."""
        row = self._database.row(_LAST, (self._stream.id,)) if self._stream is not None else None
        if self._stream is None or row is None:  # or the transaction that opened it was taken back
            self._stream = self._new_stream()
            row = self._database.row(_LAST, (self._stream.id,))
        seq, order, prev, number, is_latest = row
        if not is_latest:
            # Whoever wrote last has gone past every order that was known; here it was somebody else.
            (order,) = self._database.row("SELECT max(last_order) FROM streams")
        return self._stream, (seq, order, prev, number)

    def _new_stream(self) -> _Stream:
        stream_id = "".join(secrets.choice(_STREAM_LETTERS) for _ in range(10))
        return _Stream(_open(self._database, stream_id, self._desk), stream_id)


def _open(database: Database, stream: str, desk: str) -> int:
    return database.insert(
        "INSERT INTO streams (id, desk, last_seq, last_order, last_hash) VALUES (?, ?, 0, 0, ?)",
        (stream, desk, domain.NO_HASH),
    )


def _row(number: int, stream_no: int, act: int, entry: domain.Entry) -> _Row:
    return (
        number, stream_no, entry.seq, entry.order, entry.operator, act,
        entry.kind, entry.subject, entry.body, entry.hash,
    )  # fmt: skip


def _insert(database: Database, rows: Sequence[_Row], known: Iterable[Appended]) -> None:
    """Write entries, and for those that are known here which keys they touch."""
    database.run_many(_INSERT, rows)
    touches = [(key, appended.entry) for appended in known for key in appended.fact.keys]
    database.run_many("INSERT INTO touches (key, entry) VALUES (?, ?)", touches)


def receive(database: Database, entries: Iterable[domain.Entry]) -> list[Appended]:
    """Take in entries that were written elsewhere, each stream's in the order of its seq; known ones are passed over.

    A gap in a stream, a broken chain, or other content under a known place raises ValueError.
    """
    received: list[Appended] = []
    for entry in entries:
        stream = database.row("SELECT no, last_seq, last_hash FROM streams WHERE id = ?", (entry.stream,))
        number = _open(database, entry.stream, entry.desk) if stream is None else stream[0]
        last_seq, last_hash = (0, domain.NO_HASH) if stream is None else stream[1:]
        if entry.seq <= last_seq:
            _compare_with_known(database, number, entry)
            continue
        act = domain.first_seq(entry.act, entry.stream)
        if entry.seq != last_seq + 1 or entry.prev != last_hash or act is None or not domain.is_intact(entry):
            message = f"stream {entry.stream} does not continue at {entry.seq}"
            raise ValueError(message)
        fact = decode(entry.kind, entry.body)
        (place,) = database.row("SELECT coalesce(max(entry), 0) + 1 FROM journal")
        appended = [] if fact is None else [Appended(place, entry.act, entry.seq == act, fact)]
        _insert(database, [_row(place, number, act, entry)], appended)
        received += appended
    return received


def _compare_with_known(database: Database, stream_no: int, entry: domain.Entry) -> None:
    known = database.row("SELECT hash FROM journal WHERE stream = ? AND seq = ?", (stream_no, entry.seq))
    if known is None or known[0] != entry.hash:
        message = f"stream {entry.stream} holds something else at {entry.seq}"
        raise ValueError(message)


def read_entries(
    database: Database, where: str = "", parameters: Sequence[object] = ()
) -> Iterator[domain.Entry]:
    """The entries, stream by stream in the order of their seq; `prev` is what stands before each in this file."""
    prev, stream = domain.NO_HASH, ""
    for row in database.each(
        f"SELECT {_COLUMNS} FROM streams s JOIN journal j ON j.stream = s.no {where} ORDER BY s.no, j.seq",
        parameters,
    ):
        if row[0] != stream:
            prev, stream = domain.NO_HASH, row[0]
        _, seq, order, desk, operator, act, kind, subject, body, digest = row
        entry = domain.Entry(
            stream, seq, order, desk, operator, domain.act_id(stream, act), kind, subject, body, prev, digest
        )
        prev = entry.hash
        yield entry


class Recorded(NamedTuple):
    """An entry of an act, as it lies in the file."""

    entry: int
    order: int
    operator: str
    kind: str
    body: bytes


def of_act(database: Database, act: str, after: int, most: int) -> list[Recorded]:
    """So many entries of an act, in order: those after the entry with that number, 0 for all from the first on."""
    stream, first = parts_of(act)
    # Two questions, for each of which there is an index: a long act is read in pieces.
    rows = [] if after else database.rows(f"{_OF_STREAM} AND j.seq = ?", (stream, first))
    rows += database.rows(
        f"{_OF_STREAM} AND j.act = ? AND j.act <> j.seq AND j.entry > ? ORDER BY j.entry LIMIT ?",
        (stream, first, after, most - len(rows)),
    )
    return [Recorded(*row) for row in rows]


def size_of_act(database: Database, act: str) -> int:
    """How many entries the act has."""
    query = "SELECT count(*) FROM streams s JOIN journal j ON j.stream = s.no WHERE s.id = ?"
    (begun,) = database.row(f"{query} AND j.seq = ?", parts_of(act))
    (more,) = database.row(f"{query} AND j.act = ? AND j.act <> j.seq", parts_of(act))
    return int(begun + more)


def parts_of(act: str) -> tuple[str, int]:
    """The act's stream and the seq of its first entry, 0 where the text names no act."""
    stream, _, seq = act.rpartition("-")
    return stream, int(seq) if seq.isascii() and seq.isdigit() and len(seq) <= _MOST_DIGITS else 0


def standings(database: Database, keys: Sequence[str], without: str = "") -> list[Standing]:
    """The facts that touch any of these keys, in the order of the clock, each with whether it still stands.

    Those of the act `without` are taken as undone.
    """
    marks = ",".join("?" * len(keys))
    rows = database.rows(
        f"""SELECT DISTINCT j.ord, s.id, j.seq, j.kind, j.body, u.act IS NULL AND s.id || '-' || j.act <> ?
        FROM touches t JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream
        LEFT JOIN undone u ON u.act = s.id || '-' || j.act
        WHERE t.key IN ({marks}) ORDER BY j.ord, s.id, j.seq""",
        (without, *keys),
    )
    known = ((decode(row[3], row[4]), bool(row[5])) for row in rows)
    return [Standing(fact, stands) for fact, stands in known if fact is not None]
