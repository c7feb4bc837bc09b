"""The layout of one day of the programme: the place of each session, and the change that a drag of a block means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from checkin.domain.rearranging import STEP, begun_at, ended_at, in_room, shifted
from checkin.ui.programme.geometry import (
    Box,
    DayScale,
    Lane,
    box_of,
    going_on_at,
    kept_on,
    lanes_of,
    rooms_of,
    scale_of,
    sessions_on,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from checkin.domain.programme import Event, LocalText, Session


class Grip(Enum):
    """The part of a session that is dragged: the whole session, only its start, or only its end."""

    WHOLE = auto()
    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class DayLayout:
    """One day of the event with the places of its sessions; each room is a column of `wide` dots.

    `sessions` are the sessions of the day in the order of the programme. `going_on` are sessions that began on a day
    before and go on past midnight. `lanes` has the place of each of these sessions within its column (see `Lane`), by
    the session's code. `columns` has the number of each room's column.
    """

    event: Event
    day: date
    scale: DayScale
    wide: int
    rooms: tuple[LocalText, ...]
    columns: Mapping[str, int]
    sessions: tuple[Session, ...]
    going_on: tuple[Session, ...]
    lanes: Mapping[str, Lane]

    def column_of(self, session: Session) -> int:
        """The number of the column in which the session stands, from 0."""
        return self.columns.get(str(session.room), 0)

    def box(self, session: Session) -> Box:
        """The box of a session; sessions in the same room at the same time stand side by side."""
        return box_of(session, self.scale, self.column_of(session), self.wide, self.lanes[session.code])

    def box_alone(self, session: Session) -> Box:
        """The box of a session that is being moved; it is as wide as the whole column of its room."""
        return box_of(session, self.scale, self.column_of(session), self.wide, Lane())

    def dragged(self, session: Session, grip: Grip, right: int, down: int) -> Session:
        """The session after the mouse has dragged its `grip` to the right by `right` dots and down by `down` dots."""
        by = self.scale.steps_in(down)
        match grip:
            case Grip.START:
                return begun_at(session, session.start + by)
            case Grip.END:
                return ended_at(session, session.end + by)
            case Grip.WHOLE:
                return self.moved(session, round(right / self.wide), by // STEP)

    def moved(self, session: Session, columns: int, steps: int) -> Session:
        """The session after it was moved by `columns` columns to the right, and later by `steps` steps of five minutes.

        The session stays on its day and within the columns.
        """
        column = min(max(self.column_of(session) + columns, 0), len(self.rooms) - 1)
        later = kept_on(self.event, self.day, shifted(session, STEP * steps)) if steps else session
        return in_room(later, self.rooms[column])

    def first(self, now: datetime) -> Session | None:
        """The session to show first; None if the day has no session.

        If `now` is on this day, it is the session that takes place now, or else the next one, or else the last one. On
        another day it is the first session.
        """
        if not self.sessions or self.event.day_of(now) != self.day:
            return self.sessions[0] if self.sessions else None
        running = [each for each in self.sessions if each.start <= now < each.end]
        if running:
            return max(running, key=lambda each: each.start)
        return next((each for each in self.sessions if each.start > now), self.sessions[-1])

    def beside(self, session: Session, columns: int, steps: int) -> Session | None:
        """The next session in this direction; None if there is none.

        With `steps` (1 later, -1 earlier) it is the next session in the same room. Otherwise `columns` gives the side:
        it is the session nearest in time in the nearest room on this side.
        """
        here = self.column_of(session)
        if steps:
            column = [each for each in self.sessions if self.column_of(each) == here]
            place = [each.code for each in column].index(session.code) + steps
            return column[place] if 0 <= place < len(column) else None
        return min(
            (each for each in self.sessions if (self.column_of(each) - here) * columns > 0),
            key=lambda each: (abs(self.column_of(each) - here), abs(each.start - session.start)),
            default=None,
        )


def laid_out(event: Event, day: date, room: int, least: int, dots: float) -> DayLayout:
    """Lay out this day of the event in a width of `room` dots.

    Each column is at least `least` dots wide, and each minute `dots` dots high.
    """
    sessions, rooms = tuple(sessions_on(event, day)), tuple(rooms_of(event))
    going_on = tuple(going_on_at(event, day))
    of_room: dict[str, list[Session]] = {str(room): [] for room in rooms}
    for session in (*going_on, *sessions):
        of_room[str(session.room)].append(session)
    return DayLayout(
        event,
        day,
        scale_of(event, day, sessions, dots),
        max(room // len(rooms), least),
        rooms,
        {str(room): number for number, room in enumerate(rooms)},
        sessions,
        going_on,
        {code: lane for these in of_room.values() for code, lane in lanes_of(these).items()},
    )
