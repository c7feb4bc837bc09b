"""Moves the content of the write-ahead log into the event file, so that the log does not grow without end."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checkin.storage.trouble import ERRORS

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.storage.gate import Gate
    from checkin.storage.on_disk import GuardedDatabase

_WEIGHT_BETWEEN_MOVES: Final = 400
_BATCH_WEIGHT: Final = 10
"""One transaction of batch work fills the log as much as this many commits of the desk."""


class LogMover:
    """Moves the log of one open event file, now and again in a thread of its own while desks go on."""

    def __init__(self, peewee: GuardedDatabase, gate: Gate, is_in_place: Callable[[], bool]) -> None:
        """Use these connections; `is_in_place` says whether the log would be moved into the right file."""
        self._peewee = peewee
        self._gate = gate
        self._is_in_place = is_in_place
        self._weight = 0
        self._moving = threading.Lock()
        self._thread: threading.Thread | None = None

    def checkpoint(self) -> None:
        """Move the content of the log into the file itself, while others go on reading and writing."""
        self._move("PASSIVE")

    def shrink(self) -> None:
        """Free the disk space of the log, unless somebody is reading from the log."""
        with suppress(*ERRORS):
            self._move("TRUNCATE")

    def is_due(self, *, batch: bool) -> bool:
        """Count one more transaction; return whether there were so many that the log must be moved now."""
        self._weight += _BATCH_WEIGHT if batch else 1
        if self._weight < _WEIGHT_BETWEEN_MOVES:
            return False
        self._weight = 0
        return True

    def begin(self) -> None:
        """Move the log in a thread of its own, unless that thread is at work already."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._move_in_two, daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until the thread that `begin` started has ended."""
        if self._thread is not None:
            self._thread.join()

    def _move(self, how: str) -> None:
        """Move the content of the log in SQLite's way `how`; do nothing if the file is not the same."""
        with self._moving:
            if self._is_in_place():
                self._peewee.connection().execute(f"PRAGMA wal_checkpoint({how})")

    def _move_in_two(self) -> None:
        """Move the log in two steps: nearly all of it while desks go on, then the rest.

        During the second step no other thread writes, so that nothing is left in the log. Only then can the log begin
        anew; otherwise it would grow for as long as somebody writes.
        """
        try:
            self.checkpoint()
            with self._gate.for_batch():
                self.checkpoint()
            self._peewee.close()
        except ERRORS:
            return  # the next move will do it; nothing is lost meanwhile
