"""A label that shows its whole text in as many lines as needed, and asks its layout only for that height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent


class WholeLabel(PlainLabel):
    """A label whose text is never cut: it takes as many lines as needed, and sets its own minimum height.

    The label does not tell its layout that its height depends on its width. If it did, the page would become higher
    than the window, and would have to be scrolled.
    """

    def __init__(self, least_lines: int = 1) -> None:
        """`least_lines` is the number of lines for which there is always room."""
        super().__init__(wordWrap=True)
        self._least_lines = least_lines
        self._fit()

    def keep_lines(self, least_lines: int) -> None:
        """Set the number of lines for which there is always room."""
        if least_lines != self._least_lines:
            self._least_lines = least_lines
            self._fit()

    def hasHeightForWidth(self) -> bool:
        """Always False, because the label sets its minimum height itself."""
        return False

    def setText(self, text: str) -> None:
        """Show this text."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the text into lines of the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to the text when the font has changed."""
        super().changeEvent(event)
        if event.type() is event.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # a label's own measure is never lower than the minimum that was set before
        least = self._least_lines * self.fontMetrics().lineSpacing()
        self.setMinimumHeight(max(least, self.heightForWidth(self.width())))
