"""What each test of the window has: the program's own fonts, so that widths do not depend on the computer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.ui.theme import register_fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    register_fonts(qapp)
    return qapp
