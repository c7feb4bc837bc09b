"""This computer's settings while the window is open: a choice applies at once, is saved, and is announced by signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin import settings
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from checkin.settings import Settings


class Preferences(QObject):
    """The settings of this computer that apply now.

    A part that depends on a setting listens to the signal `changed` and then reads `here`.
    """

    changed = Signal()
    trouble = Signal(CheckinError)
    """Emitted when the chosen settings apply but could not be saved, with the CheckinError that says why."""

    def __init__(self, here: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here = here

    @property
    def here(self) -> Settings:
        """The settings of this computer that apply now."""
        return self._here

    def choose(self, chosen: Settings) -> None:
        """Apply these settings from now on, and save them.

        If they cannot be saved, they apply all the same and `trouble` is emitted.
        """
        self._here = chosen
        try:
            settings.save(chosen)
        except CheckinError as error:
            self.trouble.emit(error)
        self.changed.emit()
