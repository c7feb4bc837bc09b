"""Watch: how full the sessions are and were, and how many badges have been printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.storage import badges, delegates, presence

if TYPE_CHECKING:
    from checkin.domain.programme import Event, Session
    from checkin.storage.event_file import EventFile
    from checkin.storage.presence import Occupancy


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """One session: how many it is open to, how many of them entered, how many are inside, how many were inside at most.

    Staff, press and security are inside like everybody and counted in neither `open_to` nor `entered`.
    """

    session: Session
    open_to: int
    entered: int
    inside: int
    peak: int

    @property
    def share(self) -> float:
        """The share of those for whom the session is open who have entered, 0 to 1."""
        return self.entered / self.open_to if self.open_to else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The event's figures now: sessions in the programme's order, delegates with a printed badge, badges replaced."""

    sessions: tuple[SessionFigures, ...]
    printed: int
    replaced: int


def occupancy(file: EventFile, session: str) -> Occupancy:
    """How many are inside the session with this code, and how many ever entered; answered at once, however many."""
    return presence.occupancy(file.database, session)


def figures(file: EventFile) -> Figures:
    """The figures of all sessions and badges; takes seconds with 100,000 delegates, so it is work for the batch lane.

    SQLite adds the figures up, because it keeps no other thread waiting meanwhile.
    """
    event = file.event
    expected = delegates.expected(file.database)
    entered: Counter[str] = Counter()
    for session, category, persons in presence.entered(file.database):
        entered[session] += persons * event.counts(category)
    peaks = presence.peaks(file.database)
    return Figures(
        tuple(
            SessionFigures(
                session,
                sum(count for category, count in expected.items() if _is_for(event, session, category)),
                entered[session.code],
                occupancy(file, session.code).inside,
                peaks.get(session.code, 0),
            )
            for session in event.sessions_by_time()
        ),
        badges.number_printed(file.database),
        badges.number_replaced(file.database),
    )


def _is_for(event: Event, session: Session, category: str) -> bool:
    """Whether persons of this category are admitted and counted."""
    return session.admits(category) and event.counts(category)
