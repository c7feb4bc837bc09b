"""Tells whether SQLite itself has written to an event file. It does so in a checkpoint only.

A checkpoint moves pages from the log to the file. The log is the write-ahead log beside the file: https://sqlite.org/walformat.html
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from checkin.storage.held_file import HeldFile

_HEADER: Final = 32
_ABOUT_LOG: Final = "PRAGMA wal_checkpoint(NOOP)"
_ALL_LOCKS: Final = Path("/proc/locks")
_LOCK_OF_CHECKPOINT: Final = 121
"""The byte of the log's index that SQLite locks during a checkpoint: WAL_CKPT_LOCK, https://sqlite.org/walformat.html"""


class LogState(NamedTuple):
    """How far checkpoints have come. Each checkpoint that moves a page to the file changes this state at its end.

    `header` is the beginning of the log, b"" if the log is empty or not held. `emptied` is the time (ns) at which an
    empty log was last made shorter, 0 if it is not empty. `moved` is the number of the log's frames (pages) that are
    in the file already.
    """

    header: bytes
    emptied: int
    moved: int

    def is_before(self, other: LogState) -> bool:
        """Whether a checkpoint has ended between this state and the other one, as far as the states show.

        A log that was empty may have been begun only, or begun, moved, emptied and begun again: this is not shown.
        """
        if self.moved != other.moved:
            return True
        return (
            self.header != other.header if self.header else not other.header and self.emptied != other.emptied
        )


def state_of(connection: Any, log: HeldFile | None) -> LogState:  # noqa: ANN401 - a connection of SQLite
    """How far checkpoints have come now."""
    header = log.read(_HEADER) if log is not None else b""
    return LogState(header, log.changed_at if log is not None and not header else 0, frames(connection)[1])


def frames(connection: Any) -> tuple[int, int]:  # noqa: ANN401 - the same
    """The number of frames in the write-ahead log, and how many of them a checkpoint has moved into the file."""
    _, all_of_them, moved = connection.execute(_ABOUT_LOG).fetchone()
    return all_of_them, moved


def one_goes_on(index: HeldFile | None) -> bool | None:
    """Whether a program is moving pages into the file now; None if this computer does not tell.

    `index` is the log's index. The question is put to the system: whoever opened the index, and closed it again, would
    free the locks that SQLite has on it in this process.
    """
    if index is None:
        return None
    try:
        known = _ALL_LOCKS.read_text("ascii")
    except OSError:
        return None
    held = re.findall(rf" WRITE +\S+ [0-9a-f]+:[0-9a-f]+:{index.number} (\d+) (\d+)$", known, re.MULTILINE)
    return any(int(first) <= _LOCK_OF_CHECKPOINT <= int(last) for first, last in held)
