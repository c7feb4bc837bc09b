"""Lay two registrations side by side that may be one person, and find those who look like one delegate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk import find
from checkin.desk.suggest import look_alikes
from checkin.domain.delegates import PERSONS
from checkin.importing.people.untitled import untitled
from checkin.storage import badges, delegates, merged, whole_persons
from checkin.text import alike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.alike import Why
    from checkin.domain.badges import Badge
    from checkin.domain.presence import Stay
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_LOOKED_AT: Final = 20
"""The most delegates who are compared with one delegate, for each name, address or number."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two registrations: the delegate, all badges that were issued, and the stays by the session's code."""

    registration: Registration
    badges: tuple[Badge, ...]
    stays: Mapping[str, list[Stay]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two registrations side by side, and the reasons why they may be one person.

    `names` has the name of each person whom one of the two accompanies or is represented by, by the person's id.
    """

    one: Side
    other: Side
    reasons: tuple[Why, ...]
    names: Mapping[str, str]

    def swapped(self) -> Comparison:
        """The same comparison with the two in each other's place."""
        return Comparison(self.other, self.one, self.reasons, self.names)


def compare(file: EventFile, one: str, other: str) -> Comparison | None:
    """The delegates with these ids side by side; None if they are one person by now, or one is not registered."""
    known = delegates.by_ids(file.database, (one, other))
    if len(known) < 2:  # noqa: PLR2004 - a pair
        return None
    first, second = known
    pairs = alike([first.delegate, second.delegate], untitled)
    return Comparison(
        _side(file, first),
        _side(file, second),
        pairs[0].reasons if pairs else (),
        {each.delegate.id: each.delegate.name for each in _named_by(file, first, second)},
    )


def who_looks_like(file: EventFile, delegate: str) -> list[Registration]:
    """The delegates who may be the same person as the delegate with this id, the likeliest first.

    Those of whom staff have said that they are other persons are left out.
    """
    own = delegates.by_id(file.database, delegate)
    if own is None:
        return []
    one = own.delegate
    near: dict[str, Registration] = {}
    for name in filter(None, (one.latin_name, one.native_name)):
        near |= {each.delegate.id: each for each in look_alikes(file, name, _LOOKED_AT)}
    for contact in filter(None, (one.email, one.phone)):
        near |= {each.delegate.id: each for each in find.find(file, contact, _LOOKED_AT)}
    near.pop(one.id, None)
    separated = merged.separated(file.database) if near else frozenset()
    found: dict[str, Registration] = {}
    for pair in alike([one, *(each.delegate for each in near.values())], untitled):
        if one.id not in {pair.one.id, pair.other.id}:
            continue
        other = pair.other.id if pair.one.id == one.id else pair.one.id
        if frozenset((one.id, other)) not in separated:
            found[other] = near[other]
    return list(found.values())


def _side(file: EventFile, registration: Registration) -> Side:
    delegate = registration.delegate.id
    stays = whole_persons.fold(file.database, delegate).stays
    return Side(registration, tuple(badges.of_delegate(file.database, delegate)), stays)


def _named_by(file: EventFile, *registrations: Registration) -> list[Registration]:
    named = {str(each.delegate.value(field)) for each in registrations for field in PERSONS}
    return delegates.by_ids(file.database, sorted(named - {""}))
