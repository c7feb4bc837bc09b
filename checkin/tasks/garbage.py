"""Runs garbage collection on the UI thread only: a widget destroyed by another thread can crash the program."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_MS: Final = 250
_YOUNG: Final = 10_000
"""The number of new objects that makes a collection worth while."""
_SELDOM: Final = 20
"""The number of collections of the youngest generation for each of the middle one, and of the middle one for each of
all objects: with 100,000 rows of a list in memory the last takes 0.1 to 0.3 s. While long work goes on (a report
of half a million rows) only the youngest is collected: nearly all other objects will be gone when the work ends."""


class Garbage(QObject):
    """Runs Python's garbage collection on a timer in the UI thread, until `close`.

    Meanwhile Python does not collect garbage by itself, in any thread.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        """Take over garbage collection from Python; `is_busy` says whether long work is going on."""
        super().__init__(parent)
        self._is_busy = is_busy
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect garbage if there are many new objects: usually the youngest objects, now and then older ones too."""
        young, looks_at_young, looks_at_middle = gc.get_count()
        if young < _YOUNG:
            return
        if looks_at_young < _SELDOM or self._is_busy():
            gc.collect(0)
        else:
            gc.collect(1 if looks_at_middle < _SELDOM else 2)

    def close(self) -> None:
        """Give garbage collection back to Python."""
        self._timer.stop()
        gc.enable()
