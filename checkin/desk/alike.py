"""Find the delegates of an event who may be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.importing.people.untitled import untitled
from checkin.storage import delegates, merged, numbers
from checkin.text import alike

if TYPE_CHECKING:
    from checkin.domain.alike import Alike
    from checkin.storage.event_file import EventFile


_COUNTED: Final = 10_000
"""The most delegates among whom pairs are counted without being asked for; with more it takes half a minute."""


def count_alike(file: EventFile) -> int | None:
    """The number of pairs of delegates who may be one person; None if there are too many delegates to count at once."""
    return None if numbers.number_of_all(file.database) > _COUNTED else len(find_alike(file))


def find_alike(file: EventFile) -> list[Alike]:
    """The pairs of delegates who may be one person, the likeliest first, whatever their registration status is.

    Pairs that staff have declared to be two persons are left out.
    """
    people = [registration.delegate for registration in delegates.everybody(file.database)]
    separated = merged.separated(file.database)
    found = alike(people, untitled)
    return [pair for pair in found if frozenset((pair.one.id, pair.other.id)) not in separated]
