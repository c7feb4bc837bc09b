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
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Sinhala",
    "Noto Sans Telugu",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
    "Noto Sans Oriya",
    "Noto Sans Javanese",
    "Noto Serif Tibetan",
    "Noto Sans Mongolian",
    "Noto Sans Hebrew",
    "Noto Sans Thaana",
    "Noto Sans Georgian",
    "Noto Sans Armenian",
    "Noto Sans Ethiopic",
    "Unknown Sign",
)
"""The font families, in the order in which Qt looks for a character; those that the window itself needs come first.

Han characters are drawn in their Chinese forms, because Qt is told no language. The last family has a question mark in
a ring for every character that no family before it has: without it Qt would draw a box.
"""

WINDOW_FONTS: Final = (
    *("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"),
    *("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "UnknownSign-Regular.ttf"),
)
"""The files with the scripts of the four languages of the window; the window must not wait for more."""
_LEAST_POINTS: Final = 10
_USUAL: Final = "checkin usual points"


def register_window_fonts(app: QApplication) -> None:
    """Register the fonts in which the window's own texts are written, and make them the application's fonts.

    Raises CheckinError if a font is missing or damaged.
    """
    hush_qt()
    _register(*WINDOW_FONTS)
    font = app.font()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(_usual(app))
    app.setFont(font)


def register_name_fonts() -> None:
    """Register all the other fonts, which names need, after `register_window_fonts`.

    All are loaded, because Qt would otherwise search the system's fonts, for 90 ms, at the first name in a script that
    is not loaded. Raises CheckinError if a font is damaged.
    """
    fonts = {path.name for path in assets.resource("fonts").glob("*.ttf")}
    _register(*sorted(fonts.difference(WINDOW_FONTS)))


def _register(*names: str) -> None:
    for name in names:
        if QFontDatabase.addApplicationFont(str(assets.font(name))) < 0:
            raise CheckinError(
                "A font of the program is damaged",
                f"{name} cannot be read. Install the program again; your event files are not affected.",
            )


def set_text_size(app: QApplication, percent: int) -> None:
    """Set the size of all texts of the application, in percent of the usual size."""
    font = app.font()
    font.setPointSizeF(_usual(app) * percent / 100)
    if font != app.font():
        app.setFont(font)


def _usual(app: QApplication) -> float:
    """The usual size of the application's texts in points: the system's, but never too small."""
    if app.property(_USUAL) is None:
        app.setProperty(_USUAL, max(app.font().pointSizeF(), _LEAST_POINTS))
    return float(app.property(_USUAL))
