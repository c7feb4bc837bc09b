"""The definitions that stand: the event, its programme and whatever else is defined, a row for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.things import Thing
from checkin.storage.codec import from_json, to_json
from checkin.storage.trouble import damaged

if TYPE_CHECKING:
    from checkin.domain.things import DefinedValue, Values
    from checkin.storage.database import Database


def everything(database: Database) -> dict[tuple[Thing, str], dict[str, DefinedValue]]:
    """All things with their fields, by kind and code."""
    known: dict[tuple[Thing, str], dict[str, DefinedValue]] = {}
    for what, code, field, value in database.rows("SELECT what, code, field, value FROM definitions"):
        try:
            known.setdefault((Thing(what), code), {})[field] = from_json(value)
        except (ValueError, TypeError) as error:
            raise damaged("the definition of", f"{what} {code}") from error
    return known


def of_thing(database: Database, what: Thing, code: str) -> dict[str, DefinedValue]:
    """The fields of one thing."""
    rows = database.rows(
        "SELECT field, value FROM definitions WHERE what = ? AND code = ?", (what.value, code)
    )
    return {field: from_json(value) for field, value in rows}


def write(database: Database, what: Thing, code: str, values: Values) -> None:
    """Make the thing's fields these, and no others."""
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
