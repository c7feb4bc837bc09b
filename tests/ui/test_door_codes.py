"""The door says what is wrong with a code, and keeps no letters of a guest who has gone on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.scanning import WedgeScanner, keys
from checkin.tasks import Tasks
from tests.scanning.keyboard import Keyboard
from tests.ui.doors import a_story, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from checkin.ui.door.door_page import DoorPage
    from tests.ui.doors import Story


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path) -> Iterator[Story]:
    assert qtbot
    tasks = Tasks()
    story = a_story(tmp_path, tasks)
    yield story
    tasks.close(story.file.let_go)
    story.file.close()


@pytest.fixture
def page(qtbot: QtBot, story: Story) -> DoorPage:
    page = story.page()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    tell(page)
    page.on_opened()
    return page


@pytest.fixture
def keyboard(qapp: QApplication, page: DoorPage) -> Iterator[Keyboard]:
    scanner = WedgeScanner(qapp, key_offset=keys.X11_OFFSET)
    scanner.scanned.connect(page.on_scanned)
    scanner.start()
    yield Keyboard(page)
    scanner.stop()
    scanner.deleteLater()


def answer_to(qtbot: QtBot, page: DoorPage, text: str) -> str:
    """Wait for the answer to this text; what the operator reads."""
    shown = page.answering
    qtbot.waitUntil(lambda: shown.shown is not None and shown.shown.answer.text == text)
    assert shown.shown is not None
    return f"{shown.shown.words.title}: {shown.shown.words.reason}"


def test_the_operator_reads_that_a_character_of_a_typed_code_is_missing(
    qtbot: QtBot, page: DoorPage, story: Story
) -> None:
    code = story.delegate("SOK")
    short = code[:5] + code[6:]
    page.controls.code.setFocus()
    qtbot.keyClicks(page.controls.code, short)
    qtbot.keyClick(page.controls.code, Qt.Key.Key_Return)

    assert answer_to(qtbot, page, short) == "SCAN AGAIN: 1 character is missing: a code has 16."


def test_letters_that_stayed_in_the_field_go_with_the_next_badge(
    qtbot: QtBot, page: DoorPage, story: Story, keyboard: Keyboard
) -> None:
    keyboard.type("TICKET NO.", gap=3)
    keyboard.wait(3000)
    left = page.controls.code.text()
    code = story.delegate("SOK")
    keyboard.scan(code)

    assert left == "TICKET NO."
    assert answer_to(qtbot, page, code) == "WELCOME: "
    assert page.controls.code.text() == ""


def test_two_guests_of_a_scanner_without_enter_are_each_answered(
    qtbot: QtBot, page: DoorPage, story: Story, keyboard: Keyboard
) -> None:
    for name in ("SOK", "CHEA"):
        code = story.delegate(name)
        keyboard.type(code, gap=3)

        assert answer_to(qtbot, page, code) == "WELCOME: "
        assert page.controls.code.text() == ""
        assert page.panel.hasFocus()
        keyboard.wait(2000)


def test_a_ticket_of_another_system_that_a_scanner_types_lets_its_guest_in(
    qtbot: QtBot, page: DoorPage, story: Story, keyboard: Keyboard
) -> None:
    story.delegate("SOK", ticket="k9hw-zt4m2v7q")
    keyboard.scan("K9HW-ZT4M2V7Q")

    assert answer_to(qtbot, page, "K9HW-ZT4M2V7Q") == "WELCOME: "
    assert page.answering.shown is not None
    assert page.answering.shown.name == "SOK"
