"""The signs of a verdict as one picture, for places beside the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from checkin.ui.theme import picture


def side_by_side(names: tuple[str, ...], colour: str, side: int, ratio: float) -> QPixmap:
    """A picture of the icons with these names, side by side.

    Each icon is `side` dots wide and high; `ratio` is the device pixel ratio of the screen.
    """
    together = QPixmap(round(side * len(names) * ratio), round(side * ratio))
    together.setDevicePixelRatio(ratio)
    together.fill(Qt.GlobalColor.transparent)
    painter = QPainter(together)
    for number, name in enumerate(names):
        painter.drawPixmap(number * side, 0, picture(name, colour, side, ratio))
    painter.end()
    return together
