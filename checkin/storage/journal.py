"""Reads the journal: entries in their order, the entries of an act, and the facts that concern a person or a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from checkin.domain import journal as domain_journal
from checkin.domain.entry_keys import act_key
from checkin.domain.facts import SCANNED
from checkin.domain.folding import Standing
from checkin.domain.journal import StreamEnd
from checkin.storage import own
from checkin.storage.codec import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database


_OF_STREAM: Final = """SELECT j.entry, j.ord, j.operator, j.kind, j.body
    FROM streams s JOIN journal j ON j.stream = s.no WHERE s.id = ?"""
_OF_KEY: Final = """SELECT j.entry, s.id || '-' || j.act, j.ord, s.id, j.seq
    FROM touches t JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream WHERE t.key = ?
    ORDER BY j.ord, s.id, j.seq"""
_COLUMNS: Final = (
    "s.id, j.entry, j.seq, j.ord, s.desk, j.operator, j.act, j.kind, j.subject, j.body, j.digest, j.hash"
)
Row: TypeAlias = tuple[int | str | bytes | None, ...]


class Appended(NamedTuple):
    """An entry of the journal in this event file, with the fact (what the entry says) read from it.

    `fact` is None if this program cannot read the entry, or if the entry's body was removed. `entry` is the number of
    the entry in this file, and `act` is the id of its act. `place` (order, stream, seq) is the key by which entries are
    sorted, the same on every desk. `is_whole` is False if some of the body is unknown to this program.
    """

    entry: int
    place: tuple[int, str, int]
    act: str
    fact: Fact | None
    is_whole: bool = True

    @property
    def begins_act(self) -> bool:
        """Whether this entry is the first of its act."""
        _, stream, seq = self.place
        return self.act == domain_journal.act_id(stream, seq)


def end_of_stream(database: Database, stream: str) -> tuple[int, StreamEnd] | None:
    """The number that a stream has in this file, and the stream's end; None if the stream is not in this file.

    A stream is the entries that one run of the program wrote at one desk. Its end is the desk's id, and the seq (number
    in the stream), order (sort key) and hash of its last entry.
    """
    row = database.row(
        "SELECT no, desk, last_seq, last_order, last_hash FROM streams WHERE id = ?", (stream,)
    )
    return (row[0], StreamEnd(*row[1:])) if row is not None else None


class Placed(NamedTuple):
    """An entry together with its number in this file."""

    number: int
    entry: domain_journal.Entry


def read_placed(database: Database, where: str = "", parameters: Sequence[object] = ()) -> Iterator[Placed]:
    """Yield the entries with their numbers in this file, stream by stream, each stream in the order of its `seq`.

    The `prev` of an entry is the hash of the entry that precedes it in its stream in this file. The SQL clause `where`
    selects which entries are read.
    """
    first_prev = domain_journal.first_prev(own.event_id(database))
    ends: dict[str, bytes] = {}
    for row in database.each(
        f"SELECT {_COLUMNS} FROM streams s JOIN journal j ON j.stream = s.no {where} ORDER BY s.no, j.seq",
        parameters,
    ):
        stream, number, seq, order, desk, operator, act, kind, subject, body, digest, hash_ = row
        entry = domain_journal.Entry(
            stream, seq, order, desk, operator, domain_journal.act_id(stream, act), kind, subject, body, digest,
            ends.get(stream, first_prev), hash_,
        )  # fmt: skip
        ends[stream] = hash_
        yield Placed(number, entry)


def read_entries(
    database: Database, where: str = "", parameters: Sequence[object] = ()
) -> Iterator[domain_journal.Entry]:
    """Yield the entries that `read_placed` yields, without their numbers."""
    for placed in read_placed(database, where, parameters):
        yield placed.entry


def has_any(database: Database, kinds: Sequence[str]) -> bool:
    """Whether there is an entry of any of these kinds, even one that was undone."""
    marks = ", ".join("?" * len(kinds))
    return database.row(f"SELECT 1 FROM journal WHERE kind IN ({marks}) LIMIT 1", kinds) is not None


def begins_act(database: Database, stream: str, seq: int) -> bool:
    """Whether the entry with this stream and seq (number in the stream) is in the file and is the first of its act."""
    row = database.row(
        "SELECT j.act = j.seq FROM streams s JOIN journal j ON j.stream = s.no WHERE s.id = ? AND j.seq = ?",
        (stream, seq),
    )
    return row is not None and bool(row[0])


class Recorded(NamedTuple):
    """An entry of an act, as it is stored in the file; `operator` is an id."""

    entry: int
    order: int
    operator: str
    kind: str
    body: bytes | None


def of_act(database: Database, act: str, after: int, most: int) -> list[Recorded]:
    """At most `most` entries of an act, in order, all with an entry number greater than `after`.

    If `after` is 0, the entries begin with the act's first entry.
    """
    stream, first = parts_of(act)
    # Two queries, because there is an index for each of them: a long act is read in pieces.
    rows = [] if after else database.rows(f"{_OF_STREAM} AND j.seq = ? AND j.act = j.seq", (stream, first))
    rows += database.rows(
        f"{_OF_STREAM} AND j.act = ? AND j.act <> j.seq AND j.entry > ? ORDER BY j.entry LIMIT ?",
        (stream, first, after, most - len(rows)),
    )
    return [Recorded(*row) for row in rows]


def size_of_act(database: Database, act: str) -> int:
    """The number of entries of the act that are in the file."""
    query = "SELECT count(*) FROM streams s JOIN journal j ON j.stream = s.no WHERE s.id = ?"
    (begun,) = database.row(f"{query} AND j.seq = ?", parts_of(act))
    (more,) = database.row(f"{query} AND j.act = ? AND j.act <> j.seq", parts_of(act))
    return int(begun + more)


def number_of_changes(database: Database, key: str, beside: Sequence[str]) -> int:
    """The number of entries that concern the key, or any of the keys `beside`, and of all undos of their acts.

    Undos of undos count too. Of the entries beside, only those count that are later than the act in which the key first
    occurs. The number never becomes smaller, because an entry that was undone counts too.
    """
    own = database.rows(_OF_KEY, (key,))
    found: dict[int, str] = {entry: act for entry, act, *_ in own}
    for _, made, *begun in own[:1]:
        rows = [row for each in beside for row in database.rows(_OF_KEY, (each,))]
        found |= {entry: act for entry, act, *place in rows if act != made and place > begun}
    acts = set(found.values())
    while acts:
        undos = [row for act in acts for row in database.rows(_OF_KEY, (act_key(act),))]
        new = {entry: act for entry, act, *_ in undos if entry not in found}
        found |= new
        acts = set(new.values())
    return len(found)


def keys_that_begin(database: Database, prefix: str) -> list[str]:
    """The keys of the journal that begin with this text, even those whose entries were all undone."""
    rows = database.rows(
        "SELECT DISTINCT key FROM touches WHERE key >= ? AND key < ?", (prefix, f"{prefix}\U0010ffff")
    )
    return [key for (key,) in rows]


def first_entries_into(database: Database, sessions: Sequence[str], before: int) -> dict[str, int]:
    """The order of the first reading that let somebody into each of these sessions, by the session's code.

    Only readings whose order is less than `before` are looked at; sessions without one are left out. Readings that were
    undone do not count. This reads the bodies of all these readings once, however many sessions there are.
    """
    marks = ", ".join("?" * len(sessions))
    rows = database.rows(
        f"""SELECT json_extract(CAST(j.body AS TEXT), '$.session') AS into_session, min(j.ord)
        FROM journal j JOIN streams s ON s.no = j.stream LEFT JOIN undone u ON u.act = s.id || '-' || j.act
        WHERE j.kind = ? AND j.ord < ? AND u.act IS NULL AND into_session IN ({marks}) GROUP BY into_session""",
        (SCANNED, before, *sessions),
    )
    return dict(rows)


def parts_of(act: str) -> tuple[str, int]:
    """The two parts of an act's id: its stream, and the seq (number in the stream) of the act's first entry.

    The seq is 0 if the text is no act's id.
    """
    stream = act.rpartition("-")[0]
    return stream, domain_journal.first_seq(act, stream) or 0


def standings(database: Database, keys: Sequence[str], without: str | None = None) -> list[Standing]:
    """The facts that concern any of these keys, in the order of time, each with whether it stands (is not undone).

    A key is a text that names a person or a thing, such as a delegate or a session; `checkin.domain.facts` makes keys.
    The facts of the act with the id `without` are treated as undone.
    """
    marks = ",".join("?" * len(keys))
    rows = database.rows(
        f"""SELECT DISTINCT j.ord, s.id, j.seq, j.kind, j.body, u.act IS NULL AND s.id || '-' || j.act IS NOT ?
        FROM touches t JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream
        LEFT JOIN undone u ON u.act = s.id || '-' || j.act
        WHERE t.key IN ({marks}) ORDER BY j.ord, s.id, j.seq""",
        (without, *keys),
    )
    known = ((decode(row[3], row[4]), bool(row[5]), row[:3]) for row in rows)
    return [Standing(fact, stands, place) for fact, stands, place in known if fact is not None]
