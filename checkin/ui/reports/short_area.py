"""A part of a report that is scrolled where the part is long, so that the rows of the report keep their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class ShortArea(QScrollArea):
    """An area that is as high as its widget needs, but not higher than a number of lines; the rest is scrolled."""

    def __init__(self, widget: QWidget, most_lines: int) -> None:
        """`most_lines` is the greatest height, in lines of text."""
        super().__init__()
        self._inside, self._most_lines = widget, most_lines
        self.setWidget(widget)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keep_to(self, most_lines: int) -> None:
        """Set the greatest height, in lines of text."""
        self._most_lines = most_lines
        self.fit()

    def fit(self) -> None:
        """Take the height that the widget needs now in the width of the area, but not more than the greatest height."""
        wide, inside = max(self.viewport().width(), 1), self._inside
        needed = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        self.setFixedHeight(max(min(needed, self.fontMetrics().lineSpacing() * self._most_lines), 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height that the widget needs when something in the widget has changed."""
        is_done = super().eventFilter(watched, event)
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the widget needs in the new width."""
        super().resizeEvent(event)
        self.fit()
