"""Reads times of the day as organisers write them, in English, French, Khmer and Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from checkin.domain.clock import in_plain_figures
from checkin.domain.rejections import RejectReason
from checkin.importing.days import split_day

if TYPE_CHECKING:
    from checkin.importing.days import DaySpan

_SIXTY: Final = 60
_NOON: Final = 12
_MIDNIGHT: Final = 24
_NO_DAY_BEFORE: Final = 1905
"""Spreadsheets give a time without a day as one of a day in 1899, 1900 or 1904."""
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
_FIGURES: Final = re.compile(r"\d{3,4}")
"""The hours and minutes of a time, without a sign between them."""
_ONE_FIGURE: Final = re.compile(r"(\d{1,2})\.([0-4])")
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d")
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SECONDS: Final = 86_400
_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - only its times are used
_OF_A_DAY: Final = re.compile(r"0?\.\d{1,20}(?:e-\d+)?")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A start and an end; the end is None if the text gives only the start.

    `rest` is the text after the times, and `day` the day that is written beside them, None if there is none.
    """

    start: time
    end: time | None
    rest: str = ""
    day: date | None = None


def read_span(text: str) -> TimeSpan | None:
    """Return the time, or the start and the end, if the text consists of nothing else; otherwise None."""
    found = _span(text, is_cell=True)
    return found if found is not None and not found.rest else None


def read_typed(text: str) -> time | None:
    """Return the time of day that the text means, None if it means none; figures alone, such as 930, are read too."""
    bare = in_plain_figures(text).strip()
    hours = bare[:-2] if _FIGURES.fullmatch(bare) else ""
    span = read_span(f"{hours}:{bare[-2:]}" if hours else bare)
    return span.start if span is not None and span.end is None else None


def read_line(text: str) -> TimeSpan | None:
    """Return the time, or the start and the end, at the beginning of a line of an agenda; None if there is none.

    The rest of the line is returned as it is written. A bare number at the beginning of a line is no time.
    """
    return _span(text, is_cell=False)


def read_moment(text: str, days: DaySpan) -> datetime | TimeSpan | RejectReason:
    """Return what is in a cell of starts or ends: one or two times, perhaps with a day, or `NOT_A_TIME`.

    If the cell has an offset from UTC, the result is an aware datetime.
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
        return _of_a_sheet(moment)
    day, rest = split_day(written, days)
    span = read_span(rest)
    if not isinstance(day, date) or span is None:
        return RejectReason.NOT_A_TIME
    return replace(span, day=day)


def midnight_of(text: str) -> TimeSpan | None:
    """Return the first moment of a day, if the text is a day in ISO 8601 and nothing else; otherwise None.

    A spreadsheet stores the midnight at the end of a day as the next day without a time.
    """
    if not _ISO_DAY.fullmatch(text.strip()):
        return None
    moment = _moment(text.strip())
    return None if moment is None else _of_a_sheet(moment)


def _of_a_sheet(moment: datetime) -> TimeSpan:
    return TimeSpan(moment.time(), None, "", None if moment.year < _NO_DAY_BEFORE else moment.date())


def _moment(text: str) -> datetime | None:
    try:
        return to_the_second(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def to_the_second(moment: datetime) -> datetime:
    """The moment rounded to whole seconds, because a spreadsheet stores times as fractions of a day."""
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
