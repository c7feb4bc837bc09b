"""What staff do with the doors of sessions, and the stays whose badge was asked to be shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    "CREATE TABLE doors (session TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID",
    # Whoever holds the programme holds the doors too, and asks for one number whether either has changed.
    """CREATE TRIGGER doors_set AFTER INSERT ON doors BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    """CREATE TRIGGER doors_changed AFTER UPDATE ON doors BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    """CREATE TRIGGER doors_let_go AFTER DELETE ON doors BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    "ALTER TABLE stays ADD COLUMN was_asked INTEGER NOT NULL DEFAULT 0",
)


def up(_migrator: object, db: Database) -> None:
    """Make all of it."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
