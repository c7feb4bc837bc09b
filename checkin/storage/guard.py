"""Notices that somebody else has deleted, replaced, overwritten or cut short an event file while the file is open.

SQLite itself does not notice this, because it uses the file's name only when it opens the file. It would go on writing
into a deleted file, or into a file that another program has filled with something else.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from checkin.storage.checkpoints import HEADER, LogState, frames, one_goes_on, state_of
from checkin.storage.held_file import HeldFile, there_is
from checkin.storage.loss import Loss
from checkin.storage.reread import event_in, holds_the_same
from checkin.storage.trouble import ERRORS, is_busy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_LOG = logging.getLogger(__name__)
_SECOND_LOOK_SECONDS: Final = 0.02
"""The wait before a file counts as gone: whoever renames a file there and back gets the time to do so."""
_BESIDE_PAGE: Final = 24
_MAGIC: Final = b"\x37\x7f\x06"
"""The bytes beside the page in each frame of a write-ahead log, and how a log begins: https://sqlite.org/walformat.html"""
_LOOKS_AT_LOG: Final = 100
_NEVER: Final = -1
"""A time of last change that no file has."""
_UNTOLD_SECONDS: Final = 0.5
"""The time that a checkpoint gets to end on a system that does not tell whether a checkpoint goes on."""


class Guard:
    """Checks one open event file for changes by others. A check takes some microseconds if nothing has changed."""

    def __init__(self, path: Path) -> None:
        """Remember the file that lies at this path now as the right one. Without a file, `look` finds no loss."""
        self.is_sound: Callable[[], bool] = lambda: True
        """Checks the whole file; asked when the file has changed and SQLite has not done so."""
        self._path = os.path.abspath(path)  # noqa: PTH100 - a text, as each look needs it
        there = there_is(self._path)
        self._file = HeldFile(self._path, there) if there is not None else None
        self._seen = _marks(there) if there is not None else (0, 0, 0)
        self._log: HeldFile | None = None
        self._index: HeldFile | None = None
        self._log_size = 0
        self._checkpoints = LogState(b"", 0, 0)
        self._event: Any = None
        self._page = 0
        self._lock = threading.Lock()

    def learn_log(self, connection: Any) -> None:  # noqa: ANN401 - a connection of SQLite
        """Remember the write-ahead log and its index, which lie beside the file now, as the right ones.

        `connection` has both files open.
        """
        self._event = event_in(connection)  # the first question makes SQLite open the log
        log, index = f"{self._path}-wal", f"{self._path}-shm"
        there = there_is(log), there_is(index)
        if self._log is None and there[0] is not None and there[1] is not None:
            (self._page,) = connection.execute("PRAGMA page_size").fetchone()
            self._log, self._index = HeldFile(log, there[0], is_read=True), HeldFile(index, there[1])
            self._checkpoints = state_of(connection, self._log)
        now = there_is(self._path)
        self._seen = _marks(now) if now is not None else self._seen

    def look(self, connection: Any) -> Loss | None:  # noqa: ANN401 - the same
        """What has happened to the file since it was opened; None if nothing has.

        Call this outside transactions. Raises OSError if the disk does not answer, or SQLite's error if SQLite fails.
        """
        if self._file is None or self._is_as_seen():
            return None
        with self._lock:
            return self._looked_closer(connection, self._file)

    def doubt(self) -> None:
        """Make the next `look` examine the file closely, even if the file seems unchanged.

        Call this method when SQLite has failed in a way that damage to the file would explain.
        """
        self._seen = (_NEVER, *self._seen[1:])

    @property
    def is_in_doubt(self) -> bool:
        """Whether the next `look` will examine the file closely because `doubt` was called."""
        return self._seen[0] == _NEVER

    @property
    def size_of_log(self) -> int:
        """The size of the write-ahead log in bytes; 0 if there is none."""
        return self._log.size if self._log is not None else 0

    def owns_log(self) -> bool:
        """Whether the log that lies beside the file now belongs to the open file; True also if there is no log."""
        return self._log is None or there_is(self._log.path) is None or self._is_log_here()

    def is_in_place(self) -> bool:
        """Whether the file at the path is the one that was opened."""
        return self._file is None or self._file.is_here(there_is(self._path))

    @property
    def event(self) -> Any:  # noqa: ANN401 - a value of SQLite
        """The id of the event that the file held when it was opened; None if it held none or has no log."""
        return self._event

    def _is_as_seen(self) -> bool:
        """Whether nothing has changed since the last look, except that the log has grown."""
        try:
            if _marks(os.stat(self._path)) != self._seen:  # noqa: PTH116 - 3 µs less at each act
                return False
            log, index = self._log, self._index
            if log is None or index is None:
                return True
            there = os.stat(log.path)  # noqa: PTH116 - the same
            if there.st_ino != log.number or there.st_size < self._log_size or not log.begins_with(_MAGIC):
                return False
            self._log_size = there.st_size
            return os.stat(index.path).st_ino == index.number  # noqa: PTH116 - the same
        except (FileNotFoundError, NotADirectoryError):
            return False

    def _looked_closer(self, connection: Any, file: HeldFile) -> Loss | None:  # noqa: ANN401 - the same
        try:
            # Before the file is looked at: so whatever a checkpoint writes after the look changes this state later.
            state = state_of(connection, self._log)
            there = there_is(self._path)
            if not file.is_here(there) or not self._is_log_here():
                time.sleep(_SECOND_LOOK_SECONDS)
                there = there_is(self._path)
            if there is None:
                return Loss.DELETED if file.is_deleted else Loss.MOVED
            if not file.is_here(there):
                return Loss.REPLACED
            if not self._is_log_here():
                return Loss.LOG
            if not self._is_log_whole(connection):
                return Loss.CUT
            return self._looked_inside(connection, _marks(there), state)
        except ERRORS as error:
            if is_busy(error):
                return None  # the next look, at the next act, tells
            raise

    def _looked_inside(self, connection: Any, marks: tuple[int, int, int], state: LogState) -> Loss | None:  # noqa: ANN401 - the same
        if marks[1] < self._seen[1]:  # the program never makes an event file smaller
            return Loss.CUT
        if marks[:2] != self._seen[:2]:
            # Asked before the state: a checkpoint that has ended meanwhile has changed the state.
            goes_on = one_goes_on(self._index)
            has_moved = self._has_moved_pages(connection, 0.0 if goes_on is not None else _UNTOLD_SECONDS)
            is_sound = None if has_moved or goes_on else self.is_sound
            if not holds_the_same(connection, self._event, is_sound):
                _LOG.info("the event file was changed from outside: %s, now %s", self._checkpoints, state)
                return Loss.OVERWRITTEN
            if goes_on and not has_moved:
                return None  # the checkpoint has written and will write; the look after its end tells
        self._seen, self._checkpoints = marks, state
        return None

    def _has_moved_pages(self, connection: Any, patience: float) -> bool:  # noqa: ANN401 - the same
        """Whether a checkpoint, of this program or another, has ended since the last look, or ends in so many seconds.

        A checkpoint first writes to the file, and tells of it when it ends.
        """
        until = time.monotonic() + patience
        while not self._checkpoints.is_before(state_of(connection, self._log)):
            if time.monotonic() >= until:
                return False
            time.sleep(_SECOND_LOOK_SECONDS)
        return True

    def _is_log_here(self) -> bool:
        return all(each is None or each.is_here(there_is(each.path)) for each in (self._log, self._index))

    def _is_log_whole(self, connection: Any) -> bool:  # noqa: ANN401 - the same
        """Whether the log is as long as SQLite believes.

        Another program may rightly shorten the log meanwhile. SQLite then believes something else afterwards, and it is
        asked again.
        """
        log = self._log
        if log is None:
            return True
        for _ in range(_LOOKS_AT_LOG):
            before = frames(connection)[0], log.read(HEADER)
            is_begun, self._log_size = log.begins_with(_MAGIC), log.size
            if before[0] <= 0 or (
                is_begun and self._log_size >= HEADER + before[0] * (_BESIDE_PAGE + self._page)
            ):
                return True
            if (frames(connection)[0], log.read(HEADER)) == before:
                return False
        return True  # another program goes on writing; the next look tells


def _marks(there: os.stat_result) -> tuple[int, int, int]:
    """The file's time of last change (ns), size (bytes) and number (inode).

    The first two tell whether something was written to the file.
    """
    return there.st_mtime_ns, there.st_size, there.st_ino
