"""Writes a report's first table as comma-separated values (CSV) for other programs, with stable column names.

The file is UTF-8 with a byte order mark, by which Excel recognises UTF-8. For people the Excel workbook is better.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.reports.report import Cell, Report
    from checkin.wording import Wording

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
"""The first characters by which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection")."""


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:  # noqa: ARG001 - the form of all formats
    """Write the column names and the rows of the report's first table.

    Times are in ISO 8601 with the venue's offset from UTC. A text that a spreadsheet would take for a formula gets an
    apostrophe in front.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        rows = csv.writer(text)
        rows.writerow(column.name for column in report.main.columns)
        rows.writerows([_written(cell, event) for cell in row] for row in report.main.rows)
    finally:
        text.detach()


def _written(cell: Cell, event: Event) -> str | int | float:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.astimezone(event.zone).isoformat()
        case str():
            return _guarded(cell)
        case int() | float():
            return cell


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_DANGEROUS) else text
