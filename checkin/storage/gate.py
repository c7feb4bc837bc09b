"""The gate of an event file: one writer at a time in this process, and the desk goes first."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Gate:
    """Lets one writer in; batch work waits while anybody from the desk is waiting."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._busy = False
        self._desk_waiting = 0

    @contextmanager
    def for_desk(self) -> Iterator[None]:
        """Enter before any batch work that waits."""
        with self._changed:
            self._desk_waiting += 1
            self._changed.wait_for(lambda: not self._busy)
            self._desk_waiting -= 1
            self._busy = True
        yield from self._inside()

    @contextmanager
    def for_batch(self) -> Iterator[None]:
        """Enter when nobody from the desk wants to."""
        with self._changed:
            self._changed.wait_for(lambda: not self._busy and not self._desk_waiting)
            self._busy = True
        yield from self._inside()

    def _inside(self) -> Iterator[None]:
        try:
            yield
        finally:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
