"""checkin scan: answer each code, one per line of standard input, with a line of JSON on standard output."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, staff, tell_json
from checkin.cli.verdict_json import as_json
from checkin.desk.scan_at_door import room_of, scan_at, session_of
from checkin.domain.doors import Door
from checkin.domain.presence import Direction

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.domain.programme import Event


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    door = parser.add_mutually_exclusive_group(required=True)
    door.add_argument("--session", metavar="S", help="the session's code")
    door.add_argument(
        "--room",
        metavar="R",
        help="the room's code or name; its session is chosen by the clock for each code",
    )
    parser.add_argument("--direction", choices=[direction.value for direction in Direction], default="auto")


def _run(arguments: Namespace) -> int:
    who = staff(arguments)
    with open_event(arguments.event) as file:
        door, zone = _door(file.event, arguments), file.event.zone
        for line in iter(sys.stdin.buffer.readline, b""):
            text = line.removeprefix(codecs.BOM_UTF8).rstrip(b"\r\n").decode("utf-8", errors="replace")
            if text.strip():
                tell_json(as_json(scan_at(file, who, door, text, now()), zone))
    return 0


def _door(event: Event, arguments: Namespace) -> Door:
    """The door that the arguments name; raises CheckinError if there is no such session or room."""
    direction = Direction(arguments.direction)
    if arguments.session is not None:
        return Door(session_of(event, arguments.session).code, direction=direction)
    return Door(room=room_of(event, arguments.room), direction=direction)


COMMAND: Final = Command(
    "scan", "Answer codes from standard input at the door of a session or a room.", _takes, _run
)
