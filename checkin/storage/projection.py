"""Brings the tables up to date with new entries of the journal, in the transaction that appends the entries.

The tables depend only on which entries there are, not on the order in which they came. A scan that this desk records
now is the latest entry, so it only changes the person's last stay or adds one. For any other entry, the persons whom it
touches are folded again: their rows are computed anew from all their entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.admission import Admitted
from checkin.domain.delegates import Arrival, Delegate
from checkin.domain.entry_keys import (
    OF_A_THING,
    act_key,
    code_key,
    doors_key,
    named_key,
    operator_key,
    separated_key,
    thing_key,
)
from checkin.domain.facts import (
    BadgeIssued,
    Defined,
    DoorsSet,
    Fact,
    Named,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.folding import (
    Person,
    after_scan,
    fold_doors,
    fold_operator,
    fold_thing,
    with_door_arrival,
)
from checkin.domain.pair_facts import Separated
from checkin.domain.things import Thing
from checkin.storage import merged, persons, write_definitions, write_merged, write_persons
from checkin.storage.codec import decode
from checkin.storage.journal import of_act, parts_of, standings
from checkin.storage.whole_persons import fold, fold_with_ids, with_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checkin.domain.presence import Stay
    from checkin.storage.database import Database
    from checkin.storage.journal import Appended

_OF_A_PAIR: Final = separated_key("", "")[:1]
_AT_ONCE: Final = 200
"""The largest number of facts of an act whose undo is carried into the tables in its own transaction.

The undo of a larger act is carried in afterwards, in several short transactions.
"""


def carry_in(database: Database, appended: Sequence[Appended], *, latest: bool) -> None:
    """Bring the tables up to date with these entries, which the caller's transaction has written to the journal.

    If `latest` is True, this desk has just recorded the entries, and no entry is later. So a scan only changes the
    person's last stay or adds one, and a new person is only added. If `latest` is False, the entries are from another
    file, and may be older than entries that are known. So the persons whom the entries concern are computed anew.
    """
    again: dict[str, None] = {}
    """The persons to be folded again, each once, in the order in which they were noted."""
    if not latest:
        for entry in appended:
            if entry.begins_act:
                judge(database, entry.act, again)  # an undo may have come in before the act that it names
    added = _add_new(database, appended, latest=latest)
    for entry in appended:
        match entry.fact:
            case None:
                pass
            case Scanned() if latest:
                _follow_what_is_recorded(database, entry.fact)
            case Registered(delegate=delegate) if delegate in added:
                pass
            case BadgeIssued() if latest and _is_first_of(database, entry.entry, entry.fact):
                again[entry.fact.delegate] = None
            case fact:
                touch(database, fact, again)
    _fold_again(database, again)


def _add_new(database: Database, appended: Iterable[Appended], *, latest: bool) -> frozenset[str]:
    """Write the rows of newly registered delegates about whom nothing else is known; return their ids."""
    new = {
        entry.fact.delegate: Person(
            entry.fact.delegate,
            with_links(database, Delegate.of(entry.fact.delegate, entry.fact.details)),
            registered=entry.place,
        )
        for entry in appended
        if isinstance(entry.fact, Registered)
        and _is_first_of(database, entry.entry, entry.fact)
        and (
            latest or not (is_undone(database, entry.act) or persons.is_there(database, entry.fact.delegate))
        )
    }
    if new:
        write_persons.add(database, list(new.values()))
    return frozenset(new)


def touch(database: Database, fact: Fact, again: dict[str, None]) -> None:
    """Bring the tables up to date with one fact about a thing of the event's definition, doors, an operator or an undo.

    If the fact is about persons, their ids are only added to `again`. The caller computes these persons anew later, so
    that each person is computed only once.
    """
    match fact:
        case Defined(what, code):
            define(database, what, code)
        case DoorsSet(session):
            set_doors(database, session)
        case OperatorNamed(operator):
            name_operator(database, operator)
        case Undone(act):
            judge(database, act, again)
        case Separated(one, other):
            separate(database, separated_key(one, other))
        case _:
            again.update(dict.fromkeys(_persons_touched(database, fact)))


def _is_first_of(database: Database, entry: int, fact: Fact) -> bool:
    """Whether no other entry touches the delegate or code that this entry names.

    If none does, no row that is already in the tables has to change.
    """
    known = database.row("SELECT 1 FROM touches WHERE key = ? AND entry <> ?", (fact.keys[0], entry))
    return known is None


def _follow_what_is_recorded(database: Database, scan: Scanned) -> None:
    person = persons.who_has(database, scan.code) if scan.code else merged.kept(database, scan.delegate)
    follow(database, scan, person, persons.last_stay(database, person, scan.session))


def follow(database: Database, scan: Scanned, person: str, last: Stay | None) -> None:
    """Carry the latest scan of a person into the tables: change their last stay in the session, or add a stay.

    `last` is the person's latest stay in the session, None if there was none. If the scan is also the person's arrival,
    the arrival is written too.
    """
    if not scan.keys:
        return
    after = after_scan(last, scan)
    if after is not None:
        write_persons.write_stay(
            database, person, scan.session, after, follows=last is None or not last.is_open
        )
    if isinstance(scan.verdict, Admitted) and scan.verdict.arrives:
        known = persons.arrivals(database, person)
        write_persons.write_arrivals(
            database, person, with_door_arrival(known, Arrival(scan.at, scan.station))
        )


def define(database: Database, what: Thing, code: str) -> None:
    """Compute the fields of a thing in the event's definition from the journal. Write them to the table `definitions`.

    `what` is the kind of the thing, such as a session. The last value that was given to a field wins.
    """
    write_definitions.write(database, what, code, fold_thing(standings(database, [thing_key(what, code)])))


def set_doors(database: Database, session: str) -> None:
    """Compute the state that staff gave to a session's doors (the last one given wins), and write it to the tables."""
    write_definitions.write_doors(database, session, fold_doors(standings(database, [doors_key(session)])))


def name_operator(database: Database, operator: str) -> None:
    """Compute an operator's name from the journal (the last one given wins) and write it to the table `operators`."""
    name = fold_operator(standings(database, [operator_key(operator)]))
    if name:
        database.run("INSERT OR REPLACE INTO operators (id, name) VALUES (?, ?)", (operator, name))
    else:
        database.run("DELETE FROM operators WHERE id = ?", (operator,))


def separate(database: Database, key: str) -> None:
    """Write whether the two delegates of this key (see `separated_key`) are declared to be two persons."""
    known = standings(database, [key])
    for standing in known[:1]:
        if isinstance(fact := standing.fact, Separated):
            stands = any(each.stands for each in known)
            write_merged.write_separated(database, fact.one, fact.other, stands=stands)


# ---- undo


def is_undone(database: Database, act: str) -> bool:
    """Whether the act with this id is undone."""
    return database.row("SELECT 1 FROM undone WHERE act = ?", (act,)) is not None


def judge(database: Database, act: str, again: dict[str, None]) -> None:
    """Compute from the journal whether the act with this id is undone, and record the result in the table `undone`.

    If the result has changed, the ids of the persons whom the act concerns are added to `again`; the caller computes
    these persons anew. An act of more than 200 facts is instead noted in the table `stale`, and `drain` carries the
    change into the other tables later.
    """
    is_now = _has_standing_undo(database, act)
    if is_now == is_undone(database, act):
        return
    if is_now:
        database.run("INSERT INTO undone (act) VALUES (?)", (act,))
    else:
        database.run("DELETE FROM undone WHERE act = ?", (act,))
    facts = _facts_of(database, act, 0, _AT_ONCE + 1)
    if len(facts) > _AT_ONCE:
        database.run("INSERT OR REPLACE INTO stale (act, done) VALUES (?, 0)", (act,))
        return
    for _, fact in facts:
        if fact is not None:
            touch(database, fact, again)


def _has_standing_undo(database: Database, act: str) -> bool:
    """Whether there is a valid undo of this act.

    A valid undo is an act of its own, begins later than this act, and is not undone itself.
    """
    row = database.row(
        """SELECT 1 FROM touches t JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream
        LEFT JOIN undone u ON u.act = s.id || '-' || j.act
        WHERE t.key = ? AND u.act IS NULL AND j.act = j.seq AND j.ord > coalesce(
            (SELECT b.ord FROM streams bs JOIN journal b ON b.stream = bs.no
            WHERE bs.id = ? AND b.seq = ? AND b.act = b.seq), 0)""",
        (act_key(act), *parts_of(act)),
    )
    return row is not None


def drain(database: Database, most: int) -> bool:
    """Carry the next facts, at most `most`, of a large undo (the undo of an act of many facts) into the tables.

    The persons whom these facts concern are computed anew. Returns whether more is left to do. The caller must have
    opened a transaction.
    """
    row = database.row("SELECT act, done FROM stale LIMIT 1")
    if row is None:
        return False
    act, done = row
    again: dict[str, None] = {}
    facts = _facts_of(database, act, done, most)
    for _, fact in facts:
        if fact is not None:
            touch(database, fact, again)
    _fold_again(database, again)
    if facts:
        database.run("UPDATE stale SET done = ? WHERE act = ?", (facts[-1][0], act))
    else:
        database.run("DELETE FROM stale WHERE act = ?", (act,))
    return database.row("SELECT 1 FROM stale LIMIT 1") is not None


def _facts_of(database: Database, act: str, after: int, most: int) -> list[tuple[int, Fact | None]]:
    """At most `most` facts of the act, each with its entry number; only facts with a number greater than `after`."""
    return [(each.entry, decode(each.kind, each.body)) for each in of_act(database, act, after, most)]


# ---- persons


def _persons_touched(database: Database, fact: Fact) -> Iterator[str]:
    """The ids of the persons whose state depends on this fact: those whom the fact's keys name."""
    keys = fact.keys[:1] if isinstance(fact, Named) else fact.keys  # the other key names a session
    for key in keys:
        is_code, name = key.startswith(code_key("")), key[1:]
        yield persons.who_has(database, name) if is_code else name


def _fold_again(database: Database, person_ids: Iterable[str]) -> None:
    led_elsewhere: set[str] = set()
    for person in person_ids:
        led_elsewhere |= _write_anew(database, person)
    # Whoever names them names somebody else now, and whoever lost one is no longer known by that one's names.
    for person in sorted({*led_elsewhere, *merged.who_names(database, led_elsewhere)}):
        _write_anew(database, person, with_words=True)


def _write_anew(database: Database, person: str, *, with_words: bool = False) -> set[str]:
    """Compute a person anew, with all who were merged with the person, and write their rows.

    The search words are written as in `write_persons.write`. Returns the ids that lead elsewhere now, and where they
    led before.
    """
    ids, folded = fold_with_ids(database, person)
    led_elsewhere = write_merged.write_ids(database, folded.id, ids)
    for each in (folded, *(Person(delegate) for delegate in ids if delegate != folded.id)):
        write_persons.write(database, each, with_words=with_words)
        if with_words or folded.also:
            write_merged.write_also_known(database, each)
    return led_elsewhere


def write_words_again(database: Database) -> None:
    """Write the search words of persons with merged registrations again; their rows do not hold all of the words."""
    for delegate in dict.fromkeys(merged.all_kept(database).values()):
        write_persons.write(database, fold(database, delegate), with_words=True)


def fold_key(database: Database, key: str) -> None:
    """Compute anew the session (or other part of the event), doors, operator or person of this key; write the result.

    A key is the text by which the table `touches` tells what an entry is about. Call this function only after the table
    `undone` says which acts are undone.
    """
    sort, name = key[:1], key[1:]
    if sort == OF_A_THING:
        what, _, code = name.partition(" ")
        define(database, Thing(what), code)
    elif sort == doors_key(""):
        set_doors(database, name)
    elif sort == operator_key(""):
        name_operator(database, name)
    elif sort == named_key(""):
        pass  # who is named for a session is folded with each person
    elif sort == _OF_A_PAIR:
        separate(database, key)
    else:
        _fold_again(database, [name])
