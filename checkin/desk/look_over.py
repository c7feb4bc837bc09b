"""Examines the details of a person before they are recorded, and returns doubts about details that may be wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.desk.find import find
from checkin.desk.list_people import badge_state
from checkin.desk.suggest import look_alikes
from checkin.domain.delegates import Delegate, Field
from checkin.domain.doubts import Doubt, Doubtful
from checkin.domain.listing import BadgeState
from checkin.importing.people.untitled import untitled
from checkin.storage import delegates, listing
from checkin.text import alike, delegation_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.storage.event_file import EventFile

_COMPARED: Final = 12
"""The number of people with a like name who are compared closely."""
_NAMES: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)


def doubts(file: EventFile, delegate: Delegate) -> tuple[Doubt, ...]:
    """The doubts about these details of a person; the id is "" for a person who is not registered yet."""
    return (
        *_looks_like(file, delegate),
        *_address(delegate),
        *_precedence(file, delegate),
        *_delegation(file, delegate),
        *_badge(file, delegate),
    )


def _looks_like(file: EventFile, delegate: Delegate) -> Iterator[Doubt]:
    """The likeliest of the other people who may be the same person."""
    me = replace(delegate, id=delegate.id or "new")
    near = [each.delegate for each in look_alikes(file, me.name, _COMPARED)]
    if "@" in me.email:
        near += [each.delegate for each in find(file, me.email, _COMPARED)]
    others = {each.id: each for each in near if each.id != me.id}
    for pair in alike([*others.values(), me], untitled):
        if me.id in (pair.one.id, pair.other.id):
            other = pair.one if pair.other.id == me.id else pair.other
            organisation = other.organisation or other.native_organisation
            described = f"{other.name}, {organisation}" if organisation else other.name
            yield Doubt(Doubtful.LOOKS_LIKE, _name_field(me), described)
            return


def _name_field(delegate: Delegate) -> Field:
    return next((field for field in _NAMES if delegate.value(field)), Field.FAMILY_NAME)


def _address(delegate: Delegate) -> Iterator[Doubt]:
    name, _, domain = delegate.email.rpartition("@")
    if delegate.email and not (name and domain):
        yield Doubt(Doubtful.NO_ADDRESS, Field.EMAIL)


def _precedence(file: EventFile, delegate: Delegate) -> Iterator[Doubt]:
    if delegate.precedence is None:
        return
    for who in listing.holders_of_precedence(file.database, delegate.precedence, delegate.id)[:1]:
        known = delegates.by_id(file.database, who)
        if known is not None:
            yield Doubt(Doubtful.PRECEDENCE_TWICE, Field.PRECEDENCE, known.delegate.name)


def _delegation(file: EventFile, delegate: Delegate) -> Iterator[Doubt]:
    event = file.event
    if delegate.delegation and event.delegations and delegation_named(event, delegate.delegation) is None:
        yield Doubt(Doubtful.UNKNOWN_DELEGATION, Field.DELEGATION)


def _badge(file: EventFile, delegate: Delegate) -> Iterator[Doubt]:
    """A doubt if the badge was printed and would show something else now, below the category where this has changed."""
    known = delegates.by_id(file.database, delegate.id)
    if known is None or badge_state(replace(known, delegate=delegate), file.event) is not BadgeState.CHANGED:
        return
    is_category = known.delegate.category != delegate.category
    yield Doubt(Doubtful.PRINT_AGAIN, Field.CATEGORY if is_category else _name_field(delegate))
