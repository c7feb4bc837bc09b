"""Lets SQLite check the pages of a file."""

from __future__ import annotations

from typing import Any, Final

_HAS_INDEX: Final = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'search'"
_OPEN_INDEX: Final = "SELECT rowid FROM search LIMIT 1"


def said_of_pages(connection: Any, check: str) -> list[str]:  # noqa: ANN401 - a connection of SQLite
    """The faults in the file, in SQLite's words, that the pragma `check` finds (`quick_check` or `integrity_check`).

    The caller must have opened a transaction. Each connection keeps a part of the search index (FTS5) in memory. If
    another program has changed the index meanwhile, that part is out of date, and the check would report damage where
    there is none. Reading the index renews that part, so the index is read before the check.
    """
    if connection.execute(_HAS_INDEX).fetchone() is not None:
        connection.execute(_OPEN_INDEX).fetchone()
    return [words for (words,) in connection.execute(f"PRAGMA {check}") if words != "ok"]
