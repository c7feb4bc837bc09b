"""Reads the definition of an event: a TOML file with its days, categories, sessions and policy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import (
    Delegation,
    DoorWords,
    Event,
    EventDescription,
    Exits,
    NotArrived,
    Policy,
    Session,
    zone_named,
)
from checkin.domain.things import Thing
from checkin.importing.definition_checks import (
    refuse_one_code_twice,
    refuse_one_sign_for_two_things,
)
from checkin.importing.definition_table import DefinitionTable
from checkin.importing.definition_things import (
    read_category,
    read_delegation,
    read_own_field,
    read_room,
    read_session,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EVENT_KEYS: Final = ("title", "venue", "zone", "languages", "first_day", "last_day")
_POLICY_KEYS: Final = ("not_arrived", "exits", "door_words")


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
    """Return what an event of that kind begins with: its categories, languages, policy and usual sessions.

    The event has the name of its kind for its title, and days in the year 2000 in the time zone UTC.
    `domain.beginning.spread` puts the sessions on the days of an event, and `begun` gives the event its description.
    """
    file = _file(path)
    file.values["event"] = {**_NOT_SAID, **file.table("event")}
    return _event(file, {})


def read_edited_definition(path: Path, into: Mapping[str, str]) -> tuple[Event, frozenset[Thing]]:
    """Return the event that the file defines, and the kinds of things that the file mentions.

    `into` maps the code of a withdrawn category to the category that takes its place. In the file, a session may still
    be open to the withdrawn category; the category in `into` is then meant. Raises CheckinError as `read_definition`
    does, and also if the file names no sessions.
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
    categories = [read_category(table) for table in _each(file, "categories")]
    if not categories:
        file.wrong("[[categories]]", "is missing; every participant belongs to a category")
    known = {category.code for category in categories}
    sessions = [read_session(table, description, known, into) for table in _each(file, "sessions")]
    rooms = [read_room(table) for table in _each(file, "rooms")]
    delegations = [read_delegation(table) for table in _each(file, "delegations")]
    own = [read_own_field(table) for table in _each(file, "fields")]
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
