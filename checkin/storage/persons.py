"""Reads what scans and the computing of tables need to know about persons: who has a code, the last stay, arrivals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import COLUMNS, Arrival, Arrivals, Delegate
from checkin.domain.entry_keys import code_key, delegate_key
from checkin.domain.facts import OF_A_SCAN, Arrived, BadgeIssued, Corrected, Registered
from checkin.domain.presence import Stay
from checkin.storage.codec import decode
from checkin.storage.journal import parts_of
from checkin.storage.moments import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from checkin.storage.database import Database


FIELDS: Final = tuple(COLUMNS.values())
ARRIVAL_COLUMNS: Final = "desk_at, desk_station, door_at, door_station"
STAY: Final = ("came", "station", "code", "left", "was_asked")
STAY_COLUMNS: Final = ", ".join(f'"{name}"' for name in STAY)
_COME: Final = ", ".join(f"'{kind}'" for kind in (Arrived.kind, *OF_A_SCAN))
_LATER: Final = f"""SELECT 1 FROM touches t JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream
    WHERE j.kind IN ({_COME}) AND j.ord > begun.ord
    AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.act = s.id || '-' || j.act)"""
_NUMBER_COME_SINCE: Final = f"""WITH
    begun AS (SELECT j.stream, j.seq, j.ord FROM streams s JOIN journal j ON j.stream = s.no
        WHERE s.id = ? AND j.seq = ?),
    people AS (SELECT DISTINCT j.subject AS id FROM begun JOIN journal j ON j.stream = begun.stream
        AND j.act = begun.seq AND j.act <> j.seq WHERE j.kind IN ('{Registered.kind}', '{Corrected.kind}'))
    SELECT count(*) FROM begun CROSS JOIN people WHERE EXISTS ({_LATER} AND t.key = '{delegate_key("")}' || people.id)
    OR EXISTS (SELECT 1 FROM badges b WHERE b.delegate = people.id
        AND EXISTS ({_LATER} AND t.key = '{code_key("")}' || b.code))"""
"""The query for `number_come_since`. Its parameters are the two parts of the act's id."""


def is_there(database: Database, delegate: str) -> bool:
    """Whether the table of delegates has a row with this id."""
    return database.row("SELECT 1 FROM delegates WHERE id = ?", (delegate,)) is not None


def who_has(database: Database, code: str) -> str:
    """The id of the person whose badge has this code: the delegate's id, or the code itself if no delegate has it."""
    row = database.row("SELECT delegate FROM badges WHERE code = ?", (code,))
    return row[0] if row is not None and row[0] else code


def former_name(database: Database, delegate: str) -> str:
    """The last recorded name of this delegate (id), whose registration was undone; "" if no name is on record."""
    known = Delegate(delegate)
    for fact in _facts_with_details(database, delegate):
        known = known.with_details(fact.details)
    return known.name


def _facts_with_details(database: Database, delegate: str) -> Iterator[Registered | Corrected]:
    rows = database.each(
        """SELECT j.kind, j.body FROM touches t JOIN journal j ON j.entry = t.entry
        WHERE t.key = ? AND j.kind IN (?, ?) ORDER BY t.entry""",
        (delegate_key(delegate), Registered.kind, Corrected.kind),
    )
    facts = (decode(*row) for row in rows)
    return (fact for fact in facts if isinstance(fact, Registered | Corrected))


def number_come_since(database: Database, act: str) -> int:
    """The number of delegates whom a long act registered or changed, and who came after the act had begun.

    A delegate came if an arrival, or a reading of one of the delegate's badges at a door, was recorded and not undone.
    """
    stream, first = parts_of(act)
    (number,) = database.row(_NUMBER_COME_SINCE, (stream, first))
    return int(number)


def first_owner(database: Database, code: str) -> str:
    """The id of the delegate to whom this code was issued first, in journal order; "" if the code was not issued."""
    row = database.row(
        """SELECT j.kind, j.body FROM touches t JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream
        WHERE t.key = ? AND j.kind = 'badge_issued' ORDER BY j.ord, s.id, j.seq LIMIT 1""",
        (code_key(code),),
    )
    fact = decode(*row) if row is not None else None
    return fact.delegate if isinstance(fact, BadgeIssued) else ""


def last_stay(database: Database, person: str, session: str) -> Stay | None:
    """The person's latest stay in the session; None if there was none."""
    row = database.row(
        f"SELECT {STAY_COLUMNS} FROM stays WHERE person = ? AND session = ? ORDER BY n DESC LIMIT 1",
        (person, session),
    )
    return as_stay(row) if row is not None else None


def has_left(database: Database, person: str, session: str, at: datetime) -> bool:
    """Whether a stay of this person in the session ended at exactly this moment."""
    row = database.row(
        'SELECT 1 FROM stays WHERE person = ? AND session = ? AND "left" = ?', (person, session, to_ms(at))
    )
    return row is not None


def arrivals(database: Database, delegate: str) -> Arrivals:
    """The delegate's arrivals at a desk and at a door."""
    row = database.row(f"SELECT {ARRIVAL_COLUMNS} FROM delegates WHERE id = ?", (delegate,))
    return as_arrivals(row) if row is not None else Arrivals()


def as_stay(row: Sequence[Any]) -> Stay:
    """Make a stay from a row of the table of stays; the row has the columns `STAY`."""
    came, station, code, left, was_asked = row
    return Stay(from_ms(came), station, code, None if left is None else from_ms(left), bool(was_asked))


def as_arrivals(row: Sequence[Any]) -> Arrivals:
    """Make a delegate's arrivals from a row with the columns desk_at, desk_station, door_at and door_station."""
    desk_at, desk_station, door_at, door_station = row
    return Arrivals(
        None if desk_at is None else Arrival(from_ms(desk_at), desk_station),
        None if door_at is None else Arrival(from_ms(door_at), door_station),
    )
