"""The rows of the table of precedence: a heading for each delegation, and its members; and how a row may be moved."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.protocol import Protocol
    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.domain.precedence import Ranked


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A heading for a delegation, or a person below the heading.

    `standing` is the delegation; None for people who belong to no delegation with an order.
    """

    standing: DelegationStanding | None
    person: Ranked | None = None

    @property
    def key(self) -> str:
        """The id of the person in the row, or the code of the delegation if the row is a heading."""
        if self.person is not None:
            return self.person.registration.delegate.id
        return f"§{self.standing.delegation.code}" if self.standing is not None else "§"

    @property
    def is_missing(self) -> bool:
        """Whether the row is a person who has not arrived yet."""
        return self.person is not None and self.person.registration.arrival is None


@dataclass(frozen=True, slots=True)
class Move:
    """A move of a person or delegation to the place directly before another one, whose key is `before`.

    If `before` is "", the person or delegation moves behind all others. `is_delegation` says whether a delegation
    moves.
    """

    key: str
    before: str
    is_delegation: bool


def order_rows(known: Protocol, first: int) -> list[OrderRow]:
    """The rows for the first `first` people in the order; a delegation without any of these people has no heading."""
    standings = {each.delegation.code: each for each in known.delegations if each.is_defined}
    rows: list[OrderRow] = []
    for level, people in groupby(known.people[:first], key=lambda each: each.level):
        standing = standings.get(level[2])
        rows.append(OrderRow(standing))
        rows += [OrderRow(standing, each) for each in people]
    is_only_heading = len(rows) > 0 and all(each.standing is None for each in rows)
    return rows[1:] if is_only_heading else rows


def missing_with_headings(rows: Sequence[OrderRow]) -> list[OrderRow]:
    """The rows of the people who have not arrived yet, with the headings above them."""
    headings = {id(each.standing) for each in rows if each.is_missing}
    return [
        each for each in rows if each.is_missing or (each.person is None and id(each.standing) in headings)
    ]


def where_to(known: Protocol, rows: Sequence[OrderRow], at: int, to: int) -> Move | None:
    """The move that results if the row at the index `at` is dropped at the index `to`, counted without this row.

    A heading takes its members along; one step up or down moves it past one delegation. Returns None if the row cannot
    go there, because a person must stay among the members of their delegation.
    """
    moved = rows[at]
    if moved.person is not None:
        return _of_person(known, moved.person, [each for each in rows if each is not moved], to)
    return _of_delegation(known, rows, at, to) if moved.standing is not None else None


def _of_person(known: Protocol, moved: Ranked, others: Sequence[OrderRow], to: int) -> Move | None:
    delegate = moved.registration.delegate.id
    following = others[to].person if to < len(others) else None
    if following is not None and following.level == moved.level:
        return Move(delegate, following.registration.delegate.id, is_delegation=False)
    above = others[to - 1].person if to > 0 else None
    if above is None or above.level != moved.level:
        return None
    group = [
        each.registration.delegate.id
        for each in known.people
        if each.level == moved.level and each.registration.delegate.id != delegate
    ]
    place = (
        group.index(above.registration.delegate.id) + 1
    )  # the next may stand below the last row that is shown
    return Move(delegate, group[place] if place < len(group) else "", is_delegation=False)


def _of_delegation(known: Protocol, rows: Sequence[OrderRow], at: int, to: int) -> Move | None:
    code = _code_of(rows[at])
    codes = [each.delegation.code for each in known.delegations if each.is_defined]
    others = [each for each in codes if each != code]
    wanted = codes.index(code) + to - at if abs(to - at) == 1 else _dropped(rows, at, to, others)
    if not 0 <= wanted <= len(others) or wanted == codes.index(code):
        return None
    return Move(code, others[wanted] if wanted < len(others) else "", is_delegation=True)


def _dropped(rows: Sequence[OrderRow], at: int, to: int, others: Sequence[str]) -> int:
    """The place among the other delegations of a heading that is dropped; -1 if it cannot be dropped there.

    A heading that is dropped among the members of another delegation passes that delegation.
    """
    rest = [each for number, each in enumerate(rows) if number != at]
    below, above = rest[to] if to < len(rest) else None, rest[to - 1] if to else None
    if below is not None and below.person is None and _code_of(below) in others:
        return others.index(_code_of(below))
    if above is None or _code_of(above) not in others:
        return -1
    return others.index(_code_of(above)) + (to > at)


def _code_of(row: OrderRow) -> str:
    return row.standing.delegation.code if row.standing is not None else ""
