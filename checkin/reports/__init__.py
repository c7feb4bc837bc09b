"""Reports: each is built as rows first, and then written in a format.

A report is one file beside this one and one line in `registry`; a format is one file in `formats`.

`report_named("attendance").build(record, Wanted(…))` asks the record and gives a `Report`; `write_report(report, path,
event, wording)` writes it.
"""

from checkin.reports.gently import let_go
from checkin.reports.registry import REPORTS, report_named
from checkin.reports.report import (
    PERSONS,
    Cell,
    Column,
    Kind,
    Record,
    Refused,
    Report,
    ReportKind,
    Table,
    Wanted,
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
    "Record",
    "Refused",
    "Report",
    "ReportKind",
    "Table",
    "Wanted",
    "endings",
    "excerpt",
    "let_go",
    "report_named",
    "write_report",
]
