"""Reads the definition of an event: a TOML file with its days, categories, sessions and policy."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from checkin.domain.programme import (
    Category,
    Delegation,
    DelegationKind,
    DoorWords,
    Event,
    EventDescription,
    Exits,
    FieldKind,
    LocalText,
    NotArrived,
    OwnField,
    Policy,
    Room,
    Session,
    SessionStatus,
    ShownOn,
    default_doors_open,
    zone_named,
)
from checkin.domain.session_times import SessionTimes
from checkin.domain.things import Thing
from checkin.importing.definition_checks import (
    in_utc,
    refuse_one_choice_twice,
    refuse_one_code_twice,
    refuse_one_sign_for_two_things,
    refuse_wrong_times,
)
from checkin.importing.definition_table import DefinitionTable
from checkin.text.signs import can_be_code_of_field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

_EVENT_KEYS: Final = ("title", "venue", "zone", "languages", "first_day", "last_day")
_CATEGORY_KEYS: Final = ("code", "letter", "name", "colour", "counts")
_SESSION_KEYS: Final = (
    "code", "topic", "title", "kind", "room", "start", "end", "doors_open", "last_entry", "speakers", "theme",
    "capacity", "re_entry", "doors", "open_to", "status", "uid",
)  # fmt: skip
_POLICY_KEYS: Final = ("not_arrived", "exits", "door_words")
_ROOM_KEYS: Final = ("code", "name", "capacity")
_DELEGATION_KEYS: Final = ("code", "names", "kind", "order", "quota", "represents_state", "liaison")
_LIAISON_KEYS: Final = ("name", "phone")
_FIELD_KEYS: Final = ("code", "name", "kind", "choices", "shown", "private")
_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")
_SLATE: Final = "#4A5568"
_EVERYBODY: Final = "all"


_THINGS: Final = {
    "event": Thing.EVENT, "policy": Thing.POLICY, "categories": Thing.CATEGORY, "sessions": Thing.SESSION,
    "rooms": Thing.ROOM, "delegations": Thing.DELEGATION, "fields": Thing.FIELD,
}  # fmt: skip
"""The tables of the file, and what they define."""
_NOT_SAID: Final = {"zone": "UTC", "first_day": date(2000, 1, 1), "last_day": date(2000, 1, 1)}
"""What a preset leaves open."""


def read_definition(path: Path) -> Event:
    """Return the event that the file defines, with all times in UTC.

    For a mistake in the file a CheckinError is raised that names the file, the table and the key.
    """
    return _event(_file(path), {})


def read_preset(path: Path) -> Event:
    """Return what an event of that kind begins with: its categories, languages and policy.

    The title of the event is the name of that kind of event. The event has one day in the time zone UTC;
    `domain.beginning.begun` gives an event its own title and days.
    """
    file = _file(path)
    file.values["event"] = {**_NOT_SAID, **file.table("event")}
    return _event(file, {})


def read_edited_definition(path: Path, into: Mapping[str, str]) -> tuple[Event, frozenset[Thing]]:
    """Return the event that the file defines, and the kinds of things of which the file says anything.

    A session may be open to a category that is a key of `into` although the file does not define the category: the
    category in `into` is meant. Raises CheckinError as `read_definition` does, and also if the file names no sessions.
    """
    file = _file(path)
    if "sessions" not in file.values:
        file.wrong("[[sessions]]", "is missing; write sessions = [] at the top if all are to be withdrawn")
    return _event(file, into), frozenset(_THINGS[key] for key in file.values)


def _file(path: Path) -> DefinitionTable:
    file = DefinitionTable.of_file(path, "The definition of the event", "the file")
    file.only(tuple(_THINGS))
    return file


def _event(file: DefinitionTable, into: Mapping[str, str]) -> Event:
    if "event" not in file.values:
        file.wrong("[event]", "is missing")
    description = _description(
        file.at("[event]", file.table("event")), file.at("[policy]", file.table("policy"))
    )
    categories = [_category(table) for table in _each(file, "categories")]
    if not categories:
        file.wrong("[[categories]]", "is missing; every participant belongs to a category")
    known = {category.code for category in categories}
    sessions = [_session(table, description, known, into) for table in _each(file, "sessions")]
    rooms = [_room(table) for table in _each(file, "rooms")]
    delegations = [_delegation(table) for table in _each(file, "delegations")]
    own = [_own_field(table) for table in _each(file, "fields")]
    for kind, things in (
        ("categories", categories), ("sessions", sessions), ("rooms", rooms), ("delegations", delegations),
        ("fields", own),
    ):  # fmt: skip
        refuse_one_code_twice(file, kind, [thing.code for thing in things])
    refuse_one_sign_for_two_things(file, "categories", categories)
    refuse_one_sign_for_two_things(file, "rooms", rooms)
    refuse_one_sign_for_two_things(file, "delegations", delegations)
    refuse_one_sign_for_two_things(file, "fields", own)
    return Event(
        description,
        {category.code: category for category in categories},
        {session.code: session for session in sorted(sessions, key=Session.in_programme)},
        {room.code: room for room in rooms},
        {delegation.code: delegation for delegation in sorted(delegations, key=Delegation.in_order)},
        {field.code: field for field in own},
    )


def _each(file: DefinitionTable, key: str) -> list[DefinitionTable]:
    """The tables that have the name `key` in the file.

    Each has a place, which error messages show: the table's code, or its number if it has no code.
    """
    return [
        file.at(f"[[{key}]] {values.get('code') or f'number {number}'}", values)
        for number, values in enumerate(file.tables(key), start=1)
    ]


def _description(event: DefinitionTable, policy: DefinitionTable) -> EventDescription:
    event.only(_EVENT_KEYS)
    policy.only(_POLICY_KEYS)
    first_day, last_day = event.day("first_day"), event.day("last_day")
    if last_day < first_day:
        event.wrong("last_day", "is before first_day")
    return EventDescription(
        event.text("title"),
        event.text("venue", ""),
        _zone(event),
        first_day,
        last_day,
        event.names("languages", ("en",)) or ("en",),
        Policy(
            policy.choice("not_arrived", NotArrived.ADMIT),
            policy.choice("exits", Exits.NONE),
            policy.choice("door_words", DoorWords.PLAIN),
        ),
    )


def _zone(event: DefinitionTable) -> str:
    name = event.name("zone")
    zone = zone_named(name)
    if zone is None:
        event.wrong("zone", f"{name} is no time zone; write it like Asia/Phnom_Penh")
    return zone.key


def _category(table: DefinitionTable) -> Category:
    table.only(_CATEGORY_KEYS)
    colour = table.name("colour", _SLATE)
    if not _COLOUR.fullmatch(colour):
        table.wrong("colour", f"{colour} is no colour; write it like #1B3A6B")
    return Category(
        table.name("code"),
        table.name("letter"),
        table.text("name"),
        colour,
        table.flag("counts", default=True),
    )


def _session(
    table: DefinitionTable, event: EventDescription, categories: set[str], into: Mapping[str, str]
) -> Session:
    table.only(_SESSION_KEYS)
    zone = ZoneInfo(event.zone)
    start, end = _utc(table, "start", zone), _utc(table, "end", zone)
    times = SessionTimes(
        start,
        end,
        _utc(table, "doors_open", zone, default_doors_open(start)),
        _utc(table, "last_entry", zone, end),
    )
    refuse_wrong_times(table, times, event, zone)
    return Session(
        code=table.name("code"),
        title=table.text("title"),
        room=table.text("room", ""),
        start=times.start,
        end=times.end,
        doors_open=times.doors_open,
        last_entry=times.last_entry,
        topic=table.text("topic", ""),
        kind=table.text("kind", ""),
        theme=table.text("theme", ""),
        speakers=table.texts("speakers"),
        capacity=table.count("capacity"),
        re_entry=table.flag("re_entry", default=True),
        doors=table.flag("doors", default=True),
        open_to=_open_to(table, categories, into),
        status=table.choice("status", SessionStatus.PLANNED),
        uid=table.name("uid", ""),
    )


def _utc(table: DefinitionTable, key: str, zone: ZoneInfo, default: datetime | None = None) -> datetime:
    """A time in the table, converted to UTC. A time written without an offset is in the venue's time zone."""
    return in_utc(table, key, table.moment(key, default), zone)


def _open_to(table: DefinitionTable, categories: set[str], into: Mapping[str, str]) -> frozenset[str] | None:
    if table.values.get("open_to", _EVERYBODY) == _EVERYBODY:
        return None
    codes = [into.get(code, code) for code in table.names("open_to")]
    for code in codes:
        if code not in categories:
            table.wrong("open_to", f"names {code}, which is no code of a category")
    return frozenset(codes)


def _room(table: DefinitionTable) -> Room:
    table.only(_ROOM_KEYS)
    code = table.name("code")
    return Room(code, table.text("name", code), table.count("capacity"))


def _delegation(table: DefinitionTable) -> Delegation:
    table.only(_DELEGATION_KEYS)
    liaison = table.at(f"{table.place}: liaison", table.table("liaison"))
    liaison.only(_LIAISON_KEYS)
    code = table.name("code")
    return Delegation(
        code,
        table.texts("names") or (LocalText.of(code),),
        table.choice("kind", DelegationKind.STATE),
        table.count("order"),
        table.count("quota"),
        table.flag("represents_state", default=False),
        liaison.name("name", ""),
        liaison.name("phone", ""),
    )


def _own_field(table: DefinitionTable) -> OwnField:
    table.only(_FIELD_KEYS)
    code = table.name("code")
    if not can_be_code_of_field(code):
        table.wrong("code", f"{code} is taken, or is not written in small letters, digits and _")
    kind = table.choice("kind", FieldKind.TEXT)
    choices = table.texts("choices")
    if (kind is FieldKind.CHOICE) != bool(choices):
        table.wrong("choices", "belong to a field of the kind “choice”, which needs some")
    refuse_one_choice_twice(table, choices)
    return OwnField(
        code,
        table.text("name", code),
        kind,
        choices,
        table.choices("shown", ShownOn),
        table.flag("private", default=False),
    )
