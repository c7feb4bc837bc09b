"""Python's garbage is looked for on the UI thread alone: a widget taken apart by another thread can end the program."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LOOK_MS: Final = 1000
_YOUNG: Final = 10_000
"""New objects that make a look worth while."""
_SELDOM: Final = 20
"""Looks at the young between two at the middle-aged, and of these between two at everything: with 100,000 rows of a
list in memory the last kind takes 0.1 to 0.3 s."""


class Garbage(QObject):
    """Looks now and then, from its making to `close`; meanwhile Python does not look by itself, in whatever thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Take apart what nobody holds any more, the young first."""
        young, looks_at_young, looks_at_middle = gc.get_count()
        if young < _YOUNG:
            return
        if looks_at_young < _SELDOM:
            gc.collect(0)
        else:
            gc.collect(1 if looks_at_middle < _SELDOM else 2)

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
