"""This computer's settings while the window is open: a choice is saved, announced, and applies at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin import settings
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from checkin.settings import Settings


class Preferences(QObject):
    """Holds the settings; whoever depends on a setting listens to `changed` and then reads `here`."""

    changed = Signal()
    trouble = Signal(CheckinError)
    """The chosen settings apply but could not be saved, for this reason."""

    def __init__(self, here: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here = here

    @property
    def here(self) -> Settings:
        """The settings that apply now."""
        return self._here

    def choose(self, chosen: Settings) -> None:
        """Let these settings apply from now on, and save them."""
        self._here = chosen
        try:
            settings.save(chosen)
        except CheckinError as error:
            self.trouble.emit(error)
        self.changed.emit()
