"""Begins a new event with what a preset or another event has: categories, rules, rooms, and sessions if wished."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from checkin.domain.programme import Event, SessionStatus
from checkin.domain.rearranging import on_another_day

if TYPE_CHECKING:
    from checkin.domain.programme import EventDescription, Session


def begun(like: Event, description: EventDescription, *, with_sessions: bool = False) -> Event:
    """A new event with this description, and with the categories, rooms, delegations and own fields of `like`.

    The officers who look after the delegations are left out, because they are people of the former event.
    With `with_sessions`, the event has the sessions of `like` too: its first day becomes the first day of the new
    event, and each session keeps its time of day at the venue. All sessions are planned anew, also those that were
    cancelled; no door is open or closed by hand, and no session belongs to an entry of a calendar any more.
    """
    sessions = _sessions_on_new_days(like, description) if with_sessions else {}
    delegations = {
        code: replace(each, liaison_name="", liaison_phone="") for code, each in like.delegations.items()
    }
    return replace(like, description=description, sessions=sessions, delegations=delegations)


def spread(preset: Event, first_day: date, last_day: date) -> Event:
    """The preset with its sessions on these days.

    What is on the preset's first day comes to the first day, what is on its last day to the last one, and what is
    between to the days between. What has no day of its own there is left out.
    """
    own = preset.description
    own_length, length = (own.last_day - own.first_day).days, (last_day - first_day).days
    moved = {}
    for session in preset.sessions_by_time():
        day = preset.day_of(session.start)
        number = _number_of_day((day - own.first_day).days, own_length, length)
        if number is not None:
            new_day = first_day + timedelta(days=number)
            moved[session.code] = on_another_day(preset, session, new_day - day)
    return replace(preset, description=replace(own, first_day=first_day, last_day=last_day), sessions=moved)


def _number_of_day(number: int, own_length: int, length: int) -> int | None:
    """The number (from 0) of the day in an event whose last day is the day `length`; None if there is no such day."""
    if number == 0:
        return 0
    if number == own_length:
        return length if length > 0 else None
    return number if number < length else None


def last_day_of_sessions(like: Event, first_day: date) -> date | None:
    """The day of the last session, if a new event with the sessions of `like` begins on `first_day`.

    None if `like` has no sessions.
    """
    days = [like.day_of(session.start) for session in like.sessions_by_time()]
    return max(days) + (first_day - like.description.first_day) if days else None


def _sessions_on_new_days(like: Event, description: EventDescription) -> dict[str, Session]:
    zone = ZoneInfo(description.zone)
    days = description.first_day - like.description.first_day

    def on_new_day(moment: datetime) -> datetime:
        """The moment with the same time on the clock, so many days later, in the zone of the new event."""
        at_venue = moment.astimezone(like.zone).replace(tzinfo=None) + days
        return at_venue.replace(tzinfo=zone).astimezone(UTC)

    moved = [
        _kept_in_order(
            replace(
                session,
                start=on_new_day(session.start),
                end=on_new_day(session.end),
                doors_open=on_new_day(session.doors_open),
                last_entry=on_new_day(session.last_entry),
                status=SessionStatus.PLANNED,
                by_hand=None,
                uid="",
            ),
            session.end - session.start,
        )
        for session in like.sessions_by_time()
    ]
    return {session.code: session for session in moved}


def _kept_in_order(session: Session, length: timedelta) -> Session:
    """The session with its former length, if a change of the clocks has made its times impossible."""
    if session.start < session.end and session.doors_open <= session.last_entry <= session.end:
        return session
    end = session.start + length
    return replace(
        session,
        end=end,
        doors_open=min(session.doors_open, session.start),
        last_entry=end,
    )
