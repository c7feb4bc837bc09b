"""The choice that a delegate's badge shows the Latin name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database


def up(_migrator: object, db: Database) -> None:
    """Add the column; nobody has made the choice yet."""
    db.execute_sql("ALTER TABLE delegates ADD COLUMN latin_only INTEGER NOT NULL DEFAULT 0")  # type: ignore[no-untyped-call]
