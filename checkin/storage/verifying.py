"""Verifies an event file: computes its tables again from its journal, in another file, and compares them."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Final

from checkin.domain import codes, journal
from checkin.domain.faults import STREAMS, Fault, Finding
from checkin.errors import CheckinError
from checkin.storage import long_acts, own, pictures, refolding
from checkin.storage.codec import decoded, says_what_its_header_says
from checkin.storage.database import Database
from checkin.storage.journal import Appended, Placed, begins_act, read_placed
from checkin.storage.migrating import migrate, pending_migrations
from checkin.storage.pages import said_of_pages
from checkin.storage.rebuilt import rebuilt_beside
from checkin.storage.schema import different_schema, has_foreign_code, require_tables
from checkin.storage.trouble import ERRORS, DamagedError, as_checkin_error
from checkin.storage.write_journal import insert, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checkin.domain.journal import Entry

_PIECE: Final = 500
_DAMAGED_SECONDS: Final = 60.0
"""The time within which a file is read whose pages are damaged: such a file may have no end."""
_AT_ONCE: Final = 20_000
"""The largest number of entries that are verified while the desk waits, which takes some seconds."""
_TABLES: Final = {
    STREAMS: "SELECT no, id, desk, last_seq, last_order, last_hash FROM streams ORDER BY no",
    "touches": "SELECT key, entry FROM touches ORDER BY key, entry",
    "unread": "SELECT entry FROM unread ORDER BY entry",
    "refusals": "SELECT entry, session, reason, at FROM refusals ORDER BY entry",
    "delegates": "SELECT {columns} FROM delegates ORDER BY id",
    "badges": "SELECT * FROM badges ORDER BY code",
    "stays": "SELECT * FROM stays ORDER BY person, session, n",
    "named": "SELECT * FROM named ORDER BY delegate, session",
    "merged": "SELECT id, kept FROM merged ORDER BY id",
    "also_known": "SELECT sort, key, delegate FROM also_known ORDER BY sort, key, delegate",
    "separated": "SELECT one, other FROM separated ORDER BY one, other",
    "occupancy": "SELECT * FROM occupancy WHERE inside <> 0 OR entered <> 0 ORDER BY session",
    "doors": "SELECT session, state FROM doors ORDER BY session",
    "undone": "SELECT act FROM undone ORDER BY act",
    "operators": "SELECT id, name FROM operators ORDER BY id",
    "definitions": "SELECT what, code, field, value FROM definitions ORDER BY what, code, field",
}
"""The query for each table that is compared; it gives the rows in the order of the table's key.

In this order SQLite need not sort the rows: neither memory nor the disk holds a second copy of them.
"""
_WORDS: Final = "SELECT d.id, w.term, w.col, w.offset FROM temp.words w LEFT JOIN delegates d ON d.no = w.doc"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found when an event file was verified: how many entries and streams its journal has, and the faults.

    A stream is the entries that one desk has recorded in one file, in their order.
    """

    entries: int
    streams: int
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the file is sound: there are no findings, or only harmless ones."""
        return all(finding.is_harmless for finding in self.findings)

    @property
    def of_the_journal(self) -> tuple[Finding, ...]:
        """The findings in the journal itself. If there are any, nothing may be computed from the journal."""
        return tuple(finding for finding in self.findings if finding.is_of_the_journal)

    @property
    def of_the_tables(self) -> tuple[Finding, ...]:
        """The findings in the tables. Computing the tables anew mends them."""
        differing = (finding for finding in self.findings if finding.fault is Fault.DIFFERS)
        return tuple(finding for finding in differing if not finding.is_of_the_journal)


def verify(database: Database, progress: Callable[[int], None]) -> Verification:
    """Check an event file: its pages, schema, journal entries, badge codes and pictures, and the tables.

    The tables must be those that are computed from the journal. If the file has views or triggers that are not this
    program's, only the schema is checked. `progress` gets the number of entries seen, and can raise an error to cancel.
    Raises CheckinError if the file cannot be read at all, or if another verification of the file goes on.
    """
    if has_foreign_code(database):
        return Verification(0, 0, tuple(different_schema(database)))
    findings = different_schema(database)
    entries = streams = 0
    named: set[str] = set()
    with rebuilt_beside(database.path) as place, _one_moment_of(database):
        fresh = Database(place)
        try:
            migrate(fresh)
            fresh.run("PRAGMA synchronous = off")  # a power cut may spoil this copy, which is thrown away
            findings += (said := _said_by_sqlite(database))
            with database.bounded(_DAMAGED_SECONDS) if said else nullcontext():
                (streams,) = database.row("SELECT count(*) FROM streams")
                for piece in _pieces(database, findings):
                    with fresh.transaction():
                        _carry_over(fresh, piece)
                    entries += len(piece)
                    named.update(digest for _, each in piece for digest in pictures.named_by(each.fact))
                    progress(entries)
                refolding.rebuild(fresh, lambda folded: progress(entries + folded))
                findings += [Finding(Fault.DIFFERS, table) for table in _different_tables(database, fresh)]
                findings += _foreign_codes(database)
                findings += _wrong_pictures(database, named)
        except DamagedError as error:
            findings.append(Finding(Fault.DAMAGED, str(error.__cause__ or error.message)))
        finally:
            fresh.close()
    return Verification(entries, streams, tuple(dict.fromkeys(findings)))


def is_sound_at_once(database: Database) -> bool:
    """Whether a quick verification finds no fault in the journal and the tables.

    True also without a verification, if the journal is too long to be read while the desk waits (over 20,000 entries)
    or the file cannot be verified now. Call this outside transactions, while no other thread or program writes.
    """
    try:
        (entries,) = database.row("SELECT count(*) FROM journal")
        if entries > _AT_ONCE or long_acts.has_unfinished_undo(database):
            return True
        found = verify(database, lambda _: None)
    except DamagedError:
        return False
    except CheckinError:
        return True  # another verification goes on, or there is no room for one
    return not (found.of_the_journal or found.of_the_tables)


def look_over(database: Database) -> list[Finding]:
    """The faults in a file's pages, schema, event key and journal entries, without harmless ones.

    The tables are not compared with the journal. The schema is not checked in a file of an older program. If an SQL
    view that this program did not make stands in the place of a table, only this fault is returned.
    """
    findings: list[Finding] = []
    try:
        if not pending_migrations(database):
            findings += different_schema(database)
        require_tables(database)
        findings += _said_by_sqlite(database)
        own.event_key(database)
        deque(_entries(database, findings), maxlen=0)
    except DamagedError as error:
        findings.append(Finding(Fault.DAMAGED, str(error.__cause__ or error.message)))
    return [finding for finding in findings if not finding.is_harmless]


@contextmanager
def _one_moment_of(database: Database) -> Iterator[None]:
    """Hold a transaction that reads the file as it was at one moment, while desks go on writing to it.

    A large undo that is not wholly carried into the tables would count as a difference. So its rest is carried in
    first, unless the file is only read.
    """
    database.run("BEGIN")
    while database.refusal is None and _has_unfinished_undo(database):
        database.run("ROLLBACK")
        long_acts.finish_undo(database)
        database.run("BEGIN")
    try:
        yield
    finally:
        database.run("ROLLBACK")


def _has_unfinished_undo(database: Database) -> bool:
    try:
        return long_acts.has_unfinished_undo(database)
    except DamagedError:  # the verification finds the damage
        return False


def _said_by_sqlite(database: Database) -> list[Finding]:
    try:
        said = said_of_pages(database.peewee.connection(), "integrity_check(20)")
    except ERRORS as error:
        raise as_checkin_error(error, database.path) from error
    return [Finding(Fault.DAMAGED, words) for words in said]


# ---- the journal


def _entries(database: Database, findings: list[Finding]) -> Iterator[Placed]:
    """Yield the entries whose values have the right types; add the faults of all entries to `findings`."""
    expected = dict(database.rows("SELECT id, last_seq FROM streams"))
    seen = dict.fromkeys(expected, 0)
    last: Entry | None = None
    for placed in read_placed(database):
        entry = placed.entry
        before = last if last is not None and last.stream == entry.stream else None
        findings += _wrong_with(entry, before, partial(begins_act, database, entry.stream))
        last = entry
        if _has_right_types(entry):
            seen[entry.stream] = max(seen[entry.stream], entry.seq)
            yield placed
    findings += [
        Finding(Fault.MISSING, journal.act_id(stream, seen[stream] + 1))
        for stream, last_seq in expected.items()
        if not isinstance(last_seq, int) or seen[stream] < last_seq
    ]


def _pieces(database: Database, findings: list[Finding]) -> Iterator[list[tuple[Placed, Appended]]]:
    """Yield the entries with their decoded bodies, in lists of at most 500; add their faults to `findings`."""
    entries = _entries(database, findings)
    while piece := [_read(placed, findings) for placed in islice(entries, _PIECE)]:
        yield piece


def _read(placed: Placed, findings: list[Finding]) -> tuple[Placed, Appended]:
    number, entry = placed
    known = decoded(entry.kind, entry.body)
    if not known.is_whole:
        findings.append(Finding(Fault.UNKNOWN_KIND, _place(entry)))
    if not says_what_its_header_says(entry, known):
        findings.append(Finding(Fault.CHANGED, _place(entry)))
    return placed, Appended(number, entry.place, entry.act, known.fact, known.is_whole)


def _wrong_with(entry: Entry, before: Entry | None, begins: Callable[[int], bool]) -> Iterator[Finding]:
    """Yield the faults of one entry, which follows the entry `before` in its stream.

    `begins` returns whether the entry with a given seq begins an act.
    """
    seq, order = (before.seq, before.order) if before is not None else (0, -1)
    try:
        if entry.seq != seq + 1:
            yield Finding(Fault.MISSING, journal.act_id(entry.stream, seq + 1))
        if not journal.is_in_order(order, entry, begins) or not journal.is_intact(entry):
            yield Finding(Fault.CHANGED, _place(entry))
    except TypeError:  # where another program has written, a column can hold a value of any type
        yield Finding(Fault.CHANGED, _place(entry))


def _has_right_types(entry: Entry) -> bool:
    """Whether every column of the entry has the right type. A file that another program wrote can hold any value."""
    texts = (entry.stream, entry.desk, entry.operator, entry.act, entry.kind, entry.subject)
    blobs = (entry.digest, entry.hash, b"" if entry.body is None else entry.body)
    return (
        {*map(type, texts)} == {str}
        and {type(entry.seq), type(entry.order)} == {int}
        and {*map(type, blobs)} == {bytes}
        and journal.first_seq(entry.act, entry.stream) is not None
    )


def _place(entry: Entry) -> str:
    return journal.act_id(entry.stream, entry.seq)


def _carry_over(fresh: Database, piece: list[tuple[Placed, Appended]]) -> None:
    """Write the entries to the copy under the same numbers, so that the tables of both files have the same keys."""
    rows = []
    for (number, entry), _ in piece:
        stream = fresh.row("SELECT no FROM streams WHERE id = ?", (entry.stream,))
        stream_no = stream[0] if stream is not None else _stream_like(fresh, entry)
        rows.append(row_of(number, stream_no, journal.first_seq(entry.act, entry.stream) or 0, entry))
    insert(fresh, rows, (appended for _, appended in piece))


def _stream_like(fresh: Database, entry: Entry) -> int:
    return fresh.insert(
        "INSERT INTO streams (id, desk, last_seq, last_order, last_hash) VALUES (?, ?, 0, 0, x'')",
        (entry.stream, entry.desk),
    )


# ---- the tables


def _different_tables(database: Database, fresh: Database) -> list[str]:
    known = database.rows("SELECT name FROM pragma_table_info('delegates') WHERE name <> 'no'")
    columns = ", ".join(f'"{name}"' for (name,) in known)
    queries = {table: query.format(columns=columns) for table, query in _TABLES.items()}
    different = [table for table, query in queries.items() if not _same(database, fresh, query)]
    return different if _words(database) == _words(fresh) else [*different, "search"]


def _same(database: Database, fresh: Database, query: str) -> bool:
    """Whether the SQL query gives the same rows in both files."""
    rows = zip_longest(database.each(query), fresh.each(query))
    return all(ours == theirs for ours, theirs in rows)


def _words(database: Database) -> tuple[int, int]:
    """The number of rows in the search index, and the sum of their hashes.

    The sum does not depend on the order of the rows, which are not sorted.
    """
    database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, instance)")
    rows = total = 0
    for row in database.each(_WORDS):
        rows += 1
        total += hash(row)
    return rows, total


def _foreign_codes(database: Database) -> list[Finding]:
    """A list of one finding: the number of badges whose code was not made with the event's key or for its rehearsal.

    The list is empty if there is no such badge. No door would accept such badges.
    """
    keys = {own.event_key(database), own.minting_key(database)}
    foreign = sum(
        not isinstance(code, str) or not any(isinstance(codes.read(code, key), codes.Code) for key in keys)
        for (code,) in database.each("SELECT code FROM badges")
    )
    return [Finding(Fault.FOREIGN_CODES, str(foreign))] if foreign else []


def _wrong_pictures(database: Database, named: set[str]) -> list[Finding]:
    """The findings for pictures whose bytes do not have their digest, and for `named` pictures that are missing."""
    missing = sorted(named - pictures.digests(database))
    return [Finding(Fault.PICTURE, digest) for digest in (*pictures.wrong(database), *missing)]
