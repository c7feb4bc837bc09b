"""What the window shows of an event is remembered on this computer, so that a restart goes on where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from checkin import remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.remembered import State

_EVERY_MS: Final = 3000


class Remembering(QObject):
    """Looks every three seconds whether another page, session or order was chosen: a power cut takes no more."""

    def __init__(self, event: str, state: Callable[[], dict[str, State]], parent: QObject) -> None:
        super().__init__(parent)
        self._event = event
        self._state = state
        self._kept = remembered.of_event(event)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def known(self) -> dict[str, State]:
        """What is remembered, by page."""
        return self._kept

    def look(self) -> None:
        """Remember what the window shows now."""
        state = self._state()
        if state != self._kept:
            self._kept = state
            remembered.remember(self._event, state)

    def stop(self) -> None:
        """Remember it a last time."""
        self._timer.stop()
        self.look()
