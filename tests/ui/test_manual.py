"""The window with a page of the manual: its text and pictures, and the words that are looked for in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from checkin import assets
from checkin.ui.manual import ManualWindow, manual_page
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PAGE = """# The programme

Every session has a room.

![The page](pictures/page.png)

* A session that was **cancelled** stays in the calendars.
* វគ្គនីមួយៗមានបន្ទប់។ A room has a name.
"""


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ManualWindow]:
    look = a_look("en")
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)
    folder = tmp_path / "manual" / "en"
    (folder / "pictures").mkdir(parents=True)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(folder / "pictures" / "page.png"))
    (folder / "programme.md").write_text(PAGE, encoding="utf-8")
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1024, 600)
    parent.show()
    made = ManualWindow(lambda say: say.text("Programme"), "programme", (), look, parent)
    made.show_instead()
    qtbot.waitActive(made)
    yield made
    parent.close()


def test_a_page_is_shown_with_its_pictures_and_within_the_window(window: ManualWindow) -> None:
    document = window.text.document()

    assert "Every session has a room." in document.toPlainText()
    assert "**" not in document.toPlainText()
    green = window.text.grab().toImage()
    colours = {
        green.pixelColor(x, y).name() for x in range(0, green.width(), 9) for y in range(0, green.height(), 9)
    }
    assert "#008000" in colours
    assert window.windowTitle() == "Help: Programme"
    assert window.height() <= 540


def test_words_are_found_one_after_another_and_from_the_beginning_again(
    window: ManualWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.sought.hasFocus()
    places = []
    QTest.keyClicks(window.sought, "ROOM")
    for _ in range(3):
        places.append(window.text.textCursor().selectionStart())
        assert window.text.textCursor().selectedText().lower() == "room"
        QTest.keyClick(window.sought, Qt.Key.Key_Return)
    assert places[0] < places[1]
    assert places[2] == places[0]
    assert window.found.text() == ""

    QTest.keyClicks(window.sought, "xyz")
    assert window.found.text() == "Not found"
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window.sought, Qt.Key.Key_Escape)


def test_a_page_is_in_the_language_of_the_window_or_else_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("en", "fr"):
        (tmp_path / "manual" / language).mkdir(parents=True)
    (tmp_path / "manual" / "en" / "programme.md").write_text("# Programme", encoding="utf-8")
    (tmp_path / "manual" / "fr" / "programme.md").write_text("# Le programme", encoding="utf-8")
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)

    assert manual_page("programme", "fr") == tmp_path / "manual" / "fr" / "programme.md"
    assert manual_page("programme", "km") == tmp_path / "manual" / "en" / "programme.md"
    assert manual_page("door", "en") is None
    assert manual_page("", "en") is None
