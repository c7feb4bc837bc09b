"""Writes a report as an Excel workbook: one sheet for each table that is no summary, and one with the summaries.

The sheets are ready to be printed: one page wide, with the title, the time and the header row on every page.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from checkin.errors import CheckinError
from checkin.reports.formats.sheet_on_paper import as_of, set_height, set_up_page
from checkin.reports.report import Kind, words_of

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
_WIDEST: Final = 32
_NARROWEST: Final = 10
_MOMENT_WIDTH: Final = 17
_TOTALS: Final = (_NARROWEST, 42, _NARROWEST)
"""The widths of the columns on the sheet with the totals; a sentence takes all three."""
_CHARACTERS_PER_MM: Final = 0.7
"""The width of a column on the sheet by its width on paper: a printed sheet is as narrow as its texts allow."""


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:
    """Write the report as an Excel workbook; times are in the venue's time zone.

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
                sheet = _write_rows(workbook, name, table, event, wording)
                sheet.set_landscape()
                sheet.repeat_rows(0)
                set_up_page(sheet, table.title, report, event, wording)
            sheet = _write_summary(workbook, report, event, wording)
            set_up_page(sheet, "", report, event, wording)
    except FileCreateError as error:
        raise OSError(str(error)) from error
    file.write(content.getbuffer())


def _write_rows(
    workbook: Any, name: str, table: Table, event: Event, wording: Wording  # noqa: ANN401 - XlsxWriter has no types
) -> Any:  # noqa: ANN401 # fmt: skip
    """Write the rows on a sheet of their own; what the PDF leaves out stands behind the rest, and an id last."""
    sheet = workbook.add_worksheet(name)
    formats = _Formats(workbook)
    order = sorted(range(len(table.columns)), key=lambda at: _rank(table.columns[at]))
    columns = [table.columns[place] for place in order]
    widths = [_width(column) for column in columns]
    sheet.freeze_panes(1, 0)
    set_height(sheet, 0, [column.label for column in columns], widths)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, widths[at])
        sheet.write_string(0, at, column.label, formats.header)
    for row, cells in enumerate(table.rows, start=1):
        set_height(sheet, row, [cells[place] for place in order], widths)
        for at, place in enumerate(order):
            _write_cell(sheet, row, at, cells[place], formats, event, wording)
    sheet.autofilter(0, 0, len(table.rows), max(len(table.columns) - 1, 0))
    return sheet


class _Formats:
    """The looks of cells. Texts take as many lines as they need, so that a printed sheet has them whole."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401
        self.header = workbook.add_format(
            {"bold": True, "bg_color": "#E2E8F0", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.number = workbook.add_format({"valign": "top"})
        self.moment = workbook.add_format(
            {"num_format": "yyyy-mm-dd hh:mm", "align": "left", "valign": "top"}
        )


def _rank(column: Column) -> int:
    if column.kind is Kind.ID:
        return 2
    return 0 if column.width else 1


def _width(column: Column) -> float:
    """The width of a column on the sheet, in characters of its font."""
    if column.kind is Kind.MOMENT:
        return _MOMENT_WIDTH
    return min(max(column.width * _CHARACTERS_PER_MM, _NARROWEST), _WIDEST)


def _write_cell(
    sheet: Any, row: int, at: int, cell: Cell, formats: _Formats, event: Event, wording: Wording  # noqa: ANN401
) -> None:  # fmt: skip
    match cell:
        case None | "":
            pass
        case bool():
            sheet.write_string(row, at, wording.yes_no(value=cell), formats.text)
        case datetime():
            sheet.write_datetime(row, at, cell.astimezone(event.zone).replace(tzinfo=None), formats.moment)
        case str():
            sheet.write_string(row, at, words_of(cell)[:_LONGEST_TEXT], formats.text)
        case int() | float():
            sheet.write_number(row, at, cell, formats.number)


def _write_summary(workbook: Any, report: Report, event: Event, wording: Wording) -> Any:  # noqa: ANN401
    """Write the sheet with the totals: the title, the summaries with their sums, and the sentences below the tables."""
    sheet = workbook.add_worksheet(wording.text("Totals"))
    bold = workbook.add_format({"bold": True})
    sentence = workbook.add_format({"text_wrap": True, "valign": "top"})
    title = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for at, width in enumerate(_TOTALS):
        sheet.set_column(at, at, width)
    lines: list[tuple[tuple[Cell, ...], Any]] = [
        ((report.title,), title),
        ((wording.local(event.description.title),), sentence),
        ((as_of(report, event, wording),), sentence),
    ]
    for table in report.summaries:
        of_what, count = table.columns
        lines += [((), None), ((of_what.label, None, count.label), bold)]
        lines += [((*_named(row[0], of_what, event, wording), row[1]), None) for row in table.rows]
        lines.append(((wording.text("Total"), None, _sum(table)), bold))
    lines += [((remark,), sentence) for table in report.tables for remark in table.foot]
    for row, (cells, look) in enumerate(lines):
        if len(cells) == 1:
            set_height(sheet, row, cells, (sum(_TOTALS),))
            sheet.merge_range(row, 0, row, len(_TOTALS) - 1, "", look)
        for at, cell in enumerate(cells):
            if isinstance(cell, str):
                sheet.write_string(row, at, cell[:_LONGEST_TEXT], look)
            elif isinstance(cell, int | float):
                sheet.write_number(row, at, cell, look)
    return sheet


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
