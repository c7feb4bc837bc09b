"""What reports ask for: the readings that doors have refused, and who was in one session."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    # One row for each refused reading, under the number of its entry; the time in milliseconds since 1970.
    """CREATE TABLE refusals (entry INTEGER PRIMARY KEY REFERENCES journal, session TEXT NOT NULL,
        reason TEXT NOT NULL, at INTEGER NOT NULL)""",
    "CREATE INDEX stays_by_session ON stays (session, person, n)",
)


def up(_migrator: object, db: Database) -> None:
    """Make both."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
