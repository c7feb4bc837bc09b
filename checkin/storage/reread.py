"""Reads an open event file again from the disk, to see whether another program has put something else into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkin.storage.pages import said_of_pages
from checkin.storage.trouble import ERRORS, is_busy

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN: Final = "SELECT value FROM own WHERE name = 'event_id'"
_LAST: Final = "SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1"
_HASH: Final = "SELECT hash FROM journal WHERE entry = ?"
_HAS_EVENT: Final = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('own', 'journal')"
_ENDS: Final = "SELECT id, last_seq FROM streams"
_FORGET: Final = "PRAGMA shrink_memory"


def event_in(connection: Any) -> Any:  # noqa: ANN401 - a connection of SQLite, a value of its
    """The id of the event in the file of this connection; None if the file holds no event yet."""
    return _row(connection, _OWN) if _row(connection, _HAS_EVENT) == (2,) else None


def ends_in(connection: Any) -> dict[str, int]:  # noqa: ANN401 - a connection of SQLite
    """The number (seq) of the last entry of each stream in the file of this connection, by the stream's id."""
    return dict(connection.execute(_ENDS).fetchall())


def holds_the_same(connection: Any, event: Any, is_sound: Callable[[], bool] | None) -> bool:  # noqa: ANN401 - the same
    """Whether an open file, read again from the disk, still holds this event's id and the last journal entry.

    `event` is the event's id, None if the file held no event. `is_sound` checks the whole file; it is None if only
    SQLite itself has changed the file, because then this check is not needed. Raises SQLite's error if the file cannot
    be read now, because another program has locked it.
    """
    try:
        last = _row(connection, _LAST) if event is not None else None
        connection.execute(_FORGET)
        if event is not None and event_in(connection) != event:
            return False
        if last is not None and _row(connection, _HASH, last[0]) != (last[1],):
            return False
        return is_sound is None or (_has_whole_pages(connection) and is_sound())
    except ERRORS as error:
        if is_busy(error):
            raise
        return False


def _has_whole_pages(connection: Any) -> bool:  # noqa: ANN401 - the same
    connection.execute("BEGIN")
    try:
        return not said_of_pages(connection, "quick_check(1)")
    finally:
        connection.execute("ROLLBACK")


def _row(connection: Any, sql: str, *parameters: object) -> Any:  # noqa: ANN401 - a row of SQLite
    return connection.execute(sql, parameters).fetchone()
