"""Find the delegates of an event who may be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.importing.people.untitled import untitled
from checkin.storage import delegates
from checkin.text import alike

if TYPE_CHECKING:
    from checkin.domain.alike import Alike
    from checkin.storage.event_file import EventFile


def find_alike(file: EventFile) -> list[Alike]:
    """The pairs of delegates who may be one person, the likeliest first, whatever the states of their registrations."""
    people = [registration.delegate for registration in delegates.everybody(file.database)]
    # Pairs that staff have separated ("not the same person", the fact `Separated`) are to be left out here.
    return alike(people, untitled)
