"""Writes the journal: hashes entries, appends them, and notes in other tables which keys each entry touches."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain import journal as domain_journal
from checkin.domain.admission import NOT_COUNTED, Refused
from checkin.domain.delegates import new_id
from checkin.domain.facts import Scanned
from checkin.domain.journal import StreamEnd
from checkin.storage.journal import Appended, Row
from checkin.storage.moments import to_ms
from checkin.storage.plain_facts import written_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database


_INSERT_REFUSAL: Final = "INSERT OR REPLACE INTO refusals (entry, session, reason, at) VALUES (?, ?, ?, ?)"
_INSERT: Final = """INSERT INTO journal (entry, stream, seq, ord, operator, act, kind, subject, body, digest, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_LAST: Final = """SELECT s.last_seq, s.last_order, s.last_hash, coalesce(j.entry, 0), j.hash IS s.last_hash
    FROM streams s LEFT JOIN journal j ON j.entry = (SELECT max(entry) FROM journal) WHERE s.id = ?"""


def wall_ms() -> int:
    """The time of the computer's clock in milliseconds since 1970, to order entries and to date them."""
    return time.time_ns() // 1_000_000


@dataclass(slots=True)
class _Stream:
    no: int
    id: str


_KEPT: Final = 5_000
"""The number of newest entries of this run that are kept in memory: more than a desk writes between two back-ups."""


class Journal:
    """The writer of the journal: it appends entries to one stream, which belongs to this run of the program.

    The newest entries stay in memory too, so that they outlive a file that another program overwrites.

    The stream is opened at the first `append`. The caller of `append` must have opened a transaction.
    """

    def __init__(
        self, database: Database, event_id: bytes, desk: str, clock: Callable[[], int] = wall_ms
    ) -> None:
        """Prepare the writer. `desk` is the id of this computer's desk; `clock` returns milliseconds since 1970."""
        self._database = database
        self._event_id = event_id
        self._desk = desk
        self._clock = clock
        self._stream: _Stream | None = None
        self._written: list[domain_journal.Entry] = []
        self._written_after = 0
        self._last_number = 0
        self._committed: deque[domain_journal.Entry] = deque(maxlen=_KEPT)

    @property
    def committed(self) -> tuple[domain_journal.Entry, ...]:
        """The newest entries of this run of the program, at most 5,000, that were committed, in their order."""
        return tuple(self._committed)

    @property
    def newest(self) -> tuple[int, str, int] | None:
        """The place (order, stream, seq) of the last committed entry of this run of the program; None without one."""
        return self._committed[-1].place if self._committed else None

    def on_committed(self) -> None:
        """Keep the entries that the transaction wrote; call this method when a transaction was committed."""
        if self._written_after == self._database.taken_back:
            self._committed.extend(self._written)
            self._database.recorded = max(self._database.recorded, self._last_number)
        self._written = []

    def append(self, facts: Iterable[Fact], operator: str, act: str | None = None) -> list[Appended]:
        """Write the facts as entries of one act, and return the entries; `operator` is the operator's id.

        If `act` is the id of an act of this stream, the entries continue this act; otherwise they are a new act. Every
        text is written without control characters; the returned entries hold the facts as they were written.
        """
        stream, (seq, last_order, prev, number) = self._open_stream()
        first = (act and domain_journal.first_seq(act, stream.id)) or seq + 1
        act_id = domain_journal.act_id(stream.id, first)
        appended: list[Appended] = []
        rows: list[Row] = []
        if self._written_after != self._database.taken_back:
            self._written, self._written_after, self._last_number = [], self._database.taken_back, 0
        for told in facts:
            seq += 1
            number += 1
            now = self._clock()
            fact, body = written_down(told, now if seq == first and not hasattr(told, "at") else None)
            last_order = domain_journal.next_order(now, last_order)
            entry = domain_journal.sealed(
                stream=stream.id, seq=seq, order=last_order, desk=self._desk, operator=operator, act=act_id,
                kind=fact.kind, subject=fact.subject, prev=prev, body=body,
            )  # fmt: skip
            prev = entry.hash
            self._written.append(entry)
            rows.append(row_of(number, stream.no, first, entry))
            appended.append(Appended(number, entry.place, act_id, fact))
        self._last_number = number
        insert(self._database, rows, appended)
        return appended

    def _open_stream(self) -> tuple[_Stream, tuple[int, int, bytes, int]]:
        """The stream of this run, opened if needed, and four values that the next entry continues.

        They are the stream's last seq, the latest order of all streams, the stream's last hash, and the number of the
        last entry in the file.
        """
        row = self._database.row(_LAST, (self._stream.id,)) if self._stream is not None else None
        if self._stream is None or row is None:  # or the transaction that opened the stream was rolled back
            self._stream = self._new_stream()
            row = self._database.row(_LAST, (self._stream.id,))
        seq, order, prev, number, is_latest = row
        if not is_latest:
            # The newest entry of the file is another stream's. Its order, or an older one's, may be the latest.
            (latest,) = self._database.row("SELECT max(last_order) FROM streams")
            order = max(order, min(latest, domain_journal.LAST_FOLLOWED))
        return self._stream, (seq, order, prev, number)

    def _new_stream(self) -> _Stream:
        stream_id = new_id("")
        end = StreamEnd(self._desk, 0, 0, domain_journal.first_prev(self._event_id))
        return _Stream(open_stream(self._database, stream_id, end, is_written_here=True), stream_id)


def open_stream(database: Database, stream: str, end: StreamEnd, *, is_written_here: bool) -> int:
    """Add a stream (of one run of the program at one desk) that has no entry yet; return its number in this file.

    `stream` is the stream's id. `end` has the desk's id and the hash that the first entry stores as its `prev`.
    `is_written_here` is False for a stream from another event file.
    """
    return database.insert(
        "INSERT INTO streams (id, desk, last_seq, last_order, last_hash, written_here) VALUES (?, ?, 0, 0, ?, ?)",
        (stream, end.desk, end.hash, is_written_here),
    )


def mark_written_elsewhere(database: Database, streams: Iterable[int]) -> None:
    """Record that the streams with these numbers have entries that came from another event file."""
    database.run_many("UPDATE streams SET written_here = 0 WHERE no = ?", [(stream,) for stream in streams])


def row_of(number: int, stream_no: int, act: int, entry: domain_journal.Entry) -> Row:
    """The row for this entry in the journal's table.

    `number` and `stream_no` are the numbers of the entry and of its stream in this file. `act` is the seq (number in
    the stream) of the first entry of its act.
    """
    return (
        number, stream_no, entry.seq, entry.order, entry.operator, act, entry.kind, entry.subject, entry.body,
        entry.digest, entry.hash,
    )  # fmt: skip


def insert(database: Database, rows: Sequence[Row], known: Iterable[Appended]) -> None:
    """Write the rows of entries to the journal, and call `note` with the same entries, given as `known`."""
    database.run_many(_INSERT, rows)
    note(database, known)


def note(database: Database, known: Iterable[Appended]) -> None:
    """Record what these entries are about, which of them were not wholly understood, and which scans were refused.

    What an entry is about is recorded as keys: texts that name a delegate, a code, a thing that the event defines, an
    operator or an act.
    """
    touches, unread, refused = [], [], []
    for entry, _place, _act, fact, is_whole in known:
        if fact is not None:
            touches += [(key, entry) for key in fact.keys]
        if not is_whole:
            unread.append((entry,))
        verdict = fact.verdict if isinstance(fact, Scanned) else None
        if isinstance(fact, Scanned) and isinstance(verdict, Refused) and verdict.reason not in NOT_COUNTED:
            refused.append((entry, fact.session, verdict.reason, to_ms(fact.at)))
    database.run_many("INSERT OR IGNORE INTO touches (key, entry) VALUES (?, ?)", touches)
    if unread:
        database.run_many("INSERT OR IGNORE INTO unread (entry) VALUES (?)", unread)
    if refused:
        database.run_many(_INSERT_REFUSAL, refused)
