"""The days, the time zone and the categories that the rows of a programme are read with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.importing.days import DaySpan, find_day

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from checkin.domain.rejections import RejectReason
    from checkin.importing.programme_rows import (
        OpenTo,
    )


_LONGEST_DAY: Final = 120
"""Characters of the longest text in which a day is looked for."""


@dataclass(frozen=True, slots=True)
class Venue:
    """The facts about the event that are needed to read its programme: its days, its time zone, its categories."""

    days: DaySpan
    zone: ZoneInfo
    open_to: OpenTo


def day_in(text: str, venue: Venue) -> date | RejectReason | None:
    """The day that a short text names; None if the text names no day or is too long."""
    return find_day(text, venue.days) if text.strip() and len(text) <= _LONGEST_DAY else None
