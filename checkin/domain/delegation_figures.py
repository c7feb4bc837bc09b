"""Counts the members of a delegation: how many are named, accompany others, have a badge, and have arrived."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.programme import Delegation
    from checkin.domain.registration import Registration

_STAYS_AWAY: Final = frozenset({Status.DECLINED, Status.EXCUSED, Status.CANCELLED})


class Head(Enum):
    """Whether a delegation has a head, and whether the head has arrived."""

    NOBODY = auto()
    EXPECTED = auto()
    ARRIVED = auto()


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one delegation.

    `quota` is the number of places of the delegation; None if no quota was set. `named` counts the members who take a
    place. Of these, `accompanying` counts the ones who accompany another member, `printed` the ones with a printed
    badge, and `arrived` the ones who have arrived. A member who declined, is excused or is cancelled takes no place,
    unless they have arrived.
    """

    quota: int | None = None
    named: int = 0
    accompanying: int = 0
    printed: int = 0
    arrived: int = 0
    head: Head = Head.NOBODY

    @classmethod
    def of(cls, members: Iterable[Registration], quota: int | None = None) -> Figures:
        """The figures of a delegation with these members and this quota."""
        named = accompanying = printed = arrived = 0
        head = Head.NOBODY
        for member in members:
            if not takes_place(member):
                continue
            named += 1
            accompanying += bool(member.delegate.accompanies)
            printed += member.badge is not None and bool(member.badge.printed)
            arrived += member.arrival is not None
            if member.delegate.head_of_delegation and head is not Head.ARRIVED:
                head = Head.EXPECTED if member.arrival is None else Head.ARRIVED
        return cls(quota, named, accompanying, printed, arrived, head)

    @property
    def unnamed(self) -> int:
        """The number of places in the quota for which the delegation has not named anybody yet."""
        return max((self.quota or 0) - self.named, 0)

    @property
    def is_only_asked(self) -> bool:
        """Whether the delegation has a quota, but has not named anybody yet."""
        return bool(self.quota) and not self.named

    @property
    def is_nobody_here(self) -> bool:
        """Whether members of the delegation are expected, and none of them has arrived."""
        return self.named > 0 and not self.arrived


@dataclass(frozen=True, slots=True)
class DelegationStanding:
    """A delegation with its figures.

    `is_defined` is False for a delegation that the event does not define, and that is only named in records of people.
    """

    delegation: Delegation
    figures: Figures
    is_defined: bool = True


def takes_place(member: Registration) -> bool:
    """Whether this member takes a place of the delegation's quota: they are expected or have arrived."""
    return member.delegate.status not in _STAYS_AWAY or member.arrival is not None
