"""Reads the file of a programme: the sheets of a workbook, the lines of a text, or the entries of a calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from checkin.errors import CheckinError
from checkin.importing.files.apart import bytes_of, read_apart
from checkin.importing.files.encodings import decode
from checkin.importing.files.sheet import Sheet, empty
from checkin.importing.files.sheets import pieces_of, put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from checkin.importing.calendar_entry import Read
    from checkin.importing.days import DaySpan

_CALENDAR: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)
_FOLD: Final = re.compile(b"\r?\n[ \t]")
"""Where a long line of a calendar goes on, perhaps in the middle of a letter of several bytes (RFC 5545, 3.1)."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """What a file holds: sheets, or the entries of a calendar.

    `lines` is a text file as a sheet of its lines, which only tabulators divide into cells; None for any other file.
    """

    sheets: tuple[Sheet, ...] = ()
    lines: Sheet | None = None
    entries: tuple[Read, ...] | None = None


def read_programme_file(path: Path, days: DaySpan, zone: ZoneInfo) -> ProgrammeFile:
    """Read the file in a separate process; the kind of file is recognised by its first bytes, not by its name.

    `days` and `zone` are the days and the time zone of the event. A calendar needs them to read repeated entries and
    times without a zone. CheckinError is raised as `read_sheets` does.
    """
    return programme_of(read_apart(path, partial(pieces_of_programme, days=days, zone=zone)), path)


def programme_of(read: Iterable[Any], path: Path) -> ProgrammeFile:
    """Put the pieces of a file together; `read` are the pieces that `pieces_of_programme` yields.

    CheckinError is raised if the file is empty; `path` names the file in the error.
    """
    pieces = list(read)
    if pieces and isinstance(pieces[0], _CalendarBegins):
        return ProgrammeFile(entries=tuple(entry for piece in pieces[1:] for entry in piece))
    lines = next((piece.sheet for piece in pieces if isinstance(piece, _Lines)), None)
    sheets = put_together(piece for piece in pieces if not isinstance(piece, _Lines)).sheets
    filled = tuple(sheet for sheet in sheets if any(cell.strip() for row in sheet.rows for cell in row))
    if not filled:
        raise empty(path)
    return ProgrammeFile(filled, lines)


def programme_of_text(text: str, day: date) -> ProgrammeFile:
    """Read a programme from lines of text, such as lines copied from a message or rows copied from a spreadsheet.

    A session for which no line gives a day is on this `day`.
    """
    lines = Sheet(day.isoformat(), tuple(tuple(line.split("\t")) for line in text.splitlines()))
    return ProgrammeFile((lines,), lines)


@dataclass(frozen=True, slots=True)
class _CalendarBegins:
    """The first piece of a calendar."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """The last piece of a text file: its lines."""

    sheet: Sheet


def pieces_of_programme(path: Path, days: DaySpan, zone: ZoneInfo) -> Iterator[object]:
    """Yield the content of the file in pieces, which the process that reads the file sends to the program."""
    data = bytes_of(path)
    if _CALENDAR.match(data):
        yield _CalendarBegins()
        yield list(_entries(data, path, days, zone))
        return
    yield from pieces_of(path)
    if not data.startswith(_WORKBOOKS):
        yield _Lines(
            Sheet("", tuple(tuple(line.split("\t")) for line in decode(data, path).text.splitlines()))
        )


def _entries(data: bytes, path: Path, days: DaySpan, zone: ZoneInfo) -> Iterator[Read]:
    # Late, because these libraries are needed for calendars only, and a sheet is read without them.
    from checkin.importing.calendar_entries import read_entries  # noqa: PLC0415

    found = list(read_entries(decode(_FOLD.sub(b"", data), path).text, days, zone))
    if not found:
        raise CheckinError(
            "The calendar is empty", f"{path.name} holds no entry. Choose the file with the programme."
        )
    yield from found
