"""An Enter that only follows an act receives nobody, and nobody is received whose card is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from checkin.desk.correct import correct
from checkin.desk.issue_badge import replace_badge
from checkin.domain.delegates import Field, Status
from checkin.domain.reasons import Reason, Why
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.frames.person_form import PersonForm
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.arrivals.conftest import Hands


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window: where a form is closed, the focus may go to a button of the window's top row."""
    return hands_in_window


def a_form(hands: Hands) -> PersonForm:
    form = hands.page.side.currentWidget()
    assert isinstance(form, PersonForm)
    return form


def arrival(hands: Hands) -> None:
    hands.look_for("chea")


def walk_in(hands: Hands) -> None:
    hands.look_for("dupont marie")
    hands.control(Qt.Key.Key_N)
    a_form(hands).input(Field.CATEGORY).setFocus()
    hands.type("a")


def delegation(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()


def delegation_without_the_selected(hands: Hands) -> None:
    delegation(hands)
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, DelegationPanel)
    row = next(n for n in range(panel.members.count()) if "CHEA" in panel.members.item(n).text())
    panel.members.setCurrentRow(row)
    hands.press(Qt.Key.Key_Space)


def question(hands: Hands) -> None:
    correct(hands.desk.file, STAFF, hands.desk.known("chea").delegate.id, {Field.STATUS: Status.INVITED})
    hands.look_for("chea")
    hands.enter()


@pytest.mark.parametrize(
    "before", [arrival, walk_in, delegation, delegation_without_the_selected, question],
    ids=lambda each: each.__name__,
)  # fmt: skip
@pytest.mark.parametrize("is_quick", [True, False])
def test_enter_pressed_twice_leaves_the_answer_to_the_first(
    hands: Hands, before: Callable[[Hands], None], *, is_quick: bool
) -> None:
    before(hands)
    if is_quick:
        with hands.quicker_than_the_desk():
            hands.press(Qt.Key.Key_Return)
            hands.press(Qt.Key.Key_Return)
    else:
        hands.enter()
        hands.enter()

    told = hands.page.band.text
    assert told.startswith("WELCOME") or "received" in told
    if before is delegation_without_the_selected:
        assert hands.desk.known("chea").arrival is None


def test_after_a_scan_an_enter_leaves_the_answer(hands: Hands) -> None:
    person = hands.desk.known("chea").delegate.id
    hands.scan(replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False))
    hands.enter()

    assert hands.page.band.text.startswith("WELCOME   CHEA Vanna")


@pytest.mark.parametrize("letters", ["Director", ""])
def test_enter_pressed_twice_on_a_correction_receives_nobody_and_says_what_receives(
    hands: Hands, letters: str
) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    a_form(hands).input(Field.POSITION).setFocus()
    hands.type(letters)
    hands.enter()
    hands.enter()

    assert hands.desk.known("chea").delegate.position == letters
    assert hands.desk.known("chea").arrival is None
    assert hands.queued == []
    assert hands.page.band.text == "Press Enter again to receive CHEA Vanna."
    hands.enter()
    assert hands.desk.known("chea").arrival is not None


@pytest.mark.parametrize("way", ["letters", "arrow", "escape"])
def test_an_enter_counts_again_once_somebody_is_looked_for(hands: Hands, way: str) -> None:
    hands.look_for("sok sop")
    hands.enter()
    if way == "letters":
        hands.type("kem")
        hands.settle()
    elif way == "arrow":
        hands.press(Qt.Key.Key_Down)
    else:
        hands.press(Qt.Key.Key_Escape)
        hands.settle()
    hands.enter()

    told = {"letters": "WELCOME   KEM Rith", "arrow": "WELCOME   SOK Sopheap", "escape": "Scan a badge"}
    assert hands.page.band.text.startswith(told[way])


@pytest.mark.parametrize("key", ["enter", "without a badge", "double click"])
def test_nobody_is_received_while_a_form_covers_the_card(hands: Hands, key: str) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    form = a_form(hands)
    line = form.input(Field.POSITION)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    hands.type("Dir")
    hands.control(Qt.Key.Key_F)
    hands.type("kem")
    hands.settle()
    if key == "enter":
        hands.enter()
    elif key == "without a badge":
        hands.control(Qt.Key.Key_Return, shift=True)
    else:
        hands.page.finder.list.doubleClicked.emit(hands.page.finder.results.index(0))
    hands.settle()

    assert hands.desk.known("kem").arrival is None
    assert hands.page.band.text == "Save the form or give it up first (Esc)."
    assert hands.page.finder.search.text() == "kem"
    assert (hands.page.side.currentWidget(), line.text()) == (form, "Dir")


def test_enter_in_the_search_shows_the_card_first_that_an_untouched_form_covers(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    hands.page.finder.search.setFocus()
    hands.enter()

    assert not hands.page.side.is_asking
    assert hands.desk.known("chea").arrival is None
    hands.enter()
    assert hands.desk.known("chea").arrival is not None


def test_esc_in_the_search_empties_the_list_too_while_a_form_is_open(hands: Hands) -> None:
    hands.look_for("ly nary")
    hands.enter()
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    a_form(hands).input(Field.POSITION).setFocus()
    hands.type("Dir")
    hands.control(Qt.Key.Key_F)
    hands.type("kem")
    hands.settle()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()

    assert hands.page.finder.search.text() == ""
    assert hands.names == ["LY Nary"]
    assert hands.page.band.text == "Last arrivals at this desk, newest first"
    assert hands.page.side.is_writing
