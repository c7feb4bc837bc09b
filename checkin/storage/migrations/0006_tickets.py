"""The ticket codes of other systems, and the key by which the delegate of a ticket is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    "ALTER TABLE delegates ADD COLUMN ticket TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE delegates ADD COLUMN ticket_key TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX delegates_by_ticket ON delegates (ticket_key) WHERE ticket_key <> ''",
)


def up(_migrator: object, db: Database) -> None:
    """Add the columns and the index; nobody has a ticket yet."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
