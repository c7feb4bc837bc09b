"""Counts the people of a delegation: who is named of its quota, who of them accompanies, has a badge, is here."""

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
    """What is known of the head of a delegation: nobody heads it yet, the head is expected, or the head has arrived."""

    NOBODY = auto()
    EXPECTED = auto()
    ARRIVED = auto()


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one delegation.

    `named` counts the persons who take a place of the `quota` (None: no quota was set). Of them, `accompanying` counts
    those who come with a member, `printed` those whose badge was printed, and `arrived` those who have arrived. Whoever
    declined, is excused or cancelled takes no place, unless they have arrived.
    """

    quota: int | None = None
    named: int = 0
    accompanying: int = 0
    printed: int = 0
    arrived: int = 0
    head: Head = Head.NOBODY

    @classmethod
    def of(cls, members: Iterable[Registration], quota: int | None = None) -> Figures:
        """The numbers of a delegation with these members and this quota."""
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
        """The number of places of the quota for which the delegation has named nobody yet."""
        return max((self.quota or 0) - self.named, 0)

    @property
    def is_only_asked(self) -> bool:
        """Whether the delegation may send somebody and has named nobody yet."""
        return bool(self.quota) and not self.named

    @property
    def is_nobody_here(self) -> bool:
        """Whether persons of the delegation are to come, and none of them has arrived."""
        return self.named > 0 and not self.arrived


@dataclass(frozen=True, slots=True)
class DelegationStanding:
    """A delegation with its figures; `is_defined` is False for one that only the records of people name."""

    delegation: Delegation
    figures: Figures
    is_defined: bool = True


def takes_place(member: Registration) -> bool:
    """Whether this person takes a place of their delegation: who stays away takes none, unless they came after all."""
    return member.delegate.status not in _STAYS_AWAY or member.arrival is not None
