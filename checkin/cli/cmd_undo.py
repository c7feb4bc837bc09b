"""checkin undo: take back the last act of this desk, or the act that is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, own_wording, staff, tell, tell_json
from checkin.desk.undo import finish_undo, undo
from checkin.text import short_name_of_delegation

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--act", metavar="ID", help="the act; undoing an undo brings back what it took")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        undoing = undo(file, staff(arguments), arguments.act)
        finish_undo(file)
        event = file.event
    undone, say = undoing.undone, own_wording()
    kinds = list(dict.fromkeys(fact.kind for fact in undone.facts))
    if arguments.json:
        at = undone.at.astimezone(event.zone).isoformat()
        tell_json({
            "act": undoing.act,
            "undone": {"act": undone.id, "kinds": kinds, "size": undone.size, "time": at, "operator": undone.operator},
        })  # fmt: skip
    else:
        effect = undoing.effect_in(event)
        together = (
            say.local(short_name_of_delegation(event, undoing.delegation)) if undoing.delegation else ""
        )
        what = say.act(effect.act, effect.name, event, now(), together, undoing.not_drawn)
        time = say.moment(effect.act.at, event.zone)
        if undoing.brought_back is not None and not effect.act.facts:
            tell(say.text("There is nothing to bring back here."))
        elif undoing.brought_back is not None:
            tell(say.text("Brought back: {what}, {time}").format(what=what, time=time))
        else:
            tell(say.text("Undone: {what}, {time}").format(what=what, time=time))
            tell(say.text("To bring it back: checkin undo EVENT --act {act}").format(act=undoing.act))
    return 0


COMMAND: Final = Command("undo", "Undo the last act of this desk.", _takes, _run)
