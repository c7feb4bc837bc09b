"""checkin new: make an event file from a definition, or from a preset."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin import assets
from checkin.cli.command import Command, own_wording, staff, tell, warn
from checkin.desk.choices import Part, Wrong
from checkin.desk.new_event import Wish, event_of, faults, make, preset, to_recolour
from checkin.domain.beginning import spread
from checkin.domain.programme import LocalText, zone_named
from checkin.errors import CheckinError
from checkin.importing.definition import read_definition
from checkin.plain_text import plain

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from checkin.domain.programme import Event


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path, help="the event file to make")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--from", metavar="DEF.toml", type=Path, dest="definition", help="all that the event is")
    way.add_argument("--preset", choices=assets.presets(), help="its categories and rules; what is missing:")
    parser.add_argument("--sessions", action="store_true", help="the preset's usual sessions too")
    parser.add_argument("--title", metavar="T", type=_title)
    parser.add_argument("--zone", metavar="Z", type=_zone, help="the time zone, such as Asia/Phnom_Penh")
    parser.add_argument("--first-day", metavar="D", type=_day, help="such as 2026-11-24")
    parser.add_argument("--last-day", metavar="D", type=_day)


def _title(text: str) -> str:
    if not plain(text).strip():
        message = "a title is needed"
        raise ArgumentTypeError(message)
    return plain(text).strip()


def _zone(text: str) -> str:
    zone = zone_named(text)
    if zone is None:
        message = f"{text!r} is no time zone; write it like Asia/Phnom_Penh"
        raise ArgumentTypeError(message)
    return zone.key


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it like 2026-11-24"
        raise ArgumentTypeError(message) from error


def _event(arguments: Namespace) -> Event:
    own = (arguments.title, arguments.zone, arguments.first_day, arguments.last_day)
    if arguments.definition is not None:
        if arguments.sessions or any(each is not None for each in own):
            raise CheckinError(
                "The definition says it", "--title, --zone, --sessions and the days belong to --preset."
            )
        return read_definition(arguments.definition)
    if any(each is None for each in own):
        raise CheckinError(
            "Something is missing", "--preset needs --title, --zone, --first-day and --last-day."
        )
    like = spread(preset(arguments.preset), arguments.first_day, arguments.last_day)
    wish = Wish(
        LocalText.of(arguments.title),
        arguments.zone,
        arguments.first_day,
        arguments.last_day,
        like,
        like.policy,
        like.description.languages,
        with_sessions=arguments.sessions,
    )
    match faults(wish).get(Part.LAST_DAY):
        case Wrong.LAST_BEFORE_FIRST:
            raise CheckinError("The last day is before the first day", "No event file was made.")
        case Wrong.TOO_LONG:
            raise CheckinError(
                "The event would last longer than a year", "Look at the years. No event file was made."
            )
        case _:
            return event_of(wish)


def _run(arguments: Namespace) -> int:
    event = _event(arguments)
    make(arguments.event, event, staff(arguments))
    say = own_wording()
    categories = say.many("{count} category", "{count} categories", len(event.categories))
    sessions = say.many("{count} session", "{count} sessions", len(event.sessions))
    tell(say.about(str(arguments.event), f"{categories}, {sessions}"))
    for category in to_recolour(event):
        remark = say.text("{category} has a colour in which doors answer; choose another one for it.")
        warn(remark.format(category=f"{category.letter} · {say.local(category.name)}"))
    return 0


COMMAND: Final = Command("new", "Make an event file from a definition or a preset.", _takes, _run)
