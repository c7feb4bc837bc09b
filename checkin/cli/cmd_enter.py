"""checkin enter: let in by name a delegate who cannot show a badge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, own_wording, staff, tell_json, warn
from checkin.cli.verdict_json import as_json
from checkin.desk import find
from checkin.desk.scan_at_door import enter
from checkin.domain.admission import Refused
from checkin.domain.doors import Door

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "delegate", metavar="PARTICIPANT", help="an id, a code, or a search that finds exactly one"
    )
    parser.add_argument("--session", metavar="S", required=True, help="the session's code")
    parser.add_argument("--json", action="store_true", help="as it is anyway: the answer is one line of JSON")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        known = find.one_to_let_in(file, arguments.delegate)
        answer = enter(file, staff(arguments), Door(arguments.session), known.delegate.id, now())
        tell_json(as_json(answer, file.event.zone))
    if isinstance(answer.verdict, Refused):
        say = own_wording()
        warn(say.about(known.delegate.name, say.refusal(answer.verdict.reason)))
        return 1
    return 0


COMMAND: Final = Command("enter", "Let a participant in by name, as if their badge were read.", _takes, _run)
