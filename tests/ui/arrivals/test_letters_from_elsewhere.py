"""Letters that come to the search from elsewhere on the page begin a new search; only in the field do letters add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.domain.delegates import Field
from checkin.ui.frames.person_form import PersonForm

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window: Tab leads from the page to the window's buttons and back."""
    return hands_in_window


def click_a_row(hands: Hands) -> None:
    shown = hands.page.finder.list
    at = shown.visualRect(shown.model().index(0, 0)).center()
    hands.qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("way", ["a button", "a row", "a form"])
def test_letters_from_elsewhere_begin_a_new_search(hands: Hands, way: str) -> None:
    hands.look_for("chea")
    if way == "a form":
        hands.control(Qt.Key.Key_N)
        form = hands.page.side.currentWidget()
        assert isinstance(form, PersonForm)
        form.input(Field.GIVEN_NAME).setFocus()
        hands.type("vuth")
        form.save_button.setFocus()
    elif way == "a row":
        click_a_row(hands)
    else:
        hands.page.side.main.setFocus()
    hands.type("kem")
    hands.settle()

    assert (hands.page.finder.search.text(), hands.names) == ("kem", ["KEM Rith"])


def test_letters_typed_in_the_field_add(hands: Hands) -> None:
    hands.look_for("ke")
    hands.press(Qt.Key.Key_Down)
    hands.type("m")
    hands.settle()

    assert hands.page.finder.search.text() == "kem"
