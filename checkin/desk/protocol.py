"""The delegations with their figures, the people in the order of precedence, and the acts that change this order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from checkin.desk.define import amend
from checkin.desk.recording import record
from checkin.domain.delegates import Field
from checkin.domain.delegation_figures import DelegationStanding, Figures
from checkin.domain.facts import Corrected
from checkin.domain.precedence import Ranked, in_order, is_in_order_of_protocol, numbers_after_move
from checkin.domain.programme import Delegation, LocalText
from checkin.domain.reordering import in_new_order
from checkin.errors import CheckinError
from checkin.storage import delegates, list_sources
from checkin.text import delegation_named, text_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Protocol:
    """The delegations and the order of precedence, as they are at one moment.

    `delegations` holds first the delegations that the event defines, in the event's order, then those that are only
    named in records of people. `people` holds everybody who has a place in the order of precedence, the highest first.
    """

    event: Event
    delegations: tuple[DelegationStanding, ...] = ()
    people: tuple[Ranked, ...] = ()


def protocol(file: EventFile) -> Protocol:
    """Read the delegations with their figures, and the people in the order of precedence."""
    event, everybody = file.event, list(delegates.everybody(file.database))
    return Protocol(event, tuple(standings(event, everybody)), tuple(ranked(file, event, everybody)))


def standings(event: Event, everybody: Iterable[Registration]) -> list[DelegationStanding]:
    """The figures of each delegation, made from the registrations in `everybody`.

    Delegations that the event defines come first, in the event's order; those that are only named in records of people
    come last. A person who accompanies a principal and has no delegation belongs to the principal's delegation.
    """
    everybody, named = list(everybody), _delegations_by_text(event)
    of_people = {each.delegate.id: each.delegate.delegation for each in everybody}
    of_defined: dict[str, list[Registration]] = {code: [] for code in event.delegations}
    of_others: dict[str, list[Registration]] = {}
    for each in everybody:
        if name := each.delegate.delegation or of_people.get(each.delegate.accompanies, ""):
            known = named(name)
            members = of_others.setdefault(name, []) if known is None else of_defined[known.code]
            members.append(each)
    defined = [
        DelegationStanding(each, Figures.of(of_defined[code], each.quota))
        for code, each in event.delegations.items()
    ]
    others = [
        DelegationStanding(
            Delegation(name, (LocalText.of(name),)), Figures.of(of_others[name]), is_defined=False
        )
        for name in sorted(of_others, key=text_order)
    ]
    return [*defined, *others]


def ranked(file: EventFile, event: Event, everybody: Iterable[Registration]) -> list[Ranked]:
    """The people in `everybody` who have a place in the order of precedence, in this order.

    `everybody` must be sorted by the order of registration.
    """
    rows, named = list_sources.rows(file.database), _delegations_by_text(event)
    return in_order(
        Ranked(each, named(each.delegate.delegation), rows.get(each.delegate.id, 0))
        for each in everybody
        if is_in_order_of_protocol(each)
    )


def _delegations_by_text(event: Event) -> Callable[[str], Delegation | None]:
    """A function that gives the delegation meant by a text; it looks at each text once, for most people share one."""
    return cache(lambda text: delegation_named(event, text))


def move_member(file: EventFile, staff: Staff, delegate: str, before: str) -> str:
    """Put a delegate (id) directly before the delegate `before` (id) in the order of precedence; return the act's id.

    If `before` is "", the delegate is put behind all others of their delegation. Usually only the number of the moved
    delegate changes. Returns "" if nothing has to change. Raises CheckinError unless both delegates belong to the same
    delegation, or neither of them to a delegation with an order: otherwise the order of the delegations decides.
    """
    with file.transaction():
        people = protocol(file).people
        moved = next((each for each in people if each.registration.delegate.id == delegate), None)
        if moved is None:
            raise CheckinError(
                "This participant has no place in the order",
                "Only who is expected or here has one. Nothing was changed.",
            )
        group = [each for each in people if each.level == moved.level]
        ids = [each.registration.delegate.id for each in group]
        if before and before not in ids:
            raise CheckinError(
                "The order of the delegations comes first",
                "Within it, a participant can only be moved among the members of one delegation. Move the delegation "
                "instead. Nothing was changed.",
            )
        place = ids.index(delegate)
        others = [each for each in ids if each != delegate]
        to = others.index(before) if before in others else len(others) if not before else place
        if to == place:
            return ""
        numbers = [each.registration.delegate.precedence for each in group]
        new = numbers_after_move(numbers, place, to)
        facts = [
            Corrected(ids[at], {Field.PRECEDENCE: int(number) if float(number).is_integer() else number})
            for at, number in sorted(
                new.items(), key=lambda each: each[0] != place
            )  # an act names its person first
        ]
        return record(file, staff, facts)


def move_delegation(file: EventFile, staff: Staff, delegation: str, before: str) -> str:
    """Put a delegation (code) directly before the delegation `before` (code) in precedence; return the act's id.

    If `before` is "", the delegation is put behind all others. Returns "" if nothing has to change. Raises CheckinError
    if the event does not define the delegation.
    """
    event = file.event
    if delegation not in event.delegations:
        raise CheckinError(
            "This delegation is not defined",
            "Define it on the Event page; then it can have a place in the order. Nothing was changed.",
        )
    others: Sequence[str] = [code for code in event.delegations if code != delegation]
    to = others.index(before) if before in others else len(others)
    order = in_new_order([event.delegations[code] for code in (*others[:to], delegation, *others[to:])])
    wanted = replace(event, delegations={each.code: each for each in order})
    _changes, act = amend(file, staff, event, wanted)
    _ = file.event  # so that the window knows the event as it is now
    return act
