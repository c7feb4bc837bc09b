"""What was typed or ticked in a form, a question or a delegation is lost by nobody's next key, scan or undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from checkin.desk.issue_badge import replace_badge
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.arrivals.form import PersonForm
from checkin.ui.frames.question import Question
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands

KEPT: Final = "Save the form or give it up first (Esc)."


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window: where a form is closed, the focus may go to a button of the window's top row."""
    return hands_in_window


def a_delegation(hands: Hands) -> DelegationPanel:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_G)
    hands.settle()
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, DelegationPanel)
    return panel


def a_question(hands: Hands, text: str = "martin") -> Question:
    hands.look_for(text)
    hands.enter()
    question = hands.page.side.currentWidget()
    assert isinstance(question, Question)
    return question


def a_form(hands: Hands, *, is_changed: bool = True) -> tuple[PersonForm, QLineEdit]:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    form = hands.page.side.currentWidget()
    assert isinstance(form, PersonForm)
    line = form.input(Field.POSITION)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    if is_changed:
        hands.type("Dir")
    return form, line


def a_code(hands: Hands) -> str:
    person = hands.desk.known("ly nary").delegate.id
    return replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False)


def test_letters_in_an_untouched_delegation_begin_a_new_search(hands: Hands) -> None:
    a_delegation(hands)
    hands.type("kem rith")
    hands.settle()

    assert not hands.page.side.is_asking
    assert (hands.page.finder.search.text(), hands.names) == ("kem rith", ["KEM Rith"])


def test_letters_in_a_changed_delegation_are_refused_and_untick_nobody(hands: Hands) -> None:
    panel = a_delegation(hands)
    before = panel.ticked
    row = next(n for n in range(panel.members.count()) if panel.members.item(n).data(0x100) in before)
    panel.members.setCurrentRow(row)
    hands.press(Qt.Key.Key_Space)
    ticked = panel.ticked
    assert len(ticked) == len(before) - 1
    hands.type("kem rith")
    hands.settle()

    assert hands.page.side.currentWidget() is panel
    assert panel.ticked == ticked
    assert panel.members.currentRow() == row
    assert hands.page.band.text == KEPT
    assert hands.page.finder.search.text() == "chea"
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Space)
    assert panel.ticked == before


def test_a_scan_keeps_a_reason_that_is_half_typed(hands: Hands) -> None:
    code = a_code(hands)
    question = a_question(hands)
    question.own.setFocus()
    hands.type("the minister")
    hands.scan(code)

    assert hands.page.side.currentWidget() is question
    assert question.own.text() == "the minister"
    assert "LY Nary" in hands.page.band.text
    question.own.setFocus()
    hands.type(" said yes")
    hands.enter()
    assert hands.desk.known("martin").arrival is not None
    assert not hands.page.side.is_asking


def test_a_scan_keeps_a_delegation_whose_ticks_were_changed(hands: Hands) -> None:
    code = a_code(hands)
    panel = a_delegation(hands)
    hands.press(Qt.Key.Key_Space)
    ticked = panel.ticked
    hands.scan(code)

    assert hands.page.side.currentWidget() is panel
    assert panel.ticked == ticked
    assert "LY Nary" in hands.page.band.text
    panel.members.setFocus()
    hands.enter()
    assert not hands.page.side.is_asking


def test_esc_in_the_search_clears_the_search_alone(hands: Hands) -> None:
    form, line = a_form(hands)
    hands.control(Qt.Key.Key_F)
    hands.press(Qt.Key.Key_Escape)

    assert hands.page.side.currentWidget() is form
    assert (hands.page.finder.search.text(), line.text()) == ("", "Dir")
    hands.press(Qt.Key.Key_Escape)
    assert hands.page.side.currentWidget() is form
    assert hands.page.band.text == KEPT
    assert line.hasFocus()
    hands.press(Qt.Key.Key_Escape)
    assert not hands.page.side.is_asking


def test_esc_in_the_search_closes_a_form_that_nobody_has_begun(hands: Hands) -> None:
    a_form(hands, is_changed=False)
    hands.control(Qt.Key.Key_F)
    hands.press(Qt.Key.Key_Escape)

    assert not hands.page.side.is_asking
    assert hands.page.finder.search.text() == ""


@pytest.mark.parametrize("is_redo", [False, True])
def test_undo_and_redo_close_an_open_question_first(hands: Hands, *, is_redo: bool) -> None:
    hands.give_badge("chea")
    hands.enter()
    if is_redo:
        hands.control(Qt.Key.Key_Z)
        hands.settle()
    hands.look_for("chea")
    hands.control(Qt.Key.Key_P)
    assert isinstance(hands.page.side.currentWidget(), Question)
    hands.control(Qt.Key.Key_Z, shift=is_redo)
    hands.settle()

    assert not hands.page.side.is_asking
    assert (hands.desk.known("chea").arrival is not None) == is_redo
    issued = len(hands.queued)
    hands.press(Qt.Key.Key_1)
    hands.settle()
    assert len(hands.queued) == issued


def test_undo_keeps_a_form_that_was_begun(hands: Hands) -> None:
    hands.look_for("kem")
    hands.enter()
    form, line = a_form(hands)
    hands.control(Qt.Key.Key_F)
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert hands.page.side.currentWidget() is form
    assert line.text() == "Dir"
    assert hands.page.band.text == KEPT
    assert hands.desk.known("kem").arrival is not None
