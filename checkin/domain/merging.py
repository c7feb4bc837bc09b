"""Several registrations that are one person: what is recorded of each, and how two of them become one.

The entries are taken in the clock's order. What was recorded of a person before a merge is that registration's own;
what is recorded after it, under whichever of the ids, is about the one person.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import Delegate, Field, Sex, Status
from checkin.domain.naming import NOT_NAMED, Answer, Naming

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOGETHER: Final = (
    (("family_name", "given_name"), "name_order"),
    (("native_name",), "latin_only"),
    (("delegation",), "head_of_delegation"),
)
"""Fields that are taken together, each time with the field that says something about them.

Half a name of the one and half a name of the other would be nobody's name.
"""
_ALONE: Final = tuple(
    each.value
    for each in Field
    if each.value not in {name for names, said in _TOGETHER for name in (*names, said)}
    and each not in {Field.STATUS, Field.ATTENTION}
)
_EMPTY: Final = ("", None, Sex.NOT_SAID)


def filled(kept: Delegate, other: Delegate) -> Delegate:
    """The delegate who was kept, with the empty fields filled from the other.

    The status is that of the one who was kept, but whoever was blocked under either registration is blocked. If the
    protocol officer is called for either, the officer is called.
    """
    changes: dict[str, Any] = {
        name: value
        for name in _ALONE
        if getattr(kept, name) in _EMPTY and (value := getattr(other, name)) not in _EMPTY
    }
    for names, said in _TOGETHER:
        if not any(getattr(kept, name) for name in names):
            changes |= {name: getattr(other, name) for name in (*names, said)}
    if other.status is Status.BLOCKED:
        changes["status"] = Status.BLOCKED
    if other.attention:
        changes["attention"] = True
    if other.own:
        own = {**other.own, **kept.own}
        changes["own"] = {code: own[code] for code in sorted(own)}
    return replace(kept, **changes)


@dataclass(slots=True)
class Record:
    """What the entries so far say of one person: the details, the namings by the session's code, and the registration.

    `let_in` is as in `Arrivals`. `registered` is the place of the first registration that stands, () if there is none.
    `also` holds the details of each of those who became this person, as they were when they were merged.
    """

    details: Delegate
    let_in: bool = False
    registered: tuple[int, str, int] | tuple[()] = ()
    namings: dict[str, Naming] = field(default_factory=dict)
    also: tuple[Delegate, ...] = ()

    def take_in(self, other: Record) -> None:
        """Make one person of this one, who is kept, and the other.

        If the registration of the one who is kept was undone, the details of the other come first.
        """
        first, second = (self, other) if self.registered or not other.registered else (other, self)
        self.also = (*self.also, self.details, *other.also, other.details)
        details = replace(filled(first.details, second.details), id=self.details.id)
        self.let_in = any(one.let_in and one.details.status is details.status for one in (first, second))
        self.details = details
        self.namings = _joined(first.namings, second.namings)
        self.registered = first.registered


class Records:
    """What the entries so far say of each of several persons; those who were merged share one record."""

    def __init__(self) -> None:
        self._known: dict[str, Record] = {}

    def of(self, delegate: str) -> Record:
        """The record of the person to whom this id leads."""
        known = self._known.get(delegate)
        if known is None:
            known = self._known[delegate] = Record(Delegate(delegate))
        return known

    def merge(self, kept: str, other: str) -> None:
        """Make one person of those to whom the two ids lead."""
        one, away = self.of(kept), self.of(other)
        if one is away:
            return
        one.take_in(away)
        for delegate, record in self._known.items():
            if record is away:
                self._known[delegate] = one


def _joined(first: Mapping[str, Naming], second: Mapping[str, Naming]) -> dict[str, Naming]:
    return {
        session: _one_of(first.get(session, NOT_NAMED), second.get(session, NOT_NAMED))
        for session in (*first, *(each for each in second if each not in first))
    }


def _one_of(first: Naming, second: Naming) -> Naming:
    """One naming of two for the same session. A naming that was withdrawn gives way to one that was not."""
    if first.withdrawn and not second.withdrawn:
        first, second = second, first
    if second.withdrawn and not first.withdrawn:
        return first
    return Naming(
        first.answer if first.answer is not Answer.NONE else second.answer,
        first.seat or second.seat,
        max(first.persons, second.persons),
        first.withdrawn,
    )
