"""This computer's settings while the window is open: what is chosen is kept and told, and applies at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin import settings
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from checkin.settings import Settings


class Preferences(QObject):
    """Whoever depends on a setting listens to `changed`, and asks `here` for what is chosen now."""

    changed = Signal()
    trouble = Signal(CheckinError)
    """What was chosen applies, but could not be written down."""

    def __init__(self, here: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here = here

    @property
    def here(self) -> Settings:
        """What is chosen now."""
        return self._here

    def choose(self, chosen: Settings) -> None:
        """Let these settings apply from now on, and write them down."""
        self._here = chosen
        try:
            settings.save(chosen)
        except CheckinError as error:
            self.trouble.emit(error)
        self.changed.emit()
