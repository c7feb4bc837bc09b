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
    """Saves on this computer what the window shows of an event, to show the same after a restart.

    A changed state is saved within three seconds, so that a power cut loses little.
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
        """The window's state as it was last saved: the state of each page, by the name of the page's module."""
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
