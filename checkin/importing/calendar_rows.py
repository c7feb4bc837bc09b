"""Turns the entries of a calendar into rows of a programme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import SessionStatus
from checkin.importing.calendar_entry import CalendarEntry
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_rows import SessionRow, said, speakers_of
from checkin.importing.programme_words import COLUMN_NAMES, Part
from checkin.text import search_key

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.importing.calendar_entry import Read

_COLUMNS: Final = {
    Part.TITLE: "SUMMARY", Part.ROOM: "LOCATION", Part.KIND: "CATEGORIES", Part.SPEAKERS: "DESCRIPTION",
    Part.START: "DTSTART", Part.END: "DTEND", Part.STATUS: "STATUS", Part.CODE: "UID",
}  # fmt: skip
_STATUSES: Final = {
    "CANCELLED": SessionStatus.CANCELLED,
    "CONFIRMED": SessionStatus.PLANNED,
    "TENTATIVE": SessionStatus.PLANNED,
    "": SessionStatus.PLANNED,
}
"""What the status of an entry means; an entry without one is not cancelled (RFC 5545, 3.8.1.11)."""
_LABEL: Final = re.compile(r"\s*(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<rest>.+)")
_SPEAKERS: Final = frozenset(
    search_key(name) for names in COLUMN_NAMES[Part.SPEAKERS].values() for name in names
)


def row_of_entry(entry: Read, event: Event, event_id: str) -> SessionRow | Rejection:
    """Return what the entry says of a session, as a row of a programme.

    An entry that cannot be taken becomes a rejection, with the number of the entry. `event_id` recognises identifiers
    that this event has given: the entry is then the session whose code is in the identifier.
    """
    if not isinstance(entry, CalendarEntry):
        return Rejection("", entry.number, entry.name, entry.reason, "", said(entry.title))
    code, _, of_event = entry.uid.rpartition("@")
    is_ours = bool(code) and of_event == event_id
    start, end = entry.start.astimezone(event.zone), entry.end.astimezone(event.zone)
    texts = {
        Part.TITLE: said(entry.title),
        Part.ROOM: _room(said(entry.location), event),
        Part.KIND: next(filter(None, map(said, entry.kinds)), ""),
    }
    return SessionRow(
        "",
        entry.number,
        _COLUMNS,
        code if is_ours else "",
        "" if is_ours else entry.uid,
        {part: (("", text),) for part, text in texts.items() if text},
        day=start.date(),
        start=start.time(),
        end=end.time(),
        end_day=end.date(),
        start_at=entry.start,
        end_at=entry.end,
        speakers=_speakers(entry.description),
        status=_STATUSES.get(entry.status),
        is_entry=True,
    )


def _room(location: str, event: Event) -> str:
    """The room of a location, which may have the venue behind the room, or be the venue alone."""
    for _, words in event.description.venue.by_language:
        venue = said(words)
        if location == venue:
            return ""
        if venue and location.endswith(f", {venue}"):
            return location.removesuffix(f", {venue}")
    return location


def _speakers(description: str) -> tuple[str, ...]:
    """The speakers of a description, in which a line such as "Speakers: Dr Sok; Mr Chan" names them."""
    for line in description.splitlines():
        match = _LABEL.fullmatch(line)
        if match is not None and search_key(match["label"]) in _SPEAKERS:
            return speakers_of(match["rest"])
    return ()
