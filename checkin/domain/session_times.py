"""The times of a session, and which times are impossible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Final, Self, TypeAlias

from checkin.domain.programme import default_doors_open

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import EventDescription, Session

A_DAY: Final = timedelta(days=1)
MOST_DAYS: Final = 366
"""The largest number of days of an event; in a longer event, a year was mistyped."""


class TimeField(StrEnum):
    """The fields of a session that hold times, by their names in a definition."""

    START = "start"
    END = "end"
    DOORS_OPEN = "doors_open"
    LAST_ENTRY = "last_entry"


class TimeFault(Enum):
    """The faults that a time of a session can have; a session with such a time cannot be saved."""

    NO_TIME = auto()
    SKIPPED = auto()
    END_NOT_AFTER_START = auto()
    LAST_ENTRY_BEFORE_DOORS = auto()
    LAST_ENTRY_AFTER_END = auto()


FoundFault: TypeAlias = tuple[TimeField, TimeFault]
"""A fault, and the field of the form beside which the fault is shown."""


@dataclass(frozen=True, slots=True)
class SessionTimes:
    """The times of a session, aware and in UTC."""

    start: datetime
    end: datetime
    doors_open: datetime
    last_entry: datetime

    @classmethod
    def of(cls, session: Session) -> Self:
        """The times of this session."""
        return cls(session.start, session.end, session.doors_open, session.last_entry)

    @classmethod
    def usual(cls, start: datetime, end: datetime) -> Self:
        """The times of a session with this start and end, whose doors open and close at the usual times."""
        return cls(start, end, default_doors_open(start), end)

    @property
    def has_usual_doors(self) -> bool:
        """Whether the doors open at the usual time before the start (`default_doors_open`)."""
        return self.doors_open == default_doors_open(self.start)

    @property
    def has_usual_last_entry(self) -> bool:
        """Whether the last entry is at the end of the session, as is usual."""
        return self.last_entry == self.end

    def moved_to(self, start: datetime) -> SessionTimes:
        """These times, moved so that the session starts at this moment; all lengths stay."""
        by = start - self.start
        return SessionTimes(start, self.end + by, self.doors_open + by, self.last_entry + by)

    def begun_at(self, start: datetime) -> SessionTimes:
        """These times with another start; the opening of the doors moves along, the end and the last entry stay."""
        return replace(self, start=start, doors_open=self.doors_open + (start - self.start))

    def ended_at(self, end: datetime) -> SessionTimes:
        """These times with another end; a last entry at the end moves with the end, and any other one stays."""
        return replace(self, end=end, last_entry=end if self.has_usual_last_entry else self.last_entry)

    def put_into(self, session: Session) -> Session:
        """The same session, but at these times."""
        return replace(
            session,
            start=self.start,
            end=self.end,
            doors_open=self.doors_open,
            last_entry=self.last_entry,
        )


def wrong_times(times: SessionTimes) -> Iterator[FoundFault]:
    """Yield the faults of these times, in the order in which a person corrects them."""
    if times.end <= times.start:
        yield TimeField.END, TimeFault.END_NOT_AFTER_START
    if times.last_entry < times.doors_open:
        yield TimeField.LAST_ENTRY, TimeFault.LAST_ENTRY_BEFORE_DOORS
    if times.last_entry > times.end:
        yield TimeField.LAST_ENTRY, TimeFault.LAST_ENTRY_AFTER_END


def days_of(event: EventDescription) -> tuple[date, ...]:
    """The days of the event, in order; only the first 366 of an event that lasts longer."""
    number = min((event.last_day - event.first_day).days + 1, MOST_DAYS)
    return tuple(event.first_day + A_DAY * each for each in range(number))


def is_day_of(event: EventDescription, day: date) -> bool:
    """Whether this is a day of the event, on which its sessions start; a session may end after the last day."""
    return event.first_day <= day <= event.last_day


def turn_of(moment: datetime, zone: ZoneInfo) -> int:
    """Which of two moments this is, if the clocks show its time twice: 0 the first, 1 the second; else 0."""
    return moment.astimezone(zone).fold
