"""The lock for writing to an event file: one thread of this process writes at a time, the desk before batch work."""

from __future__ import annotations

import threading
import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable


_CALM_SECONDS: Final = 2.0


class Gate:
    """A lock for writing to an event file, which only one thread can hold at a time.

    Work of the desk (such as a scan) gets the lock before any batch work (such as an import) that waits for it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changed = threading.Condition(self._lock)
        self._inside: int | None = None
        self._desk_waiting = 0
        self._batch_waiting = 0
        self._desk_came = -_CALM_SECONDS
        self._from_desk = _Way(self._enter_from_desk, self._leave)
        self._from_batch = _Way(self._enter_from_batch, self._leave)

    @property
    def is_mine(self) -> bool:
        """Whether the calling thread holds the lock, so that only this thread may write now."""
        return self._inside == threading.get_ident()

    @property
    def is_calm(self) -> bool:
        """Whether work of the desk (such as a scan) has not taken this lock for two seconds."""
        return time.monotonic() - self._desk_came > _CALM_SECONDS

    def for_desk(self) -> AbstractContextManager[None]:
        """A context manager that holds the lock for work of the desk; waiting batch work gets the lock later.

        Entering it raises RuntimeError if the calling thread already holds the lock.
        """
        return self._from_desk

    def for_batch(self) -> AbstractContextManager[None]:
        """A context manager that holds the lock for batch work; it first waits until no work of the desk is waiting.

        Entering it raises RuntimeError if the calling thread already holds the lock.
        """
        return self._from_batch

    def _enter_from_desk(self) -> None:
        with self._lock:
            self._refuse_twice()
            if self._inside is not None:
                self._desk_waiting += 1
                try:
                    self._changed.wait_for(lambda: self._inside is None)
                finally:
                    self._desk_waiting -= 1
            self._desk_came = time.monotonic()
            self._inside = threading.get_ident()

    def _enter_from_batch(self) -> None:
        with self._lock:
            self._refuse_twice()
            self._batch_waiting += 1
            try:
                self._changed.wait_for(lambda: self._inside is None and not self._desk_waiting)
            finally:
                self._batch_waiting -= 1
            self._inside = threading.get_ident()

    def _refuse_twice(self) -> None:
        if self.is_mine:
            message = "this thread is inside the gate already, and would wait for itself"
            raise RuntimeError(message)

    def _leave(self) -> None:
        with self._lock:
            self._inside = None
            if self._desk_waiting or self._batch_waiting:
                self._changed.notify_all()


class _Way(AbstractContextManager[None]):
    """A context manager that takes the lock and releases it.

    It is written as a class, because a generator would cost every scan more time than the lock itself.
    """

    def __init__(self, enter: Callable[[], None], leave: Callable[[], None]) -> None:
        self._enter = enter
        self._leave = leave

    def __enter__(self) -> None:
        self._enter()

    def __exit__(self, *_: object) -> None:
        self._leave()
