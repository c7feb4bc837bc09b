"""The look of the whole program, and that nothing of the look is left when it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QLineEdit

from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_focus_moves_on_when_the_look_is_gone(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    look = a_look()
    told: list[object] = []
    look.focus_moved.connect(told.append)
    line.setFocus()
    qtbot.waitUntil(lambda: told == [line])
    shiboken6.delete(look)
    with qtbot.captureExceptions() as caught:
        line.clearFocus()

    assert caught == []
