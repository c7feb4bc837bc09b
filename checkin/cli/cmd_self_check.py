"""checkin self-check: test whether this installation works, from the registration form to the door."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, own_wording, tell

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(_parser: ArgumentParser) -> None:
    """Add no arguments: this command has none."""


def _run(_arguments: Namespace) -> int:
    from checkin.desk.self_check import steps
    from checkin.ui.self_check import draws_icons, shows_manual

    for name, step in (
        *steps(),
        ("draw the icons of the window", draws_icons),
        ("open the manual", shows_manual),
    ):
        try:
            trouble = "" if step() else "the result is wrong"
        except Exception as error:  # noqa: BLE001 - whatever is wrong with this installation is the finding
            trouble = f"{type(error).__name__}: {error}"
        if trouble:
            print(f"✕ {name}: {trouble}. Install the program again.", file=sys.stderr)
            return 1
        tell(f"✔ {name}")
    say = own_wording()
    tell(say.text("This installation works."))
    return 0


COMMAND: Final = Command("self-check", "Try this installation out, from the form to the door.", _takes, _run)
