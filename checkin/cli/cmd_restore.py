"""checkin restore: make an event file from a back-up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, own_wording, progress, staff, tell, warn
from checkin.desk.keep import give_up, restore

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("copy", metavar="FILE", type=Path, help="the back-up")
    parser.add_argument("event", metavar="EVENT", type=Path, help="the event file to make of it")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    restored = restore(arguments.copy, arguments.event, progress(say.text("entries")))
    tell(say.text("{file} is as the back-up has it.").format(file=arguments.event))
    if restored.aside is not None:
        tell(say.text("What was there before is kept as {file}.").format(file=restored.aside))
    for finding in restored.findings:
        warn(say.fault(finding.fault, finding.place))
    if restored.notice is not None:
        warn(str(restored.notice))
    if restored.unfinished and _is_to_be_given_up():
        give_up(arguments.event, staff(arguments), restored.unfinished)
        tell(say.text("Undone."))
    return 0


def _is_to_be_given_up() -> bool:
    """Ask whether to undo acts of another desk that the back-up holds only in part.

    Without a terminal nobody is asked, and the answer is False.
    """
    if not sys.stdin.isatty():
        return False
    say = own_wording()
    answer = input(say.text("Undo it here? Only where that desk does not come back. [y/N] "))
    return answer.strip().casefold() in {"y", "yes", say.text("yes").casefold()}


COMMAND: Final = Command("restore", "Make the event file from a back-up.", _takes, _run)
