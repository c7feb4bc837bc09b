"""Finds the rows of a list that name the person of an earlier row again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.people.person_keys import PersonKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.importing.people.row_values import ReadRow, Values
    from checkin.importing.people.tables import ListRow

_MOST_AT_ONE_ADDRESS: Final = 20
"""The persons at one address who are compared with each other; an address of more is an office's."""
_LOOK: Final = (
    Field.REFERENCE, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, Field.EMAIL, Field.PHONE,
)  # fmt: skip
"""Fields that nearly always tell two persons apart."""


def without_repeats(
    rows: Sequence[ReadRow],
) -> tuple[list[ReadRow], dict[tuple[str, int], tuple[str, int]]]:
    """The rows that name a person for the first time, and for each other row the earlier one of the same person.

    Two rows name the same person if all their values are equal, or if they have one address and one name.
    """
    first: list[ReadRow] = []
    again: dict[tuple[str, int], tuple[str, int]] = {}
    earlier = _Earlier()
    for row, values in rows:
        each = (_of_first(row, again), values) if row.guest else (row, values)
        before = earlier.same_as(each)
        if before is None:
            first.append(each)
            earlier.add(each)
        elif not row.guest:
            again[row.sheet, row.number] = (before.sheet, before.number)
    return first, again


class _Earlier:
    """The earlier rows. Only rows that look the same are compared value by value, which takes time."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], ReadRow] = {}
        self._equal: dict[object, ListRow] = {}
        self._at_address: dict[str, list[ReadRow]] = {}

    def same_as(self, each: ReadRow) -> ListRow | None:
        """The earlier row of the same person; None if there is none."""
        _, values = each
        if (first := self._first.get(_look(each))) is not None:
            self._equal.setdefault(_whole(first), first[0])
            if (equal := self._equal.get(_whole(each))) is not None:
                return equal
        others = self._at_address.get(_address(values))
        if not others:
            return None
        person = PersonKeys.of_values(values)
        return next((row for row, told in others if PersonKeys.of_values(told).is_surely(person)), None)

    def add(self, each: ReadRow) -> None:
        """Remember a row that names a person for the first time."""
        row, values = each
        if self._first.setdefault(_look(each), each) is not each:
            self._equal[_whole(each)] = row
        if address := _address(values):
            others = self._at_address.setdefault(address, [])
            if len(others) < _MOST_AT_ONE_ADDRESS:
                others.append(each)


def _of_first(row: ListRow, again: dict[tuple[str, int], tuple[str, int]]) -> ListRow:
    """A guest of the person of an earlier row, where the guest's own row names that person again."""
    if row.principal is None:
        return row
    sheet, number = again.get(row.principal[:2], row.principal[:2])
    return replace(row, principal=(sheet, number, row.principal[2]))


def _look(each: ReadRow) -> tuple[object, ...]:
    row, values = each
    return (row.principal, *map(values.get, _LOOK))


def _whole(each: ReadRow) -> object:
    """All that is said of a person; two guests of one name are two, if they accompany two persons."""
    row, values = each
    return row.principal, frozenset(values.items())


def _address(values: Values) -> str:
    return str(values.get(Field.EMAIL) or "").casefold()
