"""Writes the rows of one person: delegate, search words, badges, stays, namings.

The module uses plain SQL because it is fast, and each scan waits for it.
"""

from __future__ import annotations

from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Arrivals, Delegate, Field
from checkin.storage import badges, namings
from checkin.storage.codec import to_json
from checkin.storage.moments import to_ms
from checkin.storage.persons import ARRIVAL_COLUMNS, FIELDS, STAY_COLUMNS
from checkin.text import index_words, phone_words, sound_words, ticket_key, unheard_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.folding import Person
    from checkin.domain.presence import Stay
    from checkin.storage.database import Database


_values_of: Final = attrgetter(*FIELDS)
_COMPUTED: Final = (
    *FIELDS,
    "own",
    "ticket_key",
    *ARRIVAL_COLUMNS.split(", "),
    "registered_order",
    "registered_stream",
)
"""The columns of a delegate's row that are computed from the journal."""
_SETTINGS: Final = ", ".join(f"{column} = ?" for column in _COMPUTED)
_INSERT_DELEGATE: Final = (
    f"INSERT INTO delegates (no, id, {', '.join(_COMPUTED)}) VALUES ({', '.join('?' * (len(_COMPUTED) + 2))})"
)
_PAGES_MERGED: Final = 64
_INSERT_WORDS: Final = "INSERT INTO search (rowid, names, details) VALUES (?, ?, ?)"
_REPLACE_WORDS: Final = "INSERT OR REPLACE INTO search (rowid, names, details) VALUES (?, ?, ?)"
_BADGE: Final = ", ".join(badges.COLUMNS)
_BADGES_OF: Final = f"SELECT {_BADGE} FROM badges WHERE delegate = ?1 OR (code = ?1 AND delegate = '')"
_details_of: Final = attrgetter(
    Field.ORGANISATION,
    Field.DELEGATION,
    Field.POSITION,
    Field.PHONE,
    Field.EMAIL,
    Field.REFERENCE,
    Field.HONORIFIC,
    Field.NATIVE_ORGANISATION,
    Field.NATIVE_POSITION,
    Field.NATIVE_HONORIFIC,
)
_ADD_STAY: Final = f"""INSERT INTO stays (person, session, n, {STAY_COLUMNS})
    VALUES (?6, ?7, (SELECT coalesce(max(n), 0) + 1 FROM stays WHERE person = ?6 AND session = ?7),
        ?1, ?2, ?3, ?4, ?5)"""
_SET_LAST_STAY: Final = """UPDATE stays SET code = ?1, "left" = ?2, was_asked = ?3 WHERE person = ?4 AND session = ?5
    AND n = (SELECT max(n) FROM stays WHERE person = ?4 AND session = ?5)"""
_INSERT_STAY: Final = (
    f"INSERT INTO stays (person, session, n, {STAY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def write(database: Database, person: Person, *, with_words: bool = False) -> None:
    """Write the person's rows as they were computed from the journal, and delete any other rows of the person.

    The search words are written if the row has changed, or if `with_words` is True.
    """
    _write_delegate(database, person, with_words=with_words)
    _write_badges(database, person)
    _write_stays(database, person)
    _write_namings(database, person)


def add(database: Database, new: Sequence[Person]) -> None:
    """Write the rows of newly registered persons, of whom the journal holds only their registration."""
    (last,) = database.row("SELECT coalesce(max(no), 0) FROM delegates")
    numbered = [
        (no, person, person.delegate)
        for no, person in enumerate(new, last + 1)
        if person.delegate is not None
    ]
    database.run_many(
        _INSERT_DELEGATE,
        [(no, delegate.id, *_computed(delegate, person)) for no, person, delegate in numbered],
    )
    database.run_many(
        _INSERT_WORDS, [(no, *_words(delegate, person.also)) for no, person, delegate in numbered]
    )


def write_words(database: Database, most: int, after: int) -> int:
    """Write anew the search words of at most `most` delegates, the first whose row number is greater than `after`.

    Returns the highest of these row numbers; 0 if there is no such delegate.
    """
    rows = database.rows(
        f"SELECT no, id, {', '.join(FIELDS)} FROM delegates WHERE no > ? ORDER BY no LIMIT ?", (after, most)
    )
    for no, delegate, *values in rows:
        details = dict(zip(Field, values, strict=True))
        database.run(_REPLACE_WORDS, (no, *_words(Delegate.of(delegate, details), ())))
    return int(rows[-1][0]) if rows else 0


def tidy_search(database: Database) -> None:
    """Merge some of the parts in which SQLite keeps the search index, which takes 4 to 6 ms.

    The caller must have opened a transaction. When SQLite merged by itself (`automerge`), it did so within commits, and
    one commit in twenty took 20 to 30 ms.
    """
    database.run("INSERT INTO search (search, rank) VALUES ('merge', ?)", (_PAGES_MERGED,))


def write_stay(database: Database, person: str, session: str, stay: Stay, *, follows: bool) -> None:
    """Write this stay of the person in the session: change the person's latest stay there, or add one.

    If `follows` is True, this stay is new and is added after the latest. Otherwise the latest stay gets the code, the
    end and the mark `was_asked` of this stay.
    """
    if follows:
        database.run(_ADD_STAY, (*_stay_columns(stay), person, session))
    else:
        database.run(_SET_LAST_STAY, (stay.code, _ms(stay.left), int(stay.was_asked), person, session))


def write_arrivals(database: Database, delegate: str, known: Arrivals) -> None:
    """Write these arrivals into the delegate's row."""
    database.run(
        "UPDATE delegates SET desk_at = ?, desk_station = ?, door_at = ?, door_station = ? WHERE id = ?",
        (*_arrival_columns(known), delegate),
    )


def _write_delegate(database: Database, person: Person, *, with_words: bool) -> None:
    known = database.row(f"SELECT no, {', '.join(_COMPUTED)} FROM delegates WHERE id = ?", (person.id,))
    delegate = person.delegate
    if delegate is None:
        if known is not None:
            database.run("DELETE FROM delegates WHERE no = ?", (known[0],))
            database.run("DELETE FROM search WHERE rowid = ?", (known[0],))
        return
    if known is None:
        add(database, [person])
        return
    number, *before = known
    after = list(_computed(delegate, person))
    if before != after:
        database.run(f"UPDATE delegates SET {_SETTINGS} WHERE no = ?", (*after, number))
    if with_words or person.also or before[: len(FIELDS)] != after[: len(FIELDS)]:
        database.run(_REPLACE_WORDS, (number, *_words(delegate, person.also)))


def _computed(delegate: Delegate, person: Person) -> tuple[object, ...]:
    """The values of the columns `_COMPUTED` for a delegate."""
    own = to_json(dict(delegate.own)) if delegate.own else ""
    ticket = ticket_key(delegate.ticket)
    return (*_values_of(delegate), own, ticket, *_arrival_columns(person.arrivals), *person.registered[:2])


def _words(delegate: Delegate, also: Sequence[Delegate]) -> tuple[str, str]:
    """The search words of the delegate's name, and the search words of the delegate's other fields.

    The words for the name include its words written together as one word. Beside the words of the name and of the
    organisation stands how they sound; beside the telephone number stand the runs of its digits. `also` are those who
    were merged into the delegate: their words are the delegate's too.
    """
    if also:
        words = dict.fromkeys(_words(each, ()) for each in (delegate, *also))
        names, details = zip(*words, strict=True)
        return " ".join(names), " ".join(details)
    names = index_words((delegate.latin_name, delegate.native_name), are_names=True)
    details = index_words(_details_of(delegate))
    organisation = delegate.organisation or delegate.native_organisation
    both = f"{delegate.latin_name} {delegate.native_name}"
    return (
        f"{names} {sound_words(delegate.name)} {unheard_words(both)}",
        f"{details} {sound_words(organisation)} {phone_words(delegate.phone)}",
    )


def _write_badges(database: Database, person: Person) -> None:
    before = database.rows(_BADGES_OF, (person.id,))
    after = [badges.columns_of(badge) for badge in person.badges.values()]
    if sorted(before, key=itemgetter(0)) == sorted(after, key=itemgetter(0)):
        return
    if before:
        database.run_many("DELETE FROM badges WHERE code = ?", [row[:1] for row in before])
    marks = ", ".join("?" * len(badges.COLUMNS))
    database.run_many(f"INSERT OR REPLACE INTO badges ({_BADGE}) VALUES ({marks})", after)


def _write_stays(database: Database, person: Person) -> None:
    before = database.rows(f"SELECT session, n, {STAY_COLUMNS} FROM stays WHERE person = ?", (person.id,))
    after = [
        (session, n, *_stay_columns(stay))
        for session, stays in person.stays.items()
        for n, stay in enumerate(stays, 1)
    ]
    if before == sorted(after, key=itemgetter(0, 1)):
        return
    if before:
        database.run("DELETE FROM stays WHERE person = ?", (person.id,))
    if after:
        database.run_many(_INSERT_STAY, [(person.id, *row) for row in after])


def _write_namings(database: Database, person: Person) -> None:
    columns = ", ".join(("delegate", "session", *namings.COLUMNS))
    before = database.rows(f"SELECT {columns} FROM named WHERE delegate = ?", (person.id,))
    after = [(person.id, session, *namings.columns_of(each)) for session, each in person.namings.items()]
    if before == sorted(after):
        return
    if before:
        database.run("DELETE FROM named WHERE delegate = ?", (person.id,))
    database.run_many(f"INSERT INTO named ({columns}) VALUES (?, ?, ?, ?, ?, ?)", after)


def _stay_columns(stay: Stay) -> tuple[object, ...]:
    return to_ms(stay.came), stay.station, stay.code, _ms(stay.left), int(stay.was_asked)


def _arrival_columns(known: Arrivals) -> tuple[object, ...]:
    return tuple(
        value
        for arrival in (known.desk, known.door)
        for value in ((None, None) if arrival is None else (to_ms(arrival.at), arrival.station))
    )


def _ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)
