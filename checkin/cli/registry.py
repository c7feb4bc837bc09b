"""The list of all commands, one line each, in the order in which `checkin --help` lists them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.cli.command import Command

NAMES: Final = (
    "desk",
    "demo",
    "new",
    "define",
    "invite",
    "programme",
    "import",
    "delegates",
    "alike",
    "photo",
    "merge",
    "separate",
    "register",
    "correct",
    "arrive",
    "badges",
    "scan",
    "enter",
    "admit",
    "doors",
    "revoke",
    "undo",
    "report",
    "verify",
    "backup",
    "restore",
    "doctor",
    "self-check",
)


def command(name: str) -> Command:
    """The command with that name, from its file `cli/cmd_<name>.py`."""
    found: Command = import_module(f"checkin.cli.cmd_{name.replace('-', '_')}").COMMAND
    return found
