"""Writes the fields of the things that the event defines, and the state that staff gave to sessions' doors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage.codec import to_json
from checkin.storage.definitions import of_thing

if TYPE_CHECKING:
    from checkin.domain.programme import DoorState
    from checkin.domain.things import Thing, Values
    from checkin.storage.database import Database


def write(database: Database, what: Thing, code: str, values: Values) -> None:
    """Set the fields of a session, room or other part of the event to these values; delete its other fields."""
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


def write_doors(database: Database, session: str, state: DoorState | None) -> None:
    """Store the state that staff gave to the doors of this session; None deletes the stored state."""
    if state is None:
        database.run("DELETE FROM doors WHERE session = ?", (session,))
    else:
        database.run(
            """INSERT INTO doors (session, state) VALUES (?, ?)
            ON CONFLICT DO UPDATE SET state = excluded.state WHERE state <> excluded.state""",
            (session, state.value),
        )
