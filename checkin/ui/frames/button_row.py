"""A row of buttons, which stand in several lines where there is no room for them in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class ButtonRow(QLayout):
    """A layout with buttons at its right or left end, in as many lines as they need in its width.

    The layout always asks only for the width of its widest button. If it asked for more while the buttons stand in one
    line, their arrangement would depend on the sizes that the window had before.
    """

    def __init__(self, *buttons: QWidget, is_at_left: bool = False) -> None:
        """A widget with several buttons, which stay together, may take the place of a button."""
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self._is_at_left = is_at_left
        self._items: list[QLayoutItem] = []
        self._number_of_lines = 1
        for button in buttons:
            self.add(button)

    def add(self, button: QWidget, *, from_the_right: int = 0) -> None:
        """Add this button to the left of the last `from_the_right` buttons."""
        self.addWidget(button)
        self._items.insert(self.count() - 1 - from_the_right, self._items.pop())

    def addItem(self, item: QLayoutItem) -> None:
        """Add this item at the right end."""
        self._items.append(item)

    def count(self) -> int:
        """The number of buttons, with those that are hidden."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at this place; None if there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at this place out of the layout; None if there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def sizeHint(self) -> QSize:
        """The width of all buttons in one line, and the height of the lines as they stand."""
        return QSize(self._width_of(self._shown()), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """The width of the widest button, and the height of the lines as they stand."""
        shown = self._shown()
        widest = max((each.minimumSize().width() for each in shown), default=0)
        highest = max((each.sizeHint().height() for each in shown), default=0)
        return QSize(widest, self._number_of_lines * (highest + self._gap) - self._gap if shown else 0)

    def setGeometry(self, rect: QRect) -> None:
        """Put the buttons into lines, from the first to the last."""
        super().setGeometry(rect)
        lines = self._lines(rect.width())
        top = rect.top()
        for line in lines:
            wide, high = self._width_of(line), max(each.sizeHint().height() for each in line)
            left = rect.left() + (0 if self._is_at_left else max(rect.width() - wide, 0))
            for item in line:
                of_button = min(item.sizeHint().width(), rect.width())
                item.setGeometry(QRect(left, top, of_button, high))
                left += of_button + self._gap
            top += high + self._gap
        if max(len(lines), 1) != self._number_of_lines:
            self._number_of_lines = max(len(lines), 1)
            self.update()

    @property
    def _gap(self) -> int:
        return max(self.spacing(), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items if not each.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The buttons of each line in this width, in dots."""
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and self._width_of([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _width_of(self, items: list[QLayoutItem]) -> int:
        """The width of these buttons in one line, in dots."""
        return sum(each.sizeHint().width() for each in items) + self._gap * max(len(items) - 1, 0)
