"""Converts between moments and the times that the clocks at the venue show, and reads days as people type them."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

_YEAR_FIRST: Final = (
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\s*(?:[-/.]|年)\s*(?P<month>\d{1,2})\s*(?:[-/.]|月)\s*(?P<day>\d{1,2})(?!\d)\s*[日号號]?"
    ),
    re.compile(r"\A\s*(?P<year>\d{4}) (?P<month>\d{1,2}) (?P<day>\d{1,2})\s*\Z"),
    re.compile(r"\A\s*(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\s*\Z"),
)
_YEAR_LAST: Final = (
    re.compile(
        r"(?<![\d.])(?P<day>\d{1,2})(?P<between>[-/.])(?P<month>\d{1,2})(?P=between)(?P<year>\d{4})(?![\d.:])"
    ),
    re.compile(r"\A\s*(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>\d{4})\s*\Z"),
)
"""Days in figures. Without a sign between the figures, the day has to be the whole text."""


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
    bare = in_plain_figures(text).strip()
    return next((days[0] for match, days in days_in_figures(bare) if days and match[0] == bare), None)


def days_in_figures(text: str) -> Iterator[tuple[re.Match[str], list[date]]]:
    """Yield each day with its year that stands in the text (in plain figures), with all days that it can mean.

    The likeliest day comes first; there is none where the figures give no day in any order.
    """
    for pattern in _YEAR_FIRST:
        for match in pattern.finditer(text):
            yield match, possible_days([match["year"]], [(match["month"], match["day"])])
    for pattern in _YEAR_LAST:
        for match in pattern.finditer(text):
            yield match, possible_days([match["year"]], in_both_orders(match["day"], match["month"]))


def in_both_orders(first: str, second: str) -> list[tuple[str, str]]:
    """The month and the day that two figures can mean, the likelier pair first: the day goes before the month."""
    return [(second, first), (first, second)]


def possible_days(years: Iterable[int | str], months_and_days: Iterable[tuple[str, str]]) -> list[date]:
    """The days that there are in these years, for these months and days, in their order."""
    found = []
    for month, day in months_and_days:
        for year in years:
            with suppress(ValueError):
                found.append(date(int(year), int(month), int(day)))
    return found


def in_plain_figures(text: str) -> str:
    """The text in small letters and full forms (NFKC), with the figures 0 to 9 in place of those of other scripts."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in plain)
