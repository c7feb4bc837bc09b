"""Reads the sessions of a sheet that has a header row: one session a row, or a column of sessions for each room."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.rejections import RejectReason
from checkin.importing.days import DaySpan, find_day
from checkin.importing.files.sheet import filled_down
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_rows import (
    OpenTo,
    SessionRow,
    Skipped,
    capacity_of,
    said,
    speakers_of,
    status_of,
)
from checkin.importing.programme_words import TEXTS, Part
from checkin.importing.times_of_day import TimeSpan, midnight_of, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zoneinfo import ZoneInfo

    from checkin.importing.files.sheet import Sheet
    from checkin.importing.programme_heading import ProgrammeColumn, ProgrammeHeading

Found: TypeAlias = SessionRow | Rejection | Skipped

_OF_SEVERAL_ROWS: Final = frozenset(
    (Part.DAY, Part.TIME, Part.START, Part.END, Part.ROOM, Part.TOPIC, Part.KIND, Part.THEME)
)
"""Parts whose text, in cells merged downwards, counts for all sessions beside the cells."""
_TIMES: Final = (Part.TIME, Part.START, Part.END)
_LONGEST_DAY: Final = 120
"""Characters of the longest text in which a day is looked for."""


@dataclass(frozen=True, slots=True)
class Venue:
    """What is known of the event when its programme is read: its days, its zone, and how categories are named."""

    days: DaySpan
    zone: ZoneInfo
    open_to: OpenTo


def day_before(sheet: Sheet, rows: int, venue: Venue) -> date | None:
    """The day of a sheet whose rows do not tell one: that of its first rows, of its name, or the event's only day."""
    above = [cell for row in sheet.rows[:rows] for cell in row]
    for text in (*reversed(above), sheet.name):
        day = day_in(text, venue)
        if isinstance(day, date):
            return day
    return venue.days.first if venue.days.first == venue.days.last else None


def day_in(text: str, venue: Venue) -> date | RejectReason | None:
    """The day that a short text names; None if it names none, or is long."""
    return find_day(text, venue.days) if text.strip() and len(text) <= _LONGEST_DAY else None


def read_table(sheet: Sheet, heading: ProgrammeHeading, venue: Venue) -> Iterator[Found]:
    """Yield what the rows below the header say, in their order.

    A row in which only a day stands is a heading: the day counts for the rows below, as does a day in the column of
    days until the next. A header that is repeated is passed over.
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
        row = _Row(sheet, index, {at: columns[at] for at in texts if at in columns}, texts, headers, venue)
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
        yield from row.sessions(day, last_rows)


@dataclass(frozen=True, slots=True)
class _Row:
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
        return said(next(iter(self.texts.values())))

    @property
    def repeats_the_header(self) -> bool:
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

    def sessions(self, day: date | None, last_rows: Mapping[tuple[int, int], int]) -> Iterator[Found]:
        """The session of the row, or one for each room whose column has a text in the row."""
        plain = SessionRow(self.sheet.name, self.index + 1, self.headers, day=day)
        rooms = [at for at in self._at(Part.TITLE) if self.columns[at].room]
        common = _Reading(self, plain).result()
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
        there = _Row(
            self.sheet, last, {at: self.columns[at] for at in texts}, texts, self.headers, self.venue
        )
        end = _Reading(there, replace(session, start=None, end=None, texts={})).result()
        if isinstance(end, SessionRow) and end.end is not None:
            return replace(session, end=end.end, end_day=end.end_day, end_at=end.end_at)
        return session

    def _at(self, *parts: Part) -> list[int]:
        return [at for at, column in self.columns.items() if column.part in parts]


@dataclass(slots=True)
class _Reading:
    """The reading of one row, part by part, until a part is rejected."""

    row: _Row
    session: SessionRow
    texts: dict[Part, list[tuple[str, str]]] = field(default_factory=dict)
    hints: dict[Part, str] = field(default_factory=dict)

    def result(self) -> SessionRow | Rejection:
        """The session that the row tells, or the rejection of the row."""
        for at, column in self.row.columns.items():
            if column.room:
                continue
            reason = self._take(column, self.row.texts[at])
            if reason is not None:
                return replace(
                    self.session.rejected(reason), column=column.header, text=said(self.row.texts[at])
                )
        return replace(
            self.session, texts={part: tuple(pairs) for part, pairs in self.texts.items()}, hints=self.hints
        )

    def _take(self, column: ProgrammeColumn, text: str) -> RejectReason | None:  # noqa: PLR0911 - a line for each
        """Take one cell over into the session; return the reason if the cell cannot be read."""
        one = said(text)
        if column.part in TEXTS:
            self.texts.setdefault(column.part, []).append((column.language, one))
            self.hints[column.part] = column.hint
            return None
        match column.part:
            case Part.CODE:
                self.session = replace(self.session, code=one)
            case Part.SPEAKERS:
                self.session = replace(self.session, speakers=speakers_of(text))
            case Part.DAY:
                return self._take_day(one)
            case Part.CAPACITY:
                return self._take_value("capacity", capacity_of(one))
            case Part.STATUS:
                return self._take_value("status", status_of(one))
            case Part.OPEN_TO:
                self.session = replace(self.session, has_open_to=True)
                return self._take_value("open_to", self.row.venue.open_to.read(text))
            case _:
                return self._take_time(column.part, one)
        return None

    def _take_day(self, text: str) -> RejectReason | None:
        day = day_in(text, self.row.venue)
        return day if isinstance(day, RejectReason) else RejectReason.NOT_A_DAY if day is None else None

    def _take_value(self, name: str, value: object) -> RejectReason | None:
        if isinstance(value, RejectReason):
            return value
        self.session = replace(self.session, **{name: value})  # type: ignore[arg-type]
        return None

    def _take_time(self, part: Part, text: str) -> RejectReason | None:
        told = midnight_of(text) or read_moment(text, self.row.venue.days)
        if isinstance(told, RejectReason):
            return told
        if isinstance(told, datetime):
            local = told.astimezone(self.row.venue.zone)
            self._take_span(part, TimeSpan(local.time(), None, "", local.date()), told)
        else:
            self._take_span(part, told, None)
        return None

    def _take_span(self, part: Part, span: TimeSpan, moment: datetime | None) -> None:
        if part is Part.END:
            self.session = replace(self.session, end=span.start, end_day=span.day, end_at=moment)
            return
        day = span.day or self.session.day
        self.session = replace(self.session, start=span.start, day=day, start_at=moment)
        if span.end is not None:
            self.session = replace(self.session, end=span.end)
