"""Writes the fields of the things that the event defines, such as sessions and categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage.codec import to_json
from checkin.storage.definitions import of_thing

if TYPE_CHECKING:
    from checkin.domain.things import Thing, Values
    from checkin.storage.database import Database


def write(database: Database, what: Thing, code: str, values: Values) -> None:
    """Set the fields of a thing in the event's definition to these values, and delete its other fields."""
    known = of_thing(database, what, code)
    gone = [(what.value, code, field) for field in known if field not in values]
    different = [
        (what.value, code, field, to_json(value))
        for field, value in values.items()
        if field not in known or known[field] != value or type(known[field]) is not type(value)
    ]
    database.run_many("DELETE FROM definitions WHERE what = ? AND code = ? AND field = ?", gone)
    database.run_many(
        """INSERT INTO definitions (what, code, field, value) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value""",
        different,
    )
