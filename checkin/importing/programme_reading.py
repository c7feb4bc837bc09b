"""Reads the cells of one row of a programme into a session."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from checkin.domain.rejections import RejectReason
from checkin.importing.programme_days import day_in
from checkin.importing.programme_rows import (
    SessionRow,
    capacity_of,
    said,
    speakers_of,
    status_of,
)
from checkin.importing.programme_words import TEXTS, Part
from checkin.importing.times_of_day import TimeSpan, midnight_of, read_moment

if TYPE_CHECKING:
    from checkin.importing.people.planned import Rejection
    from checkin.importing.programme_heading import ProgrammeColumn
    from checkin.importing.programme_table import Row


_NAMING: Final = frozenset((Part.CODE, *TEXTS))
"""The parts that are read first, so that the rejection of a row can name the session."""


@dataclass(slots=True)
class Reading:
    """The reading of one row, part by part, until a part is rejected."""

    row: Row
    session: SessionRow
    texts: dict[Part, list[tuple[str, str]]] = field(default_factory=dict)
    hints: dict[Part, str] = field(default_factory=dict)

    def result(self) -> SessionRow | Rejection:
        """The session that the row tells, or the rejection of the row."""
        in_order = sorted(self.row.columns.items(), key=lambda each: each[1].part not in _NAMING)
        for at, column in in_order:
            if column.room:
                continue
            text = self.row.texts[at]
            reason = self._take(column, text)
            if reason is not None:
                is_open_to = column.part is Part.OPEN_TO
                wrong = self.row.venue.open_to.not_understood(text) if is_open_to else said(text)
                return replace(self._named().rejected(reason), column=column.header, text=wrong)
        return self._named()

    def _named(self) -> SessionRow:
        """The session with the texts that were read."""
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
