"""Reads the sessions of a sheet with a header row: one session in each row, or a column of sessions for each room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.rejections import RejectReason
from checkin.importing.files.sheet import filled_down
from checkin.importing.people.cells import tidy
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_days import Venue, day_in
from checkin.importing.programme_reading import Reading
from checkin.importing.programme_rows import (
    SessionRow,
    Skipped,
    said,
)
from checkin.importing.programme_words import Part
from checkin.importing.times_of_day import TimeSpan, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkin.importing.files.sheet import Sheet
    from checkin.importing.programme_heading import ProgrammeColumn, ProgrammeHeading

Found: TypeAlias = SessionRow | Rejection | Skipped

_OF_SEVERAL_ROWS: Final = frozenset(
    (Part.DAY, Part.TIME, Part.START, Part.END, Part.ROOM, Part.TOPIC, Part.KIND, Part.THEME)
)
"""Parts whose text, in cells merged downwards, counts for all sessions beside the cells."""
_TIMES: Final = (Part.TIME, Part.START, Part.END)


def day_before(sheet: Sheet, rows: int, venue: Venue) -> date | None:
    """The day for the rows of a sheet in which no day is written.

    This is the day in the last of the first `rows` rows that name one, or the day in the sheet's name, or the event's
    only day. None if there is no such day.
    """
    above = [cell for row in sheet.rows[:rows] for cell in row]
    for text in (*reversed(above), sheet.name):
        day = day_in(text, venue)
        if isinstance(day, date):
            return day
    return venue.days.first if venue.days.first == venue.days.last else None


def read_table(sheet: Sheet, heading: ProgrammeHeading, venue: Venue) -> Iterator[Found]:
    """Yield the sessions, and what else is found, in the rows below the header, in the order of the rows.

    A row that holds only a day is a heading: the day counts for the rows below. A day in the column of days also counts
    for the rows below, until the next day. A header that is repeated is passed over.
    """
    columns = {column.index: column for column in heading.columns}
    headers = {column.part: column.header for column in heading.columns if not column.room}
    shared = [index for index, column in columns.items() if column.part in _OF_SEVERAL_ROWS]
    filled = filled_down(sheet, shared, heading.row)
    last_rows = {(merge.first, merge.column): merge.last for merge in sheet.merged}
    day = day_before(sheet, heading.row, venue)
    for index in range(heading.row + 1, len(sheet.rows)):
        cells = dict(enumerate(sheet.rows[index])) | filled.get(index, {})
        texts = {at: text for at, text in cells.items() if said(text)}
        row = Row(sheet, index, {at: columns[at] for at in texts if at in columns}, texts, headers, venue)
        if not texts or row.repeats_the_header:
            continue
        if row.is_heading:
            found = day_in(" ".join(map(said, texts.values())), venue)
            if isinstance(found, date):
                day = found
            else:
                yield Skipped(sheet.name, index + 1, found or RejectReason.NO_TIME, row.first_text)
            continue
        day = row.day_told() or day
        yield from row.with_dashes(cells, columns).sessions(day, last_rows)


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header: the columns in which it has a text, and all its texts by the index of the column.

    `headers` are the headers of all columns.
    """

    sheet: Sheet
    index: int
    columns: Mapping[int, ProgrammeColumn]
    texts: Mapping[int, str]
    headers: Mapping[Part, str]
    venue: Venue

    @property
    def first_text(self) -> str:
        """The first text of the row."""
        return said(next(iter(self.texts.values())))

    @property
    def repeats_the_header(self) -> bool:
        """Whether the row only repeats the header, as on each printed page."""
        same = [said(self.texts[at]) == column.header for at, column in self.columns.items()]
        return len(same) > 1 and all(same)

    @property
    def is_heading(self) -> bool:
        """Whether the row has one text alone, and that is neither a code nor a time."""
        parts = {column.part for column in self.columns.values()}
        is_time = isinstance(read_moment(said(self.first_text), self.venue.days), TimeSpan | datetime)
        is_lone = len({said(text) for text in self.texts.values()}) == 1
        return is_lone and Part.CODE not in parts and not is_time

    def day_told(self) -> date | None:
        """The day that the row's column of days tells, None if it tells none that is clear."""
        day = next((day_in(self.texts[at], self.venue) for at in self._at(Part.DAY)), None)
        return day if isinstance(day, date) else None

    def with_dashes(self, cells: Mapping[int, str], columns: Mapping[int, ProgrammeColumn]) -> Row:
        """The row with a cell such as "-" that stands for who may enter; the dash is no answer, and is rejected."""
        dashes = {
            at: cells[at]
            for at, column in columns.items()
            if column.part is Part.OPEN_TO and at not in self.texts and tidy(cells.get(at, ""))
        }
        there = {**self.columns, **{at: columns[at] for at in dashes}}
        return replace(self, columns=there, texts={**self.texts, **dashes}) if dashes else self

    def sessions(self, day: date | None, last_rows: Mapping[tuple[int, int], int]) -> Iterator[Found]:
        """The session of the row, or one for each room whose column has a text in the row."""
        plain = SessionRow(self.sheet.name, self.index + 1, self.headers, day=day)
        rooms = [at for at in self._at(Part.TITLE) if self.columns[at].room]
        common = Reading(self, plain).result()
        if not rooms or isinstance(common, Rejection):
            yield common
            return
        for at in rooms:
            texts = {Part.TITLE: (("", said(self.texts[at])),), Part.ROOM: (("", self.columns[at].room),)}
            one = replace(
                common,
                texts={**common.texts, **texts},
                columns={**common.columns, Part.TITLE: self.columns[at].header},
            )
            last = last_rows.get((self.index, at), self.index)
            yield one if last == self.index else self._until(last, one)

    def _until(self, last: int, session: SessionRow) -> SessionRow:
        """The session with the end that the row `last` has, down to which its cell is merged."""
        below = dict(enumerate(self.sheet.rows[last])) if last < len(self.sheet.rows) else {}
        texts = {at: below[at] for at in self._at(*_TIMES) if said(below.get(at, ""))}
        there = Row(self.sheet, last, {at: self.columns[at] for at in texts}, texts, self.headers, self.venue)
        end = Reading(there, replace(session, start=None, end=None, texts={})).result()
        if isinstance(end, SessionRow) and end.end is not None:
            return replace(session, end=end.end, end_day=end.end_day, end_at=end.end_at)
        return session

    def _at(self, *parts: Part) -> list[int]:
        return [at for at, column in self.columns.items() if column.part in parts]
