"""The buttons below the card: their words are never cut, and their keys are shown as long as there is room."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands

_EDGE = 8
KEYS = ("Ctrl+N", "Ctrl+E", "Ctrl+P")


def shown(hands: Hands, size: tuple[int, int], text_size: int, language: str = "en") -> str:
    """The texts of all buttons on a page of this size."""
    page, look = hands.page, hands.page._look
    look.grow(text_size)
    look.speak(language)
    for _ in range(2):  # a page that needs more height than there is can be scrolled
        page.resize(size[0], max(size[1], page.minimumSizeHint().height()))
        page.fit(QSize(*size))
        QApplication.processEvents()
    for _ in range(6):
        QApplication.processEvents()
    return " | ".join(button.text() for button in page.side.findChildren(QPushButton) if button.isVisible())


@pytest.mark.parametrize(
    ("size", "text_size"), [((1280, 640), 100), ((1280, 590), 100), ((1024, 500), 100), ((1280, 620), 150)]
)
def test_the_keys_stay_on_the_buttons(hands: Hands, size: tuple[int, int], text_size: int) -> None:
    told = shown(hands, size, text_size)
    hands.page._look.grow(100)

    assert [key for key in KEYS if key not in told] == []


def room_left(button: QPushButton) -> int:
    """The dots between the words of the button and the end of the room for them; below 0 they are cut."""
    icon = 0 if button.icon().isNull() or not button.iconSize().width() else button.iconSize().width() + 4
    words = max(map(button.fontMetrics().horizontalAdvance, button.text().split("\n")))
    lines = button.fontMetrics().lineSpacing() * len(button.text().split("\n"))
    inner = button.contentsRect().adjusted(_EDGE, _EDGE // 2, -_EDGE, -_EDGE // 2)
    return min(inner.width() - words - icon, inner.height() - lines)


def test_no_word_on_a_button_is_cut(hands: Hands) -> None:
    cut = []
    for size, text_size, language in product(
        ((1280, 640), (1280, 590), (1024, 500)), (100, 150, 200), ("en", "fr", "km", "zh")
    ):
        shown(hands, size, text_size, language)
        buttons = [each for each in hands.page.side.findChildren(QPushButton) if each.isVisible()]
        cut += [(size, text_size, language, each.text()) for each in buttons if room_left(each) < 0]
    hands.page._look.grow(100)
    hands.page._look.speak("en")

    assert cut == []
