"""Compares the schema of an event file with the schema that the migrations of this program make.

Somebody who can write to the file can replace a table by a view that never comes to an end, or add a trigger that never
ends. So this program reads nothing through views, and records nothing in a file with triggers of somebody else.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeAlias

from checkin.domain.faults import Fault, Finding
from checkin.errors import EventFileError
from checkin.storage.database import Database
from checkin.storage.migrating import migrate, pending_migrations, written_migrations
from checkin.storage.trouble import DamagedError

Made: TypeAlias = tuple[str | None, ...]
"""A row of SQLite's schema, which describes one table, index, view or trigger: its type, name, table and SQL."""
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def schema_of(database: Database) -> frozenset[Made]:
    """The schema of this file: one row for each table, index, view and trigger."""
    return frozenset(tuple(row) for row in database.rows(_SCHEMA))


def schema_of_migrations() -> frozenset[Made]:
    """The schema that the migrations of this program make in a new file."""
    fresh = Database(Path(":memory:"))
    try:
        migrate(fresh)
        return schema_of(fresh)
    finally:
        fresh.close()


def different_schema(database: Database) -> list[Finding]:
    """One finding for each part of the schema that is missing, or differs from what the migrations make."""
    names = {str(row[1]) for row in schema_of(database) ^ schema_of_migrations()}
    return [Finding(Fault.SCHEMA, name) for name in sorted(names)]


def has_foreign_code(database: Database) -> bool:
    """Whether this file holds views or triggers that no migration of this program has made."""
    return bool(_foreign(database, "view", "trigger"))


def require_tables(database: Database) -> None:
    """Raise DamagedError if a view stands in the place of a table of this program; reading the view may never end."""
    views = _foreign(database, "view")
    asked = {str(row[1]) for row in _ever_made() if row[0] == "table"} if views else set()
    false = [name for name in views if name in asked]
    if false:
        raise DamagedError(
            "The event file is damaged",
            f"In {database.path} something else stands in the place of {', '.join(false)}. Open the newest back-up "
            "beside it with 'checkin restore'; this file is kept.",
        )


def foreign_triggers(database: Database) -> EventFileError | None:
    """The error for a file with triggers of somebody else, in which nothing may be recorded; None if it has none."""
    foreign = _foreign(database, "trigger")
    if not foreign:
        return None
    return EventFileError(
        "Another program has changed the event file",
        f"{database.path} holds commands that are not this program's ({', '.join(foreign)}), so nothing is recorded in "
        "it. Open the newest back-up beside it with 'checkin restore'; this file is kept.",
    )


def _foreign(database: Database, *kinds: str) -> list[str]:
    """The names of the parts of these kinds that no migration has made, of whichever version of this program."""
    found = {row for row in schema_of(database) if row[0] in kinds}
    if found:  # to find a statement in the text is quicker than to carry out the migrations
        written = written_migrations()
        found = {row for row in found if str(row[3]) not in written}
    return sorted(str(row[1]) for row in found - _ever_made()) if found else []


def _ever_made() -> frozenset[Made]:
    """Every part of the schema that some migration has made, even if a later migration has removed it."""
    fresh = Database(Path(":memory:"))
    try:
        steps = []
        for name in pending_migrations(fresh):
            migrate(fresh, to=name)
            steps.append(schema_of(fresh))
        return frozenset().union(*steps)
    finally:
        fresh.close()
