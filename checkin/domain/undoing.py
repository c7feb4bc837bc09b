"""Undo: decides which acts have an effect that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.admission import ExitAlert, Left, Refused
from checkin.domain.facts import ActBegun, ActEnded, BadgePrinted, Defined, OperatorNamed, Scanned, Undone
from checkin.domain.things import WITHDRAWN, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.facts import Fact


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
