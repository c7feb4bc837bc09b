"""Reads agendas without a header row, whose lines begin with a time: "09:00-10:30 Opening (Ballroom)"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from checkin.domain.rejections import RejectReason
from checkin.importing.programme_days import day_in
from checkin.importing.programme_heading import is_room
from checkin.importing.programme_rows import SessionRow, Skipped, said, speakers_of
from checkin.importing.programme_table import day_before
from checkin.importing.programme_texts import Rooms
from checkin.importing.programme_words import COLUMN_NAMES, Part
from checkin.importing.times_of_day import read_line, read_span
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.programme_days import Venue
    from checkin.importing.times_of_day import TimeSpan

_BEFORE_TITLE: Final = " \t:.,;|–—-：។"
_IN_BRACKETS: Final = re.compile(
    r"^(?P<title>.*\S)\s*[(（\[](?P<room>[^()（）\[\];；]{1,80})(?:[;；](?P<speakers>[^()（）\[\]]{1,400}))?[)）\]]\s*$"
)
_ROOM_BEHIND: Final = re.compile(r"^(?P<title>.*\S)(?:\s*[,@|]\s*|\s+[–—-]\s+)(?P<room>[^,@|–—-]{1,80})$")
_LABEL: Final = re.compile(r"^(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<rest>.+)$")
_SPEAKERS: Final = frozenset(
    search_key(name) for names in COLUMN_NAMES[Part.SPEAKERS].values() for name in names
)
_LONGEST: Final = 4000
"""Characters of the longest line that is read."""


def read_agenda(sheet: Sheet, venue: Venue, rooms: Rooms) -> Iterator[SessionRow | Skipped]:
    """Yield the sessions of the agenda, and the lines that are no session.

    `rooms` are the event's. A line that names a day and has no time is a heading: its day
    counts for the lines below. A line such as "Speaker: Dr Sok" belongs to the session above. Nothing is yielded if no
    line begins with a time.
    """
    lines = [
        (number, cells)
        for number, row in enumerate(sheet.rows, 1)
        if (cells := [one for cell in row if (one := said(cell[:_LONGEST]))])
    ]
    first = next((at for at, (_, cells) in enumerate(lines) if _time_and_rest(cells)), None)
    if first is None:
        return
    day = day_before(sheet, lines[first][0] - 1, venue)
    waiting: SessionRow | None = None
    for number, cells in lines:
        timed = _time_and_rest(cells)
        if timed is not None:
            if waiting is not None:
                yield waiting
            waiting = _session(sheet.name, number, day, timed[0], timed[1], rooms)
        elif waiting is not None and (speakers := _speakers(" ".join(cells))):
            waiting = replace(waiting, speakers=(*waiting.speakers, *speakers))
        elif isinstance(found := day_in(" ".join(cells), venue), date):
            day = found
        elif number >= lines[first][0]:
            yield Skipped(sheet.name, number, found or RejectReason.NO_TIME, cells[0])
    if waiting is not None:
        yield waiting


def read_agenda_line(text: str, event: Event) -> SessionRow | None:
    """The session in a line such as "09:00-10:30 Opening (Ballroom)"; None without a time at the start or a title.

    The brackets may hold only the beginning of a room's name, if no other room's name begins so. A text in brackets
    before a semicolon is always a room, even if the event has no room of this name.
    """
    timed = _time_and_rest([text])
    if timed is None:
        return None
    span, texts = timed
    known, match = Rooms(event), _IN_BRACKETS.match(texts[0])
    is_new = match is not None and match["speakers"] and not is_room(match["room"], known.keys)
    new = {search_key(match["room"])} if match is not None and is_new else set()
    return _session("", 1, None, span, texts, known, new)


def _time_and_rest(cells: list[str]) -> tuple[TimeSpan, list[str]] | None:
    """The time with which a line begins, and the texts behind it; None if the line begins with no time."""
    if len(cells) > 1 and (span := read_span(cells[0])) is not None:
        second = read_span(cells[1]) if span.end is None and len(cells) > 2 else None  # noqa: PLR2004 - and a title
        if second is not None and second.end is None:
            return replace(span, end=second.start), cells[2:]
        return span, cells[1:]
    found = read_line(" ".join(cells))
    rest = found.rest.lstrip(_BEFORE_TITLE) if found is not None else ""
    return (found, [rest]) if found is not None and rest else None


def _session(
    sheet: str,
    row: int,
    day: date | None,
    span: TimeSpan,
    texts: list[str],
    rooms: Rooms,
    new: Collection[str] = (),
) -> SessionRow:
    title, room, named = _title_room_and_speakers(texts[0], rooms, new)
    beside = [text for text in texts[1:] if is_room(text, rooms.keys)]
    room = room or (beside[0] if beside else "")
    speakers = [*named, *(each for text in texts[1:] if text not in beside for each in speakers_of(text))]
    found = {Part.TITLE: (("", title),), **({Part.ROOM: (("", room),)} if room else {})}
    return SessionRow(
        sheet, row, texts=found, day=day, start=span.start, end=span.end, speakers=tuple(speakers)
    )


def _title_room_and_speakers(
    text: str, rooms: Rooms, new: Collection[str]
) -> tuple[str, str, tuple[str, ...]]:
    """The title, and the room if the text ends with one in brackets, or behind a comma or dash with one of the event's.

    In brackets the beginning of the room's name will do, and a semicolon divides the room from the speakers:
    "(Ballroom; Dr Sok, Ms Chan)". Other words in brackets belong to the title. `new` are the search keys of rooms that
    the event does not have yet.
    """
    match = _IN_BRACKETS.match(text)
    if match is not None:
        name = rooms.called(match["room"])
        if name or is_room(match["room"], {*rooms.keys, *new}):
            return (
                match["title"].rstrip(_BEFORE_TITLE),
                name or match["room"].strip(),
                speakers_of(match["speakers"] or ""),
            )
    match = _ROOM_BEHIND.match(text)
    if match is not None and search_key(match["room"]) in rooms.keys:
        return match["title"], match["room"].strip(), ()
    return text, "", ()


def _speakers(line: str) -> tuple[str, ...]:
    match = _LABEL.match(line)
    return speakers_of(match["rest"]) if match and search_key(match["label"]) in _SPEAKERS else ()
