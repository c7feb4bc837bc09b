"""No text is cut: every page in every state, on small screens and large ones, in all languages, with large texts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from checkin.pictures.scenes import SCENES, WITHOUT_EVENT
from checkin.ui.elided import ElidedCombo
from checkin.wording import languages
from tests.ui.boxes import cut_texts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.pictures.stage import Stage

# A menu that is open asks for the keyboard, and the offscreen platform has none to give.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
Size = tuple[int, int]
SMALL: Final = (1024, 600)
"""The smallest screen on which nothing is cut."""
LAPTOP: Final = (1280, 720)
LARGE: Final = (1920, 1080)


def cut_in(stage: Stage, event: Path, views: Iterable[tuple[Size, int]], spoken: Iterable[str]) -> str:
    """Every text that is cut in any scene, and where first, for each size of the window and of its texts."""
    wanted, found = list(product(views, spoken)), dict[str, str]()
    for scene in (*WITHOUT_EVENT, *SCENES):
        if scene is SCENES[0]:
            stage.open(event)
        stage.clear()
        scene.play(stage)
        stage.settle()
        for (size, percent), language in wanted:
            stage.program.look.grow(percent)
            stage.program.look.speak(language)
            for trouble in seen_at(stage, size, may_scroll=percent > 100):
                found.setdefault(trouble, f"{scene.name}, {size}, {percent} %, {language}")
        stage.program.look.grow(100)
        stage.program.look.speak("en")
    return "\n".join(f"{trouble} | {where}" for trouble, where in found.items())


def seen_at(stage: Stage, size: Size, *, may_scroll: bool) -> list[str]:
    window = stage.window
    if not window.isFullScreen():
        window.showNormal()
    window.resize(*size)
    told = _looked_at(window, may_scroll=may_scroll)
    if told:  # an answer may have come in between; a text that is cut stays cut
        stage.settle()
        told = _looked_at(window, may_scroll=may_scroll)
    now = (window.width(), window.height())
    return told if now == size else [*told, f"the window is {now} in place of {size}"]


def _looked_at(window: QWidget, *, may_scroll: bool) -> list[str]:
    for _ in range(6):  # a layout that has changed asks the one around it
        QApplication.processEvents()
    return cut_texts(window, may_scroll=may_scroll)


def test_on_the_smallest_screen_no_text_is_cut_in_french(stage: Stage, demo_event: Path) -> None:
    """French has the longest words; the long run has all languages."""
    assert cut_in(stage, demo_event, [(SMALL, 100)], ("fr",)) == ""


@pytest.mark.long
def test_on_no_screen_is_a_text_cut_and_with_larger_ones_all_can_be_reached(
    stage: Stage, demo_event: Path
) -> None:
    views = list(product((SMALL, LAPTOP, LARGE), (100, 200)))

    assert cut_in(stage, demo_event, views, languages()) == ""


def test_a_text_that_is_cut_is_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    label, button, box = QLabel("A long sentence"), QPushButton("Another one"), ElidedCombo(4)
    box.addItem("A sentence with a tool tip")
    for widget in (label, button, box):
        column.addWidget(widget)
    window.show()
    QApplication.processEvents()
    whole = cut_texts(window)
    label.setFixedWidth(30)
    button.setFixedHeight(12)
    box.setFixedWidth(80)
    QApplication.processEvents()

    assert whole == []
    assert [told.split("“")[0] for told in cut_texts(window)] == ["QLabel ", "QPushButton "]
