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
        self._inside: int | None = None
        self._desk_waiting = 0

    @property
    def is_mine(self) -> bool:
        """Whether this thread is inside."""
        return self._inside == threading.get_ident()

    @contextmanager
    def for_desk(self) -> Iterator[None]:
        """Enter before any batch work that waits. RuntimeError where this thread is inside already."""
        with self._changed:
            self._refuse_twice()
            self._desk_waiting += 1
            try:
                self._changed.wait_for(lambda: self._inside is None)
            finally:
                self._desk_waiting -= 1
            self._inside = threading.get_ident()
        yield from self._until_done()

    @contextmanager
    def for_batch(self) -> Iterator[None]:
        """Enter when nobody from the desk wants to. RuntimeError where this thread is inside already."""
        with self._changed:
            self._refuse_twice()
            self._changed.wait_for(lambda: self._inside is None and not self._desk_waiting)
            self._inside = threading.get_ident()
        yield from self._until_done()

    def _refuse_twice(self) -> None:
        if self.is_mine:
            message = "this thread is inside the gate already, and would wait for itself"
            raise RuntimeError(message)

    def _until_done(self) -> Iterator[None]:
        try:
            yield
        finally:
            with self._changed:
                self._inside = None
                self._changed.notify_all()
