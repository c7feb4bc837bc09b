"""What the operator does between two readings, and what a reading does to whatever the operator was about to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.issue_badge import replace_badge
from checkin.domain.reasons import Reason, Why
from tests.scanning.keyboard import Keyboard
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window, as a scanner types into it."""
    return hands_in_window


@pytest.fixture
def keyboard(hands: Hands) -> Keyboard:
    hands.desk.scanners.scanned.connect(hands.page.on_scanned)
    return Keyboard(hands.page.window())


def a_code(hands: Hands, text: str) -> str:
    person = hands.desk.known(text).delegate.id
    return replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False)


@pytest.mark.parametrize("act", ["undo", "undo and redo", "escape"])
def test_after_an_undo_or_esc_the_same_badge_counts_at_once(
    hands: Hands, keyboard: Keyboard, act: str
) -> None:
    code = a_code(hands, "chea")
    keyboard.scan(code)
    hands.settle()
    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna")
    if act == "escape":
        hands.press(Qt.Key.Key_Escape)
    else:
        hands.control(Qt.Key.Key_Z)
        hands.settle()
        assert hands.desk.known("chea").arrival is None
    if act == "undo and redo":
        hands.control(Qt.Key.Key_Z, shift=True)
    hands.settle()
    keyboard.wait(2000)
    keyboard.scan(code)
    hands.settle()

    told = "WELCOME" if act == "undo" else "ARRIVED ALREADY"
    assert hands.page.band.text.startswith(f"{told}   CHEA Vanna")
    assert hands.desk.known("chea").arrival is not None


def test_a_badge_that_is_only_held_too_long_is_read_once(hands: Hands, keyboard: Keyboard) -> None:
    heard: list[str] = []
    hands.desk.scanners.scanned.connect(heard.append)
    code = a_code(hands, "chea")
    keyboard.scan(code)
    hands.settle()
    keyboard.wait(2000)
    keyboard.scan(code)
    hands.settle()

    assert heard == [code]
