"""Writes a report as a calendar (iCalendar, RFC 5545), which calendar programs take in and bring up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from checkin import __version__

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.programme import Event
    from checkin.reports.report import CalendarEntry, Report
    from checkin.wording import Wording


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:
    """Write the calendar; times are in the venue's time zone, which the file describes."""
    calendar: Any = Calendar()
    calendar.add("prodid", f"-//checkin//checkin {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", event.description.title.in_language(wording.code))
    for entry in report.calendar or ():
        calendar.add_component(_component(entry, event, report.as_of))
    calendar.add_missing_timezones()
    file.write(calendar.to_ical())


def _component(entry: CalendarEntry, event: Event, as_of: datetime) -> Any:  # noqa: ANN401 - a component of icalendar
    component: Any = CalendarEvent()
    component.add("uid", entry.uid)
    component.add("sequence", entry.sequence)
    component.add("dtstamp", as_of.replace(microsecond=0))
    component.add("dtstart", entry.start.astimezone(event.zone))
    component.add("dtend", entry.end.astimezone(event.zone))
    component.add("summary", entry.summary)
    component.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.location:
        component.add("location", entry.location)
    if entry.description:
        component.add("description", entry.description)
    if entry.kinds:
        component.add("categories", list(entry.kinds))
    return component
