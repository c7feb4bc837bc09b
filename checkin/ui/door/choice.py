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
    """The session is chosen by the time, anew for each badge read; `room` limits it to a room, "" means all rooms."""

    room: str = ""


@dataclass(frozen=True, slots=True)
class ByHand:
    """The operator has chosen the session with this code, which applies whatever the time is."""

    session: str


Choice: TypeAlias = ByClock | ByHand


@dataclass(frozen=True, slots=True)
class DoorSetting:
    """What staff have set a door to be.

    `is_told` is False until staff have set it; until then the door is an entrance, by the clock, for all rooms.
    """

    direction: Direction = Direction.IN
    choice: Choice = ByClock()
    is_told: bool = False

    @property
    def state(self) -> State:
        """The setting in the form in which it is remembered over a restart."""
        of = (
            {"session": self.choice.session}
            if isinstance(self.choice, ByHand)
            else {"room": self.choice.room}
        )
        return {**of, "direction": self.direction.value, "told": self.is_told}

    @classmethod
    def of_state(cls, state: Mapping[str, object]) -> DoorSetting:
        """The setting from its remembered form; if the direction is not understood, the door counts as not set."""
        session, direction = state.get("session"), state.get("direction")
        choice: Choice = ByHand(str(session)) if session else ByClock(str(state.get("room", "")))
        is_told = state.get("told") is True and direction in set(Direction)
        return cls(Direction(str(direction)) if is_told else Direction.IN, choice, is_told)

    def direction_at(self, event: Event) -> Direction:
        """The direction in which badges are read; if the event does not scan exits, every door is an entrance."""
        return Direction.IN if event.policy.exits is Exits.NONE else self.direction

    def door(self, event: Event) -> Door:
        """The `Door` with this setting, as the desk is asked about it for each badge."""
        direction = self.direction_at(event)
        settle = SETTLE if direction is Direction.AUTO else 0
        match self.choice:
            case ByHand(session):
                return Door(session, direction=direction, settle=settle)
            case ByClock(room):
                return Door(room=room, direction=direction, settle=settle)

    def entrance(self, event: Event) -> Door:
        """The same `Door` as an entrance, whatever its direction is."""
        door = self.door(event)
        return Door(door.session, door.room, Direction.IN)

    def session_at(self, event: Event, now: datetime) -> Session | None:
        """The session for somebody who comes to this door at the moment `now`; None if none opens any more."""
        return choose(event, self.entrance(event), now).session
