"""Adds the digest of each delegate's photo; the photo's bytes lie in the table of pictures, which already exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database


def up(_migrator: object, db: Database) -> None:
    """Add the column, which is empty because nobody has a photo yet."""
    db.execute_sql("ALTER TABLE delegates ADD COLUMN photo TEXT NOT NULL DEFAULT ''")  # type: ignore[no-untyped-call]
