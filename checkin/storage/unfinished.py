"""Reads which long acts, such as imports, were begun and neither finished nor undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checkin.storage.database import Database


class Unfinished(NamedTuple):
    """A long act (such as an import) that was begun, but neither finished nor undone: its id and the id of its desk.

    `is_written_here` is False if entries of the act came from another event file.
    """

    act: str
    desk: str
    is_written_here: bool


def unfinished(database: Database) -> list[Unfinished]:
    """All long acts (such as imports) that were begun, but neither finished nor undone."""
    # Both kinds are named each time, because only then SQLite uses the partial index on them.
    rows = database.rows(
        """SELECT s.id || '-' || b.act, s.desk, s.written_here FROM journal b JOIN streams s ON s.no = b.stream
        WHERE b.kind IN ('act_begun', 'act_ended') AND b.kind = 'act_begun' AND NOT EXISTS (
            SELECT 1 FROM journal e WHERE e.kind IN ('act_begun', 'act_ended') AND e.kind = 'act_ended'
            AND e.stream = b.stream AND e.act = b.act)
        AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.act = s.id || '-' || b.act) ORDER BY b.entry"""
    )
    return [Unfinished(act, desk, bool(written_here)) for act, desk, written_here in rows]


def is_unfinished(database: Database, act: str) -> bool:
    """Whether the act with this id is a long act that was begun, but neither finished nor undone."""
    return any(act == each.act for each in unfinished(database))
