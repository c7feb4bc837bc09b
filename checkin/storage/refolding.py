"""Computes the tables anew from the journal: in a copy that holds only the journal, or in place while desks record."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from checkin.domain.entry_keys import (
    OF_A_THING,
    act_key,
    code_key,
    delegate_key,
    doors_key,
    operator_key,
    separated_key,
)
from checkin.domain.facts import SCAN_REFUSED
from checkin.domain.folding import FOLD_EDITION
from checkin.domain.journal import act_id
from checkin.storage import acts, long_acts, own, projection, write_own, write_persons
from checkin.storage.codec import VOCABULARY_EDITION, decode, decoded
from checkin.storage.journal import Appended
from checkin.storage.pieces import Piece
from checkin.storage.write_journal import note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checkin.storage.database import Database

_ENTRIES: Final = """SELECT j.entry, j.ord, s.id, j.seq, j.act, j.kind, j.body
    FROM {source} JOIN streams s ON s.no = j.stream WHERE j.entry > ? AND j.entry <= ? ORDER BY j.entry LIMIT ?"""
_AT_ONCE: Final = 200
_ACTS: Final = f"SELECT key FROM touches WHERE key GLOB '{act_key('*')}' GROUP BY key"
_KEYS: Final = f"""SELECT key FROM touches WHERE key > ? AND key NOT GLOB '{act_key("*")}'
    GROUP BY key ORDER BY key LIMIT ?"""
_TOUCHES: Final = """SELECT t.key, t.entry, j.kind, j.body FROM touches t LEFT JOIN journal j ON j.entry = t.entry
    WHERE (t.key, t.entry) > (?, ?) ORDER BY t.key, t.entry LIMIT ?"""
_BEFORE_ALL: Final = ("", -math.inf)
_OF_A_PAIR: Final = separated_key("", "").rstrip()
_IS_TOUCHED: Final = "IN (SELECT key FROM touches)"
_UNFOUNDED: Final = (
    "DELETE FROM unread WHERE entry NOT IN (SELECT entry FROM journal)",
    f"DELETE FROM refusals WHERE entry NOT IN (SELECT entry FROM journal WHERE kind = '{SCAN_REFUSED}')",
    f"DELETE FROM undone WHERE typeof(act) <> 'text' OR NOT '{act_key('')}' || act {_IS_TOUCHED}",
    f"DELETE FROM operators WHERE typeof(id) <> 'text' OR NOT '{operator_key('')}' || id {_IS_TOUCHED}",
    f"""DELETE FROM definitions WHERE typeof(what) <> 'text' OR typeof(code) <> 'text'
        OR NOT '{OF_A_THING}' || what || ' ' || code {_IS_TOUCHED}""",
    f"DELETE FROM doors WHERE typeof(session) <> 'text' OR NOT '{doors_key('')}' || session {_IS_TOUCHED}",
    f"DELETE FROM delegates WHERE typeof(id) <> 'text' OR NOT '{delegate_key('')}' || id {_IS_TOUCHED}",
    f"""DELETE FROM merged WHERE typeof(id) <> 'text' OR typeof(kept) <> 'text'
        OR NOT ('{delegate_key("")}' || id {_IS_TOUCHED} AND '{delegate_key("")}' || kept {_IS_TOUCHED})""",
    f"""DELETE FROM separated WHERE typeof(one) <> 'text' OR typeof(other) <> 'text'
        OR NOT '{_OF_A_PAIR}' || one || ' ' || other {_IS_TOUCHED}""",
    f"DELETE FROM named WHERE typeof(delegate) <> 'text' OR NOT '{delegate_key('')}' || delegate {_IS_TOUCHED}",
    f"""DELETE FROM badges WHERE typeof(code) <> 'text' OR typeof(delegate) <> 'text'
        OR NOT ('{code_key("")}' || code {_IS_TOUCHED} OR '{delegate_key("")}' || delegate {_IS_TOUCHED})""",
    f"""DELETE FROM stays WHERE typeof(person) <> 'text'
        OR NOT ('{delegate_key("")}' || person {_IS_TOUCHED} OR '{code_key("")}' || person {_IS_TOUCHED})""",
)
"""The statements that delete the table rows for which there is no entry in the journal."""
_OCCUPANCY: Final = """INSERT INTO occupancy
    SELECT session, sum("left" IS NULL), sum(n = 1) FROM stays GROUP BY session"""


def _nobody(_: int) -> None:
    """Ignore the progress: the default for callers who do not show it."""


def rebuild(database: Database, progress: Callable[[int], None] = _nobody) -> None:
    """Compute the tables of a file that holds only the journal and the keys of its entries (in the table `touches`).

    A key names a person or a thing that an entry is about. `progress` is called now and then with the number of keys
    done; it can cancel the work by raising an error.
    """
    _judge_acts(database)
    done = 0
    for keys in _keys_in_pieces(database):
        with database.transaction():
            for key in keys:
                projection.fold_key(database, key)
        done += len(keys)
        progress(done)
    long_acts.finish_undo(database)


def fold_anew(database: Database, progress: Callable[[int], None] = _nobody) -> None:
    """Compute all tables of an event file anew from its journal, in short transactions.

    The desk can record between the transactions. The journal is not changed. First the keys of all entries are noted (a
    key names a person or a thing that an entry is about), then which acts are undone. Then everything that a key names
    is computed. `progress` gets the number of entries read plus the number of keys computed so far. Work that was cut
    off must be begun again.
    """
    done = 0
    for some in _read_in_pieces(database, "journal j", _note_what_is_touched):
        done += some
        progress(done)
    _let_go_of_what_is_not_touched(database)
    for statement in _UNFOUNDED:
        with database.transaction(batch=True):
            database.run(statement)
    _judge_acts(database)
    for some in _fold_in_pieces(database):
        done += some
        progress(done)
    _write_words(database)
    long_acts.finish_undo(database)
    with database.transaction(batch=True):
        database.run("DELETE FROM also_known WHERE delegate NOT IN (SELECT kept FROM merged)")
        database.run("DELETE FROM occupancy")
        database.run(_OCCUPANCY)
        write_own.note_editions(database)


def catch_up(database: Database) -> None:
    """Bring the file up to date after an update of the program.

    If an older version of the program has computed the tables, they are computed anew. Otherwise, if an older version
    has read the entries, the entries that it could not read wholly are read again.
    """
    if own.was_folded_by(database) < FOLD_EDITION:
        fold_anew(database)
    elif own.was_read_by(database) < VOCABULARY_EDITION:
        for _ in _read_in_pieces(database, "unread r JOIN journal j ON j.entry = r.entry", _carry_in_late):
            pass
        with database.transaction(batch=True):
            write_own.note_editions(database)


# ---- reading entries


def _read_in_pieces(
    database: Database, source: str, work: Callable[[Database, Sequence[Appended]], None]
) -> Iterator[int]:
    """Read all entries of a source (tables, in SQL) and call `work` with them, in short transactions.

    Yields the number of entries in each transaction. Entries that are added meanwhile are left out, because whoever
    writes them also brings the tables up to date.
    """
    piece = Piece(database)
    after, last = 0, acts.last_entry(database)
    while True:
        rows = database.rows(_ENTRIES.format(source=source), (after, last, piece.size))
        if not rows:
            return
        some = [_as_appended(*row) for row in rows]
        with database.transaction(batch=True, took=piece.took):
            work(database, some)
        after = some[-1].entry
        yield len(some)
        piece.let_the_desk_in()


def _as_appended(
    entry: int, order: int, stream: str, seq: int, act: int, kind: str, body: bytes | None
) -> Appended:
    known = decoded(kind, body)
    return Appended(entry, (order, stream, seq), act_id(stream, act), known.fact, known.is_whole)


def _note_what_is_touched(database: Database, some: Sequence[Appended]) -> None:
    """Record the keys that each of these entries touches, and which of the entries cannot be read wholly."""
    whole = [(each.entry,) for each in some if each.is_whole]
    database.run_many("DELETE FROM unread WHERE entry = ?", whole)
    note(database, some)


def _let_go_of_what_is_not_touched(database: Database) -> None:
    """Delete from the table `touches` every row whose entry does not touch the key that the row names."""
    piece = Piece(database)
    after = _BEFORE_ALL
    while True:
        with database.transaction(batch=True, took=piece.took):
            rows = database.rows(_TOUCHES, (*after, piece.size))
            wrong = [(key, entry) for key, entry, kind, body in rows if not _touches(key, kind, body)]
            database.run_many("DELETE FROM touches WHERE key = ? AND entry = ?", wrong)
        if not rows:
            return
        after = rows[-1][:2]
        piece.let_the_desk_in()


def _touches(key: str, kind: str | None, body: bytes | None) -> bool:
    """Whether an entry of this kind (None if there is no entry) and with this body touches the key."""
    fact = decode(kind, body) if kind is not None else None
    return fact is not None and key in fact.keys


def _carry_in_late(database: Database, some: Sequence[Appended]) -> None:
    """Carry entries that an older program could not wholly read into the tables, like entries from another file."""
    _note_what_is_touched(database, some)
    projection.carry_in(database, some, latest=False)


# ---- folding keys


def _keys_in_pieces(database: Database, size: int = 200) -> Iterator[list[str]]:
    """Yield all keys except those of acts, in lists of at most `size` keys."""
    after = ""
    while True:
        keys = [key for (key,) in database.rows(_KEYS, (after, size))]
        if not keys:
            return
        yield keys
        after = keys[-1]


def _fold_in_pieces(database: Database) -> Iterator[int]:
    """Compute anew what every key names, except keys of acts, in short transactions.

    Yields the number of keys done in each transaction.
    """
    piece = Piece(database)
    after = ""
    while True:
        keys = [key for (key,) in database.rows(_KEYS, (after, piece.size))]
        if not keys:
            return
        with database.transaction(batch=True, took=piece.took):
            for key in keys:
                projection.fold_key(database, key)
        after = keys[-1]
        yield len(keys)
        piece.let_the_desk_in()


def _judge_acts(database: Database) -> None:
    """Record for every act that an undo names whether the act is undone.

    The tables that depend on the result are computed later.
    """
    keys = [key for (key,) in database.rows(_ACTS)]
    for first in range(0, len(keys), _AT_ONCE):
        with database.transaction(batch=True):
            for key in keys[first : first + _AT_ONCE]:
                projection.judge(database, key.removeprefix(act_key("")), {})


def _write_words(database: Database) -> None:
    """Write the search index anew, and delete from it the words of delegates who no longer have a row."""
    with database.transaction(batch=True):
        database.run("DELETE FROM search WHERE rowid NOT IN (SELECT no FROM delegates)")
    piece = Piece(database)
    after = 0
    while True:
        with database.transaction(batch=True, took=piece.took):
            after = write_persons.write_words(database, piece.size, after)
        if not after:
            break
        piece.let_the_desk_in()
    with database.transaction(batch=True):
        projection.write_words_again(database)
