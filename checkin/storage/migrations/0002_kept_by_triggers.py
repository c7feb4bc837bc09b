"""What follows from an entry is kept by triggers, and one index less is written with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peewee import Database

STATEMENTS = (
    # Whether the newest entry is one's own says what the latest order is.
    "DROP INDEX streams_by_order",
    """CREATE TRIGGER stream_continued AFTER INSERT ON journal BEGIN
        UPDATE streams SET last_seq = new.seq, last_order = max(last_order, new.ord), last_hash = new.hash
        WHERE no = new.stream; END""",
    # How often the definitions have changed: whoever holds what they say asks for one number.
    "INSERT INTO own (name, value) VALUES ('edition', 0)",
    """CREATE TRIGGER definition_made AFTER INSERT ON definitions BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
    """CREATE TRIGGER definition_withdrawn AFTER DELETE ON definitions BEGIN
        UPDATE own SET value = value + 1 WHERE name = 'edition'; END""",
)


def up(_migrator: object, db: Database) -> None:
    """Make the triggers."""
    for statement in STATEMENTS:
        db.execute_sql(statement)  # type: ignore[no-untyped-call]
