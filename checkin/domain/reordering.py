"""Puts delegations in a new order of precedence, with as few numbers as possible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.programme import Delegation


def in_new_order(delegations: Sequence[Delegation]) -> list[Delegation]:
    """The delegations, in the same sequence, with new order numbers, so that sorting by number gives this sequence.

    The numbers that the delegations had are distributed anew. Delegations at the end of the sequence need no number if
    they had none and are in the order of their codes.
    """
    numbered = len(delegations)
    while numbered and _may_stay_without(delegations, numbered - 1):
        numbered -= 1
    free = sorted({each.order for each in delegations[:numbered] if each.order is not None})
    free += [(free[-1] if free else 0) + more for more in range(1, numbered - len(free) + 1)]
    return [
        replace(each, order=free[place]) if place < numbered else each
        for place, each in enumerate(delegations)
    ]


def _may_stay_without(delegations: Sequence[Delegation], place: int) -> bool:
    """Whether this delegation needs no number, if all that follow need none."""
    following = delegations[place + 1 :]
    return delegations[place].order is None and all(
        delegations[place].code < each.code for each in following[:1]
    )
