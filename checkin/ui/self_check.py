"""The part of the self-check about the window: whether this installation can draw the icons and show the manual."""

from __future__ import annotations

import os

from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from checkin import assets
from checkin.ui.main_window import PAGES
from checkin.ui.manual import manual_page
from checkin.ui.theme import icon, program_icon, register_name_fonts, register_window_fonts

_BLACK = "#000000"
_SIDE = 48


def draws_icons() -> bool:
    """Whether this installation can draw the program's icon and the icon of each page; no window is opened."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)  # noqa: S101 - the program makes no other
    register_window_fonts(app)
    register_name_fonts()
    return all(_is_drawn(each) for each in (program_icon(), *(icon(page.icon, _BLACK) for page in PAGES)))


def shows_manual() -> bool:
    """Whether this installation has the manual's pages, and can read their pictures."""
    pictures = list(assets.resource("manual").glob("*/pictures/*.png"))
    pages = [manual_page(name, "en") for name in ("event", "programme")]
    return None not in pages and bool(pictures) and not any(QImage(str(each)).isNull() for each in pictures)


def _is_drawn(drawn: QIcon) -> bool:
    """Whether the icon has opaque dots and transparent ones."""
    if drawn.isNull():
        return False
    image = drawn.pixmap(_SIDE, _SIDE).toImage()
    seen = {QColor(image.pixelColor(x, y)).alpha() for x in range(_SIDE) for y in range(_SIDE)}
    return min(seen) < max(seen)
