"""checkin revoke: revoke a badge, so that it no longer admits anybody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, reason, staff, tell
from checkin.desk.revoke import revoke
from checkin.domain.reasons import Why

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("code", metavar="CODE", help="the badge's 16 characters")
    parser.add_argument(
        "--reason", metavar="TEXT", type=reason, required=True, help="why; only operators see it"
    )


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        is_new = revoke(file, staff(arguments), arguments.code, Why.typed(arguments.reason))
    say = own_wording()
    tell(say.text("The badge is invalidated.") if is_new else say.text("The badge was invalidated before."))
    return 0


COMMAND: Final = Command("revoke", "Revoke a badge.", _takes, _run)
