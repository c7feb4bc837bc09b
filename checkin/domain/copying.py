"""Copies sessions within the programme: one session to another time or room, or all sessions of a day to another day.

A copy has a code of its own and takes place, also if the other was cancelled. Nobody is named for a copy, and staff
have not set the copy's doors by hand.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from checkin.domain.clock import moments_at, shown_at
from checkin.domain.programme import SessionStatus
from checkin.domain.proposed_codes import copied_code
from checkin.domain.session_times import SessionTimes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from checkin.domain.programme import Event, LocalText, Session


def copied_session(event: Event, session: Session, start: datetime, room: LocalText | None = None) -> Session:
    """The copy of this session that starts at `start` (UTC), in `room`; in the same room if `room` is None.

    The copy is as long as the session, and its doors open and close as long before its start and end.
    """
    return _copied(session, start, session.room if room is None else room, event.sessions)


def copied_day(event: Event, day: date, other: date) -> tuple[Session, ...]:
    """Copies of the sessions that start on `day` at the venue, at the same times of the day `other`.

    Cancelled and withdrawn sessions are left out. If the clocks skip the time at which a session would start, the copy
    starts as much later as the clocks are put forward.
    """
    taken = set(event.sessions)
    copies = []
    for session in event.sessions_by_time():
        if session.takes_place and event.day_of(session.start) == day:
            shown = datetime.combine(other, shown_at(session.start, event.zone).time())
            known = moments_at(shown, event.zone)
            start = known[0] if known else shown.replace(tzinfo=event.zone).astimezone(UTC)
            copies.append(_copied(session, start, session.room, taken))
            taken.add(copies[-1].code)
    return tuple(copies)


def _copied(session: Session, start: datetime, room: LocalText, taken: Iterable[str]) -> Session:
    copy = replace(
        session,
        code=copied_code(session.code, taken),
        room=room,
        status=SessionStatus.PLANNED,
        withdrawn=False,
        by_hand=None,
    )
    return SessionTimes.of(session).moved_to(start).put_into(copy)
