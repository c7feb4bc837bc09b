"""The things in an event's definition (sessions, rooms and so on), their fields, and the values that are known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from checkin.domain.programme import (
    DelegationKind,
    DoorWords,
    Exits,
    FieldKind,
    NotArrived,
    SessionStatus,
    zone_named,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class Thing(StrEnum):
    """The kinds of things that an event's definition describes; the event itself is one of them."""

    EVENT = "event"
    POLICY = "policy"
    CATEGORY = "category"
    SESSION = "session"
    ROOM = "room"
    DELEGATION = "delegation"
    FIELD = "field"


DefinedValue: TypeAlias = str | int | bool | tuple[Any, ...] | None
"""The value of one field of a thing (a session, a room or another part of an event's definition).

A tuple holds such values too. Moments are milliseconds since 1970 (UTC), days are ISO texts.
"""
Values: TypeAlias = Mapping[str, DefinedValue]
"""The fields of one thing (a session, a room and so on): the value for each field's name."""
Definitions: TypeAlias = Mapping[tuple[Thing, str], Values]
"""The fields of all things, by the kind and the code of the thing; event and policy have the code ""."""

LONGEST_CODE: Final = 64
"""The most letters of the code of a new thing. A code stands in file names, addresses of calendars and on screens."""
WITHDRAWN: Final = "withdrawn"
PLACE: Final = "place"
TIME: Final = "time"
OPEN_TO: Final = "open_to"
TO_ALL: Final = "all"
TO_SOME: Final = "some"
IN_DOUBT: Final[Mapping[tuple[Thing, str], DefinedValue]] = {(Thing.FIELD, "private"): True}
"""The values to use for these fields if this program does not know the value that is stored.

Any other field keeps the value that it had before.
"""


def is_understood(what: Thing, name: str, value: DefinedValue) -> bool:
    """Whether this program knows the field `name` of this kind of thing, and the meaning of the field's value.

    A newer program may write fields and values that this program does not know.
    """
    known = _FIELDS[what]
    check = known.get(name) or known.get(f"{name.partition('.')[0]}.*")
    return check is not None and check(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_words(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < _LARGEST_NUMBER
    return value is None


def _is_moment(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _END_OF_TIME


def _is_moment_or_none(value: object) -> bool:
    return value is None or _is_moment(value)


def _is_time(value: object) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == len(("start", "end"))
        and all(map(_is_moment, value))
        and value[0] < value[1]
    )


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_zone(value: object) -> bool:
    zone = zone_named(value) if isinstance(value, str) else None
    return zone is not None and zone.key == value


def _is_list_of_codes(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_text, value))


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_is_local, value))


def _is_local(value: object) -> bool:
    pair = ("language", "words")
    return isinstance(value, tuple) and all(
        isinstance(each, tuple) and len(each) == len(pair) and all(map(_is_text, each)) for each in value
    )


def _one_of(kinds: type[StrEnum]) -> Callable[[object], bool]:
    known = frozenset(each.value for each in kinds)
    return lambda value: isinstance(value, str) and value in known


def _words(*names: str) -> dict[str, Callable[[object], bool]]:
    """The checks for the fields of texts with these names. Each language of a text is a field of its own."""
    return {form: _is_words for name in names for form in (name, f"{name}.*")}


_LARGEST_NUMBER: Final = 1 << 53
"""The limit below which whole numbers are exact in every program that reads JSON."""
_END_OF_TIME: Final = 253_370_764_800_000
"""The year 9999, in milliseconds since 1970."""
_FIELDS: Final[dict[Thing, dict[str, Callable[[object], bool]]]] = {
    Thing.EVENT: {
        WITHDRAWN: _is_flag, **_words("title", "venue"), "zone": _is_zone, "first_day": _is_day, "last_day": _is_day,
        "languages": _is_list_of_codes,
    },
    Thing.POLICY: {
        "not_arrived": _one_of(NotArrived), "exits": _one_of(Exits), "door_words": _one_of(DoorWords),
    },
    Thing.CATEGORY: {
        WITHDRAWN: _is_flag, PLACE: _is_number, "letter": _is_text, **_words("name"), "colour": _is_text,
        "counts": _is_flag,
    },
    Thing.SESSION: {
        WITHDRAWN: _is_flag, TIME: _is_time, "doors_open": _is_moment_or_none, "last_entry": _is_moment_or_none,
        **_words("title", "room", "topic", "kind", "theme"), "speakers": _is_list_of_texts, "capacity": _is_number,
        "re_entry": _is_flag, "doors": _is_flag,
        OPEN_TO: lambda value: value in (TO_ALL, TO_SOME), f"{OPEN_TO}.*": _is_flag,
        "status": _one_of(SessionStatus), "uid": _is_words,
    },
    Thing.ROOM: {WITHDRAWN: _is_flag, **_words("name"), "capacity": _is_number},
    Thing.DELEGATION: {
        WITHDRAWN: _is_flag, "names": _is_list_of_texts, "kind": _one_of(DelegationKind), "order": _is_number,
        "quota": _is_number, "represents_state": _is_flag, "liaison.name": _is_text, "liaison.phone": _is_text,
    },
    Thing.FIELD: {
        WITHDRAWN: _is_flag, **_words("name"), "kind": _one_of(FieldKind), "choices": _is_list_of_texts,
        "shown": _is_list_of_codes, "private": _is_flag,
    },
}  # fmt: skip
"""The fields of each thing, each with the check of its value.

A name with a star stands for one field for each language or category.
"""
