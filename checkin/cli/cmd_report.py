"""checkin report: write a report into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, file_to_write, now, open_event, own_wording, tell
from checkin.desk.report import report
from checkin.reports import REPORTS, write_report

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("name", metavar="NAME", help=f"one of: {', '.join(known.name for known in REPORTS)}")
    parser.add_argument(
        "--out", metavar="F", type=file_to_write, required=True, help="its ending names the format"
    )
    parser.add_argument("--session", metavar="S", help="only this session (its code)")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    with open_event(arguments.event) as file:
        made = report(file, arguments.name, now(), say, arguments.session)
        write_report(made, arguments.out, file.event, say)
    rows = len(made.main.rows)
    tell(say.many("{count} row in {file}", "{count} rows in {file}", rows, file=str(arguments.out)))
    return 0


COMMAND: Final = Command("report", "Write a report to a file.", _takes, _run)
