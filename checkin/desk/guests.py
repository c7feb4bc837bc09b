"""Tells who is or was invited to a session by name, with their answer, their seat, and whether they are inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.domain.naming import sums_of
from checkin.storage import delegates, namings, presence
from checkin.text import name_order

if TYPE_CHECKING:
    from checkin.domain.naming import Naming, Sums
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class NamedGuest:
    """A delegate who is or was named for a session."""

    registration: Registration
    naming: Naming
    is_inside: bool


@dataclass(frozen=True, slots=True)
class Guests:
    """Those who are or were named for a session, sorted by name; those whose invitation was withdrawn come last."""

    named: tuple[NamedGuest, ...] = ()

    @property
    def sums(self) -> Sums:
        """The persons invited, by their answers."""
        return sums_of((each.registration.delegate, each.naming) for each in self.named)

    @property
    def inside(self) -> int:
        """The number of named delegates who are inside."""
        return sum(each.is_inside and not each.naming.withdrawn for each in self.named)


def guests(file: EventFile, session: str) -> Guests:
    """Those who are or were named for the session with this code; whoever is no longer registered is left out."""
    known = namings.of_everybody(file.database, session)
    inside = {person for person, _is_delegate in presence.who_is_inside(file.database, session)}
    named = [
        NamedGuest(each, known[each.delegate.id][session], each.delegate.id in inside)
        for each in delegates.by_ids(file.database, known)
    ]
    named.sort(key=lambda each: (each.naming.withdrawn, name_order(each.registration.delegate)))
    return Guests(tuple(named))
