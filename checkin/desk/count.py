"""Count how many of the registered delegates have arrived, and how many of them in the last ten minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from checkin.storage import delegates

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.storage.delegates import Count
    from checkin.storage.event_file import EventFile

RECENTLY: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Counters:
    """The numbers of arrivals that the desk shows; staff, press and security are counted too."""

    arrived: int
    registered: int
    recently: int
    by_category: tuple[Count, ...]

    @property
    def share(self) -> float:
        """The share of the registered delegates who have arrived, 0 to 1."""
        return self.arrived / self.registered if self.registered else 0.0


def counters(file: EventFile, now: datetime) -> Counters:
    """The present numbers; `recently` is the number of arrivals in the last ten minutes."""
    known = delegates.counts(file.database)
    return Counters(
        sum(count.arrived for count in known),
        sum(count.registered for count in known),
        delegates.arrived_since(file.database, now - RECENTLY),
        tuple(known),
    )
