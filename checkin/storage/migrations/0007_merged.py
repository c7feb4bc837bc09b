"""Adds the tables for merged registrations, for their other references and tickets, and for pairs of two persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    # One row for each id that leads to another one's row; nobody's own id stands here.
    "CREATE TABLE merged (id TEXT PRIMARY KEY, kept TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX merged_by_kept ON merged (kept)",
    # References and tickets of merged registrations that do not stand in the row of the person who was kept.
    """CREATE TABLE also_known (sort TEXT NOT NULL, key TEXT NOT NULL, delegate TEXT NOT NULL,
        PRIMARY KEY (sort, key, delegate)) WITHOUT ROWID""",
    "CREATE INDEX also_known_by_delegate ON also_known (delegate)",
    "CREATE TABLE separated (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID",
    # Whoever names a person is folded again when that person's id leads elsewhere.
    "CREATE INDEX delegates_who_accompany ON delegates (accompanies) WHERE accompanies <> ''",
    "CREATE INDEX delegates_represented ON delegates (represented_by) WHERE represented_by <> ''",
)


def up(_migrator: object, db: Database) -> None:
    """Create the tables, which are empty because nobody is merged yet."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
