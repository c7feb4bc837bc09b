"""The choice of the session that the door answers for: by the clock (in all rooms or in one) or by the operator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checkin.domain.doors import SETTLE, Door, choose
from checkin.domain.presence import Direction

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checkin.domain.programme import Event, Session


@dataclass(frozen=True, slots=True)
class ByClock:
    """The choice by the time, anew for each reading: a session in this room; `room` is "" for all rooms."""

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
    """The current choice at a door, and the door that it makes."""

    def __init__(self) -> None:
        self._choice: Choice = ByClock()

    @property
    def choice(self) -> Choice:
        """The choice that was made last; at first by the clock, for all rooms."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Replace the current choice by this one."""
        self._choice = choice

    def door(self, direction: Direction) -> Door:
        """The door of this choice, for readings in this direction."""
        settle = SETTLE if direction is Direction.AUTO else 0
        match self._choice:
            case ByHand(session):
                return Door(session, direction=direction, settle=settle)
            case ByClock(room):
                return Door(room=room, direction=direction, settle=settle)

    def session_at(self, event: Event, now: datetime) -> Session | None:
        """The session for somebody who comes to this door at the moment `now`; None if none opens any more."""
        return choose(event, self.door(Direction.IN), now).session
