"""checkin separate: say that two registrations that look alike are two persons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, staff, tell, tell_json
from checkin.desk.merge import id_named, separate

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "one", metavar="ONE", help="a participant: an id, a code, or a search that finds exactly one"
    )
    parser.add_argument("other", metavar="OTHER", help="the participant who only looks alike, named likewise")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        one, other = (id_named(file, text) for text in (arguments.one, arguments.other))
        act = separate(file, staff(arguments), one, other)
    if arguments.json:
        tell_json({"act": act})
    else:
        say = own_wording()
        tell(say.text("These two are no longer listed as one person."))
        tell(say.text("To take it back: checkin undo EVENT --act {act}").format(act=act))
    return 0


COMMAND: Final = Command("separate", "Say that two participants who look alike are two.", _takes, _run)
