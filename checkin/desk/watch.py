"""Watch: how full the sessions are and were, and how many badges have been printed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.storage import delegates, presence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from checkin.domain.delegates import Delegate
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.storage.event_file import EventFile
    from checkin.storage.presence import Occupancy


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """One session: how many it is open to, how many of them entered, who is inside now, and the most there ever were.

    Staff, press and security are inside like everybody and counted in neither `open_to` nor `entered`.
    """

    session: Session
    open_to: int
    entered: int
    inside: int
    peak: int

    @property
    def share(self) -> float:
        """How many of those whom it is open to have entered, 0 to 1."""
        return self.entered / self.open_to if self.open_to else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The event as it stands: sessions in the programme's order, delegates with a printed badge, badges replaced."""

    sessions: tuple[SessionFigures, ...]
    printed: int
    replaced: int


def occupancy(file: EventFile, session: str) -> Occupancy:
    """How many are inside the session with this code, and how many ever entered; at once, also at a full door."""
    return presence.occupancy(file.database, session)


def figures(file: EventFile) -> Figures:
    """The figures of all sessions and badges; takes a second with 100,000 delegates, so it is work for the batch."""
    event = file.event
    registrations = list(delegates.everybody(file.database))
    people = {registration.delegate.id: registration.delegate for registration in registrations}
    stays: dict[str, list[tuple[str, list[Stay]]]] = defaultdict(list)
    for person, session, known in presence.stays(file.database):
        stays[session].append((person, known))
    badges = [registration.badge for registration in registrations if registration.badge is not None]
    return Figures(
        tuple(
            _session_figures(file, session, people, stays[session.code])
            for session in event.sessions_by_time()
        ),
        sum(1 for badge in badges if badge.printed),
        sum(badge.issue - 1 for badge in badges),
    )


def _session_figures(
    file: EventFile, session: Session, people: dict[str, Delegate], stays: list[tuple[str, list[Stay]]]
) -> SessionFigures:
    event = file.event
    expected = {
        delegate.id
        for delegate in people.values()
        if delegate.is_expected and session.admits(delegate.category) and event.counts(delegate.category)
    }
    return SessionFigures(
        session,
        len(expected),
        sum(1 for person, _ in stays if _is_counted(event, people.get(person))),
        occupancy(file, session.code).inside,
        peak(stay for _, known in stays for stay in known),
    )


def _is_counted(event: Event, delegate: Delegate | None) -> bool:
    """A person whose details are not known yet counts."""
    return delegate is None or event.counts(delegate.category)


def peak(stays: Iterable[Stay]) -> int:
    """The most stays that there ever were at one moment; who leaves as another comes makes room."""
    moves: list[tuple[datetime, int]] = []
    for stay in stays:
        if not stay.clocks_disagree:
            moves.append((stay.came, 1))
            if stay.left is not None:
                moves.append((stay.left, -1))
    most = now = 0
    for _, step in sorted(moves):
        now += step
        most = max(most, now)
    return most
