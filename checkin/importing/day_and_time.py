"""Reads days and times of the day as organisers write them, in English, French, Khmer and Chinese."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.dates import get_day_names, get_month_names

from checkin.domain.rejections import RejectReason

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANGUAGES: Final = ("en", "fr", "km", "zh")
_SIXTY: Final = 60
_NOON: Final = 12
_MIDNIGHT: Final = 24
_NO_DAY_BEFORE: Final = 1905
"""Spreadsheets give a time without a day as one of a day in 1899, 1900 or 1904."""


# ---- days


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
    """Return the day that the text names, `UNCLEAR_DAY` if it could be two of the event's days, None if there is none.

    The day may be written in figures or with the month's name, with or without a year, as "Day 2", or as a day of the
    week. A stretch of days, such as 26-28 March, is no day.
    """
    return split_day(text, days)[0]


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


def in_plain_figures(text: str) -> str:
    """The text in small letters and full forms (NFKC), with the figures 0 to 9 in place of those of other scripts."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in plain)


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


_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?!\d)\s*[日号號]?"
)
_YEAR_LAST: Final = re.compile(r"(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.:])")
_NO_YEAR: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/:h])")
_SERIAL: Final = re.compile(r"\s*(\d{5})(?:\.0+)?\s*")
"""A day as a spreadsheet counts it, in a cell that was not formatted as a day."""
_DAY_0: Final = date(1899, 12, 30)
_CENTURY: Final = 2000


def _in_figures(text: str, days: DaySpan) -> Iterator[tuple[re.Match[str], list[date]]]:
    serial = _SERIAL.fullmatch(text)
    if serial is not None and (day := _DAY_0 + timedelta(days=int(serial[1]))) in days:
        yield serial, [day]
    for match in _YEAR_FIRST.finditer(text):
        yield match, _dates([int(match[1])], [(match[2], match[3])])
    for match in _YEAR_LAST.finditer(text):
        year = int(match[4])
        pairs = [(match[3], match[1]), (match[1], match[3])]
        yield match, _dates([year if year >= 100 else _CENTURY + year], pairs)  # noqa: PLR2004 - two figures
    for match in _NO_YEAR.finditer(text):
        yield match, _dates(days.years, [(match[2], match[1]), (match[1], match[2])])


def _dates(years: range | list[int], months_and_days: list[tuple[str, str]]) -> list[date]:
    found = []
    for month, day in months_and_days:
        for year in years:
            try:
                found.append(date(year, int(month), int(day)))
            except ValueError:
                continue
    return found


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
    for pattern in _month_patterns():
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = _months().get(found["month"]) or int(found["month"])
            years = [int(found["year"])] if found["year"] else days.years
            yield match, _dates(years, [(str(month), found.get("day") or found["first"])])


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


# ---- times


_MORNING: Final = ("a.m.", "a.m", "am", "上午", "早上", "ព្រឹក", "du matin", "in the morning")
_AFTERNOON: Final = (
    "p.m.", "p.m", "pm", "下午", "晚上", "傍晚", "រសៀល", "ល្ងាច", "យប់", "de l'après-midi", "du soir", "in the evening",
)  # fmt: skip
_HALF_DAY: Final = "|".join(sorted(map(re.escape, (*_MORNING, *_AFTERNOON)), key=len, reverse=True))
_HOUR_SIGN: Final = r"(?:heures?|hours?|hrs?|hr|h|点|點|时|時)"
_TIME: Final = (
    rf"(?:(?P<before{{0}}>{_HALF_DAY})\s*)?(?P<hour{{0}}>\d{{{{1,2}}}})"
    rf"(?:\s*(?:[:.]|{_HOUR_SIGN})\s*(?P<minute{{0}}>\d{{{{2}}}})(?::\d{{{{2}}}}(?:\.\d+)?|分|mn|min)?|\s?(?P<sign{{0}}>{_HOUR_SIGN}))?"
    rf"(?:\s?(?:hrs|h)(?![a-z]))?(?:\s*(?P<after{{0}}>{_HALF_DAY})(?![a-zà-ÿ]))?(?![./:]?\d)"
)
_BETWEEN: Final = r"\s*(?:-|–|—|―|−|~|〜|→|/|to|until|till|à|au|jusqu'à|ដល់|至|到)\s*(?:ម៉ោង\s*)?"
_FROM: Final = r"\s*(?:(?:from|de|at|à|ពីម៉ោង|វេលាម៉ោង|ម៉ោង|ពី)\s*)?"
_SPAN: Final = re.compile(f"{_FROM}{_TIME.format(1)}(?:{_BETWEEN}{_TIME.format(2)})?")
_NAMED: Final = (
    (re.compile(r"(?:12\s*)?(?<![a-z])(?:noon|midi|正午|中午12点|中午)(?![a-z])"), "12:00"),
    (re.compile(r"(?:12\s*)?(?<![a-z])(?:midnight|minuit|午夜)(?![a-z])"), "24:00"),
    (re.compile(r"([点點])半"), r"\g<1>30"),
    (re.compile("[\u2019\u02bc]"), "'"),
    (re.compile(r"^([01]\d|2[0-3])([0-5]\d)(\s*[-–—]\s*)([01]\d|2[0-3])([0-5]\d)(?!\d)"), r"\1:\2\3\4:\5"),
)
_WITHOUT_SIGN: Final = re.compile(r"^([01]\d|2[0-3])([0-5]\d)(?=\s*(?:h|hrs)?$)")
_LONGEST_SPAN: Final = 120
"""Characters within which a start and an end stand; the rest of a longer text is not looked at."""
_ONE_FIGURE: Final = re.compile(r"(\d{1,2})\.([0-4])")
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d")
_SECONDS: Final = 86_400
_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - only its times are used
_OF_A_DAY: Final = re.compile(r"0?\.\d{1,20}(?:e-\d+)?")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A start and an end, the end None if only the start is told.

    `rest` is the text behind them, and `day` the day that stands beside them, None if there is none.
    """

    start: time
    end: time | None
    rest: str = ""
    day: date | None = None


def read_span(text: str) -> TimeSpan | None:
    """Return the time, or the start and the end, that are the whole text; None if the text is something else."""
    found = _span(text, is_cell=True)
    return found if found is not None and not found.rest else None


def read_line(text: str) -> TimeSpan | None:
    """Return the time, or the start and the end, with which a line of an agenda begins; None if there are none.

    The rest of the line is returned as it is written. A bare number at the beginning of a line is no time.
    """
    return _span(text, is_cell=False)


def read_moment(text: str, days: DaySpan) -> datetime | TimeSpan | RejectReason:
    """Return what a cell of starts or ends holds: a time or two, perhaps with their day, or `NOT_A_TIME`.

    A cell with an offset from UTC is an aware moment.
    """
    written = text.strip()
    if _OF_A_DAY.fullmatch(written):
        return TimeSpan((_ANY_DAY + timedelta(seconds=round(float(written) * _SECONDS))).time(), None)
    if _ONE_FIGURE.fullmatch(written):  # the number 9.3, as a spreadsheet stores 9.30
        written = f"{written}0"
    if (span := read_span(written)) is not None:
        return span
    if _ISO.match(written) and (moment := _moment(written)) is not None:
        if moment.tzinfo is not None:
            return moment
        return TimeSpan(moment.time(), None, "", None if moment.year < _NO_DAY_BEFORE else moment.date())
    day, rest = split_day(written, days)
    span = read_span(rest)
    if not isinstance(day, date) or span is None:
        return RejectReason.NOT_A_TIME
    return replace(span, day=day)


def _moment(text: str) -> datetime | None:
    try:
        return to_the_second(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def to_the_second(moment: datetime) -> datetime:
    """The moment in whole seconds, for a spreadsheet stores times as fractions of a day."""
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)


def _span(text: str, *, is_cell: bool) -> TimeSpan | None:
    head, tail = text.strip()[:_LONGEST_SPAN], text.strip()[_LONGEST_SPAN:]
    plain = _plain(head)
    if is_cell:
        plain = _WITHOUT_SIGN.sub(r"\1:\2", plain)
    match = _SPAN.match(plain)
    if match is None or not (is_cell or _is_surely_a_time(match)):
        return None
    times = _times(match)
    if times is None:
        return None
    rest = plain[match.end() :].strip()
    written = next((end for at in range(len(head)) if _plain(end := head[at:]).strip() == rest), "")
    return TimeSpan(*times, f"{written}{tail}".strip() if rest or tail else "")


def _plain(text: str) -> str:
    plain = in_plain_figures(text)
    for pattern, instead in _NAMED:
        plain = pattern.sub(instead, plain)
    return plain


def _is_surely_a_time(match: re.Match[str]) -> bool:
    return any(match[f"{part}{which}"] for part in ("minute", "sign", "before", "after") for which in (1, 2))


def _times(match: re.Match[str]) -> tuple[time, time | None] | None:
    start, end = _minutes(match, 1), _minutes(match, 2)
    if start is None or (match["hour2"] and end is None):
        return None
    half, second_half = _half(match, 1), _half(match, 2)
    if end is not None and second_half is not None:
        end = _in_half(end, is_afternoon=second_half)
        alike = _in_half(start, is_afternoon=second_half)
        start = alike if half is None and alike <= end else start
    if half is not None:
        start = _in_half(start, is_afternoon=half)
        if end is not None and second_half is None and end < start < end + _NOON * _SIXTY:
            end += _NOON * _SIXTY
    return _time(start), None if end is None else _time(end)


def _minutes(match: re.Match[str], which: int) -> int | None:
    """The minutes from midnight that the first or second time of the text says; None if there is no such time."""
    hour, minute = match[f"hour{which}"], int(match[f"minute{which}"] or 0)
    if hour is None or int(hour) > _MIDNIGHT or minute >= _SIXTY or (int(hour) == _MIDNIGHT and minute):
        return None
    return int(hour) * _SIXTY + minute


def _half(match: re.Match[str], which: int) -> bool | None:
    """Whether the time is said to be in the second half of the day; None if nothing is said."""
    word = match[f"before{which}"] or match[f"after{which}"]
    return None if word is None else word in _AFTERNOON


def _in_half(minutes: int, *, is_afternoon: bool) -> int:
    """The minutes from midnight of a time in this half of the day; a time after 12:59 stays as it is."""
    hour, minute = divmod(minutes, _SIXTY)
    if hour > _NOON:
        return minutes
    return (hour % _NOON + (_NOON if is_afternoon else 0)) * _SIXTY + minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes % (_MIDNIGHT * _SIXTY), _SIXTY))
