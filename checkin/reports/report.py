"""The parts that all reports are made of, in every format: tables with columns, rows, and sentences below the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from checkin.text import name_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import LocalText
    from checkin.reports.agenda import Agenda
    from checkin.reports.record import Record
    from checkin.wording import Wording


class NameCell(str):
    """A delegate's name as a value in a table's cell; `order` is the key by which such cells are sorted.

    The family name or the given name is written first, as the delegate wishes.
    """

    __slots__ = ("order",)
    order: tuple[str, ...]

    @classmethod
    def of(cls, delegate: Delegate) -> NameCell:
        """The cell with the name of this delegate."""
        cell = cls(delegate.name)
        cell.order = name_order(delegate)
        return cell


class CodeCell(str):
    """A code of a closed list, such as a status, as a value in a table's cell; people see its `words` instead."""

    __slots__ = ("words",)
    words: str

    @classmethod
    def of(cls, code: str, words: str) -> CodeCell:
        """The cell with this code, which other programs read, and these words, in the reader's language."""
        cell = cls(code)
        cell.words = words
        return cell


Cell: TypeAlias = str | int | float | bool | datetime | None
"""One value in a row. Moments are aware; None stands for an empty cell."""


def words_of(cell: Cell) -> str:
    """The text of a cell with a text or number as people see it."""
    return cell.words if isinstance(cell, CodeCell) else str(cell)


PERSONS = "persons"
"""The name of the table of persons by category, which other programs read as the totals."""


class Kind(Enum):
    """The kind of value in the cells of a column, which decides their alignment and how they are written."""

    TEXT = auto()
    NUMBER = auto()
    MOMENT = auto()
    YES_NO = auto()
    CATEGORY = auto()
    """A category's code, in place of which people see its letter, colour and name."""
    ID = auto()
    """The program's own id of a person. People do not read the id, so its column is the last in files for people."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `name` is the name of the column for other programs and never changes; `label` is its heading in the reader's
    language. `width` is its share of a page's width in mm; a column of width 0 is left out on paper.
    """

    name: str
    label: str
    width: float
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows, with a cell for each column.

    `foot` holds the sentences below the table that explain its rows. A summary (`is_summary`) is a table with two
    columns, the thing counted and the number. A summary is shown above the other tables as a few figures.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[str, ...] = ()
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry for a calendar, in the reader's language.

    `uid` identifies the session, and is the same in every file. `sequence` grows with every change, so that a calendar
    that has an earlier version of the entry replaces it. `start` and `end` are aware.
    """

    uid: str
    sequence: int
    start: datetime
    end: datetime
    summary: str
    location: str = ""
    description: str = ""
    kinds: tuple[str, ...] = ()
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report as tables of rows, which every format can write.

    The first table is the report's main subject.
    """

    title: str
    as_of: datetime
    tables: tuple[Table, ...]
    calendar: tuple[CalendarEntry, ...] | None = None
    """The entries that a calendar can take over; None if the report cannot be written as a calendar."""
    agenda: Agenda | None = None
    """The programme as it is printed on paper; None if the report is printed as its tables."""

    @property
    def main(self) -> Table:
        """The first table, which is the report's main subject."""
        return self.tables[0]

    @property
    def summaries(self) -> tuple[Table, ...]:
        """The tables that are summaries, which are shown above the others."""
        return tuple(table for table in self.tables if table.is_summary)

    @property
    def lists(self) -> tuple[Table, ...]:
        """The tables that are no summaries."""
        return tuple(table for table in self.tables if not table.is_summary)

    @property
    def persons(self) -> Mapping[str, int]:
        """The number of persons by category code; {} if the report does not count persons."""
        table = next((each for each in self.tables if each.name == PERSONS), None)
        return {str(code): int(count or 0) for code, count in table.rows} if table is not None else {}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The settings for building a report.

    `now` (UTC) is the time for which the report is built. `wording` gives the report's language. `session` is the code
    of the session that the report is about, or None for all sessions. `delegate` is the delegate that the report is
    for, or None for everybody. Texts of the event are in the language with the code `language`, if the event has them
    in it.
    """

    now: datetime
    wording: Wording
    session: str | None = None
    delegate: Delegate | None = None
    language: str = ""

    def local(self, text: LocalText) -> str:
        """One of the event's own texts, in the wanted language."""
        return text.in_language(self.language or self.wording.code)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A kind of report: its name on the command line, its title in English, and the function that builds it.

    `build` raises CheckinError for a session that does not exist. If `is_of_sessions` is False, the report is always
    about the whole event and cannot be limited to one session. If `is_for_guests` is True, the report is for the
    participants: it is in the event's first language unless another is wanted, and it can be made for one delegate.
    `has_calendar` says whether the report can be written as iCalendar.
    """

    name: str
    title: str
    build: Callable[[Record, Wanted], Report]
    is_of_sessions: bool = True
    is_for_guests: bool = False
    has_calendar: bool = False
