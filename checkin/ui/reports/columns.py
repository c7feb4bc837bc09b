"""The columns of the two tables on the Reports page: the figures of the sessions, and the rows of a report."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from checkin.reports import Kind, words_of
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from checkin.desk.watch import SessionFigures
    from checkin.domain.programme import Event, Session
    from checkin.reports import Cell, Column, Table
    from checkin.wording import Wording


SESSION_COLUMN: Final = 1
"""The number of the column with the session's title, which gets the width that the other columns leave."""


_CODE: Final = "code"


def session_columns(say: Wording, zone: ZoneInfo) -> Sequence[TableColumn[SessionFigures]]:
    """The columns of the table with the sessions and their figures."""

    def begins(row: SessionFigures) -> str:
        start = row.session.start.astimezone(zone)
        return f"{say.day_of_year(start.date())} {start:%H:%M}"

    return (
        TableColumn(say.text("Begins"), begins, lambda row: row.session.start),
        TableColumn(say.text("Session"), lambda row: _title(row.session, say)),
        TableColumn(
            say.text("Open to"), lambda row: str(row.open_to), lambda row: row.open_to, is_number=True
        ),
        TableColumn(say.text("In"), lambda row: str(row.entered), lambda row: row.entered, is_number=True),
        TableColumn("%", lambda row: f"{100 * row.share:.0f}", lambda row: row.share, is_number=True),
        TableColumn(say.text("Peak"), lambda row: str(row.peak), lambda row: row.peak, is_number=True),
        TableColumn(say.text("Now"), lambda row: str(row.inside), lambda row: row.inside, is_number=True),
    )


def _title(session: Session, say: Wording) -> str:
    title = say.local(session.title)
    return title if session.takes_place else say.about(say.text("Cancelled"), title)


def report_columns(table: Table, say: Wording, event: Event) -> Sequence[TableColumn[tuple[Cell, ...]]]:
    """The columns with which the screen shows a report's table."""
    return [
        _report_column(number, column.label, column.kind, say, event) for number, column in _on_screen(table)
    ]


def names_of_columns(table: Table) -> list[str]:
    """The stable names, the same in every language, of the columns with which the screen shows a report's table."""
    return [column.name for _, column in _on_screen(table)]


def _on_screen(table: Table) -> list[tuple[int, Column]]:
    """The columns that are shown on the screen, which are the same as on paper, with their numbers in the table.

    The code of a session comes last, because readers know sessions by their titles.
    """
    shown = [(number, column) for number, column in enumerate(table.columns) if column.width]
    return sorted(shown, key=lambda each: each[1].name == _CODE)


def _report_column(
    number: int, label: str, kind: Kind, say: Wording, event: Event
) -> TableColumn[tuple[Cell, ...]]:
    return TableColumn(
        label,
        lambda row: _words(row[number], kind, say, event),
        is_number=kind is Kind.NUMBER,
    )


def _words(cell: Cell, kind: Kind, say: Wording, event: Event) -> str:
    zone = event.zone
    match cell:
        case str() if kind is Kind.CATEGORY and cell in event.categories:
            return say.local(event.categories[cell].name)
        case None:
            return ""
        case bool():
            return say.yes_no(value=cell)
        case datetime():
            return f"{say.day_of_year(cell.astimezone(zone).date())} {say.time(cell, zone)}"
        case float():
            return f"{cell:g}"
        case _:
            return words_of(cell)
