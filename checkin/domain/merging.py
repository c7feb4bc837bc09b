"""Computes one person from several registrations that were merged.

Journal entries are applied in the order of their time. An entry before the merge changes only the registration that it
names; an entry after the merge changes the one person, whichever of the merged ids it names.
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
    """The delegate `kept`, whose empty fields are filled with the values of `other`.

    The status is the one of `kept`, but whoever was blocked under either registration is blocked. The result is marked
    for the protocol officer's attention if either of the two is.
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
    """What the journal entries so far say of one person.

    `let_in` is as in `Arrivals`. `registered` is the sort key (see `Entry.place`) of the first registration that was
    not undone, () if there is none. `namings` holds the invitations to sessions by the session's code. `also` holds the
    details of each registration that was merged into this person, as they were before the merge.
    """

    details: Delegate
    let_in: bool = False
    registered: tuple[int, str, int] | tuple[()] = ()
    namings: dict[str, Naming] = field(default_factory=dict)
    also: tuple[Delegate, ...] = ()

    def take_in(self, other: Record) -> None:
        """Merge `other` into this record, which is kept.

        If this record's registration was undone and the other's was not, the values of `other` win over the values of
        this record.
        """
        first, second = (self, other) if self.registered or not other.registered else (other, self)
        self.also = (*self.also, self.details, *other.also, other.details)
        details = replace(filled(first.details, second.details), id=self.details.id)
        self.let_in = any(one.let_in and one.details.status is details.status for one in (first, second))
        self.details = details
        self.namings = _joined(first.namings, second.namings)
        self.registered = first.registered


class Records:
    """What the journal entries so far say of several persons; merged ids share one record."""

    def __init__(self) -> None:
        self._known: dict[str, Record] = {}

    def of(self, delegate: str) -> Record:
        """The record of the person with this id; a merged id gives the record of the person into whom it was merged."""
        known = self._known.get(delegate)
        if known is None:
            known = self._known[delegate] = Record(Delegate(delegate))
        return known

    def merge(self, kept: str, other: str) -> None:
        """Merge the person with the id `other` into the person with the id `kept`."""
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
