"""Reads who is or was inside each session: numbers for doors, and stays and refusals for reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from peewee import JOIN, SQL, fn

from checkin.storage.moments import from_ms
from checkin.storage.persons import STAY, as_stay
from checkin.storage.tables import DelegateRow, RefusalRow, StayRow, tuples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from checkin.domain.presence import Stay
    from checkin.storage.database import Database


_QUARTER_MS: Final = 15 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Occupancy:
    """The number of persons who are inside a session, and the number who ever entered it."""

    inside: int = 0
    entered: int = 0


def occupancy(database: Database, session: str) -> Occupancy:
    """The `Occupancy` of this session; zeros if nobody has entered it."""
    row = database.row("SELECT inside, entered FROM occupancy WHERE session = ?", (session,))
    return Occupancy(*row) if row is not None else Occupancy()


def occupancies(database: Database) -> dict[str, Occupancy]:
    """The `Occupancy` of each session, by the session's code; sessions that nobody ever entered are left out."""
    rows = database.rows("SELECT session, inside, entered FROM occupancy WHERE entered > 0")
    return {session: Occupancy(now, ever) for session, now, ever in rows}


def who_is_inside(database: Database, session: str) -> list[tuple[str, bool]]:
    """The persons who are inside the session, sorted, each with whether the person is a delegate.

    A person who is no delegate is the code of a badge whose delegate is not known.
    """
    return [
        (person, bool(is_delegate))
        for person, is_delegate in database.rows(
            """SELECT person, EXISTS (SELECT 1 FROM delegates WHERE id = person) FROM stays
            WHERE session = ? AND "left" IS NULL ORDER BY person""",
            (session,),
        )
    ]


def entered(database: Database) -> list[tuple[str, str, int]]:
    """The number of persons of each category who ever entered each session.

    Each item is the session's code, the category ("" for badges without a delegate) and the number.
    """
    category = fn.IFNULL(SQL("category"), "")
    query = (
        StayRow.select(StayRow.session, category, fn.COUNT(SQL("*")))
        .join(DelegateRow, JOIN.LEFT_OUTER, on=(DelegateRow.id == StayRow.person))
        .where(StayRow.n == 1)
        .group_by(StayRow.session, category)
    )
    return list(tuples(database, query))


def peaks(database: Database) -> dict[str, int]:
    """The highest number of persons who were inside each session at one moment, by the session's code.

    If one person leaves at the very moment when another comes, the two do not count as inside together. A stay that
    ends before it begins, because two computers' clocks disagree, is left out.
    """
    return dict(
        database.rows(
            """WITH moves AS (
                SELECT session, came AS at, 1 AS step FROM stays WHERE "left" IS NULL OR "left" >= came
                UNION ALL SELECT session, "left", -1 FROM stays WHERE "left" >= came)
            SELECT session, max(inside) FROM (
                SELECT session, sum(step) OVER (PARTITION BY session ORDER BY at, step ROWS UNBOUNDED PRECEDING)
                AS inside FROM moves) GROUP BY session"""
        )
    )


def refusals(database: Database) -> Iterator[tuple[str, str, datetime, int]]:
    """Yield the number of refused scans for each session, quarter of an hour and reason.

    Each item is the session's code, the reason, the beginning of the quarter (in UTC) and the number. Quarters are used
    because not every time zone differs from UTC by whole hours, but all differ by whole quarters of an hour.
    """
    quarter = RefusalRow.at / _QUARTER_MS * _QUARTER_MS  # whole numbers; Peewee's % is LIKE
    query = (
        RefusalRow.select(RefusalRow.session, RefusalRow.reason, quarter, fn.COUNT(RefusalRow.entry))
        .group_by(RefusalRow.session, RefusalRow.reason, quarter)
        .order_by(RefusalRow.session, quarter, RefusalRow.reason)
    )
    for session, reason, begins, count in tuples(database, query):
        yield session, reason, from_ms(begins), count


def stays(database: Database, session: str | None = None) -> Iterator[tuple[str, str, list[Stay]]]:
    """Yield the stays of each person in each session: the person's id, the session's code, and the list of stays.

    Each list is in the order of time. If `session` is given, only stays in the session with this code are read.
    """
    query = StayRow.select(
        StayRow.person, StayRow.session, *(getattr(StayRow, name) for name in STAY)
    ).order_by(StayRow.person, StayRow.session, StayRow.n)
    if session is not None:
        query = query.where(StayRow.session == session)
    group: tuple[str, str, list[Stay]] | None = None
    for person, of_session, *rest in tuples(database, query):
        if group is None or group[:2] != (person, of_session):
            if group is not None:
                yield group
            group = (person, of_session, [])
        group[2].append(as_stay(rest))
    if group is not None:
        yield group
