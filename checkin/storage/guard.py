"""Notices that somebody else has deleted, replaced, overwritten or cut short an event file while the file is open.

SQLite itself does not notice this, because it uses the file's name only when it opens the file. It would go on writing
into a deleted file, or into a file that another program has filled with something else.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from contextlib import contextmanager
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from checkin.storage.held_file import HeldFile, there_is
from checkin.storage.reread import event_in, holds_the_same
from checkin.storage.trouble import ERRORS, is_busy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LOG = logging.getLogger(__name__)
_SECOND_LOOK_SECONDS: Final = 0.02
"""The wait before a file counts as gone: whoever renames a file there and back gets the time to do so."""
_HEADER: Final = 32
_BESIDE_PAGE: Final = 24
_MAGIC: Final = b"\x37\x7f\x06"
"""Size of the header of a write-ahead log and of each frame, and how a log begins: https://sqlite.org/walformat.html"""
_ABOUT_LOG: Final = "PRAGMA wal_checkpoint(NOOP)"
_LOOKS_AT_LOG: Final = 3
_LOOKS_AT_CHECKPOINT: Final = 25
"""A checkpoint of another program first writes to the file and then says so: these looks give it half a second."""


class Loss(Enum):
    """The ways in which somebody else can take away or damage an open event file."""

    DELETED = auto()
    MOVED = auto()
    REPLACED = auto()
    CUT = auto()
    OVERWRITTEN = auto()
    LOG = auto()
    """The write-ahead log or its index, which belong to the event file, were deleted or replaced."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether the open file is no longer the one at its path."""
        return self in {Loss.DELETED, Loss.MOVED, Loss.REPLACED}


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
        self._checkpoint: tuple[bytes, int] = (b"", 0)
        self._event: Any = None
        self._page = 0
        self._is_checkpointing = False
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
            self._checkpoint = self._last_checkpoint(connection)
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

    @contextmanager
    def own_checkpoint(self) -> Iterator[None]:
        """Tell the guard that inside the block this program moves pages from the log into the event file.

        Meanwhile a look does not ask who has changed the file; the first look after the block does.
        """
        self._is_checkpointing = True
        try:
            yield
        finally:
            self._is_checkpointing = False

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
        if not any(self._is_log_whole(connection) for _ in range(_LOOKS_AT_LOG)):
            return Loss.CUT
        try:
            return self._looked_inside(connection, file, _marks(there))
        except ERRORS as error:
            if is_busy(error):
                return None  # the next look, at the next act, tells
            raise

    def _looked_inside(
        self,
        connection: Any,  # noqa: ANN401 - the same
        file: HeldFile,
        marks: tuple[int, int, int],
    ) -> Loss | None:
        if marks[1] < self._seen[1]:  # the program never makes an event file smaller
            return Loss.CUT
        if marks[:2] != self._seen[:2]:
            if self._is_checkpointing:
                return None
            former = self._checkpoint
            has_moved = self._has_moved_pages(connection)
            there = there_is(self._path)  # a checkpoint may have written more to the file before it ended
            if there is not None and file.is_here(there):
                marks = _marks(there)
            if not holds_the_same(connection, self._event, None if has_moved else self.is_sound):
                _LOG.info("the event file was changed from outside: %s, now %s", former, self._checkpoint)
                return Loss.OVERWRITTEN
        self._seen = marks
        return None

    def _has_moved_pages(self, connection: Any) -> bool:  # noqa: ANN401 - the same
        """Whether SQLite itself has written to the file since the last look, in this program or in another."""
        former = self._checkpoint
        for _ in range(_LOOKS_AT_CHECKPOINT):
            self._checkpoint = self._last_checkpoint(connection)
            if former[1] != self._checkpoint[1] or former[0] not in {b"", self._checkpoint[0]}:
                return True
            time.sleep(_SECOND_LOOK_SECONDS)
        return False

    def _last_checkpoint(self, connection: Any) -> tuple[bytes, int]:  # noqa: ANN401 - the same
        """The log's header, and the number of the log's frames that were moved into the file.

        At least one of the two changes whenever SQLite moves pages from the log into the file.
        """
        begun = self._log.read(_HEADER) if self._log is not None else b""
        return begun, _frames(connection)[1]

    def _is_log_here(self) -> bool:
        return all(each is None or each.is_here(there_is(each.path)) for each in (self._log, self._index))

    def _is_log_whole(self, connection: Any) -> bool:  # noqa: ANN401 - the same
        """Whether the log is as long as SQLite believes. Another program may rightly shorten the log meanwhile."""
        if self._log is None:
            return True
        is_begun, self._log_size = self._log.begins_with(_MAGIC), self._log.size
        frames = _frames(connection)[0]
        return frames <= 0 or (is_begun and self._log_size >= _HEADER + frames * (_BESIDE_PAGE + self._page))


def _frames(connection: Any) -> tuple[int, ...]:  # noqa: ANN401 - a connection of SQLite
    """The number of frames in the write-ahead log, and how many of them a checkpoint has moved into the file."""
    return tuple(connection.execute(_ABOUT_LOG).fetchone()[1:])


def _marks(there: os.stat_result) -> tuple[int, int, int]:
    """The file's time of last change (ns), size (bytes) and number (inode).

    The first two tell whether something was written to the file.
    """
    return there.st_mtime_ns, there.st_size, there.st_ino
