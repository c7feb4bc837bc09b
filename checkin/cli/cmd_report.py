"""checkin report: write a report into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, file_to_write, now, open_event, own_wording, tell
from checkin.desk import find
from checkin.desk.report import report
from checkin.errors import CheckinError
from checkin.reports import REPORTS, report_named, write_report
from checkin.wording import in_language, languages

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.domain.programme import Event


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("name", metavar="NAME", help=f"one of: {', '.join(known.name for known in REPORTS)}")
    parser.add_argument(
        "--out", metavar="F", type=file_to_write, required=True, help="its ending names the format"
    )
    parser.add_argument("--session", metavar="S", help="only this session (its code)")
    parser.add_argument("--delegate", metavar="PARTICIPANT", help="the programme of this participant only")
    parser.add_argument("--language", metavar="L", help="the language of the report, such as fr")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    with open_event(arguments.event) as file:
        language = _language(arguments, file.event)
        of_report = in_language(language) if language else say
        delegate = find.one(file, arguments.delegate).delegate if arguments.delegate is not None else None
        made = report(file, arguments.name, now(), of_report, arguments.session, delegate, language)
        write_report(made, arguments.out, file.event, of_report)
    rows = len(made.main.rows)
    tell(say.many("{count} row in {file}", "{count} rows in {file}", rows, file=str(arguments.out)))
    return 0


def _language(arguments: Namespace, event: Event) -> str:
    """The language that was asked for, or the event's first for what is made for the participants, or else ""."""
    wanted: str | None = arguments.language
    if wanted is None:
        return event.description.language if report_named(arguments.name).is_for_guests else ""
    known = dict.fromkeys((*languages(), *event.description.languages))
    if wanted not in known:
        raise CheckinError(
            f"There is no report in the language {wanted}", f"Choose one of: {', '.join(known)}."
        )
    return wanted


COMMAND: Final = Command("report", "Write a report to a file.", _takes, _run)
