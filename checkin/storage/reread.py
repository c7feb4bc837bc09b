"""Reads an open event file anew from the disk, to see whether another program has put something else into it."""

from __future__ import annotations

from contextlib import closing
from typing import Any, Final

from sqlcipher3 import dbapi2 as sqlite

from checkin.storage.trouble import ERRORS

_OWN: Final = "SELECT value FROM own WHERE name = 'event_id'"
_LAST: Final = "SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1"
_HASH: Final = "SELECT hash FROM journal WHERE entry = ?"
_ALL: Final = "SELECT (SELECT count(*) FROM journal) = (SELECT coalesce(sum(last_seq), 0) FROM streams)"


def holds_the_same(known: Any, path: str, *, is_expected: bool) -> bool:  # noqa: ANN401 - a connection of SQLite
    """Whether the file at this path still holds the event that the connection `known` has read.

    `is_expected` says that SQLite itself has written to the file, by a checkpoint. If it has not, the whole file is
    checked. A new connection reads what is on the disk, for it remembers no page.
    """
    try:
        with closing(sqlite.connect(path, isolation_level=None)) as fresh:
            if not _has_event(known):
                return True
            if _row(known, _OWN) != _row(fresh, _OWN):
                return False
            last = _row(known, _LAST)
            if last is not None and _row(fresh, _HASH, last[0]) != (last[1],):
                return False
            return is_expected or _is_sound(fresh)
    except ERRORS:
        return False


def _has_event(connection: Any) -> bool:  # noqa: ANN401 - the same
    wanted = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('own', 'journal')"
    return bool(_row(connection, wanted) == (2,))


def _is_sound(connection: Any) -> bool:  # noqa: ANN401 - the same
    return bool(_row(connection, _ALL) == (1,) and _row(connection, "PRAGMA quick_check(1)") == ("ok",))


def _row(connection: Any, sql: str, *parameters: object) -> Any:  # noqa: ANN401 - a row of SQLite
    return connection.execute(sql, parameters).fetchone()
