"""checkin doors: open or close the doors of a session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, own_wording, staff, tell
from checkin.desk.set_doors import set_doors
from checkin.domain.programme import DoorState

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_STATES: Final = {"open": DoorState.OPEN, "close": DoorState.CLOSED}


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("session", metavar="SESSION", help="the session's code")
    parser.add_argument("state", choices=tuple(_STATES), help="what to do with its doors")


def _run(arguments: Namespace) -> int:
    say, at = own_wording(), now()
    with open_event(arguments.event) as file:
        session = set_doors(file, staff(arguments), arguments.session, _STATES[arguments.state], at)
        zone = file.event.zone
    title = say.local(session.title)
    if session.doors_are_open(at):
        until = say.moment(session.last_entry, zone)
        tell(say.text("{session}: the doors are open. Last entry: {time}").format(session=title, time=until))
    elif session.is_closed_by_hand:
        tell(say.text("{session}: the doors are closed until somebody opens them.").format(session=title))
    else:
        tell(
            say.text("{session}: the last entry has passed. Only flagged persons are admitted.").format(
                session=title
            )
        )
    return 0


COMMAND: Final = Command("doors", "Open or close the doors of a session.", _takes, _run)
