"""checkin alike: list the participants who may be registered twice."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, tell, tell_json
from checkin.desk.alike import find_alike
from checkin.wording.alike import why_alike

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    with open_event(arguments.event) as file:
        pairs = find_alike(file)
    if arguments.json:
        tell_json(
            [
                {
                    "one": pair.one.id,
                    "other": pair.other.id,
                    "why": why_alike(say, pair.reasons),
                    "score": round(pair.score, 2),
                }
                for pair in pairs
            ]
        )
        return 0
    for pair in pairs:
        one, other = ((who.id, who.titled_name) for who in (pair.one, pair.other))
        tell("  ".join((*one, *other, why_alike(say, pair.reasons))))
    return 0


COMMAND: Final = Command("alike", "List pairs of participants who may be one person.", _takes, _run)
