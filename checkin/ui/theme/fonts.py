"""Registering the program's own fonts with Qt, so that screen and paper look alike and no system font is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontDatabase

from checkin import assets
from checkin.errors import CheckinError
from checkin.ui.qt_messages import hush_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILIES: Final = (
    "Noto Sans",
    "Noto Sans Khmer",
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Myanmar",
    "Noto Sans Devanagari",
    "Noto Sans Arabic",
    "Noto Sans SC",
    "Noto Sans JP",
    "Noto Sans KR",
    "Noto Sans Symbols2",
)
"""The font families, in the order in which Qt looks for a character.

Han characters are drawn in their Chinese forms, because Qt is told no language.
"""

_LEAST_POINTS: Final = 10
_USUAL: Final = "checkin usual points"


def register_fonts(app: QApplication) -> None:
    """Register all the program's font families with Qt, and make them the application's fonts.

    CheckinError is raised if a font is missing or damaged. All are loaded at once, in 5 ms. Latin and Khmer alone would
    take 3.7 ms, but then the first Chinese or Arabic name on a page would cost 90 ms, as Qt would look through the
    system's fonts.
    """
    hush_qt()
    for path in sorted(assets.resource("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise CheckinError(
                "A font of the program is damaged",
                f"{path.name} cannot be read. Install the program again; your event files are not affected.",
            )
    font = app.font()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(_usual(app))
    app.setFont(font)


def set_text_size(app: QApplication, percent: int) -> None:
    """Write all texts of the application at this share of their usual size."""
    font = app.font()
    font.setPointSizeF(_usual(app) * percent / 100)
    if font != app.font():
        app.setFont(font)


def _usual(app: QApplication) -> float:
    """The usual size of the application's texts in points: the system's, but never too small."""
    if app.property(_USUAL) is None:
        app.setProperty(_USUAL, max(app.font().pointSizeF(), _LEAST_POINTS))
    return float(app.property(_USUAL))
