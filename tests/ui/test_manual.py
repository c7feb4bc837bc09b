"""The window with a page of the manual: its text and pictures, and the words that are looked for in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from checkin import assets, wording
from checkin.pictures.scenes import SCENES, WITHOUT_EVENT
from checkin.ui.help_topics import TOPICS
from checkin.ui.manual import ManualWindow, manual_page
from checkin.ui.plain import BOLD
from checkin.wording import update
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SHOWN = re.compile(r"\]\((pictures/[^)]+)\)")
PAGE = """# The programme

Every session has a room.

![The page](pictures/page.png)

* A session that was *cancelled* stays in the calendars.
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


PAGES = sorted(path for path in assets.resource("manual").glob("*/*.md"))


def test_english_and_french_have_the_same_pages_with_the_same_names_in_them() -> None:
    english, french = (
        {page.name: page.read_text(encoding="utf-8") for page in PAGES if page.parent.name == code}
        for code in ("en", "fr")
    )

    assert set(english) == set(french) == {"event.md", "import_list.md", "programme.md"}
    for name, text in english.items():
        assert BOLD.findall(text) == BOLD.findall(french[name]), name
        assert SHOWN.findall(text) == SHOWN.findall(french[name]), name
        assert text.count("\n#") == french[name].count("\n#"), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_what_is_bold_in_the_manual_is_the_name_of_a_thing_in_the_window(page: Path) -> None:
    known = {text.replace("&", "") for text in update.sentences(Path(wording.__file__).parents[1])}

    names = set(BOLD.findall(page.read_text(encoding="utf-8")))
    assert names
    assert names <= known, "a name in the window has changed: write the new one here too"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_the_pictures_of_the_manual_are_of_scenes_and_small(page: Path) -> None:
    shown = SHOWN.findall(page.read_text(encoding="utf-8"))
    scenes = {scene.name for scene in (*WITHOUT_EVENT, *SCENES)}

    assert shown
    for place in shown:
        picture = page.parent / place
        assert picture.stem in scenes
        assert picture.stat().st_size <= 60_000
        assert QImage(str(picture)).width() <= 800


def test_no_picture_of_the_manual_is_shown_nowhere() -> None:
    shown = {
        page.parent / place for page in PAGES for place in SHOWN.findall(page.read_text(encoding="utf-8"))
    }

    assert set(assets.resource("manual").glob("*/pictures/*")) == shown


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1024, 600)
    parent.show()
    return parent


def test_the_manual_follows_the_language_and_names_the_buttons_as_the_window_does(parent: QWidget) -> None:
    look = a_look("en")
    shown = ManualWindow(lambda say: say.text("Event"), "event", TOPICS["event"], look, parent)
    assert shown.text.toPlainText().startswith("Your own event")
    assert "Something about the event changes" not in shown.text.toPlainText()

    look.speak("fr")
    assert shown.text.toPlainText().startswith("Votre événement")
    assert look.say.text("Undo") == "Annuler"
    assert "Annuler" in shown.text.toPlainText()
    assert "Undo" not in shown.text.toPlainText()


def test_in_a_language_without_the_manual_the_topics_stand_before_the_english_page(parent: QWidget) -> None:
    look = a_look("km")
    first = TOPICS["programme"][0]
    text = ManualWindow(
        lambda say: say.text("Programme"), "programme", TOPICS["programme"], look, parent
    ).text.toPlainText()

    assert text.startswith(first.happens(look.say))
    assert first.do(look.say) in text
    assert "Days, rooms and sessions" in text
    assert look.say.text("Undo") in text


def test_a_page_begins_at_its_top(window: ManualWindow) -> None:
    assert window.text.verticalScrollBar().value() == 0
    assert window.text.textCursor().atStart()
