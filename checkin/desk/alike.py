"""Find the delegates of an event who may be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.importing.people.untitled import untitled
from checkin.storage import delegates, merged
from checkin.text import alike

if TYPE_CHECKING:
    from checkin.domain.alike import Alike
    from checkin.storage.event_file import EventFile


def find_alike(file: EventFile) -> list[Alike]:
    """The pairs of delegates who may be one person, the likeliest first, whatever the states of their registrations.

    Pairs of whom staff have said that they are two persons are left out.
    """
    people = [registration.delegate for registration in delegates.everybody(file.database)]
    separated = merged.separated(file.database)
    found = alike(people, untitled)
    return [pair for pair in found if frozenset((pair.one.id, pair.other.id)) not in separated]
