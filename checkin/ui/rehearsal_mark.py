"""The mark on the window of a rehearsal, in words and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance


class RehearsalMark(PlainLabel, Dressed):
    """The word “Rehearsal” in a colour of its own; it is hidden until the open event is a rehearsal."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setProperty("tone", "rehearsal")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.setText(self._say.text("Rehearsal"))
