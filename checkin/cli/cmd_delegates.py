"""checkin delegates: list who is registered, and which of them have arrived."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from checkin.cli.cmd_invite import naming_json
from checkin.cli.command import Command, file_to_write, now, open_event, own_wording, tell, tell_json
from checkin.desk import find
from checkin.desk.suggest import likeliest_of
from checkin.domain.delegates import NEVER_GIVEN_OUT, PERSONS, Field, Status
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.people.cells import Cells, tidy
from checkin.reports import people, write_report
from checkin.text import delegation_named, name_of_delegation, name_order, search_key

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.reports import Report

_NO_LIMIT: Final = 1_000_000
_ENDINGS: Final = (".xlsx", ".csv")


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("event", metavar="EVENT", type=Path)
    parser.add_argument(
        "--search",
        metavar="TEXT",
        help="only those whom this text may mean; behind them, marked with ~, who is spelt nearly like it",
    )
    parser.add_argument("--category", metavar="X", action="append", default=[], help="only this category")
    parser.add_argument(
        "--status", metavar="S", action="append", default=[], help=f"one of: {', '.join(Status)}"
    )
    parser.add_argument("--delegation", metavar="D", help="only this delegation, by any of its names")
    come = parser.add_mutually_exclusive_group()
    come.add_argument("--arrived", action="store_true", help="only those who have arrived")
    come.add_argument(
        "--expected", action="store_true", help="only those who are registered and have not arrived"
    )
    parser.add_argument(
        "--out", metavar="F", type=file_to_write, help="write them into this XLSX or CSV file"
    )
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace) -> int:
    say = own_wording()
    with open_event(arguments.event) as file:
        event = file.event
        wanted = _wanted(arguments, event)
        everybody = list(find.everybody(file))
        nearly: list[Registration] = []
        if arguments.search is None:
            among = sorted(everybody, key=lambda each: name_order(each.delegate))
        else:
            among, nearly = likeliest_of(file, arguments.search, _NO_LIMIT)
    found = [registration for registration in (*among, *nearly) if wanted(registration)]
    similar = {registration.delegate.id for registration in nearly}
    if arguments.out is not None:
        references = {each.delegate.id: each.delegate.reference for each in everybody}
        sure = [each for each in found if each.delegate.id not in similar]
        _write(arguments.out, people(sure, references, event, say, now()), event)
    elif arguments.json:
        tell_json([_found_json(registration, event, similar) for registration in found])
    else:
        for registration in found:
            is_similar = registration.delegate.id in similar
            tell(f"{_line(registration, event.zone)}{'  ~' * is_similar}")
    return 0


def _found_json(registration: Registration, event: Event, similar: set[str]) -> dict[str, Any]:
    """A delegate in JSON; whoever is only spelt or sounds nearly like the text that was searched for says so."""
    is_similar = registration.delegate.id in similar
    return {**as_json(registration, event), **({"similar": True} if is_similar else {})}


def _wanted(arguments: Namespace, event: Event) -> Callable[[Registration], bool]:
    """The test whether somebody is asked for; CheckinError for a category, status or delegation that does not exist."""
    cells = Cells(event)
    categories = {_known(cells, Field.CATEGORY, text) for text in arguments.category}
    statuses = {_known(cells, Field.STATUS, text) for text in arguments.status}
    delegation = search_key(arguments.delegation) if arguments.delegation is not None else None

    def names(text: str) -> set[str]:
        known = delegation_named(event, text)
        written = () if known is None else (name for each in known.names for _, name in each.by_language)
        return {search_key(text), *map(search_key, written)}

    def is_wanted(registration: Registration) -> bool:
        who, has_arrived = registration.delegate, registration.arrival is not None
        return (
            (not categories or who.category in categories)
            and (not statuses or who.status in statuses)
            and (delegation is None or (bool(who.delegation) and delegation in names(who.delegation)))
            and (not arguments.arrived or has_arrived)
            and (not arguments.expected or (who.is_expected and not has_arrived))
        )

    return is_wanted


def _known(cells: Cells, field: Field, text: str) -> object:
    value = cells.read(field, tidy(text))
    if isinstance(value, RejectReason):
        raise CheckinError(
            f"“{text}” is no {field}", "Nothing was listed. Look at those that the event knows."
        )
    return value


def _write(out: Path, report: Report, event: Event) -> None:
    """Write the table in the format that the ending names; CheckinError for another ending than XLSX and CSV."""
    if out.suffix.lower() not in _ENDINGS:
        raise CheckinError(
            f"{out.name} names no format for a table", "Choose a name that ends in .xlsx or .csv."
        )
    write_report(report, out, event, own_wording())
    rows = len(report.main.rows)
    tell(own_wording().many("{count} row in {file}", "{count} rows in {file}", rows, file=str(out)))


def as_json(registration: Registration, event: Event) -> dict[str, Any]:
    """A delegate as commands print them in JSON: the fields, the arrival, and the code of the newest valid badge.

    A ticket code is left out: whoever has the code is let in by it.
    """
    delegate, arrival = registration.delegate, registration.arrival
    values = {field.value: getattr(delegate, field.value) for field in Field if field not in NEVER_GIVEN_OUT}
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
