"""Writes a report as a calendar (iCalendar, RFC 5545), which calendar programs can import and update."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from checkin import __version__

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import Event
    from checkin.reports.report import CalendarEntry, Report
    from checkin.wording import Wording

_AROUND: Final = timedelta(days=400)
"""The time before the first entry, and after the last, for which the file describes the time zone."""


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:
    """Write the calendar; times are in the venue's time zone, which the file describes for the years of the event."""
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//checkin//checkin {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = (
        report.agenda.event
        if report.agenda is not None
        else event.description.title.in_language(wording.code)
    )
    calendar.add("x-wr-calname", title)
    entries = report.calendar or ()
    for entry in entries:
        calendar.add_component(_component(entry, event, report.as_of))
    if entries:
        first, last = (choose(event.day_of(each.start) for each in entries) for choose in (min, max))
        calendar.add_missing_timezones(first - _AROUND, last + _AROUND)
    file.write(calendar.to_ical())


def _component(entry: CalendarEntry, event: Event, as_of: datetime) -> Any:  # noqa: ANN401 - a component of icalendar
    component: Any = CalendarEvent()
    component.add("uid", entry.uid)
    component.add("sequence", entry.sequence)
    component.add("dtstamp", as_of.replace(microsecond=0))
    component.add("dtstart", _as_written(entry.start, event.zone))
    component.add("dtend", _as_written(entry.end, event.zone))
    component.add("summary", entry.summary)
    component.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.location:
        component.add("location", entry.location)
    if entry.description:
        component.add("description", entry.description)
    if entry.kinds:
        component.add("categories", list(entry.kinds))
    return component


def _as_written(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment on the venue's clock; in UTC in the hour that this clock shows for the second time in one night.

    In a calendar file, a time that the clock shows twice is the first of the two (RFC 5545, 3.3.5).
    """
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local
