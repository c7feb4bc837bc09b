"""What is chosen in a combo box of a form by letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from checkin.ui.frames.inputs import choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CATEGORIES = {
    "D": "D  Diplomatic Corps",
    "P": "P  Parliament",
    "L": "L  Political Parties",
    "A": "A  Scholars and Students",
    "S": "S  Speakers and Experts",
    "W": "W  Press",
    "E": "E  Délégués étrangers",
    "K": "K  ក្រសួង",
}


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[QComboBox]:
    page = QWidget()
    qtbot.addWidget(page)
    box = choice(CATEGORIES, "")
    QVBoxLayout(page).addWidget(box)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    box.setFocus()
    yield box  # noqa: PT022 - its window lives as long as this frame


def type_letters(widget: QWidget, text: str) -> None:
    for letter in text:
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, key)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("p", "P"), ("l", "L"), ("s", "S"), ("P", "P"),
        ("sch", "A"), ("SCHOLARS AND", "A"), ("pol", "L"), ("pre", "W"), ("pa", "P"), ("parties", "L"), ("sp", "S"),
        ("exp", "S"), ("stu", "A"), ("del", "E"), ("dél", "E"), ("ក្រ", "K"), ("pp", "L"), ("ppp", "W"),
        ("polx", "L"), ("x", ""), ("7", ""),
    ],
)  # fmt: skip
def test_one_letter_chooses_by_the_letter_and_more_letters_by_a_word(
    box: QComboBox, typed: str, chosen: str
) -> None:
    type_letters(box, typed)

    assert box.currentData() == chosen


def test_letters_mark_an_entry_in_the_open_list_likewise(box: QComboBox, qtbot: QtBot) -> None:
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    type_letters(box.view(), "scholars and")
    assert box.currentData() == ""

    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentData() == "A"


def test_what_was_typed_is_forgotten_after_a_while_and_at_another_key(box: QComboBox, qtbot: QtBot) -> None:
    type_letters(box, "pol")
    QTest.keyClick(box, Qt.Key.Key_Down)
    type_letters(box, "p")
    assert box.currentData() == "P"

    pause = box.findChild(QTimer)
    assert pause is not None
    qtbot.waitUntil(lambda: not pause.isActive(), timeout=5000)
    type_letters(box, "w")
    assert box.currentData() == "W"


def test_space_alone_still_opens_the_list(box: QComboBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)

    assert box.view().isVisible()
