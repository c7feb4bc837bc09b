"""Reads the entries of a calendar (iCalendar, RFC 5545); this is done in the separate process that reads files."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from dateutil.rrule import rruleset, rrulestr
from icalendar import Event as CalendarEvent
from icalendar import Timezone
from icalendar.error import BrokenCalendarProperty

from checkin.domain.clock import moment_at
from checkin.domain.rejections import RejectReason
from checkin.importing.calendar_blocks import blocks_of
from checkin.importing.programme_rows import refuse_too_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from zoneinfo import ZoneInfo

    from checkin.importing.calendar_blocks import Block
    from checkin.importing.days import DaySpan

_START: Final = re.compile(r"^DTSTART[^:\r\n]*:(\d{4})(\d{2})(\d{2})", re.MULTILINE)
_UID: Final = re.compile(r"^UID:(.*)$", re.MULTILINE)
_SUMMARY: Final = re.compile(r"^SUMMARY[^:\r\n]*:(.*)$", re.MULTILINE)
_REPEATED: Final = re.compile(r"^(?:RRULE|RDATE|RECURRENCE-ID)[;:]", re.MULTILINE)
_FAR: Final = timedelta(days=2)
"""Further than any time zone moves a day."""
_MOST_TIMES: Final = 1000
"""The most times that a repeated entry may take place, those before and after the event included."""
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY"})


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar, or one occurrence of a repeated entry; moments are in UTC.

    `number` is the number of the entry in the file, from 1. `uid` is the entry's identifier, "" if it has none; for one
    occurrence of a repeated entry, the original start of the occurrence is added to the identifier.
    """

    number: int
    uid: str
    start: datetime
    end: datetime
    title: str
    location: str = ""
    description: str = ""
    kinds: tuple[str, ...] = ()
    status: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class WrongEntry:
    """An entry that cannot be taken: its number in the file, the property that is wrong, the reason, and its title."""

    number: int
    name: str
    reason: RejectReason
    title: str


Read: TypeAlias = CalendarEntry | WrongEntry


def read_entries(text: str, days: DaySpan, zone: ZoneInfo) -> Iterator[Read]:
    """Yield the entries of a calendar in the order of the file; a repeated entry is yielded once for each occurrence.

    `text` is the calendar, in which folded lines were joined. A time without a zone is meant in the venue's `zone`. An
    entry is wrong if it repeats beyond the last of the `days`, lasts whole days, has no end, ends before it starts, or
    has an unknown zone. Of two entries with the same identifier, only the one with the greater sequence number is
    yielded, or the later one if the numbers are equal. An entry whose first or last line is wrong is wrong itself, and
    the entries around it are read.
    """
    warnings.simplefilter(
        "ignore"
    )  # of guessed zones and broken lines, which are told as entries that are wrong
    blocks = list(blocks_of(text))
    for block in blocks:
        if block.kind == "VTIMEZONE":
            _take_zone(block.text)
    entries = [block for block in blocks if block.kind == "VEVENT"]
    uids = Counter(match[1] for entry in entries if (match := _UID.search(entry.text)))
    refused = [
        _broken(number, entry) or _far_away(number, entry.text, uids, days)
        for number, entry in enumerate(entries, 1)
    ]
    refuse_too_many(refused.count(None))
    parsed = [
        wrong or _parsed(number, entry.text, zone)
        for number, (entry, wrong) in enumerate(zip(entries, refused, strict=True), 1)
    ]
    moved = {one.key for one in parsed if isinstance(one, _Entry) and one.instead_of is not None}
    latest: dict[tuple[str, datetime | None], _Entry] = {}
    for one in parsed:
        if isinstance(one, WrongEntry):
            yield one
        elif one.key not in latest or one.sequence >= latest[one.key].sequence:
            latest[one.key] = one
    for one in sorted(latest.values(), key=lambda each: each.number):
        yield from _times(one, moved, days, zone)


def _broken(number: int, entry: Block) -> WrongEntry | None:
    """The rejection of an entry whose first or last line is wrong; None for any other."""
    return (
        WrongEntry(number, entry.lacks, RejectReason.UNREADABLE, _title(entry.text)) if entry.lacks else None
    )


def _title(text: str) -> str:
    title = _SUMMARY.search(text)
    return title[1].strip() if title else ""


def _far_away(number: int, text: str, uids: Mapping[str, int], days: DaySpan) -> WrongEntry | None:
    """The rejection of an entry that starts days before or after the event; None if that is not sure at once.

    A calendar may hold the entries of many years, and the library takes a millisecond for each.
    """
    start, uid = _START.search(text), _UID.search(text)
    if start is None or uid is None or uids[uid[1]] > 1 or _REPEATED.search(text):
        return None
    year, month, day = map(int, start.groups())
    first, last = days.first - _FAR, days.last + _FAR
    if (first.year, first.month, first.day) <= (year, month, day) <= (last.year, last.month, last.day):
        return None
    return WrongEntry(number, "DTSTART", RejectReason.OUTSIDE_THE_DAYS, _title(text))


def _take_zone(text: str) -> None:
    """Let the library know a zone that the file describes; one that it cannot read is not known then."""
    with suppress(Exception):  # whatever the library makes of a damaged file
        Timezone.from_ical(f"{text.strip()}\r\n")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as the library has read it.

    `uid` is "" if the entry has no identifier. `instead_of` is the original start (UTC) of the one time that the entry
    replaces, None for any other entry.
    """

    number: int
    uid: str
    sequence: int
    instead_of: datetime | None
    component: Any

    @property
    def key(self) -> tuple[str, datetime | None]:
        return self.in_file, self.instead_of

    @property
    def in_file(self) -> str:
        """What tells the entry from the others of its file: its identifier, else its number there."""
        return self.uid or f"\n{self.number}"  # no identifier begins with a line break


def _parsed(number: int, text: str, zone: ZoneInfo) -> _Entry | WrongEntry:
    try:
        component: Any = CalendarEvent.from_ical(text)
        uid = str(component.get("UID", "")).strip()
        sequence = component.get("SEQUENCE", 0)
        original = component.get("RECURRENCE-ID")
        instead_of = None if original is None else _moment(original, zone)
    except Exception:  # noqa: BLE001 - whatever the library makes of a damaged entry
        return WrongEntry(number, "", RejectReason.UNREADABLE, "")
    title = _words(component, "SUMMARY")
    if isinstance(instead_of, RejectReason):
        return WrongEntry(number, "RECURRENCE-ID", instead_of, title)
    if original is not None and "RANGE" in original.params:
        return WrongEntry(number, "RECURRENCE-ID", RejectReason.REPEATS_TOO_LONG, title)
    return _Entry(number, uid, int(sequence) if isinstance(sequence, int) else 0, instead_of, component)


def _times(
    entry: _Entry, moved: set[tuple[str, datetime | None]], days: DaySpan, zone: ZoneInfo
) -> Iterator[Read]:
    """The entry, once for each time at which it takes place; a time that another entry replaces is left out."""
    try:
        first = _first(entry, zone)
        if isinstance(first, WrongEntry):
            yield first
            return
        starts = _starts(entry, first, days, zone)
    except Exception:  # noqa: BLE001 - whatever the libraries make of a damaged entry
        yield WrongEntry(entry.number, "", RejectReason.UNREADABLE, "")
        return
    if isinstance(starts, RejectReason):
        yield WrongEntry(entry.number, "RRULE", starts, first.title)
    elif starts is None:
        yield first
    else:
        for start in starts:
            if (entry.in_file, start) not in moved:
                end = start + (first.end - first.start)
                yield replace(first, uid=_uid_at(entry.uid, start), start=start, end=end)


def _first(entry: _Entry, zone: ZoneInfo) -> CalendarEntry | WrongEntry:
    component, title = entry.component, _words(entry.component, "SUMMARY")
    start, end = _start_and_end(component, zone)
    for name, moment in (("DTSTART", start), ("DTEND", end)):
        if isinstance(moment, RejectReason):
            return WrongEntry(entry.number, name, moment, title)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return WrongEntry(entry.number, "DTEND", RejectReason.NO_TIME, title)
    if end <= start:
        return WrongEntry(entry.number, "DTEND", RejectReason.ENDS_BEFORE_START, title)
    return CalendarEntry(
        entry.number,
        entry.uid if entry.instead_of is None else _uid_at(entry.uid, entry.instead_of),
        start,
        end,
        title,
        _words(component, "LOCATION"),
        str(component.get("DESCRIPTION", "")),
        tuple(_categories(component)),
        _words(component, "STATUS").upper(),
        entry.sequence,
    )


def _start_and_end(
    component: Any, zone: ZoneInfo  # noqa: ANN401 - a component of icalendar
) -> tuple[datetime | RejectReason, datetime | RejectReason]:  # fmt: skip
    start = _moment(component.get("DTSTART"), zone)
    length = getattr(component.get("DURATION"), "dt", None)
    if "DTEND" in component or not isinstance(length, timedelta) or not isinstance(start, datetime):
        return start, _moment(component.get("DTEND"), zone)
    # Hours are counted exactly, whole days by the clock on the wall (RFC 5545, 3.3.6); both are the same here but on
    # the night of a clock change, and a session does not last a whole day.
    return start, start + length


def _moment(value: Any, zone: ZoneInfo) -> datetime | RejectReason:  # noqa: ANN401 - a property of icalendar
    """The moment of a property in UTC, or why there is none."""
    if value is None:
        return RejectReason.NO_TIME
    try:
        written = getattr(value, "dt", None)
    except BrokenCalendarProperty:
        return RejectReason.UNREADABLE
    if not isinstance(written, datetime):
        return RejectReason.ALL_DAY if isinstance(written, date) else RejectReason.UNREADABLE
    if written.tzinfo is None and "TZID" in value.params:
        return RejectReason.UNKNOWN_ZONE
    return moment_at(written, zone) or RejectReason.SKIPPED_BY_THE_CLOCKS


def _starts(
    entry: _Entry, first: CalendarEntry, days: DaySpan, zone: ZoneInfo
) -> list[datetime] | RejectReason | None:
    """The starts (UTC) of all times of a repeated entry; None for an entry that does not repeat."""
    component = entry.component
    rules = _as_list(component.get("RRULE"))
    if entry.instead_of is not None or not (rules or "RDATE" in component):
        return None
    own = component["DTSTART"].dt
    repeated: Any = rruleset()
    for rule in rules:
        if ("COUNT" not in rule and "UNTIL" not in rule) or _TOO_OFTEN.intersection(rule.get("FREQ", ())):
            return RejectReason.REPEATS_TOO_LONG
        repeated.rrule(rrulestr(_by_the_wall(rule, own.tzinfo or zone), dtstart=own.replace(tzinfo=None)))
    # A rule repeats by the clock on the wall: what is daily at nine is at nine after a clock change too.
    local = list(islice(repeated, _MOST_TIMES + 1))
    if len(local) > _MOST_TIMES:
        return RejectReason.REPEATS_TOO_LONG
    starts = {moment_at(each, own.tzinfo or zone) for each in local} | {first.start}
    starts |= set(_dates(component.get("RDATE"), zone, first.start))
    starts -= set(_dates(component.get("EXDATE"), zone, first.start))
    known = sorted(filter(None, starts))
    if known and known[-1].astimezone(zone).date() > days.last:
        return RejectReason.REPEATS_TOO_LONG
    return known


def _by_the_wall(rule: Any, zone: Any) -> str:  # noqa: ANN401 - a rule of icalendar, a zone of either library
    """The rule as a text, with its end (UNTIL) by the wall's clock in the zone, as its start is."""
    parts = []
    for part in rule.to_ical().decode().split(";"):
        name, _, value = part.partition("=")
        if name == "UNTIL":
            until = rule["UNTIL"][0]
            if isinstance(until, datetime):
                wall = until.astimezone(zone) if until.tzinfo is not None else until
            else:
                wall = datetime.combine(until, datetime.max.time())
            value = wall.strftime("%Y%m%dT%H%M%S")
        parts.append(f"{name}={value}")
    return ";".join(parts)


def _dates(value: Any, zone: ZoneInfo, start: datetime) -> Iterator[datetime]:  # noqa: ANN401 - a property
    """The moments of EXDATE or RDATE in UTC; a date alone means the time of the entry on that day."""
    for each in (one for dates in _as_list(value) for one in dates.dts):
        written = each.dt
        if isinstance(written, datetime):
            if (moment := moment_at(written, zone)) is not None:
                yield moment
        elif isinstance(written, date):
            wall = datetime.combine(written, start.astimezone(zone).time())
            if (moment := moment_at(wall, zone)) is not None:
                yield moment


def _uid_at(uid: str, start: datetime) -> str:
    return f"{uid}/{start.astimezone(UTC):%Y%m%dT%H%M%SZ}" if uid else ""


def _words(component: Any, name: str) -> str:  # noqa: ANN401 - a component of icalendar
    return str(next(iter(_as_list(component.get(name))), "")).strip()


def _categories(component: Any) -> Iterable[str]:  # noqa: ANN401 - a component of icalendar
    for each in _as_list(component.get("CATEGORIES")):
        yield from (str(word).strip() for word in getattr(each, "cats", [each]) if str(word).strip())


def _as_list(value: Any) -> list[Any]:  # noqa: ANN401 - one property, or several of one name
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
