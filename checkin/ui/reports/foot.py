"""The sentences below a report on the screen; if they are many, they are scrolled, so that the rows keep their room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from checkin.ui.plain import PlainLabel
from checkin.ui.reports.short_area import ShortArea

_MOST_LINES: Final = 6
"""The greatest height of the sentences, in lines of text."""


class Foot(ShortArea):
    """The sentences below a report; hidden if there is none."""

    def __init__(self) -> None:
        self._label = PlainLabel(wordWrap=True)
        self._label.setProperty("tone", "muted")
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        super().__init__(self._label, _MOST_LINES)
        self.hide()

    def text(self) -> str:
        """The sentences, each in a line of its own."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Show these sentences; "" hides the foot."""
        self._label.setText(text)
        self.setVisible(bool(text))
        self.fit()
