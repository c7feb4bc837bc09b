"""checkin admit: let a delegate in despite a refusal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, own_wording, reason, staff, tell, tell_json, warn
from checkin.cli.verdict_json import as_json
from checkin.desk import find
from checkin.desk.scan_at_door import admit
from checkin.domain.admission import Refused
from checkin.domain.reasons import Why

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "delegate", metavar="PARTICIPANT", help="an id, a code, or a search that finds exactly one"
    )
    parser.add_argument("--session", metavar="S", required=True, help="the session's code")
    parser.add_argument(
        "--reason", metavar="TEXT", type=reason, required=True, help="why; it is recorded with your name"
    )
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        known = find.one_to_let_in(file, arguments.delegate)
        answer = admit(
            file, staff(arguments), known.delegate.id, arguments.session, Why.typed(arguments.reason), now()
        )
        zone = file.event.zone
    if arguments.json:
        tell_json(as_json(answer, zone))
    if isinstance(answer.verdict, Refused):
        say = own_wording()
        warn(say.about(known.delegate.name, say.refusal(answer.verdict.reason)))
        return 1
    if not arguments.json:
        tell(f"✔ {known.delegate.name}")
    return 0


COMMAND: Final = Command("admit", "Let a participant in against a refusal.", _takes, _run)
