"""The icons of `resources/icons`, drawn in a colour of the palette.

Icons are pictures of fixed sizes. A Qt icon engine written in Python could draw any size, but the copies that Qt
makes of it crash the program.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from checkin import assets

_SIDES: Final = (16, 24, 32, 48, 64)
"""The sides of the pictures in an icon, in dots, for a scale of 90 to 200 %. Qt shrinks the next larger one."""
_LARGEST: Final = 256
"""The side of the program's icon where a desktop shows it large."""


def program_icon() -> QIcon:
    """The icon of the program itself, for its window and the task bar.

    Qt's own loading of an SVG icon would need a plugin, so the icon is drawn here.
    """
    renderer = QSvgRenderer(str(assets.resource("desktop", "checkin.svg")))
    drawn = QIcon()
    for side in (*_SIDES, _LARGEST):
        drawn.addPixmap(_drawn(renderer, side))
    return drawn


@cache
def icon(name: str, colour: str, selected: str = "") -> QIcon:
    """The icon with this name in this colour ("#RRGGBB"); each icon is drawn only once per colour.

    If `selected` is given, the icon has this colour in a selected row. Raises CheckinError if there is no icon with
    this name.
    """
    drawn = QIcon()
    for mode, wanted in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Selected, selected or colour)):
        for pixmap in _pictures(name, wanted):
            drawn.addPixmap(pixmap, mode)
    return drawn


def picture(name: str, colour: str, side: float, ratio: float = 1.0) -> QPixmap:
    """The icon as one sharp square picture, for large signs such as those on the door page.

    `side` is the width and height in Qt's logical pixels; `ratio` is the number of the screen's dots per logical pixel.
    """
    drawn = _drawn(_renderer(name, colour), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _pictures(name: str, colour: str) -> tuple[QPixmap, ...]:
    renderer = _renderer(name, colour)
    return tuple(_drawn(renderer, side) for side in _SIDES)


def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = assets.icon(name).read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(drawing.encode())


def _drawn(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
