"""Reads the entries of a calendar (iCalendar, RFC 5545); this is done in the separate process that reads files."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from icalendar import Event as CalendarEvent
from icalendar import Timezone

from checkin.domain.rejections import RejectReason
from checkin.importing.calendar_blocks import blocks_of
from checkin.importing.calendar_entry import ParsedEntry, Read, WrongEntry, moment_in, words_in
from checkin.importing.calendar_times import times_of
from checkin.importing.programme_rows import refuse_too_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zoneinfo import ZoneInfo

    from checkin.importing.calendar_blocks import Block
    from checkin.importing.days import DaySpan

_START: Final = re.compile(r"^DTSTART[^:\r\n]*:(\d{4})(\d{2})(\d{2})", re.MULTILINE)
_UID: Final = re.compile(r"^UID:(.*)$", re.MULTILINE)
_SUMMARY: Final = re.compile(r"^SUMMARY[^:\r\n]*:(.*)$", re.MULTILINE)
_REPEATED: Final = re.compile(r"^(?:RRULE|RDATE|RECURRENCE-ID)[;:]", re.MULTILINE)
_FAR: Final = timedelta(days=2)
"""Further than any time zone moves a day."""


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
    moved = {one.key for one in parsed if isinstance(one, ParsedEntry) and one.instead_of is not None}
    latest: dict[tuple[str, datetime | None], ParsedEntry] = {}
    for one in parsed:
        if isinstance(one, WrongEntry):
            yield one
        elif one.key not in latest or one.sequence >= latest[one.key].sequence:
            latest[one.key] = one
    for one in sorted(latest.values(), key=lambda each: each.number):
        yield from times_of(one, moved, days, zone)


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


def _parsed(number: int, text: str, zone: ZoneInfo) -> ParsedEntry | WrongEntry:
    try:
        component: Any = CalendarEvent.from_ical(text)
        uid = str(component.get("UID", "")).strip()
        sequence = component.get("SEQUENCE", 0)
        original = component.get("RECURRENCE-ID")
        instead_of = None if original is None else moment_in(original, zone)
    except Exception:  # noqa: BLE001 - whatever the library makes of a damaged entry
        return WrongEntry(number, "", RejectReason.UNREADABLE, "")
    title = words_in(component, "SUMMARY")
    if isinstance(instead_of, RejectReason):
        return WrongEntry(number, "RECURRENCE-ID", instead_of, title)
    if original is not None and "RANGE" in original.params:
        return WrongEntry(number, "RECURRENCE-ID", RejectReason.REPEATS_TOO_LONG, title)
    return ParsedEntry(number, uid, int(sequence) if isinstance(sequence, int) else 0, instead_of, component)
