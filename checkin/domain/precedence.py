"""The order of precedence of people, and the numbers that put a person between two others.

Delegations are sorted first, by their order. Members of a delegation are sorted by their own precedence number; members
without a number come last, in the order of the newest imported list. People who belong to no delegation with an order
come after all delegations, sorted by their own number. The protocol office sets the numbers: no rank is computed here.
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
    """A person with the values that decide their place in the order of precedence.

    `delegation` is the person's delegation if the event defines it, else None. `row` is the person's row in the newest
    imported list; 0 for a person who is in no list.
    """

    registration: Registration
    delegation: Delegation | None = None
    row: int = 0

    @property
    def level(self) -> tuple[bool, int, str]:
        """The sort key of the group in which the person can be moved: a delegation, or all without an ordered one."""
        if self.delegation is None or self.delegation.order is None:
            return (True, 0, "")
        return (False, self.delegation.order, self.delegation.code)

    @property
    def key(self) -> tuple[object, ...]:
        """The sort key of the person in the order of precedence; people with equal keys keep their order."""
        precedence = self.registration.delegate.precedence
        return (*self.level, precedence is None, precedence or 0, self.row == 0, self.row)


def in_order(people: Iterable[Ranked]) -> list[Ranked]:
    """These people in the order of precedence; `people` must be given in the order of their registration."""
    return sorted(people, key=lambda each: each.key)


def is_in_order_of_protocol(registration: Registration) -> bool:
    """Whether this person has a place in the order of precedence: they are expected or have arrived.

    A person who accompanies somebody has a place only if they have a precedence number of their own.
    """
    delegate = registration.delegate
    is_with_principal = bool(delegate.accompanies) and delegate.precedence is None
    return (delegate.is_expected or registration.arrival is not None) and not is_with_principal


def numbers_after_move(numbers: Sequence[float | None], place: int, to: int) -> dict[int, float]:
    """The new numbers that move the item at the index `place` to the index `to`, as a dict: former index to new number.

    `numbers` are sorted, with None last. As few numbers as possible are changed: usually only the number of the moved
    item, which gets a number between those of its new neighbours.
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
