"""Widgets one above the other, of which only the one on top takes room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class TopStack(QStackedWidget):
    """A stack that can be as small as the widget on top; Qt's own is as large as the largest of all would like to be."""

    def minimumSizeHint(self) -> QSize:
        """The least size of the widget on top."""
        top = self.currentWidget()
        return top.minimumSizeHint().expandedTo(top.minimumSize()) if top is not None else QSize()

    def heightForWidth(self, width: int) -> int:
        """The least height of the widget on top, if it is this wide."""
        top = self.currentWidget()
        layout = top.layout() if top is not None else None
        least = self.minimumSizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.totalMinimumHeightForWidth(width), least)
        return least
