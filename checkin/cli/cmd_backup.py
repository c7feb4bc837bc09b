"""checkin backup: write a copy of the live event file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, tell
from checkin.desk.keep import back_up

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("folder", metavar="DIR", type=Path)


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        tell(str(back_up(file, arguments.folder)))
    return 0


COMMAND: Final = Command("backup", "Write a back-up of the event file to a folder.", _takes, _run)
