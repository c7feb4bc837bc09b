"""checkin new: make an event file from a definition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, own_wording, staff, tell, warn
from checkin.desk.open_event import new_event
from checkin.domain.colours import OF_VERDICTS
from checkin.importing import read_definition

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path, help="the event file to make")
    parser.add_argument("--from", metavar="DEF.toml", type=Path, required=True, dest="definition")


def _run(arguments: Namespace) -> int:
    event = read_definition(arguments.definition)
    new_event(arguments.event, event, staff(arguments)).close()
    say = own_wording()
    categories = say.many("{count} category", "{count} categories", len(event.categories))
    sessions = say.many("{count} session", "{count} sessions", len(event.sessions))
    tell(say.about(str(arguments.event), f"{categories}, {sessions}"))
    for category in event.categories.values():
        if category.colour.upper() in OF_VERDICTS:
            remark = say.text("{category} has a colour in which doors answer; choose another one for it.")
            warn(remark.format(category=f"{category.letter} · {say.local(category.name)}"))
    return 0


COMMAND: Final = Command("new", "Make an event file from a definition.", _takes, _run)
