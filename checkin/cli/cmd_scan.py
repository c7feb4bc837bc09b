"""checkin scan: answer each code, one per line of standard input, with a line of JSON on standard output."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, staff, tell_json
from checkin.cli.verdict_json import as_json
from checkin.desk.scan_at_door import scan, session_of
from checkin.domain.presence import Direction

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--session", metavar="S", required=True, help="the session's code")
    parser.add_argument("--direction", choices=[direction.value for direction in Direction], default="auto")


def _run(arguments: Namespace) -> int:
    direction = Direction(arguments.direction)
    who = staff(arguments)
    with open_event(arguments.event) as file:
        session_of(file.event, arguments.session)
        zone = file.event.zone
        for line in iter(sys.stdin.buffer.readline, b""):
            text = line.removeprefix(codecs.BOM_UTF8).rstrip(b"\r\n").decode("utf-8", errors="replace")
            if text.strip():
                tell_json(as_json(scan(file, who, arguments.session, text, now(), direction), zone))
    return 0


COMMAND: Final = Command("scan", "Answer codes from standard input at a session's door.", _takes, _run)
