"""Count how many of the registered delegates have arrived, and how many of them in the last ten minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checkin.storage import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checkin.storage.event_file import EventFile
    from checkin.storage.numbers import Count

RECENTLY: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Counters:
    """The numbers of arrivals that the desk shows; staff, press and security are counted too.

    `recently` is the number of arrivals in the last ten minutes. `today` is the number of today's arrivals; None on the
    first day of the event, when it would equal `arrived`, and after the last day. `by_day` holds the number of arrivals
    on each day of the event until today, by the venue's date; arrivals before the event count for its first day.
    """

    arrived: int
    registered: int
    recently: int
    today: int | None
    by_day: tuple[tuple[date, int], ...]
    by_category: tuple[Count, ...]

    @property
    def share(self) -> float:
        """The share of the registered delegates who have arrived, 0 to 1."""
        return self.arrived / self.registered if self.registered else 0.0


def counters(file: EventFile, now: datetime) -> Counters:
    """Count the arrivals as they are recorded at the time `now`."""
    known = numbers.counts(file.database)
    arrived = sum(count.arrived for count in known)
    by_day = tuple(_by_day(file, now, arrived))
    is_later_day = len(by_day) > 1 and by_day[-1][0] == file.event.day_of(now)
    return Counters(
        arrived,
        sum(count.registered for count in known),
        numbers.arrived_since(file.database, now - RECENTLY),
        by_day[-1][1] if is_later_day else None,
        by_day,
        tuple(known),
    )


def _by_day(file: EventFile, now: datetime, arrived: int) -> Iterator[tuple[date, int]]:
    """The number of arrivals of each day of the event until today."""
    about, zone = file.event.description, file.event.zone
    last = max(min(file.event.day_of(now), about.last_day), about.first_day)
    days = [about.first_day + timedelta(days=number) for number in range((last - about.first_day).days + 1)]
    begun = [datetime.combine(day, time(), zone) for day in days[1:]]
    since = [arrived, *(numbers.arrived_since(file.database, moment) for moment in begun), 0]
    yield from zip(days, (these - later for these, later in pairwise(since)), strict=True)
