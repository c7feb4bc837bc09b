"""checkin merge: say that two registrations are one person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, open_event, own_wording, staff, tell, tell_json
from checkin.desk.merge import id_named, merge

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "keep", metavar="KEEP", help="the participant who is kept: an id, a code, or a search that finds one"
    )
    parser.add_argument("other", metavar="OTHER", help="the same person's other registration, named likewise")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        keep, other = (id_named(file, text) for text in (arguments.keep, arguments.other))
        merging = merge(file, staff(arguments), keep, other)
    person = merging.registration.delegate
    if arguments.json:
        tell_json({"act": merging.act, "delegate": person.id})
    else:
        say = own_wording()
        tell(say.text("Merged: {name}").format(name=f"{person.titled_name} ({person.id})"))
        tell(say.text("To take it back: checkin undo EVENT --act {act}").format(act=merging.act))
    return 0


COMMAND: Final = Command("merge", "Make one person of two registrations.", _takes, _run)
