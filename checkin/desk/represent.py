"""Records that another person represents an absent delegate, or that a represented delegate comes after all.

A substitute may head the delegation in place of the absent delegate, but gets no other precedence than before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.find import in_delegation, registered
from checkin.desk.recording import record
from checkin.desk.register import as_typed, require_name_and_category, require_own_reference
from checkin.domain.delegates import Delegate, Field, Status, new_delegate_id
from checkin.domain.delegation_figures import takes_place
from checkin.domain.facts import Corrected, Registered
from checkin.errors import CheckinError
from checkin.storage import delegates
from checkin.text import delegation_named

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Details, Value
    from checkin.domain.facts import Fact
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Substitution:
    """The absent delegate and their substitute, both as they are after the act.

    `heads` says whether the substitute heads the delegation now.
    """

    absent: Registration
    substitute: Registration
    heads: bool


def substitutes(file: EventFile, absent: str) -> list[Registration]:
    """The members of the absent delegate's delegation who could represent the delegate, in the delegation's order.

    `absent` is the delegate's id.
    """
    known = registered(file, absent)
    members = in_delegation(file, known.delegate.delegation) if known.delegate.delegation else []
    return [
        each
        for each in members
        if each.delegate.id != absent and not each.delegate.accompanies and _can_come(each)
    ]


def represent(file: EventFile, staff: Staff, absent: str, substitute: str) -> Substitution:
    """Excuse the delegate `absent` (id) and record that `substitute` (id) represents them, as one act.

    If the absent delegate heads a delegation, the substitute becomes its head, and a member if they were not. Raises
    CheckinError if the absent delegate has arrived, or if the substitute cannot come either.
    """
    with file.transaction():
        away, comes = registered(file, absent), registered(file, substitute)
        _require_away(away)
        if absent == substitute or not _can_come(comes):
            raise CheckinError(
                f"{comes.delegate.name} cannot represent anybody",
                "Whoever represents another person must come. Choose somebody else. Nothing was changed.",
            )
        former = _former_head(file, away)
        heads = away.delegate.head_of_delegation or former is not None
        joins = heads and not _is_member(file, comes.delegate, away.delegate.delegation)
        details: dict[str, Value] = {Field.HEAD_OF_DELEGATION: True} if heads else {}
        if joins and away.delegate.delegation:
            details[Field.DELEGATION] = away.delegate.delegation
        facts: list[Fact] = [_excused(away, substitute)]
        facts += [Corrected(substitute, details)] if details else []
        facts += [_no_head(former)] if former is not None and former.delegate.id != substitute else []
        record(file, staff, facts)
        return Substitution(registered(file, absent), registered(file, substitute), heads)


def represent_by_new(file: EventFile, staff: Staff, absent: str, details: Details) -> Substitution:
    """Register a new person with these details as the substitute of the delegate `absent` (id), as one act.

    See `represent`. Raises CheckinError, and records nothing, if the new person has no name or no category, or has the
    reference of another delegate.
    """
    with file.transaction():
        away = registered(file, absent)
        _require_away(away)
        former = _former_head(file, away)
        heads = away.delegate.head_of_delegation or former is not None
        typed = {
            Field.DELEGATION: away.delegate.delegation,
            **as_typed(details),
            Field.HEAD_OF_DELEGATION: heads,
        }
        new = Delegate.of(new_delegate_id(), typed)
        require_name_and_category(file, new)
        require_own_reference(file, new)
        facts: list[Fact] = [_excused(away, new.id), Registered(new.id, new.details())]
        record(file, staff, [*facts, *([_no_head(former)] if former is not None else [])])
        return Substitution(registered(file, absent), registered(file, new.id), heads)


def comes_after_all(file: EventFile, staff: Staff, absent: str) -> Substitution:
    """Record that the delegate `absent` (id), who was represented by a substitute, comes after all, as one act.

    The delegate's status is "registered" again. If the substitute heads the delegation, the delegate becomes its head
    again. Raises CheckinError if nobody represents the delegate.
    """
    with file.transaction():
        away = registered(file, absent)
        if not away.delegate.represented_by:
            raise CheckinError(f"Nobody represents {away.delegate.name}", "Nothing was changed.")
        substitute = registered(file, away.delegate.represented_by)
        heads = _former_head(file, away) is not None
        back: dict[str, Value] = {Field.STATUS: Status.REGISTERED, Field.REPRESENTED_BY: ""}
        facts: list[Fact] = [Corrected(absent, {**back, Field.HEAD_OF_DELEGATION: True} if heads else back)]
        if heads:
            facts.append(_no_head(substitute))
        record(file, staff, facts)
        return Substitution(registered(file, absent), registered(file, substitute.delegate.id), heads)


def _excused(away: Registration, substitute: str) -> Corrected:
    details: dict[str, Value] = {Field.STATUS: Status.EXCUSED, Field.REPRESENTED_BY: substitute}
    if away.delegate.head_of_delegation:
        details[Field.HEAD_OF_DELEGATION] = False
    return Corrected(away.delegate.id, details)


def _former_head(file: EventFile, away: Registration) -> Registration | None:
    """Who represents this delegate already and heads the delegation in their place; None if nobody does."""
    known = delegates.by_id(file.database, away.delegate.represented_by)
    if known is None or not known.delegate.head_of_delegation:
        return None
    return known if _is_member(file, known.delegate, away.delegate.delegation) else None


def _no_head(former: Registration) -> Corrected:
    return Corrected(former.delegate.id, {Field.HEAD_OF_DELEGATION: False})


def _require_away(away: Registration) -> None:
    if away.arrival is not None:
        raise CheckinError(
            f"{away.delegate.name} has arrived",
            "Only somebody who is not here can be represented. Undo the arrival first. Nothing was changed.",
        )


def _can_come(comes: Registration) -> bool:
    return takes_place(comes) and comes.delegate.status is not Status.BLOCKED


def _is_member(file: EventFile, delegate: Delegate, delegation: str) -> bool:
    """Whether this delegate belongs to this delegation, by whichever of its names."""
    if delegate.delegation == delegation:
        return True
    named = delegation_named(file.event, delegation)
    return named is not None and delegation_named(file.event, delegate.delegation) == named
