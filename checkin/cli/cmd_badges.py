"""checkin badges: write badges into a PDF file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import (
    Command,
    file_to_write,
    now,
    open_event,
    own_wording,
    progress,
    staff,
    tell,
    warn,
)
from checkin.desk import find
from checkin.desk.print_badges import Which, chosen, layout_named, print_to_file
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--out", metavar="F.pdf", type=file_to_write, required=True)
    parser.add_argument("--layout", metavar="L", help="a layout that comes with the program, or a TOML file")
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument("--all", action="store_true", help="everybody who is expected")
    whose.add_argument("--new", action="store_true", help="those whose badge was never printed")
    whose.add_argument("--category", metavar="X", help="everybody of a category")
    whose.add_argument("--delegate", metavar="D", nargs="+", help="these delegates")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    with open_event(arguments.event) as file:
        run = print_to_file(
            file,
            staff(arguments),
            _whose(file, arguments),
            arguments.out,
            now(),
            progress(say.text("badges")),
            layout=layout_named(arguments.layout) if arguments.layout else None,
        )
    tell(say.text("{badges} of {delegates} badges in {file}").format(
        badges=run.badges, delegates=run.delegates, file=arguments.out))  # fmt: skip
    for finding in run.outcome.findings:
        warn(f"{finding.delegate}: {say.problem(finding.problem, ', '.join(finding.fields), finding.detail)}")
    return 0


def _whose(file: EventFile, arguments: Namespace) -> list[Registration]:
    if arguments.delegate:
        named = [find.one(file, text) for text in arguments.delegate]
        return list({registration.delegate.id: registration for registration in named}.values())
    if arguments.category is not None and arguments.category not in file.event.categories:
        raise CheckinError(
            f"There is no category “{arguments.category}”",
            f"The categories are: {', '.join(file.event.categories)}.",
        )
    return chosen(file, Which.NEW if arguments.new else Which.ALL, arguments.category)


COMMAND: Final = Command("badges", "Put badges into a PDF file.", _takes, _run)
