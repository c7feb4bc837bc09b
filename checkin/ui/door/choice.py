"""The setting of a door: whether it is an entrance, an exit or both, and how its session is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checkin.domain.doors import SETTLE, Door, choose
from checkin.domain.presence import Direction
from checkin.domain.programme import Exits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checkin.domain.programme import Event, Session
    from checkin.remembered import State


@dataclass(frozen=True, slots=True)
class ByClock:
    """For each badge the program chooses the session by the time.

    `room` is the code of the room in which the session must take place, or "" for any room.
    """

    room: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """The operator has chosen a session, which applies whatever the time is; `session` is its code."""

    session: str


Choice: TypeAlias = ByClock | ByHand


@dataclass(frozen=True, slots=True)
class DoorSetting:
    """What staff have set for a door: the direction in which guests pass, and how the session is chosen.

    `is_told` is False until staff have set the door. Until then the door is an entrance, and the session is chosen by
    the time, in any room.
    """

    direction: Direction = Direction.IN
    choice: Choice = ByClock()
    is_told: bool = False

    @property
    def state(self) -> State:
        """The setting as a dictionary of plain values, which is saved for the next start of the program."""
        of = (
            {"session": self.choice.session}
            if isinstance(self.choice, ByHand)
            else {"room": self.choice.room}
        )
        return {**of, "direction": self.direction.value, "told": self.is_told}

    @classmethod
    def of_state(cls, state: Mapping[str, object]) -> DoorSetting:
        """Return the setting that was saved as `state`; if the direction in it is unknown, `is_told` is False."""
        session, direction = state.get("session"), state.get("direction")
        choice: Choice = ByHand(str(session)) if session else ByClock(str(state.get("room", "")))
        is_told = state.get("told") is True and direction in set(Direction)
        return cls(Direction(str(direction)) if is_told else Direction.IN, choice, is_told)

    def direction_at(self, event: Event) -> Direction:
        """The direction in which guests pass this door; always inwards (IN) if the event does not scan exits."""
        return Direction.IN if event.policy.exits is Exits.NONE else self.direction

    def door(self, event: Event) -> Door:
        """The `Door` with this setting, for which the desk gives its verdict on a badge."""
        direction = self.direction_at(event)
        settle = SETTLE if direction is Direction.AUTO else 0
        match self.choice:
            case ByHand(session):
                return Door(session, direction=direction, settle=settle)
            case ByClock(room):
                return Door(room=room, direction=direction, settle=settle)

    def entrance(self, event: Event) -> Door:
        """The `Door` with this setting, but always as an entrance, for somebody who is let in by name."""
        door = self.door(event)
        return Door(door.session, door.room, Direction.IN)

    def sessions(self, event: Event) -> frozenset[str]:
        """The codes of all sessions that this door can serve: the chosen one, or every session of its room or rooms."""
        if isinstance(self.choice, ByHand):
            return frozenset({self.choice.session})
        door = self.door(event)
        return frozenset(code for code, each in event.sessions.items() if door.is_of(each))

    def session_at(self, event: Event, now: datetime) -> Session | None:
        """The session for a guest who comes to this door at the time `now`; None if no session opens here any more."""
        return choose(event, self.entrance(event), now).session


def has_one_answer(event: Event) -> bool:
    """Whether a door can be only one thing: guests only come in, and there is one session with doors at most."""
    return event.policy.exits is Exits.NONE and sum(each.doors for each in event.sessions_by_time()) <= 1
