"""What ours is compared with: the barest program that does the same kind of work on the same machine."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from checkin.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class BareCommits:
    """A SQLite file of its own, with the same pragmas, into which one row goes at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.prepare_for_writing()
        database.run("CREATE TABLE bare (no INTEGER PRIMARY KEY, code TEXT NOT NULL, at INTEGER NOT NULL)")

    def commit(self) -> None:
        """Insert one row, durably: one statement straight to SQLite."""
        self._database.peewee.connection().execute(
            "INSERT INTO bare (code, at) VALUES ('B000000000000000', 0)"
        )

    def bytes_per_row(self) -> float:
        """What one row takes in the file."""
        self._database.log.checkpoint()
        pages = self._database.row("PRAGMA page_count")[0]
        rows = self._database.row("SELECT count(*) FROM bare")[0]
        return float(pages * self._database.row("PRAGMA page_size")[0] / rows)


@contextmanager
def bare_commits(folder: Path) -> Iterator[BareCommits]:
    """Bare commits into a new file in this folder."""
    database = Database(folder / "bare.sqlite")
    try:
        yield BareCommits(database)
    finally:
        database.close()
