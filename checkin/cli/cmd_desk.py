"""checkin desk: open the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "event", metavar="EVENT", type=Path, nargs="?", help="the event file; without it you choose"
    )


def _run(arguments: Namespace) -> int:
    from checkin.app import run_desk

    return run_desk(arguments.event, operator=arguments.operator, trouble=arguments.trouble)


COMMAND: Final = Command("desk", "Open the window of the desk.", _takes, _run)
