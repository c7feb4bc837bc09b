"""Python's garbage is looked for on the UI thread alone: a widget taken apart by another thread can end the program."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_MS: Final = 250
_YOUNG: Final = 10_000
"""New objects that make a look worth while."""
_SELDOM: Final = 20
"""Looks at the young between two at the middle-aged, and of these between two at everything: with 100,000 rows of a
list in memory the last kind takes 0.1 to 0.3 s. While a report is made of half a million rows, only at the young:
nearly all of the others will be gone when it ends."""


class Garbage(QObject):
    """Looks now and then, from its making to `close`; meanwhile Python does not look by itself, in whatever thread."""

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        """`is_busy` says whether long work goes on."""
        super().__init__(parent)
        self._is_busy = is_busy
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Take apart what nobody holds any more, the young first."""
        young, looks_at_young, looks_at_middle = gc.get_count()
        if young < _YOUNG:
            return
        if looks_at_young < _SELDOM or self._is_busy():
            gc.collect(0)
        else:
            gc.collect(1 if looks_at_middle < _SELDOM else 2)

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
