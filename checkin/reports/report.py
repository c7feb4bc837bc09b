"""What a report is, whatever it is about and however it is written: columns, rows and totals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.wording import Wording

Cell: TypeAlias = str | int | float | bool | datetime | None
"""One value of a row; moments are aware, None where there is nothing."""


class Kind(Enum):
    """What the cells of a column hold, for their alignment and form."""

    TEXT = auto()
    NUMBER = auto()
    MOMENT = auto()
    YES_NO = auto()


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
class Report:
    """Rows first, ink second: the formats write any of these. `totals` counts persons by category code."""

    title: str
    as_of: datetime
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """All that a report may be made of. `stays` are by person and session; `session` is the one asked for, or None.

    A person is a delegate's id, or a badge's code while its delegate is not known.
    """

    event: Event
    registrations: Sequence[Registration]
    stays: Mapping[tuple[str, str], Sequence[Stay]]
    now: datetime
    wording: Wording
    session: str | None = None


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report that can be asked for: its name on the command line, its title in English, and how it is built.

    `build` is pure; it raises CheckinError for a session that does not exist.
    """

    name: str
    title: str
    build: Callable[[Source], Report]
