"""The choice of the session that the door answers for: by the clock (in all rooms or in one) or by the operator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checkin.domain.programme import Event, Session


@dataclass(frozen=True, slots=True)
class ByClock:
    """The choice by the time: the session in this room whose doors are open; `room` is "" for all rooms."""

    room: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """The operator's choice of the session with this code, whatever the time is."""

    session: str


Choice: TypeAlias = ByClock | ByHand


def as_state(choice: Choice) -> dict[str, str]:
    """The choice as a dictionary, in the form in which it is remembered over a restart."""
    match choice:
        case ByHand(session):
            return {"session": session}
        case ByClock(room):
            return {"room": room}


def of_state(state: Mapping[str, object]) -> Choice:
    """The choice that was remembered. If none was, the choice by the clock for all rooms."""
    session = state.get("session")
    return ByHand(str(session)) if session else ByClock(str(state.get("room", "")))


class SessionChoice:
    """The current choice at a door. It gives the session that is chosen at a certain moment."""

    def __init__(self) -> None:
        self._choice: Choice = ByClock()
        self._kept = ""

    @property
    def choice(self) -> Choice:
        """The choice that was made last; at first by the clock, for all rooms."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Replace the current choice by this one."""
        self._choice = choice
        self._kept = ""

    def session_at(self, event: Event, now: datetime) -> Session | None:
        """The session that the choice means at the moment `now`; None if the programme, or the room, has none.

        A session that was chosen by the clock is kept until its end. While no session has its doors open, the next
        session to open is chosen, so that guests can be told when. If none is still to open, the one that ends last is
        chosen.
        """
        match self._choice:
            case ByHand(session=code):
                return event.sessions.get(code)
            case ByClock(room=room):
                return self._by_clock(_in_room(event, room), now)

    def _by_clock(self, event: Event, now: datetime) -> Session | None:
        kept = event.sessions.get(self._kept)
        if kept is not None and now <= kept.end and kept.takes_place:
            return kept
        chosen = event.session_for(now)
        self._kept = chosen.code if chosen is not None else ""
        return chosen or _nearest(event, now)


def _in_room(event: Event, room: str) -> Event:
    if not room:
        return event
    here = {code: session for code, session in event.sessions.items() if str(session.room) == room}
    return replace(event, sessions=here)


def _nearest(event: Event, now: datetime) -> Session | None:
    planned = [session for session in event.sessions_by_time() if session.takes_place]
    to_come = [session for session in planned if session.doors_open > now]
    if to_come:
        return min(to_come, key=lambda session: session.doors_open)
    return max(planned, key=lambda session: session.end, default=None)
