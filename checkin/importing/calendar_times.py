"""When an entry of a calendar takes place, each time that it is repeated."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from dateutil.rrule import rruleset, rrulestr

from checkin.domain.clock import moment_at
from checkin.domain.rejections import RejectReason
from checkin.importing.calendar_entry import (
    CalendarEntry,
    ParsedEntry,
    Read,
    WrongEntry,
    as_list,
    moment_in,
    words_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from zoneinfo import ZoneInfo

    from checkin.importing.days import DaySpan


_MOST_TIMES: Final = 1000
"""The most times that a repeated entry may take place, those before and after the event included."""
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY"})


def times_of(
    entry: ParsedEntry, moved: set[tuple[str, datetime | None]], days: DaySpan, zone: ZoneInfo
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


def _first(entry: ParsedEntry, zone: ZoneInfo) -> CalendarEntry | WrongEntry:
    component, title = entry.component, words_in(entry.component, "SUMMARY")
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
        words_in(component, "LOCATION"),
        str(component.get("DESCRIPTION", "")),
        tuple(_categories(component)),
        words_in(component, "STATUS").upper(),
        entry.sequence,
    )


def _start_and_end(
    component: Any, zone: ZoneInfo  # noqa: ANN401 - a component of icalendar
) -> tuple[datetime | RejectReason, datetime | RejectReason]:  # fmt: skip
    start = moment_in(component.get("DTSTART"), zone)
    length = getattr(component.get("DURATION"), "dt", None)
    if "DTEND" in component or not isinstance(length, timedelta) or not isinstance(start, datetime):
        return start, moment_in(component.get("DTEND"), zone)
    # Hours are counted exactly, whole days by the clock on the wall (RFC 5545, 3.3.6); both are the same here but on
    # the night of a clock change, and a session does not last a whole day.
    return start, start + length


def _starts(
    entry: ParsedEntry, first: CalendarEntry, days: DaySpan, zone: ZoneInfo
) -> list[datetime] | RejectReason | None:
    """The starts (UTC) of all times of a repeated entry; None for an entry that does not repeat."""
    component = entry.component
    rules = as_list(component.get("RRULE"))
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
    for each in (one for dates in as_list(value) for one in dates.dts):
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


def _categories(component: Any) -> Iterable[str]:  # noqa: ANN401 - a component of icalendar
    for each in as_list(component.get("CATEGORIES")):
        yield from (str(word).strip() for word in getattr(each, "cats", [each]) if str(word).strip())
