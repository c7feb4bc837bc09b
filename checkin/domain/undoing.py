"""Decides which acts can be undone, and on which page of the window Ctrl+Z undoes them."""

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
    Named,
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
    """The page of the window on which Ctrl+Z undoes an act; ELSEWHERE means that no page of the window does."""

    ARRIVALS = auto()
    DOOR = auto()
    IMPORT = auto()
    PROGRAMME = auto()
    EVENT = auto()
    PEOPLE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Reach:
    """The acts that Ctrl+Z may undo on one page.

    On the page of a door these are only the acts for the `sessions` (codes) that the door serves. On the People page
    these are also the registration and the correction of one person, which the Arrivals page may undo as well: both
    pages have the form of a person, and the journal does not say on which page the form stood.
    """

    page: MadeOn
    sessions: frozenset[str] = frozenset()

    def holds(self, facts: Sequence[Fact]) -> bool:
        """Whether Ctrl+Z on `page` may undo the act with these facts; at a door, the act must be for its `sessions`."""
        if self.page is MadeOn.PEOPLE and _is_of_one_form(facts):
            return True
        if made_on(facts) is not self.page:
            return False
        is_elsewhere = self.page is not MadeOn.DOOR
        return is_elsewhere or all(
            fact.session in self.sessions for fact in facts if isinstance(fact, _OF_A_DOOR)
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of journal entry with which an act on `page` can begin.

        An act is what an operator does at once: one or more entries, which are undone together.
        """
        return _BEGINNINGS[self.page]


AT_ARRIVALS: Final = Reach(MadeOn.ARRIVALS)
OF_IMPORTS: Final = Reach(MadeOn.IMPORT)
OF_PROGRAMME: Final = Reach(MadeOn.PROGRAMME)
OF_EVENT: Final = Reach(MadeOn.EVENT)
OF_PEOPLE: Final = Reach(MadeOn.PEOPLE)
_BEGINNINGS: Final = {
    MadeOn.ARRIVALS: tuple(fact.kind for fact in (Arrived, Registered, Corrected, BadgeIssued, BadgeRevoked)),
    MadeOn.DOOR: (SCANNED, DoorsSet.kind),
    MadeOn.IMPORT: (ActBegun.kind,),
    MadeOn.PROGRAMME: (Defined.kind, Named.kind, ActBegun.kind),
    MadeOn.EVENT: (Defined.kind,),
    MadeOn.PEOPLE: (ActBegun.kind, Registered.kind, Corrected.kind),
    MadeOn.ELSEWHERE: (),
}


def made_on(facts: Iterable[Fact]) -> MadeOn:
    """The page on which Ctrl+Z undoes the act with these facts.

    ARRIVALS is for what a desk does for the people in front of it: arrivals, also of a whole delegation, and the
    registration, correction or badge of one person. DOOR is for scans and for doors set by hand, IMPORT for imports.
    PROGRAMME is for changes of sessions alone, of the persons named for a session, and for the exit of everybody from a
    session that does not take place. EVENT is for changes of anything else that the event defines, such as a room
    together with its sessions. PEOPLE is for one change of many people. ELSEWHERE is for other long acts (acts of many
    entries), changes of several persons and all other facts, so that one key pressed in a hurry never undoes the work
    of many.
    """
    known = list(facts)
    begun = next((fact.what for fact in known if isinstance(fact, ActBegun)), None)
    if begun is not None:
        return _OF_LONG_ACTS.get(begun, MadeOn.ELSEWHERE)
    if any(isinstance(fact, _OF_A_DOOR) for fact in known):
        return MadeOn.DOOR
    defined = {fact.what for fact in known if isinstance(fact, Defined)}
    if defined:
        return MadeOn.PROGRAMME if defined == {Thing.SESSION} else MadeOn.EVENT
    if any(isinstance(fact, Named) for fact in known):
        return MadeOn.PROGRAMME
    if not known or not all(isinstance(fact, _OF_A_DESK) for fact in known):
        return MadeOn.ELSEWHERE
    is_about_many = len(persons_of(known)) > 1 and not any(isinstance(fact, Arrived) for fact in known)
    return MadeOn.ELSEWHERE if is_about_many or _is_of_many_badges(known) else MadeOn.ARRIVALS


_OF_LONG_ACTS: Final = {
    LongAct.IMPORT: MadeOn.IMPORT,
    LongAct.OUT_NOW: MadeOn.PROGRAMME,
    LongAct.CHANGE: MadeOn.PEOPLE,
}
_OF_A_DOOR: Final = (Scanned, DoorsSet)
_OF_A_DESK: Final = (Arrived, Registered, Corrected, BadgeIssued, BadgeRevoked, BadgePrinted)


def _is_of_one_form(facts: Sequence[Fact]) -> bool:
    """Whether the facts are the registration or the correction of one person, and nothing else."""
    is_of_form = bool(facts) and all(isinstance(fact, Registered | Corrected) for fact in facts)
    return is_of_form and len(persons_of(facts)) == 1


def persons_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of the delegates whom an act with these facts names, each once, in the order in which it names them."""
    named = (
        fact.delegate
        for fact in facts
        if isinstance(fact, Arrived | Registered | Corrected | BadgeIssued | Named | Scanned)
        and fact.delegate
    )
    return tuple(dict.fromkeys(named))


def _is_of_many_badges(facts: Sequence[Fact]) -> bool:
    """Whether the act revokes several badges and does not say whose they are."""
    return not persons_of(facts) and sum(isinstance(fact, BadgeRevoked) for fact in facts) > 1


def can_be_undone(facts: Iterable[Fact]) -> bool:
    """Whether the undo of an act with these facts would have an effect, and is allowed.

    False for printing and for refused scans, because their undo has no effect. False for the making of the event, which
    must not be undone. False for an undo, which can be undone only by naming its id.
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
