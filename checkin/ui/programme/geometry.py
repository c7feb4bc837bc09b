"""The places of the sessions of one day on the Programme page: times from top to bottom, rooms side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import LocalText
from checkin.domain.rearranging import STEP, shifted
from checkin.domain.session_times import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from checkin.domain.programme import Event, Session

_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class DayScale:
    """The scale of one day, which turns times into heights: `begin` (UTC) is at 0, and a minute is `dots` dots high.

    The day ends at `end` (UTC). On the day of a clock change it has 23 or 25 hours.
    """

    begin: datetime
    end: datetime
    dots: float

    @property
    def height(self) -> int:
        """The height of the whole day in dots."""
        return self.y_of(self.end)

    def y_of(self, moment: datetime) -> int:
        """The y coordinate of a moment, in dots from the beginning of the day."""
        return round((moment - self.begin) / _MINUTE * self.dots)

    def moment_at(self, y: int) -> datetime:
        """The moment at this y coordinate (in dots), rounded to five minutes."""
        return self.begin + self.steps_in(y)

    def steps_in(self, dots: int) -> timedelta:
        """The time for this height in dots, in whole steps of five minutes; negative if `dots` is."""
        return STEP * round(dots / self.dots * _MINUTE / STEP)

    def hours(self) -> Iterator[datetime]:
        """The full hours of the day, without its end."""
        hour = self.begin
        while hour < self.end:
            yield hour
            hour += _HOUR


def scale_of(event: Event, day: date, sessions: Iterable[Session], dots: float) -> DayScale:
    """The scale of the day, with `dots` dots a minute; it goes on until the last of the day's sessions has ended."""
    begin = _midnight(event, day)
    ends = [_midnight(event, day + timedelta(days=1)), *(session.end for session in sessions)]
    return DayScale(begin, max(ends), dots)


def _midnight(event: Event, day: date) -> datetime:
    return datetime.combine(day, time(), event.zone).astimezone(UTC)


def days_shown(event: Event) -> list[date]:
    """The days of the event, and the other days on which sessions begin, in order."""
    days = set(days_of(event.description))
    return sorted(days | {event.day_of(session.start) for session in event.sessions_by_time()})


def sessions_on(event: Event, day: date) -> list[Session]:
    """The sessions of the programme that begin on this day, cancelled ones too, in the order of the programme."""
    return [session for session in event.sessions_by_time() if event.day_of(session.start) == day]


def going_on_at(event: Event, day: date) -> list[Session]:
    """The sessions that began before this day and go on past the midnight at its beginning."""
    midnight = _midnight(event, day)
    return [each for each in event.sessions_by_time() if each.start < midnight < each.end]


def kept_on(event: Event, day: date, session: Session) -> Session:
    """The session, moved as little as needed so that it begins on this day."""
    first, last = _midnight(event, day), _midnight(event, day + timedelta(days=1)) - STEP
    return shifted(session, min(max(session.start, first), last) - session.start)


def rooms_of(event: Event) -> list[LocalText]:
    """The rooms of the event as sessions name them: defined rooms first, then other names, and last "" for no room.

    "" is included only if a session has no room, or if there is no room at all.
    """
    rooms = {code: LocalText.of(code) for code in event.rooms}
    others = {str(each.room): each.room for each in event.sessions_by_time()}
    rooms |= {code: room for code, room in sorted(others.items()) if code and code not in rooms}
    return [*rooms.values(), *([LocalText()] if "" in others or not rooms else [])]


@dataclass(frozen=True, slots=True)
class Lane:
    """The place of a session in its room's column, which is divided into `lanes` lanes side by side.

    `number` is the number of the session's lane, from 0.
    """

    number: int = 0
    lanes: int = 1


def lanes_of(sessions: Sequence[Session]) -> dict[str, Lane]:
    """The lanes of these sessions, which are in one room, by code; sessions at the same time get different lanes."""
    found: dict[str, Lane] = {}
    group: list[tuple[str, int]] = []
    free_from: list[datetime] = []
    for session in sorted(sessions, key=lambda each: (each.start, each.code)):
        if free_from and all(end <= session.start for end in free_from):
            found |= _lanes(group, len(free_from))
            group, free_from = [], []
        number = next((n for n, end in enumerate(free_from) if end <= session.start), len(free_from))
        free_from[number : number + 1] = [session.end]
        group.append((session.code, number))
    return found | _lanes(group, len(free_from))


def _lanes(group: Iterable[tuple[str, int]], lanes: int) -> dict[str, Lane]:
    return {code: Lane(number, lanes) for code, number in group}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen, in dots."""

    left: int
    top: int
    width: int
    height: int


def box_of(session: Session, scale: DayScale, column: int, width: int, lane: Lane) -> Box:
    """The box of a session in the column with this number, where each column is `width` dots wide.

    The box of a session that began before the day begins at the top.
    """
    left = column * width + width * lane.number // lane.lanes
    right = column * width + width * (lane.number + 1) // lane.lanes
    top = max(scale.y_of(session.start), 0)
    return Box(left, top, right - left, scale.y_of(session.end) - top)
