"""Reads numbers of delegates: those for the counters, by category and by delegation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from peewee import SQL, Case, fn

from checkin.domain.delegates import Status
from checkin.storage.moments import to_ms
from checkin.storage.tables import DelegateRow, tuples

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.storage.database import Database


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers of delegates in one category.

    `registered` counts those whose status is registered or who have arrived; `arrived` counts those who have arrived.
    """

    category: str
    registered: int
    arrived: int


def counts(database: Database) -> list[Count]:
    """The number of registered delegates and the number of arrived delegates in each category.

    A delegate who has arrived counts as registered too, whatever their status.
    """
    arrived = Case(None, [(_HAS_ARRIVED, 1)], 0)
    query = (
        DelegateRow.select(SQL("category"), fn.COUNT(SQL("*")), fn.SUM(arrived))
        .where((SQL("status") == Status.REGISTERED.value) | _HAS_ARRIVED)
        .group_by(SQL("category"))
    )
    return [Count(*row) for row in tuples(database, query)]


def expected(database: Database) -> dict[str, int]:
    """The number of delegates whose status is registered in each category, whether they have arrived or not."""
    query = DelegateRow.select(SQL("category"), fn.COUNT(SQL("*"))).group_by(SQL("category"))
    return dict(tuples(database, query.where(SQL("status") == Status.REGISTERED.value)))


def numbers_by_category(database: Database) -> dict[str, int]:
    """The number of delegates in each category, whatever their status."""
    query = DelegateRow.select(SQL("category"), fn.COUNT(SQL("*"))).group_by(SQL("category"))
    return dict(tuples(database, query))


def registered_by_delegation(database: Database) -> dict[str, int]:
    """The number of registered delegates in each delegation, by the delegation's name as it is recorded with them."""
    query = DelegateRow.select(SQL("delegation"), fn.COUNT(SQL("*"))).group_by(SQL("delegation"))
    return dict(
        tuples(database, query.where(SQL("status") == Status.REGISTERED.value, SQL("delegation") != ""))
    )


def arrived_since(database: Database, moment: datetime) -> int:
    """The number of delegates whose first arrival, at a desk or at a door, was at or after this moment."""
    earliest = fn.MIN(fn.IFNULL(DelegateRow.desk_at, _NEVER), fn.IFNULL(DelegateRow.door_at, _NEVER))
    query = DelegateRow.select(fn.COUNT(SQL("*"))).where(earliest.between(to_ms(moment), _NEVER - 1))
    return int(next(tuples(database, query))[0])


def number_of_all(database: Database) -> int:
    """The number of all delegates in the event file, whatever their status."""
    return int(next(tuples(database, DelegateRow.select(fn.COUNT(SQL("*")))))[0])


_NEVER: Final = 1 << 62
_HAS_ARRIVED: Final = DelegateRow.desk_at.is_null(False) | DelegateRow.door_at.is_null(False)
