"""Lets SQLite check the pages of a file."""

from __future__ import annotations

from typing import Any, Final

_HAS_INDEX: Final = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'search'"
_OPEN_INDEX: Final = "SELECT rowid FROM search LIMIT 1"


def said_of_pages(connection: Any, check: str) -> list[str]:  # noqa: ANN401 - a connection of SQLite
    """The faults that SQLite finds by this pragma (`quick_check` or `integrity_check`). Call it inside a transaction.

    The search index (FTS5) keeps a part of itself in the memory of each connection. When SQLite checks the index, it
    does not notice that another program has changed the index since, and tells of damage where there is none. When
    somebody reads the index, it does notice. So the index is read first.
    """
    if connection.execute(_HAS_INDEX).fetchone() is not None:
        connection.execute(_OPEN_INDEX).fetchone()
    return [words for (words,) in connection.execute(f"PRAGMA {check}") if words != "ok"]
