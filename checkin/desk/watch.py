"""Figures of the event: how full the sessions are and were, and how many badges have been printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.storage import badges, namings, numbers, presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.domain.naming import Guest
    from checkin.domain.programme import Session
    from checkin.storage.event_file import EventFile
    from checkin.storage.presence import Occupancy


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """The figures of one session, in persons.

    `open_to` is the number of persons expected: the expected delegates who may enter (by category, by name or with
    their principal) and have not declined, and the persons who come with them; `domain.naming` has the rule. `entered`
    is the number who have entered, `inside` the number who are inside, and `peak` the largest number that was inside at
    once. All four count staff, press and security too, like the counter at the door, because they also fill the room.
    """

    session: Session
    open_to: int
    entered: int
    inside: int
    peak: int

    @property
    def share(self) -> float:
        """The persons who entered, divided by the persons whom the session is open to; 0 if it is open to nobody.

        The share is above 1 if more persons entered than the session is open to, because refusals were overridden.
        """
        return self.entered / self.open_to if self.open_to else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The present figures of the event.

    `sessions` holds the sessions that have doors, in the programme's order. `printed` is the number of delegates whose
    badge was printed, and `replaced` the number of badges that replaced an earlier one.
    """

    sessions: tuple[SessionFigures, ...]
    printed: int
    replaced: int


def occupancy(file: EventFile, session: str) -> Occupancy:
    """How many persons are inside the session with this code, and how many ever entered.

    This is fast, however many persons there are.
    """
    return presence.occupancy(file.database, session)


def occupancies(file: EventFile) -> dict[str, Occupancy]:
    """How many persons are inside each session, and how many ever entered, by the session's code.

    Sessions that nobody ever entered are left out. This is fast, however many persons there are.
    """
    return presence.occupancies(file.database)


def named(file: EventFile) -> dict[str, int]:
    """The number of delegates named for each session, by the session's code; sessions with nobody are left out."""
    return namings.number_named(file.database)


def figures(file: EventFile) -> Figures:
    """The figures of all sessions and badges.

    With 100,000 delegates this takes seconds, so it should run in the background (on the batch lane, the queue for long
    work). SQLite adds up the figures, because other threads need not wait while it does so.
    """
    event = file.event
    expected = numbers.expected(file.database)
    special = list(namings.expected_by_more_than_category(file.database))
    entered: Counter[str] = Counter()
    for session, _, persons in presence.entered(file.database):
        entered[session] += persons
    peaks = presence.peaks(file.database)
    return Figures(
        tuple(
            SessionFigures(
                session,
                _expected_in(session, expected, special),
                entered[session.code],
                occupancy(file, session.code).inside,
                peaks.get(session.code, 0),
            )
            for session in event.sessions_by_time()
            if session.doors
        ),
        badges.number_printed(file.database),
        badges.number_replaced(file.database),
    )


def _expected_in(session: Session, expected: Mapping[str, int], special: Iterable[Guest]) -> int:
    """The number of persons expected in the session.

    `expected` is the number of expected delegates of each category. `special` are those of them for whom more than the
    category decides.
    """
    by_category = sum(count for category, count in expected.items() if session.admits(category))
    return by_category + sum(each.expected_in(session) - session.admits(each.category) for each in special)
