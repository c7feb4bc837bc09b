"""checkin correct: correct what is recorded about a delegate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, staff
from checkin.cli.fields import details, takes_fields
from checkin.desk import find
from checkin.desk.correct import correct

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "delegate", metavar="PARTICIPANT", help="an id, a code, or a search that finds exactly one"
    )
    takes_fields(parser)


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        known = find.one(file, arguments.delegate)
        correct(file, staff(arguments), known.delegate.id, details(arguments.fields, file))
    return 0


COMMAND: Final = Command("correct", "Correct what is recorded of a participant.", _takes, _run)
