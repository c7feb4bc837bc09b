"""The look of a window in a test."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from checkin.settings import Palette
from checkin.ui.appearance import Appearance


def a_look(language: str = "en", palette: Palette = Palette.LIGHT) -> Appearance:
    """This language and palette, worn by the application of the tests."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Appearance(app, language, palette)
