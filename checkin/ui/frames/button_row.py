"""A row of buttons, which stand below each other where there is no room for them beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QPushButton, QWidget


class ButtonRow(QBoxLayout):
    """A layout with buttons at its right end, or below each other if it is too narrow.

    The layout always asks only for the width of its widest button. If it asked for more while the buttons stand beside
    each other, their arrangement would depend on the sizes that the window had before.
    """

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.addStretch()

    def add(self, button: QPushButton, *, from_the_right: int = 0) -> None:
        """Add this button to the left of the last `from_the_right` buttons."""
        self.insertWidget(self.count() - from_the_right, button)

    def minimumSize(self) -> QSize:
        """The width of the widest button, and the height of the buttons as they stand."""
        widest = max((each.minimumSizeHint().width() for each in self._shown()), default=0)
        return QSize(widest, super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        """Put the buttons beside each other or below each other."""
        self.fit(rect.width())
        super().setGeometry(rect)

    def fit(self, width: int) -> None:
        """Choose how the buttons stand in this width, in dots."""
        widths = [each.sizeHint().width() for each in self._shown()]
        has_room = sum(widths) + self.spacing() * (len(widths) - 1) <= width
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if has_room else direction.TopToBottom
        if wanted is not self.direction():
            self.setDirection(wanted)

    def _shown(self) -> list[QWidget]:
        widgets = (item.widget() for item in map(self.itemAt, range(self.count())) if item is not None)
        return [each for each in widgets if each is not None and not each.isHidden()]
