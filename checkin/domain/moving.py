"""Moves a whole event in time, so that the demo can begin whenever somebody opens it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from checkin.domain.rearranging import shifted

if TYPE_CHECKING:
    from checkin.domain.programme import Event


def moved(event: Event, by: timedelta) -> Event:
    """The same event with all sessions later by `by` (earlier if negative), and with its first and last day moved too.

    The two days move by as many days as the day of the first session moves in the venue's time zone. If there is no
    session, they move by the whole days in `by`. If a session would then end after the last day, the last day is the
    day of this end.
    """
    sessions = {code: shifted(session, by) for code, session in event.sessions.items()}
    days = _days_moved(event, by)
    last_day = event.description.last_day + days
    ends = [session.end.astimezone(event.zone).date() for session in sessions.values()]
    description = replace(
        event.description,
        first_day=event.description.first_day + days,
        last_day=max([last_day, *ends]),
    )
    return replace(event, description=description, sessions=sessions)


def _days_moved(event: Event, by: timedelta) -> timedelta:
    if not event.sessions:
        return timedelta(days=by.days)
    first = min(session.start for session in event.sessions.values())
    return (first + by).astimezone(event.zone).date() - first.astimezone(event.zone).date()
