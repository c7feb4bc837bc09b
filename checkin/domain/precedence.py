"""The order of precedence of people, in two levels, and the numbers that put a person between two others.

The first level is the order of the delegations. Within a delegation, the members stand by their own precedence; those
without one stand last, in the sequence of the newest list. Whoever belongs to no delegation with an order stands after
all delegations, by their own precedence. Nothing here computes a rank: the protocol office sets the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.programme import Delegation
    from checkin.domain.registration import Registration

_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """A person with what decides their place: their defined delegation, if any, and their row in the newest list.

    `row` is 0 for a person whom no list has named.
    """

    registration: Registration
    delegation: Delegation | None = None
    row: int = 0

    @property
    def level(self) -> tuple[bool, int, str]:
        """The key of the group within which the person can be moved; groups are sorted by it."""
        if self.delegation is None or self.delegation.order is None:
            return (True, 0, "")
        return (False, self.delegation.order, self.delegation.code)

    @property
    def key(self) -> tuple[object, ...]:
        """The key by which people stand in the order of precedence; of equals, whoever was registered first leads."""
        precedence = self.registration.delegate.precedence
        return (*self.level, precedence is None, precedence or 0, self.row == 0, self.row)


def in_order(people: Iterable[Ranked]) -> list[Ranked]:
    """These people in the order of precedence; `people` must be given in the order of their registration."""
    return sorted(people, key=lambda each: each.key)


def is_in_order_of_protocol(registration: Registration) -> bool:
    """Whether this person has a place in the order of protocol: who is expected or here.

    Whoever only accompanies somebody has no place unless they were given a precedence of their own.
    """
    delegate = registration.delegate
    is_with_principal = bool(delegate.accompanies) and delegate.precedence is None
    return (delegate.is_expected or registration.arrival is not None) and not is_with_principal


def numbers_after_move(numbers: Sequence[float | None], place: int, to: int) -> dict[int, float]:
    """The numbers to set so that the one at `place` (from 0) stands at the place `to`, by their former places.

    `numbers` are sorted, those that are None last. Only as many are changed as must be: usually the moved one alone,
    which gets a number between those of its new neighbours.
    """
    rest = [at for at in range(len(numbers)) if at != place]
    above, below = rest[:to], rest[to:]
    changed = _number_all(numbers, above)
    upper = next((changed.get(at, numbers[at]) for at in reversed(above)), None)
    lower = next((numbers[at] for at in below), None)
    moved = _between(upper, lower)
    if moved is None:  # several have the same number: those who follow move on
        moved = _next_after(upper)
        changed |= _pushed_on(numbers, below, moved)
    return {**changed, place: moved}


def _number_all(numbers: Sequence[float | None], places: Sequence[int]) -> dict[int, float]:
    """Numbers for those of these places that have none, so that they keep their sequence."""
    last = max((number for at in places if (number := numbers[at]) is not None), default=None)
    changed: dict[int, float] = {}
    for at in places:
        if numbers[at] is None:
            last = changed[at] = _next_after(last)
    return changed


def _between(upper: float | None, lower: float | None) -> float | None:
    """A number between these two, with as few digits as possible; None if there is none. None stands for no limit."""
    if lower is None:
        return _next_after(upper)
    if upper is None:
        return lower - 1 if lower > 1 else lower / 2 if lower > 0 else lower - 1
    middle = (upper + lower) / 2
    fitting = (round(middle, digits) for digits in range(_DIGITS))
    return next((number for number in fitting if upper < number < lower), None)


def _next_after(number: float | None) -> float:
    return 1 if number is None else number // 1 + 1


def _pushed_on(numbers: Sequence[float | None], places: Sequence[int], last: float) -> dict[int, float]:
    """Larger numbers for the first of these places, as far as their own are not greater than those before them."""
    changed: dict[int, float] = {}
    for at in places:
        number = numbers[at]
        if number is None or number > last:
            break
        last = changed[at] = _next_after(last)
    return changed
