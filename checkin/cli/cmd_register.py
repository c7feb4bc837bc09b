"""checkin register: register a walk-in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.cmd_delegates import as_json
from checkin.cli.command import Command, open_event, staff, tell, tell_json
from checkin.cli.fields import details, takes_fields
from checkin.desk.register import register

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    takes_fields(parser)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        registration = register(file, staff(arguments), details(arguments.fields, file))
        event = file.event
    if arguments.json:
        tell_json(as_json(registration, event))
    else:
        tell(registration.delegate.id)
    return 0


COMMAND: Final = Command("register", "Register a participant; prints the id.", _takes, _run)
