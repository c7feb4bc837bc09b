"""Reads the things that a definition defines: categories, sessions, rooms, delegations and fields of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from checkin.domain.programme import (
    Category,
    Delegation,
    DelegationKind,
    EventDescription,
    FieldKind,
    LocalText,
    OwnField,
    Room,
    Session,
    SessionStatus,
    ShownOn,
    default_doors_open,
)
from checkin.domain.session_times import SessionTimes
from checkin.importing.definition_checks import (
    in_utc,
    refuse_one_choice_twice,
    refuse_wrong_times,
)
from checkin.text.signs import can_be_code_of_field

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checkin.importing.definition_table import DefinitionTable


_CATEGORY_KEYS: Final = ("code", "letter", "name", "colour", "counts")
_SESSION_KEYS: Final = (
    "code", "topic", "title", "kind", "room", "start", "end", "doors_open", "last_entry", "speakers", "theme",
    "capacity", "re_entry", "doors", "open_to", "status", "uid",
)  # fmt: skip
_ROOM_KEYS: Final = ("code", "name", "capacity")
_DELEGATION_KEYS: Final = ("code", "names", "kind", "order", "quota", "represents_state", "liaison")
_LIAISON_KEYS: Final = ("name", "phone")
_FIELD_KEYS: Final = ("code", "name", "kind", "choices", "shown", "private")
_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")
_SLATE: Final = "#4A5568"
_EVERYBODY: Final = "all"


def read_category(table: DefinitionTable) -> Category:
    """The category that the table defines."""
    table.only(_CATEGORY_KEYS)
    colour = table.name("colour", _SLATE)
    if not _COLOUR.fullmatch(colour):
        table.wrong("colour", f"{colour} is no colour; write it like #1B3A6B")
    return Category(
        table.code(),
        table.name("letter"),
        table.text("name"),
        colour,
        table.flag("counts", default=True),
    )


def read_session(
    table: DefinitionTable, event: EventDescription, categories: set[str], into: Mapping[str, str]
) -> Session:
    """The session that the table defines."""
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
        code=table.code(),
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


def read_room(table: DefinitionTable) -> Room:
    """The room that the table defines."""
    table.only(_ROOM_KEYS)
    code = table.code()
    return Room(code, table.text("name", code), table.count("capacity"))


def read_delegation(table: DefinitionTable) -> Delegation:
    """The delegation that the table defines."""
    table.only(_DELEGATION_KEYS)
    liaison = table.at(f"{table.place}: liaison", table.table("liaison"))
    liaison.only(_LIAISON_KEYS)
    code = table.code()
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


def read_own_field(table: DefinitionTable) -> OwnField:
    """The field that only this event has, as the table defines it."""
    table.only(_FIELD_KEYS)
    code = table.code()
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
