"""What was typed or ticked in a form, a question or a delegation is lost by nobody's next key, scan or undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from checkin.desk.arrive import arrive
from checkin.desk.issue_badge import replace_badge
from checkin.domain.delegates import Field
from checkin.domain.reasons import Reason, Why
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.frames.question import Question
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.arrivals.conftest import Hands

KEPT: Final = "Save the form or give it up first (Esc)."
ESC_AGAIN: Final = "Press Esc again to give up what you have begun."


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
    assert hands.page.band.text == ESC_AGAIN
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


@pytest.mark.parametrize("is_changed", [True, False])
@pytest.mark.parametrize("opened", [a_form, a_question])
def test_ctrl_z_in_a_line_of_text_takes_back_letters_and_then_says_why_it_undoes_nothing(
    hands: Hands, opened: Callable[[Hands], object], *, is_changed: bool
) -> None:
    hands.look_for("kem")
    hands.enter()
    panel = opened(hands)
    line = panel.own if isinstance(panel, Question) else panel[1]  # type: ignore[index]
    line.setText("")  # so that there are no letters to take back
    line.setFocus()
    if is_changed:
        hands.type("abc")
        hands.control(Qt.Key.Key_Z)
    before = hands.page.band.text
    assert (line.text(), before == KEPT) == ("", False)
    hands.control(Qt.Key.Key_Z)
    hands.settle()

    assert hands.page.band.text == KEPT
    assert hands.page.side.is_asking
    assert line.hasFocus()
    assert hands.desk.known("kem").arrival is not None


def shown(panel: DelegationPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel)]


def test_an_open_delegation_follows_other_desks_and_keeps_its_ticks(hands: Hands) -> None:
    panel = a_delegation(hands)
    chea, kem = (hands.desk.known(name).delegate.id for name in ("chea", "kem"))
    row = next(n for n in range(panel.members.count()) if "KEM" in panel.members.item(n).text())
    panel.members.setCurrentRow(row)
    hands.press(Qt.Key.Key_Space)
    ticked = panel.ticked
    assert kem not in ticked
    arrive(hands.desk.file, STAFF, [chea], NOW)
    hands.desk.changes.delegates_changed.emit(frozenset({chea}))
    hands.settle()

    assert "1 of 4 arrived" in shown(panel)
    assert panel.ticked == [each for each in ticked if each != chea]
    assert panel.members.currentRow() == row
    texts = [panel.members.item(n).text() for n in range(panel.members.count())]
    assert any("CHEA" in text and "08:46" in text for text in texts)
    hands.enter()
    assert hands.page.band.text.startswith("1 participant received")
    assert hands.desk.known("kem").arrival is None


def test_a_delegation_begins_on_whoever_can_be_ticked_and_space_on_another_says_why(hands: Hands) -> None:
    arrive(hands.desk.file, STAFF, [hands.desk.known("sok sopheap").delegate.id], NOW)
    panel = a_delegation(hands)
    first = panel.members.currentItem()
    assert first is not None
    assert first.flags() & Qt.ItemFlag.ItemIsUserCheckable
    ticked = len(panel.ticked)
    hands.press(Qt.Key.Key_Space)
    assert len(panel.ticked) == ticked - 1

    panel.members.setCurrentRow(0)
    hands.press(Qt.Key.Key_Space)
    assert "Only who is still expected can be ticked." in shown(panel)
    assert len(panel.ticked) == ticked - 1


def begin_a_form(hands: Hands) -> None:
    a_form(hands)


def begin_a_walk_in(hands: Hands) -> None:
    hands.look_for("dupont marie")
    hands.control(Qt.Key.Key_N)


def begin_a_reason(hands: Hands) -> None:
    a_question(hands).own.setFocus()
    hands.type("the minister")


def begin_a_delegation(hands: Hands) -> None:
    a_delegation(hands)
    hands.press(Qt.Key.Key_Space)


BEGUN: Final = (begin_a_form, begin_a_walk_in, begin_a_reason, begin_a_delegation)


@pytest.mark.parametrize("begin", BEGUN, ids=lambda each: each.__name__)
def test_the_first_esc_keeps_what_was_begun_and_the_second_gives_it_up(
    hands: Hands, begin: Callable[[Hands], None]
) -> None:
    begin(hands)
    panel = hands.page.side.currentWidget()
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    assert hands.page.side.currentWidget() is panel
    assert hands.page.side.is_writing
    assert hands.page.band.text == ESC_AGAIN
    hands.press(Qt.Key.Key_Escape)
    hands.settle()

    assert not hands.page.side.is_asking


@pytest.mark.parametrize("is_scan", [True, False])
def test_whatever_is_done_between_two_esc_keeps_what_was_begun(hands: Hands, *, is_scan: bool) -> None:
    code = a_code(hands)
    form, line = a_form(hands)
    hands.press(Qt.Key.Key_Escape)
    if is_scan:
        hands.scan(code)
    else:
        hands.type("ector")
    hands.press(Qt.Key.Key_Escape)

    assert hands.page.side.currentWidget() is form
    assert line.text() == ("Dir" if is_scan else "Director")
    assert hands.page.band.text == ESC_AGAIN


def test_the_cancel_button_gives_up_at_once(hands: Hands) -> None:
    form, _ = a_form(hands)
    next(each for each in form.findChildren(QPushButton) if each is not form.save_button).click()

    assert not hands.page.side.is_asking
