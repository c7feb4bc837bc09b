"""Reads days as organisers write them, in English, French, Khmer and Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.dates import get_day_names, get_month_names

from checkin.domain.clock import day_written, days_in_figures, in_both_orders, in_plain_figures, possible_days
from checkin.domain.rejections import RejectReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LANGUAGES: Final = ("en", "fr", "km", "zh")


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The days of an event, both included. They decide what an incomplete or ambiguous day means."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)

    @property
    def years(self) -> range:
        """The years in which the event has days."""
        return range(self.first.year, self.last.year + 1)


def find_day(text: str, days: DaySpan) -> date | RejectReason | None:
    """Return the day that the text names; `UNCLEAR_DAY` if several of the event's days are possible; None for no day.

    The day may be written in figures or with the month's name, with or without a year, as "Day 2", or as a day of the
    week. A stretch of days, such as 26-28 March, is no day.
    """
    return split_day(text, days)[0]


def day_typed(text: str) -> date | None:
    """The day that the whole text means; None if the text means no day.

    The day has its year, and may be written in figures, or as 8 March 2027, March 8, 2027 or 8 mars 2027; the day of
    the week may stand with it.
    """
    day = day_written(text)
    if day is not None:
        return day
    plain, names = in_plain_figures(text), _weekdays()[0]
    for match, month, number in _months_in(plain):
        rest = f"{plain[: match.start()]} {plain[match.end() :]}"
        if match["year"] and not names.sub("", rest).strip(" ,."):
            return next(iter(possible_days([match["year"]], [(month, number)])), None)
    return None


def day_of_month(text: str, earliest: date) -> date | None:
    """The first date from `earliest` on with this number (such as 14) as its day of the month; None for other texts."""
    number = in_plain_figures(text).strip()
    if not (number.isdecimal() and len(number) <= len("31")):
        return None
    following = (earliest.year + earliest.month // 12, earliest.month % 12 + 1)
    for year, month in ((earliest.year, earliest.month), following):
        day = next(iter(possible_days([year], [(str(month), number)])), None)
        if day is not None and day >= earliest:
            return day
    return None


def split_day(text: str, days: DaySpan) -> tuple[date | RejectReason | None, str]:
    """Return the day that the text names, as `find_day` does, and the rest of the text."""
    plain = in_plain_figures(text)
    for find in (_in_figures, _with_month, _numbered, _weekday):
        for match, candidates in find(plain, days):
            if candidates and not _is_of_a_stretch(plain, match):
                return _decided(candidates, days), f"{plain[: match.start()]} {plain[match.end() :]}".strip(
                    " ,"
                )
    return None, plain


def _decided(candidates: list[date], days: DaySpan) -> date | RejectReason:
    within = sorted({day for day in candidates if day in days})
    if len(within) > 1:
        return RejectReason.UNCLEAR_DAY
    return within[0] if within else candidates[0]


_STRETCH_BEFORE: Final = re.compile(r"\d\s*(?:st|nd|rd|th|er)?\s*(?:[-–—~&]|to|and|au|et|至|到|ដល់|និង)\s*$")
_STRETCH_AFTER: Final = re.compile(r"\s*(?:[-–—~&]|to|and|au|et|至|到|ដល់|និង)\s*\d{1,2}(?![\d:.h])")


def _is_of_a_stretch(text: str, match: re.Match[str]) -> bool:
    return bool(_STRETCH_BEFORE.search(text[: match.start()])) or (
        "first" in match.groupdict() and bool(_STRETCH_AFTER.match(text[match.end("first") :]))
    )


_SHORT_YEAR: Final = re.compile(r"(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d.:])")
_NO_YEAR: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/:h])")
_SERIAL: Final = re.compile(r"\s*(\d{5})(?:\.0+)?\s*")
"""A day as a spreadsheet counts it, in a cell that was not formatted as a day."""
_DAY_0: Final = date(1899, 12, 30)
_CENTURY: Final = 2000


def _in_figures(text: str, days: DaySpan) -> Iterator[tuple[re.Match[str], list[date]]]:
    serial = _SERIAL.fullmatch(text)
    if serial is not None and (day := _DAY_0 + timedelta(days=int(serial[1]))) in days:
        yield serial, [day]
    yield from days_in_figures(text)
    for match in _SHORT_YEAR.finditer(text):
        yield match, possible_days([_CENTURY + int(match[4])], in_both_orders(match[1], match[3]))
    for match in _NO_YEAR.finditer(text):
        yield match, possible_days(days.years, in_both_orders(match[1], match[2]))


@cache
def _months() -> dict[str, int]:
    """The names of months, and their numbers; a name of one letter is left out."""
    names: dict[str, int] = {}
    for language in _LANGUAGES[:3]:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(in_plain_figures(name).rstrip("."), number)
    return {
        **names,
        "sept": 9,
        "janv": 1,
        "fevrier": 2,
        "fév": 2,
        "aout": 8,
        "decembre": 12,
        "déc": 12,
        "កុម្ភះ": 2,
    }


@cache
def _month_patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    letters = r"(?![a-zà-ÿ])"
    year = r"(?:\s*(?:,|ឆ្នាំ|of|de)?\s*(?P<year>\d{4}))?"
    return (
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th|er|\.)?\s*(?:of|de|ខែ|-)?\s*(?P<month>{names}){letters}\.?"
            rf"-?{year}"
        ),
        re.compile(
            rf"(?<![a-zà-ÿ])(?P<month>{names}){letters}\.?\s*(?P<first>\d{{1,2}})(?!\d|[:h])(?:st|nd|rd|th)?{year}"
        ),
        re.compile(r"(?:(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<first>\d{1,2})[日号號]?"),
    )


def _with_month(text: str, days: DaySpan) -> Iterator[tuple[re.Match[str], list[date]]]:
    for match, month, number in _months_in(text):
        years: Iterable[int | str] = [match["year"]] if match["year"] else days.years
        yield match, possible_days(years, [(month, number)])


def _months_in(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield each day that stands in the text with its month's name, with the number of the month and of the day."""
    for pattern in _month_patterns():
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = _months().get(found["month"]) or int(found["month"])
            yield match, str(month), found.get("day") or found["first"]


_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (("one", "first", "premier", "première", "1st", "1er", "1ère", "一"),
         ("two", "second", "deux", "deuxième", "2nd", "2e", "2ème", "二"),
         ("three", "third", "trois", "troisième", "3rd", "3e", "3ème", "三"),
         ("four", "fourth", "quatre", "quatrième", "4th", "4e", "4ème", "四"),
         ("five", "fifth", "cinq", "cinquième", "5th", "5e", "5ème", "五")), start=1,
    )
    for word in words
}  # fmt: skip
_NUMBER: Final = "|".join([r"\d{1,2}", *sorted(_NUMBERS, key=len, reverse=True)])
_NUMBERED: Final = (
    re.compile(rf"(?<![a-z])(?:day|jour|journée)\s*(?:n°|no\.?|#)?\s*(?P<number>{_NUMBER})(?![\da-zà-ÿ])"),
    re.compile(rf"(?<![a-z\d])(?P<number>{_NUMBER})\s+(?:day|jour|journée)(?![a-z])"),
    re.compile(rf"ថ្ងៃ(?:ទី)?\s*(?P<number>{_NUMBER})(?!\d)"),
    re.compile(rf"第\s*(?P<number>{_NUMBER})\s*[天日]"),
)


def _numbered(text: str, days: DaySpan) -> Iterator[tuple[re.Match[str], list[date]]]:
    for pattern in _NUMBERED:
        for match in pattern.finditer(text):
            word = match["number"]
            day = days.first + timedelta(days=_NUMBERS.get(word) or int(word)) - timedelta(days=1)
            yield match, [day]


@cache
def _weekdays() -> tuple[re.Pattern[str], dict[str, int]]:
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_day_names(width, context, language).items():
                    names.setdefault(in_plain_figures(name).rstrip("."), number)
    names |= {"礼拜天": 6, "星期天": 6, "ច័ន្ទ": 0, "ចន្ទ": 0, "សៅរ៍": 5}
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?<![a-zà-ÿ])(?P<name>{known})(?![a-zà-ÿ])"), names


def _weekday(text: str, days: DaySpan) -> Iterator[tuple[re.Match[str], list[date]]]:
    pattern, names = _weekdays()
    for match in pattern.finditer(text):
        yield match, [day for day in days if day.weekday() == names[match["name"]]]
