"""Reports: each is first built as rows, and then written in a format.

Each report is one module of this package and one line in `registry`; each format is one module of `formats`.

`report_named("attendance").build(record, Wanted(…))` reads the record and returns a `Report`; `write_report(report,
path, event, wording)` writes it to a file.
"""

from checkin.reports.gently import in_order, let_go
from checkin.reports.listed import listed_people
from checkin.reports.people import people
from checkin.reports.record import Moved, Record, Refused
from checkin.reports.registry import REPORTS, report_named
from checkin.reports.report import (
    PERSONS,
    Cell,
    Column,
    Kind,
    NameCell,
    Report,
    ReportKind,
    Table,
    Wanted,
    words_of,
)
from checkin.reports.rows import Excerpt, excerpt
from checkin.reports.writing import endings, write_report

__all__ = [
    "PERSONS",
    "REPORTS",
    "Cell",
    "Column",
    "Excerpt",
    "Kind",
    "Moved",
    "NameCell",
    "Record",
    "Refused",
    "Report",
    "ReportKind",
    "Table",
    "Wanted",
    "endings",
    "excerpt",
    "in_order",
    "let_go",
    "listed_people",
    "people",
    "report_named",
    "words_of",
    "write_report",
]
