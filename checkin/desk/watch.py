"""Watch: how full the sessions are and were, and how many badges have been printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.storage import delegates, presence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

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
    category_of: dict[str, str] = {}
    expected: Counter[str] = Counter()
    printed = replaced = 0
    for registration in delegates.everybody(file.database):
        delegate, badge = registration.delegate, registration.badge
        category_of[delegate.id] = delegate.category
        expected[delegate.category] += delegate.is_expected
        if badge is not None:
            printed += badge.printed > 0
            replaced += badge.issue - 1
    stays: dict[str, list[Stay]] = defaultdict(list)
    entered: Counter[str] = Counter()
    for person, session, known in presence.stays(file.database):
        stays[session] += known
        entered[session] += event.counts(category_of.get(person, ""))
    return Figures(
        tuple(
            SessionFigures(
                session,
                sum(count for category, count in expected.items() if _is_for(event, session, category)),
                entered[session.code],
                occupancy(file, session.code).inside,
                peak(stays[session.code]),
            )
            for session in event.sessions_by_time()
        ),
        printed,
        replaced,
    )


def _is_for(event: Event, session: Session, category: str) -> bool:
    """Whether persons of this category are admitted and counted."""
    return session.admits(category) and event.counts(category)


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
