"""Moves, stretches and copies sessions of the programme, together with the times of their doors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import SessionStatus
from checkin.domain.session_codes import free_code
from checkin.domain.session_times import SessionTimes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checkin.domain.programme import Event, LocalText, Session

STEP: Final = timedelta(minutes=5)
"""The step in which sessions are moved and stretched, and the shortest time that a session can be stretched to."""
_FIRST_HOUR: Final = 9
"""The hour at which the first session of a day begins, unless another one is chosen."""


def shifted(session: Session, by: timedelta) -> Session:
    """The same session, later by `by` (earlier if negative); the times of its doors move by `by` too."""
    return SessionTimes.of(session).moved_to(session.start + by).put_into(session)


def begun_at(session: Session, start: datetime) -> Session:
    """The same session with another start and the same end; it lasts five minutes at least.

    The opening of the doors moves by the same time as the start. The last entry stays.
    """
    begins = min(start, max(session.end - STEP, session.start))
    return SessionTimes.of(session).begun_at(begins).put_into(session)


def ended_at(session: Session, end: datetime) -> Session:
    """The same session with another end and the same start; it lasts five minutes at least.

    If the last entry is at the end of the session, it moves with the end. A last entry at another time stays, because
    it was chosen for the beginning of the session; but if it would be after the end, it moves to the end.
    """
    ends = max(end, min(session.start + STEP, session.end))
    times = SessionTimes.of(session).ended_at(ends)
    if session.last_entry <= session.end:
        times = replace(times, last_entry=min(times.last_entry, ends))
    return times.put_into(session)


def in_room(session: Session, room: LocalText) -> Session:
    """The same session in this room (a room's code or a name), or in no room if the text is empty."""
    return session if str(session.room) == str(room) else replace(session, room=room)


def copy_after(event: Event, session: Session) -> Session:
    """A copy of the session with a code of its own, which begins in the same room when the session ends."""
    copied = _copied(shifted(session, session.end - session.start), free_code(session.code, event.sessions))
    return replace(copied, status=SessionStatus.PLANNED)


def last_of_day(event: Event, day: date) -> Session | None:
    """The session that ends last among those that begin and end on this day; None if there is none."""
    of_day = [
        each for each in event.sessions_by_time() if event.day_of(each.start) == event.day_of(each.end) == day
    ]
    return max(of_day, key=lambda each: each.end, default=None)


def next_start(event: Event, day: date) -> datetime:
    """The moment (UTC) at which a further session of this day would begin: when the last one ends, or at nine."""
    last = last_of_day(event, day)
    return last.end if last is not None else at_venue(event, day, _FIRST_HOUR)


def _copied(session: Session, code: str) -> Session:
    """The same session with another code; it is no entry of another calendar, and nobody has set its doors."""
    return replace(session, code=code, by_hand=None, uid="")


def day_copied(event: Event, day: date, to: date) -> tuple[Session, ...]:
    """Copies, for the day `to`, of the sessions that take place on `day`, with codes of their own.

    The copies have the same times of the day at the venue, also where one of the two days is longer than the other.
    """
    taken, copies = set(event.sessions), []
    for session in event.sessions_by_time():
        if session.takes_place and event.day_of(session.start) == day:
            code = free_code(session.code, taken)
            taken.add(code)
            copies.append(_copied(on_another_day(event, session, to - day), code))
    return tuple(copies)


def with_codes(event: Event, codes: Mapping[str, str]) -> Event:
    """The same event, whose sessions have other codes: those in `codes`, by the codes that they have."""
    sessions = (replace(each, code=codes.get(each.code, each.code)) for each in event.sessions.values())
    return replace(event, sessions={each.code: each for each in sessions})


def with_session(event: Event, *sessions: Session) -> Event:
    """The same event with these sessions; each replaces the session with the same code, if there is one."""
    return replace(event, sessions={**event.sessions, **{each.code: each for each in sessions}})


def at_venue(event: Event, day: date, hour: int) -> datetime:
    """The moment (UTC) of this hour of the day on the venue's clock."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=event.zone).astimezone(UTC)


def on_another_day(event: Event, session: Session, days: timedelta) -> Session:
    """The session moved by whole days, with the same start on the venue's clock; it lasts as long as before."""
    start = (session.start.astimezone(event.zone) + days).astimezone(UTC)
    return shifted(session, start - session.start)
