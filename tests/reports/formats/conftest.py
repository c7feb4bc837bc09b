"""What the tests of all formats share: an event, and a report of a few columns written to a file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

import pytest

from checkin import reports, wording
from checkin.domain.programme import Category, Event, EventDescription, LocalText
from checkin.reports import PERSONS, Cell, Column, Kind, Report, Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EVENT = Event(
    EventDescription(
        LocalText.of("Forum"),
        LocalText.of("Hotel"),
        "Asia/Phnom_Penh",
        date(2026, 11, 24),
        date(2026, 11, 25),
    ),
    {
        "P": Category("P", "P", LocalText.of("Members of Parliament"), "#5B2A86"),
        "O": Category("O", "O", LocalText.of("Organisations"), "#F0E442"),
    },
)
COLUMNS = (
    Column("delegate", "Delegate", 0, Kind.ID),
    Column("name", "Name", 60),
    Column("first_in", "First in", 20, Kind.MOMENT),
    Column("minutes", "Minutes", 20, Kind.NUMBER),
    Column("assumed", "Exit assumed", 20, Kind.YES_NO),
)


PERSONS_COLUMNS = (
    Column("category", "Category", 40, Kind.CATEGORY),
    Column("persons", "Persons", 16, Kind.NUMBER),
)
PERSONS_ROWS = (("P", 2), ("O", 0), ("X", 1))


class Writer(Protocol):
    """Writes a report of these rows and gives its path."""

    def __call__(
        self,
        name: str,
        rows: Sequence[tuple[Cell, ...]],
        *,
        language: str = "en",
        title: str = "Attendance",
        foot: tuple[str, ...] = (),
    ) -> Path: ...


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    def written(
        name: str,
        rows: Sequence[tuple[Cell, ...]],
        *,
        language: str = "en",
        title: str = "Attendance",
        foot: tuple[str, ...] = (),
    ) -> Path:
        as_of = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
        persons = Table(PERSONS, "Persons by category", PERSONS_COLUMNS, PERSONS_ROWS, is_summary=True)
        report = Report(title, as_of, (Table("attendance", title, COLUMNS, tuple(rows), foot), persons))
        reports.write_report(report, tmp_path / name, EVENT, wording.in_language(language))
        return tmp_path / name

    return written


@pytest.fixture
def came() -> datetime:
    """09:12 at the venue."""
    return datetime(2026, 11, 24, 2, 12, 30, tzinfo=UTC)
