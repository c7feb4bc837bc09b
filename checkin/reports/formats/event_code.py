"""The event as a single calendar entry, short enough for a QR code that a phone can read."""

from __future__ import annotations

from datetime import timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from checkin.paper.breaks import Manners, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from checkin.domain.programme import Event
    from checkin.reports.agenda import Agenda

MOST_BYTES: Final = 300
"""The largest length of the entry in bytes; cameras of phones still read a QR code of this length quickly."""
_SHORTENED: Final = "…"


def event_code(agenda: Agenda, event: Event, as_of: datetime) -> str:
    """The event as an iCalendar file of at most 300 bytes (UTF-8), with one entry that lasts whole days.

    A title that is too long is cut at a word; if there is no room left for the venue, it is left out.
    """
    for title in _shorter(agenda.event):
        for venue in (agenda.venue, ""):
            made = _entry(agenda, title, venue, event, as_of)
            if len(made) <= MOST_BYTES:
                return made.decode("utf-8")
    raise ValueError("the event's own id is too long")


def _entry(agenda: Agenda, title: str, venue: str, event: Event, as_of: datetime) -> bytes:
    entry: Any = CalendarEvent()
    entry.add("uid", agenda.uid)
    entry.add("dtstamp", as_of.replace(microsecond=0))
    entry.add("dtstart", event.description.first_day)
    entry.add("dtend", event.description.last_day + timedelta(days=1))  # the day after the last
    entry.add("summary", title)
    if venue:
        entry.add("location", venue)
    calendar: Any = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//checkin//EN")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _shorter(title: str) -> Iterator[str]:
    """The title, and then what is left of it if ever more words are taken away, and at last parts of its first word."""
    yield title
    for manners in (Manners.AT_WORDS, Manners.ANYWHERE):
        beginnings = list(accumulate(piece + space for piece, space in pieces(title, manners)))
        yield from (f"{words.rstrip()}{_SHORTENED}" for words in reversed(beginnings[:-1]))
    yield _SHORTENED
