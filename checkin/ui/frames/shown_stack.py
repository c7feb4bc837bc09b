"""A stack of widgets that needs only the room of the widget that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent


class ShownStack(QStackedWidget):
    """A stack that asks only for the room that the shown widget needs; Qt's own asks for that of the largest widget."""

    def hasHeightForWidth(self) -> bool:
        """Always False. Otherwise Qt would reserve the height of the highest widget, even while it is not shown."""
        return False

    def minimumSizeHint(self) -> QSize:
        """The least size of the widget that is shown, at the present width."""
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        least, layout = shown.minimumSizeHint(), shown.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(layout.totalMinimumHeightForWidth(self.width()))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
