"""checkin arrive: record that delegates have presented themselves at the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, open_event, own_wording, reason, staff, tell
from checkin.desk import find
from checkin.desk.arrive import arrive
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.domain.codes import Code
from checkin.domain.reasons import Why

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from zoneinfo import ZoneInfo

    from checkin.desk.arrive import ArrivalAnswer


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "delegates", metavar="PARTICIPANT", nargs="+", help="ids, codes, or searches that find one each"
    )
    parser.add_argument("--no-badge", action="store_true", help="issue no badge")
    parser.add_argument(
        "--override",
        metavar="REASON",
        type=reason,
        help="receive also who is not registered",
    )


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        chosen = [find.one_to_let_in(file, text).delegate.id for text in arguments.delegates]
        badge = not arguments.no_badge
        override = Why.typed(arguments.override) if arguments.override else None
        answers = arrive(file, staff(arguments), chosen, now(), badge=badge, override=override)
        zone = file.event.zone
    refused = any(isinstance(answer.reception, NotReceived) for answer in answers)
    for answer in answers:
        print(_line(answer, zone), file=sys.stderr if refused else sys.stdout)
    if refused:
        say = own_wording()
        tell(say.text("Nobody was recorded as arrived."))
    return 1 if refused else 0


def _line(answer: ArrivalAnswer, zone: ZoneInfo) -> str:
    name, say = answer.registration.delegate.name, own_wording()
    match answer.reception:
        case Received():
            return f"✔ {name}  {Code(answer.code).in_groups}" if answer.code else f"✔ {name}"
        case ArrivedBefore(first):
            return say.text("{name}: arrived already at {time}, {station}").format(
                name=name, time=say.when(first.at, now(), zone), station=first.station
            )
        case NotReceived(refusal):
            return f"{name}: {say.refusal(refusal)} " + say.text(
                "To receive them all the same: --override REASON"
            )


COMMAND: Final = Command("arrive", "Record that participants have arrived.", _takes, _run)
