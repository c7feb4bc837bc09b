"""Undo: decides which acts have an effect that can be taken back, and on which page of the window that is done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checkin.domain.admission import ExitAlert, Left, Refused
from checkin.domain.facts import (
    SCANNED,
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    LongAct,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.things import WITHDRAWN, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.facts import Fact


class MadeOn(Enum):
    """The page of the window on which Ctrl+Z takes an act back; ELSEWHERE is a page that the window does not have."""

    ARRIVALS = auto()
    DOOR = auto()
    IMPORT = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Reach:
    """The acts that Ctrl+Z may take back on one page.

    A door reaches only what was done for the `sessions` (codes) for which it answers.
    """

    page: MadeOn
    sessions: frozenset[str] = frozenset()

    def holds(self, facts: Sequence[Fact]) -> bool:
        """Whether the act with these facts was made on this page and, at a door, for one of its sessions."""
        if made_on(facts) is not self.page:
            return False
        return all(fact.session in self.sessions for fact in facts if isinstance(fact, _OF_A_DOOR))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of entry with which an act of this page may begin."""
        return _BEGINNINGS[self.page]


AT_ARRIVALS: Final = Reach(MadeOn.ARRIVALS)
OF_IMPORTS: Final = Reach(MadeOn.IMPORT)
_BEGINNINGS: Final = {
    MadeOn.ARRIVALS: tuple(fact.kind for fact in (Arrived, Registered, Corrected, BadgeIssued, BadgeRevoked)),
    MadeOn.DOOR: (SCANNED, DoorsSet.kind),
    MadeOn.IMPORT: (ActBegun.kind,),
    MadeOn.ELSEWHERE: (),
}


def made_on(facts: Iterable[Fact]) -> MadeOn:
    """The page on which the act with these facts is undone.

    Arrivals takes back what a desk does for the people in front of it: arrivals, of a whole delegation too, and the
    registration, the correction or the badge of one person. A long act, a change of many persons, a definition and any
    kind of fact that is not known here are ELSEWHERE: a key that is pressed in a hurry never takes back the work of
    many.
    """
    known = list(facts)
    begun = next((fact.what for fact in known if isinstance(fact, ActBegun)), None)
    if begun is not None:
        return MadeOn.IMPORT if begun is LongAct.IMPORT else MadeOn.ELSEWHERE
    if any(isinstance(fact, _OF_A_DOOR) for fact in known):
        return MadeOn.DOOR
    if not known or not all(isinstance(fact, _OF_A_DESK) for fact in known):
        return MadeOn.ELSEWHERE
    is_about_many = len(persons_of(known)) > 1 and not any(isinstance(fact, Arrived) for fact in known)
    return MadeOn.ELSEWHERE if is_about_many or _is_of_many_badges(known) else MadeOn.ARRIVALS


_OF_A_DOOR: Final = (Scanned, DoorsSet)
_OF_A_DESK: Final = (Arrived, Registered, Corrected, BadgeIssued, BadgeRevoked, BadgePrinted)


def persons_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of the delegates whom an act with these facts names, each once, in the order in which it names them."""
    named = (
        fact.delegate
        for fact in facts
        if isinstance(fact, Arrived | Registered | Corrected | BadgeIssued | Scanned) and fact.delegate
    )
    return tuple(dict.fromkeys(named))


def _is_of_many_badges(facts: Sequence[Fact]) -> bool:
    """Whether the act revokes several badges and does not say whose they are."""
    return not persons_of(facts) and sum(isinstance(fact, BadgeRevoked) for fact in facts) > 1


def can_be_undone(facts: Iterable[Fact]) -> bool:
    """Whether the undo of an act with these facts would have an effect, and is allowed.

    Printing has no effect that can be undone, and neither has a refused scan. The making of the event cannot be undone.
    For an undo this is False too: an undo can be undone only if an operator names its id.
    """
    known = list(facts)
    if any(_begins_the_event(fact) or isinstance(fact, Undone) for fact in known):
        return False
    return any(_has_effect(fact) for fact in known)


def _begins_the_event(fact: Fact) -> bool:
    """Whether the fact is the one that creates the event."""
    return isinstance(fact, Defined) and fact.what is Thing.EVENT and WITHDRAWN in fact.values


def _has_effect(fact: Fact) -> bool:
    match fact:
        case (
            Scanned(verdict=Refused() | Left(alert=ExitAlert.NO_ENTRY))
            | BadgePrinted()
            | ActBegun()
            | ActEnded()
            | OperatorNamed()
        ):
            return False
        case _:
            return True
