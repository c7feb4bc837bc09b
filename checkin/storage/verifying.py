"""Whether an event file is whole: everything is built again from the journal, in another file, and compared."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.domain import journal as domain
from checkin.domain.faults import Fault, Finding
from checkin.storage import projection
from checkin.storage.codec import decode
from checkin.storage.database import Database
from checkin.storage.journal import read_entries, receive
from checkin.storage.trouble import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checkin.domain.journal import Entry

_PIECE: Final = 500
_TABLES: Final = {
    "streams": "SELECT id, desk, last_seq, last_order, last_hash FROM streams ORDER BY id",
    "touches": """SELECT t.key, s.id, j.seq FROM touches t JOIN journal j ON j.entry = t.entry
        JOIN streams s ON s.no = j.stream ORDER BY t.key, s.id, j.seq""",
    "delegates": "SELECT {columns} FROM delegates ORDER BY id",
    "badges": "SELECT code, delegate, issued_at, issue, printed, revoked FROM badges ORDER BY code",
    "stays": 'SELECT person, session, n, came, station, code, "left" FROM stays ORDER BY person, session, n',
    "occupancy": "SELECT session, inside, entered FROM occupancy WHERE inside <> 0 OR entered <> 0 ORDER BY session",
    "undone": "SELECT act FROM undone ORDER BY act",
    "definitions": """SELECT d.key, s.id, j.seq FROM definitions d JOIN journal j ON j.entry = d.entry
        JOIN streams s ON s.no = j.stream ORDER BY d.key""",
    "search": """SELECT d.id, w.term, w.col, w.offset FROM temp.words w LEFT JOIN delegates d ON d.no = w.doc
        ORDER BY d.id, w.term, w.col, w.offset""",
}


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification found."""

    entries: int
    streams: int
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return all(finding.is_harmless for finding in self.findings)


def verify(database: Database, progress: Callable[[int], None]) -> Verification:
    """Check every page, every entry's hash and place, and the tables against the journal.

    `progress` gets the number of entries seen, and cancels by raising. Raises CheckinError where the file cannot
    be read at all.
    """
    findings: list[Finding] = []
    entries = streams = 0
    with tempfile.TemporaryDirectory(prefix="checkin-verify-") as folder, _one_moment_of(database):
        fresh = Database(Path(folder) / "rebuilt")
        try:
            fresh.migrate()
            try:
                findings += _said_by_sqlite(database)
                (streams,) = database.row("SELECT count(*) FROM streams")
                for piece in _pieces(database, findings):
                    with fresh.transaction():
                        _carry_over(fresh, piece, findings)
                    entries += len(piece)
                    progress(entries)
                projection.rebuild(fresh, lambda: progress(entries))
                findings += [Finding(Fault.DIFFERS, table) for table in _different_tables(database, fresh)]
            except DamagedError as error:
                findings.append(Finding(Fault.DAMAGED, str(error.__cause__ or error.message)))
        finally:
            fresh.close()
    return Verification(entries, streams, tuple(dict.fromkeys(findings)))


@contextmanager
def _one_moment_of(database: Database) -> Iterator[None]:
    """Read the file as it is at one moment, while desks go on writing to it."""
    database.run("BEGIN")
    try:
        yield
    finally:
        database.run("ROLLBACK")


def _said_by_sqlite(database: Database) -> list[Finding]:
    said = (row[0] for row in database.rows("PRAGMA integrity_check(20)"))
    return [Finding(Fault.DAMAGED, words) for words in said if words != "ok"]


def _pieces(database: Database, findings: list[Finding]) -> Iterator[list[Entry]]:
    """The entries in pieces; a stream that does not reach its own end is a finding."""
    expected = dict(database.rows("SELECT id, last_seq FROM streams"))
    seen = dict.fromkeys(expected, 0)
    piece: list[Entry] = []
    for entry in read_entries(database):
        seen[entry.stream] += 1
        piece.append(entry)
        if len(piece) == _PIECE:
            yield piece
            piece = []
    yield piece
    findings += [
        Finding(Fault.MISSING, domain.act_id(stream, seen[stream] + 1))
        for stream, last in expected.items()
        if seen[stream] < last
    ]


def _carry_over(fresh: Database, piece: list[Entry], findings: list[Finding]) -> None:
    """Take the entries over; one that does not fit is named, and sealed anew so that the rest can follow."""
    for entry in piece:
        known = fresh.row("SELECT last_seq, last_hash FROM streams WHERE id = ?", (entry.stream,))
        last_seq, last_hash = known if known is not None else (0, domain.NO_HASH)
        place = domain.act_id(entry.stream, entry.seq)
        if entry.seq != last_seq + 1:
            findings.append(Finding(Fault.MISSING, domain.act_id(entry.stream, last_seq + 1)))
            continue
        is_intact = _is_intact(entry)
        if not is_intact:
            findings.append(Finding(Fault.CHANGED, place))
        elif decode(entry.kind, entry.body) is None:
            findings.append(Finding(Fault.UNKNOWN_KIND, place))
        fitting = entry if is_intact and entry.prev == last_hash else _sealed_anew(entry, last_hash)
        if fitting is not None:
            receive(fresh, [fitting])


def _is_intact(entry: Entry) -> bool:
    """Whether the hash is right; where somebody else has written, a column can hold a value of any type."""
    try:
        return domain.is_intact(entry)
    except TypeError:
        return False


def _sealed_anew(entry: Entry, prev: bytes) -> Entry | None:
    """The entry in a chain in which it fits; None for what can be no entry at all."""
    if domain.first_seq(entry.act, entry.stream) is None:
        return None
    try:
        return domain.sealed(
            stream=entry.stream, seq=entry.seq, order=int(entry.order), desk=entry.desk, operator=entry.operator,
            act=entry.act, kind=entry.kind, subject=entry.subject, body=entry.body, prev=prev,
        )  # fmt: skip
    except (TypeError, ValueError):
        return None


def _different_tables(database: Database, fresh: Database) -> list[str]:
    for each in (database, fresh):
        each.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, instance)")
    known = database.rows("SELECT name FROM pragma_table_info('delegates') WHERE name <> 'no'")
    columns = ", ".join(f'"{name}"' for (name,) in known)
    queries = {table: query.format(columns=columns) for table, query in _TABLES.items()}
    return [table for table, query in queries.items() if not _same(database, fresh, query)]


def _same(database: Database, fresh: Database, query: str) -> bool:
    """Whether the query gives the same rows in both."""
    rows = zip_longest(database.each(query), fresh.each(query))
    return all(ours == theirs for ours, theirs in rows)
