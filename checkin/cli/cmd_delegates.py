"""checkin delegates: list who is registered, and which of them have arrived."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checkin.cli.cmd_invite import naming_json
from checkin.cli.command import Command, open_event, own_wording, tell, tell_json
from checkin.desk import find
from checkin.domain.delegates import PERSONS, Field, Status
from checkin.text import name_of_delegation, name_order

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration

_NO_LIMIT: Final = 1_000_000


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument("--search", metavar="TEXT", help="only those whom this text may mean")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    with open_event(arguments.event) as file:
        event = file.event
        found = (
            sorted(find.everybody(file), key=lambda each: name_order(each.delegate))
            if arguments.search is None
            else find.find(file, arguments.search, most=_NO_LIMIT)
        )
    if arguments.json:
        tell_json([as_json(registration, event) for registration in found])
    else:
        for registration in found:
            tell(_line(registration, event.zone))
    return 0


def as_json(registration: Registration, event: Event) -> dict[str, Any]:
    """A delegate as commands print them in JSON: every field, the arrival, and the code of the newest valid badge."""
    delegate, arrival = registration.delegate, registration.arrival
    values = {field.value: getattr(delegate, field.value) for field in Field}
    delegation = name_of_delegation(event, delegate.delegation)
    precedence = delegate.precedence
    return {
        "id": delegate.id,
        **values,
        "precedence": int(precedence)
        if precedence is not None and precedence == int(precedence)
        else precedence,
        "delegation": delegation.in_language(event.description.language),
        **{field.value: getattr(delegate, field.value) or None for field in PERSONS},
        "arrived_at": arrival.at.astimezone(event.zone).isoformat() if arrival is not None else None,
        "arrived_station": arrival.station if arrival is not None else "",
        "code": registration.badge.code if registration.badge is not None else None,
        "collected_at": None,
        "badge_number": None,
        "invited": [
            {"session": session, **naming_json(naming)} for session, naming in registration.invited.items()
        ],
        "fields": dict(delegate.own),
    }


def _line(registration: Registration, zone: ZoneInfo) -> str:
    delegate, say = registration.delegate, own_wording()
    arrived = f"✔ {say.time(registration.arrival.at, zone)}" if registration.arrival is not None else ""
    status = "" if delegate.status is Status.REGISTERED else say.status(delegate.status)
    code = registration.badge.code if registration.badge is not None else ""
    parts = (
        delegate.id,
        delegate.category,
        delegate.titled_name,
        delegate.titled_other_name,
        delegate.organisation or delegate.native_organisation,
        status,
        arrived,
        code,
    )
    return "  ".join(part for part in parts if part)


COMMAND: Final = Command("delegates", "List participants, or search them.", _takes, _run)
