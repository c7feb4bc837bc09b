"""Saving on this computer what the window shows of an event, so that the window shows the same after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from checkin import remembered

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.remembered import State

_EVERY_MS: Final = 3000


class Remembering(QObject):
    """The object that saves the window's state on this computer.

    Every three seconds it saves the state if the state has changed, so that a power cut loses at most three seconds.
    """

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
        """The saved states of the window's pages, by page."""
        return self._kept

    def look(self) -> None:
        """Save the window's state now if it has changed."""
        state = self._state()
        if state != self._kept:
            self._kept = state
            remembered.remember(self._event, state)

    def stop(self) -> None:
        """Stop saving every three seconds; the state is saved a last time if it has changed."""
        self._timer.stop()
        self.look()
