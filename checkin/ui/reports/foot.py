"""The sentences below a report on the screen; if they are many, they are scrolled, so that the rows keep their room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_MOST_LINES: Final = 6
"""The greatest height of the sentences, in lines of text."""


class Foot(QScrollArea):
    """The sentences below a report; hidden if there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel(wordWrap=True)
        self._label.setProperty("tone", "muted")
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def text(self) -> str:
        """The sentences, each in a line of its own."""
        return self._label.text()

    def setText(self, text: str) -> None:
        """Show these sentences; "" hides the foot."""
        self._label.setText(text)
        self.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the sentences need in the new width, but not more than a few lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._label.heightForWidth(max(self.viewport().width(), 1))
        most = self.fontMetrics().lineSpacing() * _MOST_LINES
        self.setFixedHeight(max(min(needed, most), 1))
