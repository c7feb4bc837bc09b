"""Writes a report as an Excel workbook: one sheet for each table that is no summary, and one with the totals."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from checkin.errors import CheckinError
from checkin.reports.report import Kind

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.reports.report import Cell, Column, Report, Table
    from checkin.wording import Wording

_OPTIONS: Final = {
    # Written row by row, so that 100,000 rows take no more memory than one.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}
_MOST_ROWS: Final = 1_048_575
"""The most rows that a sheet holds below its header (Excel specifications and limits)."""
_LONGEST_TEXT: Final = 32_767
"""The most characters in one cell (Excel specifications and limits)."""
_LONGEST_SHEET: Final = 31
"""The most characters in the name of a sheet (Excel specifications and limits)."""
_WIDEST: Final = 42
_NARROWEST: Final = 12
_MOMENT_WIDTH: Final = 17


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:
    """Write the workbook, with moments in the venue's time.

    Raises CheckinError if a table has more rows than a sheet can hold.
    """
    if any(len(table.rows) > _MOST_ROWS for table in report.tables):
        raise CheckinError("The report is too long for a sheet", "Write it as .csv, or for one session only.")
    # Written to memory first (compressed): a full disk must not leave the library with an archive that it cannot close.
    content = io.BytesIO()
    try:
        with Workbook(content, _OPTIONS) as workbook:
            for number, table in enumerate(report.lists):
                name = wording.text("Rows") if number == 0 else table.title[:_LONGEST_SHEET]
                _write_rows(workbook, name, table, event, wording)
            _write_summary(workbook, report, event, wording)
    except FileCreateError as error:
        raise OSError(str(error)) from error
    file.write(content.getbuffer())


def _write_rows(
    workbook: Any, name: str, table: Table, event: Event, wording: Wording  # noqa: ANN401 - XlsxWriter has no types
) -> None:  # fmt: skip
    sheet = workbook.add_worksheet(name)
    moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
    header = workbook.add_format({"bold": True, "bg_color": "#E2E8F0", "bottom": 1, "text_wrap": True})
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _width(column))
        sheet.write_string(0, at, column.label, header)
    for row, cells in enumerate(table.rows, start=1):
        for at, cell in enumerate(cells):
            _write_cell(sheet, row, at, cell, moment, event, wording)
    sheet.autofilter(0, 0, len(table.rows), max(len(table.columns) - 1, 0))


def _width(column: Column) -> float:
    """The width of a column on the sheet, in characters of its font."""
    if column.kind is Kind.MOMENT:
        return _MOMENT_WIDTH
    return min(max(column.width, _NARROWEST), _WIDEST)


def _write_cell(
    sheet: Any, row: int, at: int, cell: Cell, moment: Any, event: Event, wording: Wording  # noqa: ANN401
) -> None:  # fmt: skip
    match cell:
        case None | "":
            pass
        case bool():
            sheet.write_string(row, at, wording.yes_no(value=cell))
        case datetime():
            sheet.write_datetime(row, at, cell.astimezone(event.zone).replace(tzinfo=None), moment)
        case str():
            sheet.write_string(row, at, cell[:_LONGEST_TEXT])
        case int() | float():
            sheet.write_number(row, at, cell)


def _write_summary(workbook: Any, report: Report, event: Event, wording: Wording) -> None:  # noqa: ANN401
    """Write the sheet with the totals: the title, the summaries with their sums, and the sentences below the tables."""
    sheet = workbook.add_worksheet(wording.text("Totals"))
    bold = workbook.add_format({"bold": True})
    sheet.set_column(0, 0, _NARROWEST)
    sheet.set_column(1, 1, _WIDEST)
    as_of = wording.moment(report.as_of, event.zone)
    zone = event.description.zone
    lines: list[tuple[tuple[Cell, ...], Any]] = [
        ((report.title,), bold),
        ((wording.local(event.description.title),), None),
        ((wording.text("As of {moment}; times are those of {zone}.").format(moment=as_of, zone=zone),), None),
    ]
    for table in report.summaries:
        of_what, count = table.columns
        lines += [((), None), ((of_what.label, None, count.label), bold)]
        lines += [((*_named(row[0], of_what, event, wording), row[1]), None) for row in table.rows]
        lines.append(((wording.text("Total"), None, _sum(table)), bold))
    lines += [((sentence,), None) for table in report.tables for sentence in table.foot]
    for row, (cells, look) in enumerate(lines):
        for at, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, at, cell[:_LONGEST_TEXT], look)
            elif isinstance(cell, int | float):
                sheet.write_number(row, at, cell, look)


def _named(cell: Cell, column: Column, event: Event, wording: Wording) -> tuple[str, str | None]:
    """The contents of the two cells that name what is counted.

    For a category they are its code and its name. For anything else they are its text and None.
    """
    return (
        (str(cell), _name(str(cell), event, wording)) if column.kind is Kind.CATEGORY else (str(cell), None)
    )


def _sum(table: Table) -> float:
    return sum(row[1] for row in table.rows if isinstance(row[1], int | float))


def _name(code: str, event: Event, wording: Wording) -> str:
    category = event.categories.get(code)
    return wording.local(category.name) if category is not None else code
