"""Tells whether SQLite itself has written to an event file, which SQLite does only in a checkpoint.

A checkpoint moves pages from the log to the file. The log is the write-ahead log beside the file:
https://sqlite.org/walformat.html
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from checkin.storage.held_file import HeldFile

HEADER: Final = 32
"""The size of the header of a write-ahead log, in bytes."""
_ABOUT_LOG: Final = "PRAGMA wal_checkpoint(NOOP)"
_ALL_LOCKS: Final = Path("/proc/locks")
_LOCK_OF_CHECKPOINT: Final = 121
"""The byte of the log's index that SQLite locks during a checkpoint: WAL_CKPT_LOCK, https://sqlite.org/walformat.html"""


class LogState(NamedTuple):
    """How far SQLite's checkpoints have come; a checkpoint moves pages from the write-ahead log to the event file.

    A checkpoint that moves a page changes this state when it ends. `header` holds the first bytes of the log, none if
    the log is empty or not held open. `emptied` is the time (ns) at which the empty log was last made shorter, 0 if the
    log is not empty. `moved` is the number of the log's frames (pages) that are in the event file already.
    """

    header: bytes
    emptied: int
    moved: int

    def is_before(self, other: LogState) -> bool:
        """Whether a checkpoint has ended after this state and before the state `other`, as far as the two states show.

        They do not show it if the log is empty in this state and not in `other`: the log may have been filled once, or
        filled, moved to the file, emptied and filled again. Then the answer is False.
        """
        if self.moved != other.moved:
            return True
        return (
            self.header != other.header if self.header else not other.header and self.emptied != other.emptied
        )


def state_of(connection: Any, log: HeldFile | None) -> LogState:  # noqa: ANN401 - a connection of SQLite
    """The present state of the write-ahead log: what SQLite has moved from the log to the event file (see `LogState`).

    `log` is the write-ahead log, None if it is not known.
    """
    header = log.read(HEADER) if log is not None else b""
    return LogState(header, log.changed_at if log is not None and not header else 0, frames(connection)[1])


def frames(connection: Any) -> tuple[int, int]:  # noqa: ANN401 - the same
    """The number of frames in the write-ahead log, and how many of them a checkpoint has moved into the file."""
    _, all_of_them, moved = connection.execute(_ABOUT_LOG).fetchone()
    return all_of_them, moved


def one_goes_on(index: HeldFile | None) -> bool | None:
    """Whether a checkpoint, of this program or another, is going on now; None if the operating system does not tell.

    `index` is the file with the log's index. The answer comes from the system's list of locks: if this function opened
    and closed the index, the locks that SQLite holds on the index in this process would be freed.
    """
    if index is None:
        return None
    try:
        known = _ALL_LOCKS.read_text("ascii")
    except OSError:
        return None
    held = re.findall(rf" WRITE +\S+ [0-9a-f]+:[0-9a-f]+:{index.number} (\d+) (\d+)$", known, re.MULTILINE)
    return any(int(first) <= _LOCK_OF_CHECKPOINT <= int(last) for first, last in held)
