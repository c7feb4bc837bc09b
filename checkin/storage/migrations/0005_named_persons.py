"""Who is named for which session, with the answer, the seat and the number of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    """CREATE TABLE named (delegate TEXT NOT NULL, session TEXT NOT NULL, answer TEXT NOT NULL, seat TEXT NOT NULL,
        persons INTEGER NOT NULL, withdrawn INTEGER NOT NULL, PRIMARY KEY (delegate, session)) WITHOUT ROWID""",
    "CREATE INDEX named_by_session ON named (session)",
)


def up(_migrator: object, db: Database) -> None:
    """Make the table; nobody is named yet."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
