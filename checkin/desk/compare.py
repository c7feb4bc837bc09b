"""Puts two registrations that may be one person side by side, and finds registrations that look like a delegate."""

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
    """One of two compared registrations: the delegate, all badges issued to them, and their stays by session code."""

    registration: Registration
    badges: tuple[Badge, ...]
    stays: Mapping[str, list[Stay]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two registrations side by side, and the reasons why they may be one person.

    `names` maps ids to names. It contains each person whom one of the two delegates accompanies, and each person who
    represents one of the two.
    """

    one: Side
    other: Side
    reasons: tuple[Why, ...]
    names: Mapping[str, str]

    def swapped(self) -> Comparison:
        """The same comparison with left and right exchanged."""
        return Comparison(self.other, self.one, self.reasons, self.names)


def compare(file: EventFile, one: str, other: str) -> Comparison | None:
    """Compare the delegates with these two ids.

    Returns None if the two ids have been merged into one person meanwhile, or if one of them is not registered.
    """
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

    A delegate is left out if staff have said that the two are different persons.
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
