"""Converts between moments and the times that the clocks at the venue show, and reads days as people type them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_YEAR_FIRST: Final = re.compile(
    r"(\d{4})([-/. ]?)(\d\d)\2(\d\d)|(\d{4})[-/. 年](\d{1,2})[-/. 月](\d{1,2})日?"
)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


def moments_at(shown: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments (UTC), the earlier first, at which the clocks in this time zone show this date and time.

    `shown` has no time zone. Usually there is one moment. There are two if the clocks are put back and show the time
    twice, and none if they are put forward and skip the time.
    """
    turns = {shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(
        sorted(turn for turn in turns if turn.astimezone(zone).replace(tzinfo=None, fold=0) == shown)
    )


def moment_at(written: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment (UTC) that a written date and time means; without an offset it is meant in this time zone.

    If the clocks there show the time twice, the first is meant; None if they skip it.
    """
    if written.tzinfo is not None:
        return written.astimezone(UTC)
    return next(iter(moments_at(written, zone)), None)


def shown_at(moment: datetime, zone: ZoneInfo) -> datetime:
    """The date and time, without a time zone, that the clocks in this time zone show at this moment."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def day_written(text: str) -> date | None:
    """The day that the text means; None if the text means no day.

    The day may be written as 2027-03-01, 20270301, 2027/3/1, 1.3.2027 or 01/03/2027, in the digits of any script. If
    the year is written last, the day is read before the month, unless only the month before the day gives a date.
    """
    bare = text.strip()
    if match := _YEAR_FIRST.fullmatch(bare):
        year, month, day = (match[1], match[3], match[4]) if match[1] else (match[5], match[6], match[7])
        orders = [(year, month, day)]
    elif match := _YEAR_LAST.fullmatch(bare):
        orders = [(match[3], match[2], match[1]), (match[3], match[1], match[2])]
    else:
        return None
    for each in orders:
        with suppress(ValueError):
            return date(*map(int, each))
    return None
