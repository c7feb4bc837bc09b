"""A report as comma-separated values: the rows, for spreadsheets, in UTF-8 with the mark that Excel looks for."""

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
"""With these a spreadsheet takes a cell for a formula (OWASP, "CSV Injection")."""


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:
    """Write labels and rows; moments stand in the venue's time, a text that a spreadsheet would run is quoted."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        rows = csv.writer(text)
        rows.writerow(_guarded(column.label) for column in report.columns)
        rows.writerows([_written(cell, event, wording) for cell in row] for row in report.rows)
    finally:
        text.detach()


def _written(cell: Cell, event: Event, wording: Wording) -> str | int | float:
    match cell:
        case None:
            return ""
        case bool():
            return wording.yes_no(value=cell)
        case datetime():
            return cell.astimezone(event.zone).strftime("%Y-%m-%d %H:%M:%S")
        case str():
            return _guarded(cell)
        case int() | float():
            return cell


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_DANGEROUS) else text
