"""The signs of a verdict as one picture, for places beside the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from checkin.ui.theme import picture


def side_by_side(names: tuple[str, ...], colour: str, side: int, ratio: float) -> QPixmap:
    """A picture of these signs side by side; the panel shows the same signs one below the other."""
    together = QPixmap(round(side * len(names) * ratio), round(side * ratio))
    together.setDevicePixelRatio(ratio)
    together.fill(Qt.GlobalColor.transparent)
    painter = QPainter(together)
    for number, name in enumerate(names):
        painter.drawPixmap(number * side, 0, picture(name, colour, side, ratio))
    painter.end()
    return together
