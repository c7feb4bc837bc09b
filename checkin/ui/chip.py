"""The chip of a category: a small square with the letter and the colour of the category, as on badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from checkin.domain.colours import text_colour_on

if TYPE_CHECKING:
    from checkin.domain.programme import Category

_SIDE: Final = 1.3
"""The side of the chip, as a multiple of the height of a line."""
_UNKNOWN: Final = "#4A5568"
_EDGE: Final = "#737C8B"


class CategoryChip(QWidget):
    """A small square with a category's letter and colour.

    The name of the category stands beside the square, not in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._letter, self._colour = "", _UNKNOWN
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """When the text size has changed, make the square as large as its letter needs."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def show_category(self, category: Category | None) -> None:
        """Show this category; None (for a category that the event does not know) is shown as "?"."""
        self._letter = category.letter if category is not None else "?"
        self._colour = category.colour if category is not None else _UNKNOWN
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the coloured square and its letter."""
        painter = QPainter(self)
        _paint(painter, self.rect(), self._letter, self._colour)
        painter.end()

    def _measure(self) -> None:
        side = round(self.fontMetrics().height() * _SIDE)
        self.setFixedSize(side, side)


def chip_picture(widget: QWidget, letter: str, colour: str) -> QIcon:
    """A picture of the chip with this letter and colour, in the text size of the widget that shows the picture."""
    side, sharpness = round(widget.fontMetrics().height() * _SIDE), widget.devicePixelRatioF()
    picture = QPixmap(round(side * sharpness), round(side * sharpness))
    picture.setDevicePixelRatio(sharpness)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(widget.font())
    _paint(painter, QRect(0, 0, side, side), letter, colour)
    painter.end()
    chip = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else Qt would darken the chip of a selected row
        chip.addPixmap(picture, mode)
    return chip


def _paint(painter: QPainter, box: QRect, letter: str, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(_EDGE))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(text_colour_on(colour)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
