"""Reads acts (what an operator did, as one or more journal entries): the newest acts of a desk, or one by its id."""

from __future__ import annotations

import heapq
from itertools import islice
from typing import TYPE_CHECKING, Final

from checkin.domain.acts import Act
from checkin.domain.facts import (
    SCANNED,
    ActBegun,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    DoorsSet,
    OperatorNamed,
    Scanned,
)
from checkin.domain.journal import milliseconds_of
from checkin.domain.undoing import CHANGED_NOTHING
from checkin.storage.codec import decoded
from checkin.storage.journal import of_act, size_of_act
from checkin.storage.moments import from_ms
from checkin.storage.projection import is_undone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database

_SHOWN: Final = 50
"""The largest number of facts of a long act that are read to describe the act."""
_ALL_OF_AN_ACT: Final = 1 << 20
_LOOKED_BACK: Final = 2_000
"""The number of newest acts that are searched for acts of certain kinds.

Otherwise, on a computer that has stood at a door for days, the whole journal would be searched after each act.
"""
_NEAR: Final = 500
"""The number of newest entries that are searched first: the act to undo is nearly always among them."""
_EXITS_LOOKED_AT: Final = 20
_BEFORE_ALL: Final = 1 << 62
_BEGINNINGS: Final = """SELECT j.entry, s.id || '-' || j.act, j.ord FROM journal j JOIN streams s ON s.no = j.stream
    WHERE j.entry < ? AND j.entry >= ? AND s.desk = ? AND j.seq = j.act"""
_STANDS: Final = "NOT EXISTS (SELECT 1 FROM undone u WHERE u.act = s.id || '-' || j.act)"
_ALL: Final = f"{_BEGINNINGS} AND j.kind <> 'operator_named'"
_NOTHING_CHANGED: Final = ", ".join(f"'{kind}'" for kind in CHANGED_NOTHING)
_WITH_EFFECT: Final = f"{_BEGINNINGS} AND {_STANDS} AND j.kind NOT IN ({_NOTHING_CHANGED})"
"""The query for acts that were not undone and may have changed something.

It names the kinds in the order of the index `acts_with_effect`: otherwise SQLite would not use the index.
"""
_LONG: Final = f"{_WITH_EFFECT} AND j.kind IN ('act_begun', 'act_ended')".replace(
    "FROM journal j", "FROM journal j INDEXED BY long_acts"
)
"""The same for long acts, such as imports. There are few, and they have an index: all are found, however old."""
_FLOOR: Final = f"""SELECT min(entry) FROM (SELECT j.entry FROM journal j WHERE j.seq = j.act
    AND j.kind NOT IN ({_NOTHING_CHANGED}) ORDER BY j.entry DESC LIMIT {_LOOKED_BACK})"""
_EXITS: Final = f"{_BEGINNINGS} AND {_STANDS} AND j.kind = 'left_without_entry'"


def newest_first(database: Database, desk: str) -> Iterator[Act]:
    """The acts of a desk, the newest first, without those that only name an operator.

    Each act is read from the file only when the caller asks for it.
    """
    return (act for _, act in _in_order(database, desk, _ALL))


def standing_newest_first(
    database: Database, desk: str, kinds: Sequence[str] = (), sessions: Collection[str] = ()
) -> Iterator[Act]:
    """The acts of a desk that were not undone and may have changed something, the newest first.

    If `kinds` is not empty, only acts whose first entry is of one of these kinds are given, and only the newest few
    thousand acts of the file are searched. If only long acts (acts of many entries) are wanted, all acts are searched.
    If `sessions` (codes) is not empty, only acts at the doors of these sessions are given.

    A scan at an exit changed nothing if the person was not inside. The newest twenty such scans are given nevertheless:
    if an earlier exit of the person was undone later, the scan may now end a stay (the time from an entry to an exit).
    """
    of_session = (
        f"AND json_extract(CAST(j.body AS TEXT), '$.session') IN ({_listed(sessions)})" if sessions else ""
    )
    of_kind = f"AND j.kind IN ({_listed(kinds)})" if kinds else ""
    is_of_long = set(kinds) == {ActBegun.kind}
    question = _LONG if is_of_long else _WITH_EFFECT
    is_bounded = bool(kinds) and not is_of_long
    changing = _in_order(database, desk, f"{question} {of_kind} {of_session}", is_bounded=is_bounded)
    if kinds and SCANNED not in kinds:
        return (act for _, act in changing)
    exits = islice(_in_order(database, desk, f"{_EXITS} {of_session}"), _EXITS_LOOKED_AT)
    return (act for _, act in heapq.merge(changing, exits, key=lambda each: -each[0]))


def _listed(words: Iterable[str]) -> str:
    """The words as the inside of an SQL list."""
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)


def of_kind(database: Database, kind: str) -> Iterator[Act]:
    """The acts of all desks that contain a journal entry of this kind, in the order of time."""
    rows = database.each(
        """SELECT s.id || '-' || j.act FROM journal j JOIN streams s ON s.no = j.stream WHERE j.kind = ?
        GROUP BY s.id, j.act ORDER BY min(j.ord), s.id""",
        (kind,),
    )
    known = (by_id(database, act) for (act,) in rows)
    return (act for act in known if act is not None)


def _in_order(
    database: Database, desk: str, question: str, *, is_bounded: bool = False
) -> Iterator[tuple[int, Act]]:
    """The same as `_acts`, in the order of time: acts that came in from a copy have later numbers than in the copy."""
    if database.row("SELECT 1 FROM streams WHERE desk = ? AND NOT written_here LIMIT 1", (desk,)) is None:
        return _acts(database, desk, question, is_bounded=is_bounded)
    both = (
        _acts(database, desk, f"{question} AND {which}", is_bounded=is_bounded)
        for which in ("s.written_here", "NOT s.written_here")
    )
    return heapq.merge(*both, key=lambda each: -each[0])


def _acts(
    database: Database, desk: str, question: str, *, is_bounded: bool = False
) -> Iterator[tuple[int, Act]]:
    """The acts of the desk that the SQL query `question` finds, newest first, each with its first entry's order.

    If `is_bounded`, only the newest few thousand acts of the file are looked at.
    """
    # The search ends at the desk's first entry, so that a large file of other desks need not be read to its beginning.
    # Without CROSS JOIN and + SQLite would read the journal from its beginning to find that entry.
    (first,) = database.row(
        "SELECT min(+j.entry) FROM streams s CROSS JOIN journal j ON j.stream = s.no AND j.seq = 1 WHERE s.desk = ?",
        (desk,),
    )
    if first is None:
        return
    floor = max(first, last_entry(database) - _NEAR) if is_bounded else first
    is_last_floor = not is_bounded
    before = _BEFORE_ALL
    while True:
        row = database.row(f"{question} ORDER BY j.entry DESC LIMIT 1", (before, floor, desk))
        if row is not None:
            before = row[0]
            known = by_id(database, row[1])
            if known is not None:
                yield row[2], known
        elif is_last_floor:
            return
        else:
            floor, is_last_floor = max(first, database.row(_FLOOR)[0] or 0), True


def others_changes(database: Database) -> int:
    """A number that changes when another connection, in any program, has written to the file.

    Compare it only with a number that the same thread got earlier (SQLite: PRAGMA data_version).
    """
    (version,) = database.row("PRAGMA data_version")
    return int(version)


def facts_after(database: Database, entry: int, most: int) -> list[Fact | None]:
    """The facts of at most `most` entries that follow entry number `entry`; None for an entry that cannot be read."""
    rows = database.rows(
        "SELECT kind, body FROM journal WHERE entry > ? ORDER BY entry LIMIT ?", (entry, most)
    )
    return [decoded(*row).fact for row in rows]


def number_come_in(database: Database, entry: int) -> int:
    """The number of acts that were added from a copy of the event after entry number `entry`."""
    (number,) = database.row(
        """SELECT count(DISTINCT s.id || '-' || j.act) FROM journal j JOIN streams s ON s.no = j.stream
        WHERE j.entry > ? AND NOT s.written_here AND j.kind NOT IN (?, ?)""",
        (entry, BadgePrinted.kind, OperatorNamed.kind),
    )
    return int(number)


def last_entry(database: Database) -> int:
    """The number of the newest entry in this file; 0 if the file has no entry."""
    return int(database.row("SELECT coalesce(max(entry), 0) FROM journal")[0])


def are_later(database: Database, entry: int, kinds: Sequence[str]) -> bool:
    """Whether the file has an entry of one of these kinds whose number is greater than `entry`."""
    marks = ", ".join("?" * len(kinds))
    query = f"SELECT 1 FROM journal WHERE entry > ? AND +kind IN ({marks}) LIMIT 1"
    return database.row(query, (entry, *kinds)) is not None


def by_id(database: Database, act: str) -> Act | None:
    """The act with this id; None if the file has no entry of the act.

    Of a long act, such as an import, the returned act holds only the facts of its first fifty entries.
    """
    known = of_act(database, act, 0, _SHOWN)
    if not known:
        return None
    if len(known) == _SHOWN and known[0].kind != ActBegun.kind:
        known = of_act(database, act, 0, _ALL_OF_AN_ACT)
    read = [decoded(each.kind, each.body) for each in known]
    facts = tuple(each.fact for each in read if each.fact is not None)
    first = known[0]
    at = _wall_time(facts) or read[0].recorded_at or from_ms(milliseconds_of(first.order))
    return Act(
        act,
        at,
        _operator(database, first.operator),
        facts,
        size_of_act(database, act),
        is_undone(database, act),
    )


def operators(database: Database) -> dict[str, str]:
    """The name of every operator, by the operator's id."""
    return dict(database.rows("SELECT id, name FROM operators"))


def operator_named(database: Database, name: str) -> str | None:
    """The id of the operator with this name; the lowest id if several have the name, None if nobody has it."""
    (first,) = database.row("SELECT min(id) FROM operators WHERE name = ?", (name,))
    return None if first is None else str(first)


def operator_of(database: Database, act: str) -> str:
    """The name of the operator who began the act; "" if no operator is named."""
    (first,) = of_act(database, act, 0, 1)
    return _operator(database, first.operator)


def _operator(database: Database, operator: str) -> str:
    row = database.row("SELECT name FROM operators WHERE id = ?", (operator,))
    return "" if row is None else str(row[0])


def _wall_time(facts: tuple[Fact, ...]) -> datetime | None:
    timed = Arrived | BadgeIssued | BadgePrinted | DoorsSet | Scanned
    return next((fact.at for fact in facts if isinstance(fact, timed)), None)
