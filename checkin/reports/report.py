"""The parts of every report, whatever its subject and format: tables of columns, rows and a foot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checkin.domain.acts import Act
    from checkin.domain.admission import Refusal
    from checkin.domain.delegates import Delegate
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.wording import Wording

Cell: TypeAlias = str | int | float | bool | datetime | None
"""One value of a row; moments are aware, None where there is nothing."""
PERSONS = "persons"
"""The name of the table of persons by category, which other programs read as totals."""


class Kind(Enum):
    """What the cells of a column hold, for their alignment and form."""

    TEXT = auto()
    NUMBER = auto()
    MOMENT = auto()
    YES_NO = auto()
    CATEGORY = auto()
    """A category's code: people see its letter, colour and name."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable name for other programs, its label for people, in their language.

    `width` is its share of a page in mm; a column of width 0 is left out on paper.
    """

    name: str
    label: str
    width: float
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a cell for each column. `foot` holds sentences that readers of the rows should know.

    A summary has two columns, what is counted and how many, and its numbers add up; a summary is shown above the other
    tables as a few figures.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[str, ...] = ()
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report as rows, which every format can write. The first table is what the report is about."""

    title: str
    as_of: datetime
    tables: tuple[Table, ...]

    @property
    def main(self) -> Table:
        """The first table."""
        return self.tables[0]

    @property
    def summaries(self) -> tuple[Table, ...]:
        """The tables that are summaries, shown above the others."""
        return tuple(table for table in self.tables if table.is_summary)

    @property
    def lists(self) -> tuple[Table, ...]:
        """The tables that have a row for each thing."""
        return tuple(table for table in self.tables if not table.is_summary)

    @property
    def persons(self) -> Mapping[str, int]:
        """The number of persons by category code; {} where the report counts nobody."""
        table = next((each for each in self.tables if each.name == PERSONS), None)
        return {str(code): int(count or 0) for code, count in table.rows} if table is not None else {}  # type: ignore[arg-type]


class Refused(NamedTuple):
    """How many readings a session's door refused for one reason in the quarter of an hour that starts at `begins`."""

    session: str
    reason: Refusal
    begins: datetime
    readings: int


class Record(Protocol):
    """The questions that a report may ask. Each answer is read when asked for, and can be dropped before the next."""

    @property
    def event(self) -> Event:
        """The event as it stands."""

    def registrations(self) -> Iterable[Registration]:
        """All delegates, in the order in which they were registered."""

    def stays(self, session: str) -> Iterable[tuple[str, Sequence[Stay]]]:
        """The persons who were in the session, each with their stays in order of time.

        A person is a delegate's id, or a badge's code while its delegate is not known.
        """

    def refusals(self) -> Iterable[Refused]:
        """The refusals of all sessions, by session, time and reason."""

    def acts(self, kind: str) -> Iterable[Act]:
        """The acts that hold an entry of this kind, the oldest first, undone acts included."""

    def holder(self, code: str) -> Delegate | None:
        """The delegate whose badge has this code, valid or not; None where the delegate is not known."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a report is wanted: as of when (UTC), in which language, of one session (its code) or of all."""

    now: datetime
    wording: Wording
    session: str | None = None


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report that can be asked for: its name on the command line, its title in English, and how it is built.

    `build` raises CheckinError for a session that does not exist. A report that is not
    `is_of_sessions` is always of the whole event.
    """

    name: str
    title: str
    build: Callable[[Record, Wanted], Report]
    is_of_sessions: bool = True
