"""checkin restore: an event file from a back-up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, own_wording, tell
from checkin.desk.keep import restore

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("copy", metavar="FILE", type=Path, help="the back-up")
    parser.add_argument("event", metavar="EVENT", type=Path, help="the event file to make of it")


def _run(arguments: Namespace) -> int:
    aside = restore(arguments.copy, arguments.event)
    say = own_wording()
    tell(say.text("{file} is as the back-up has it.").format(file=arguments.event))
    if aside is not None:
        tell(say.text("What was there before is kept as {file}.").format(file=aside))
    return 0


COMMAND: Final = Command("restore", "Make the event file from a back-up.", _takes, _run)
