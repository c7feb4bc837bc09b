"""Reads the things that the event defines, with their fields, and the state that staff gave to sessions' doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.entry_keys import doors_key
from checkin.domain.folding import doors_set_since
from checkin.domain.programme import DoorState
from checkin.domain.things import Thing
from checkin.storage.codec import from_json
from checkin.storage.journal import standings
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.things import DefinedValue
    from checkin.storage.database import Database


def everything(database: Database) -> dict[tuple[Thing, str], dict[str, DefinedValue]]:
    """All things that the event defines, such as sessions and rooms: the fields of each, by its kind and code.

    The fields are a mapping from a field's name to its value.
    """
    known: dict[tuple[Thing, str], dict[str, DefinedValue]] = {}
    for what, code, field, value in database.rows("SELECT what, code, field, value FROM definitions"):
        try:
            known.setdefault((Thing(what), code), {})[field] = from_json(value)
        except (ValueError, TypeError) as error:
            raise damaged("the definition of", f"{what} {code}") from error
    return known


def of_thing(database: Database, what: Thing, code: str) -> dict[str, DefinedValue]:
    """The fields of one thing that the event defines, found by its kind and code: a mapping from name to value.

    The mapping is empty if the event defines no such thing.
    """
    rows = database.rows(
        "SELECT field, value FROM definitions WHERE what = ? AND code = ?", (what.value, code)
    )
    return {field: from_json(value) for field, value in rows}


def doors_by_hand(database: Database) -> dict[str, DoorState]:
    """The state that staff gave to the doors of a session, by the session's code.

    Sessions to whose doors staff gave no state are left out.
    """
    try:
        return {
            session: DoorState(state) for session, state in database.rows("SELECT session, state FROM doors")
        }
    except ValueError as error:
        raise damaged("the doors of", "a session") from error


def doors_by_hand_since(database: Database, session: str) -> datetime | None:
    """The time since which this session's doors have been as staff last set them; None if staff never set them.

    Acts that were undone are left out. Setting the doors to a state (open or closed) that they have already does not
    change this time.
    """
    return doors_set_since(standings(database, [doors_key(session)]))
