"""Writes a report as JSON, for other programs: all its tables.

The rows of the first table and the number of persons by category are also given separately.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.reports.report import Cell, Report
    from checkin.wording import Wording


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:  # noqa: ARG001 - the form of all formats
    """Write the report as JSON. Times are in ISO 8601 with the venue's offset from UTC; an empty cell is null."""
    tables = [
        {
            "title": table.title,
            "columns": [column.name for column in table.columns],
            "rows": [[_written(cell, event) for cell in row] for row in table.rows],
        }
        for table in report.tables
    ]
    value = {
        "title": report.title,
        "as_of": _written(report.as_of, event),
        "columns": tables[0]["columns"],
        "rows": tables[0]["rows"],
        "totals": dict(report.persons),
        "foot": [sentence for table in report.tables for sentence in table.foot],
        "tables": tables,
    }
    file.write(json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n")


def _written(cell: Cell, event: Event) -> str | int | float | bool | None:
    return cell.astimezone(event.zone).isoformat() if isinstance(cell, datetime) else cell
