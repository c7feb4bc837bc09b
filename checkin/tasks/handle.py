"""The state of a piece of work in a lane (a background thread): whether it goes on, its progress and cancelling."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The exception raised inside a cancelled piece of work when it next reports its progress."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a piece of work; `total` is 0 if the total is not known."""

    done: int
    total: int = 0


class Handle:
    """A handle with which a piece of work that was given to a lane (a background thread) can be cancelled.

    Cancelling the work twice or too late does nothing.
    """

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._is_done = False

    @property
    def is_done(self) -> bool:
        """Whether the work has ended, in whatever way, and its outcome has been reported or is just being reported."""
        return self._is_done

    def mark_done(self) -> None:
        """Mark the work as ended; only the lane calls this, on the UI thread."""
        self._is_done = True

    def cancel(self) -> None:
        """Cancel the work: it never starts, or stops when it next reports its progress. Its result is not reported."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody has asked to stop the work."""
        return self._cancelled.is_set()


class Ticker:
    """An object that long work calls like a function, to report its progress: `tick(done, total)`.

    On the UI thread, the listener gets only the newest progress. If the work was cancelled, the call stops the work by
    raising Cancelled.
    """

    def __init__(
        self,
        handle: Handle,
        listener: Callable[[Progress], object] | None,
        put_up: Callable[[Callable[[], object]], None],
    ) -> None:
        self._handle = handle
        self._listener = listener
        self._put_up = put_up
        self._newest: Progress | None = None
        self._lock = threading.Lock()

    def __call__(self, done: int, total: int = 0) -> None:
        """Take note of the progress; raises Cancelled if the work was cancelled."""
        if self._handle.is_cancelled:
            raise Cancelled
        if self._listener is None:
            return
        with self._lock:
            is_first_untold = self._newest is None
            self._newest = Progress(done, total)
        if is_first_untold:
            self._put_up(self._tell)

    def _tell(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
        if newest is not None and self._listener is not None and not self._handle.is_cancelled:
            self._listener(newest)
