"""Decides which acts can be undone, and on which page of the window Ctrl+Z undoes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checkin.domain.admission import ExitAlert, Left, Refused
from checkin.domain.delegates import Field
from checkin.domain.facts import (
    LEFT_WITHOUT_ENTRY,
    SCAN_REFUSED,
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
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.things import WITHDRAWN, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.acts import Act
    from checkin.domain.facts import Fact

_BEGINNING_AND_END: Final = 2


class MadeOn(Enum):
    """The page of the window on which Ctrl+Z undoes an act; ELSEWHERE means that no page of the window does."""

    ARRIVALS = auto()
    DOOR = auto()
    IMPORT = auto()
    PROGRAMME = auto()
    EVENT = auto()
    DELEGATIONS = auto()
    PEOPLE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Reach:
    """The acts that Ctrl+Z may undo on one page.

    On the page of a door these are only the acts for the `sessions` (codes) that the door serves. The People page can
    also undo the registration or the correction of one person, as the Arrivals page can: both pages have the form of a
    person, and the journal does not say on which page the operator filled in the form.
    """

    page: MadeOn
    sessions: frozenset[str] = frozenset()

    def holds(self, facts: Sequence[Fact]) -> bool:
        """Whether Ctrl+Z on `page` may undo the act with these facts; at a door, the act must be for its `sessions`."""
        if self.page is MadeOn.DELEGATIONS and _orders_delegations(facts):
            return True  # the Event page orders delegations too, and both pages undo such an act
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
OF_DELEGATIONS: Final = Reach(MadeOn.DELEGATIONS)
OF_PEOPLE: Final = Reach(MadeOn.PEOPLE)
CHANGED_NOTHING: Final = (
    SCAN_REFUSED, LEFT_WITHOUT_ENTRY, Undone.kind, BadgePrinted.kind, OperatorNamed.kind,
)  # fmt: skip
"""The kinds of entry that begin an act with nothing to take back; an undo passes over such acts."""
_BEGINNINGS: Final = {
    MadeOn.ARRIVALS: tuple(
        fact.kind for fact in (Arrived, Registered, Corrected, BadgeIssued, BadgeRevoked, Merged, Separated)
    ),
    MadeOn.DOOR: (SCANNED, DoorsSet.kind),
    MadeOn.IMPORT: (ActBegun.kind,),
    MadeOn.PROGRAMME: (Defined.kind, Named.kind, ActBegun.kind),
    MadeOn.EVENT: (Defined.kind,),
    MadeOn.DELEGATIONS: (Corrected.kind, Defined.kind),
    MadeOn.PEOPLE: (ActBegun.kind, Registered.kind, Corrected.kind),
    MadeOn.ELSEWHERE: (),
}


def made_on(facts: Iterable[Fact]) -> MadeOn:
    """The page on which Ctrl+Z undoes the act with these facts.

    ARRIVALS: what a desk does for the people in front of it, such as arrivals (also of a whole delegation), the
    registration, correction or badge of one person, and merging or separating two registrations that look alike. DOOR:
    scans, and doors set by hand. IMPORT: imports of lists and of photos. PROGRAMME: changes of sessions alone, of the
    persons invited to a session, and the exit of everybody from a session that does not take place. EVENT: changes of
    anything else that the event defines, such as a room together with its sessions. DELEGATIONS: changes of the order
    of precedence alone. PEOPLE: one change of many people. ELSEWHERE: other long acts (acts of many entries), changes
    of several persons and all other facts, so that one key pressed in a hurry never undoes the work of many.
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
    return (
        _made_at_desk(known)
        if known and all(isinstance(fact, _OF_A_DESK) for fact in known)
        else MadeOn.ELSEWHERE
    )


def _made_at_desk(facts: Sequence[Fact]) -> MadeOn:
    """The page that undoes an act with these facts, all of which are about persons and badges."""
    if all(isinstance(fact, Corrected) and set(fact.details) == {Field.PRECEDENCE} for fact in facts):
        return MadeOn.DELEGATIONS
    is_of_a_desk = any(isinstance(fact, Arrived) for fact in facts) or is_substitution(facts)
    is_about_many = len(persons_of(facts)) > 1 and not is_of_a_desk
    return MadeOn.ELSEWHERE if is_about_many or _is_of_many_badges(facts) else MadeOn.ARRIVALS


_OF_LONG_ACTS: Final = {
    LongAct.IMPORT: MadeOn.IMPORT,
    LongAct.PHOTOS: MadeOn.IMPORT,
    LongAct.OUT_NOW: MadeOn.PROGRAMME,
    LongAct.CHANGE: MadeOn.PEOPLE,
}
_OF_A_DOOR: Final = (Scanned, DoorsSet)
_OF_A_DESK: Final = (
    Arrived, Registered, Corrected, BadgeIssued, BadgeRevoked, BadgePrinted, Merged, Separated,
)  # fmt: skip


def is_substitution(facts: Iterable[Fact]) -> bool:
    """Whether an act with these facts records that somebody represents a delegate, or does so no longer."""
    first = next(iter(facts), None)
    return isinstance(first, Corrected) and {Field.REPRESENTED_BY, Field.STATUS} <= set(first.details)


def _orders_delegations(facts: Sequence[Fact]) -> bool:
    return bool(facts) and all(
        isinstance(fact, Defined) and fact.what is Thing.DELEGATION and set(fact.values) == {"order"}
        for fact in facts
    )


def _is_of_one_form(facts: Sequence[Fact]) -> bool:
    """Whether the facts are the registration or the correction of one person, and nothing else."""
    is_of_form = bool(facts) and all(isinstance(fact, Registered | Corrected) for fact in facts)
    return is_of_form and len(persons_of(facts)) == 1


def persons_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of the delegates whom the facts of an act name, each once, in the order of the facts.

    If the act merged or separated two delegates, only the first of the two is returned.
    """
    named: list[str] = []
    for fact in facts:
        if isinstance(fact, Arrived | Registered | Corrected | BadgeIssued | Named | Scanned):
            named.append(fact.delegate)
        elif isinstance(fact, Merged | Separated):
            named.append(fact.one)
    return tuple(delegate for delegate in dict.fromkeys(named) if delegate)


def number_of_people(act: Act) -> int:
    """The number of delegates whom an act is about; a long act has an entry for each, and two for beginning and end."""
    is_long = any(isinstance(fact, ActBegun) for fact in act.facts)
    return act.size - _BEGINNING_AND_END if is_long else len(persons_of(act.facts))


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
