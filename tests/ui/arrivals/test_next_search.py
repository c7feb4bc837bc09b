"""A law of the Arrivals page: after whatever ends with a person, the next letter typed begins a new search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt

from checkin.desk.correct import correct
from checkin.desk.issue_badge import replace_badge
from checkin.desk.register import register
from checkin.domain.delegates import Field, Status
from checkin.domain.reasons import Reason, Why
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.frames.question import Question
from tests.ui.desks import NOW, STAFF

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.ui.arrivals.conftest import Hands


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window: where a form is closed, the focus may go to a button of the window's top row."""
    return hands_in_window


def opened(hands: Hands, kind: type[QWidget]) -> QWidget:
    panel = hands.page.side.currentWidget()
    assert isinstance(panel, kind)
    return panel


def a_form(hands: Hands) -> PersonForm:
    form = opened(hands, PersonForm)
    assert isinstance(form, PersonForm)
    return form


def arrival(hands: Hands) -> None:
    hands.enter()


def arrival_without_badge(hands: Hands) -> None:
    hands.control(Qt.Key.Key_Return, shift=True)


def second_arrival(hands: Hands) -> None:
    hands.enter()
    hands.enter()


def arrival_by_the_button(hands: Hands) -> None:
    hands.page.side.main.click()


def scan(hands: Hands) -> None:
    person = hands.desk.known("chea").delegate.id
    hands.scan(replace_badge(hands.desk.file, STAFF, person, Why(Reason.LOST), NOW, to_print=False))


def delegation(hands: Hands) -> None:
    hands.control(Qt.Key.Key_G)
    hands.settle()
    opened(hands, DelegationPanel)
    hands.enter()


def delegation_left(hands: Hands) -> None:
    hands.control(Qt.Key.Key_G)
    hands.settle()
    opened(hands, DelegationPanel)
    hands.press(Qt.Key.Key_Escape)


def correction(hands: Hands) -> None:
    hands.control(Qt.Key.Key_E)
    a_form(hands).input(Field.POSITION).setFocus()
    hands.type("Director")
    hands.enter()


def correction_of_nothing(hands: Hands) -> None:
    hands.control(Qt.Key.Key_E)
    a_form(hands)
    hands.enter()


def correction_given_up(hands: Hands) -> None:
    hands.control(Qt.Key.Key_E)
    a_form(hands).input(Field.POSITION).setFocus()
    hands.type("Dir")
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)


def walk_in(hands: Hands) -> None:
    hands.control(Qt.Key.Key_N)
    a_form(hands).input(Field.CATEGORY).setFocus()
    hands.type("a")
    hands.enter()


def walk_in_given_up(hands: Hands) -> None:
    hands.control(Qt.Key.Key_N)
    a_form(hands)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)


def look_alike_taken(hands: Hands) -> None:
    hands.control(Qt.Key.Key_N)
    hands.settle()
    hands.control(Qt.Key.Key_Down)
    hands.enter()


def reprint(hands: Hands) -> None:
    hands.give_badge("chea")
    hands.control(Qt.Key.Key_P)
    opened(hands, Question)
    hands.press(Qt.Key.Key_1)
    hands.qtbot.waitUntil(lambda: not hands.page.side.is_asking)


def reprint_given_up(hands: Hands) -> None:
    hands.give_badge("chea")
    hands.control(Qt.Key.Key_P)
    opened(hands, Question)
    hands.press(Qt.Key.Key_Escape)


def reason_typed(hands: Hands) -> None:
    hands.give_badge("chea")
    hands.control(Qt.Key.Key_P)
    opened(hands, Question)
    hands.press(Qt.Key.Key_Tab)
    question = opened(hands, Question)
    assert isinstance(question, Question)
    question.own.setFocus()
    hands.type("fell into the river")
    hands.enter()


def with_status(hands: Hands, status: Status) -> None:
    correct(hands.desk.file, STAFF, hands.desk.known("chea").delegate.id, {Field.STATUS: status})
    hands.desk.changes.delegates_changed.emit(frozenset())
    hands.settle()


def question_answered(hands: Hands) -> None:
    with_status(hands, Status.INVITED)
    hands.enter()
    opened(hands, Question)
    hands.enter()


def question_left(hands: Hands) -> None:
    with_status(hands, Status.INVITED)
    hands.enter()
    opened(hands, Question)
    hands.press(Qt.Key.Key_Escape)


def override_by_a_digit(hands: Hands) -> None:
    with_status(hands, Status.CANCELLED)
    hands.enter()
    opened(hands, Question)
    hands.press(Qt.Key.Key_1)
    hands.qtbot.waitUntil(lambda: not hands.page.side.is_asking)


def override_by_a_typed_reason(hands: Hands) -> None:
    with_status(hands, Status.BLOCKED)
    hands.enter()
    opened(hands, Question)
    hands.press(Qt.Key.Key_Tab)
    hands.type("head of security said yes")
    hands.enter()


def undo(hands: Hands) -> None:
    hands.control(Qt.Key.Key_Z)


def undo_of_this_arrival(hands: Hands) -> None:
    hands.enter()
    hands.control(Qt.Key.Key_Z)


def redo(hands: Hands) -> None:
    hands.enter()
    hands.control(Qt.Key.Key_Z)
    hands.settle()
    hands.control(Qt.Key.Key_Z, shift=True)


def latin_alone(hands: Hands) -> None:
    details = {Field.FAMILY_NAME: "YOSHINO", Field.NATIVE_NAME: "𠮷野", Field.CATEGORY: "M"}
    register(hands.desk.file, STAFF, details)
    hands.look_for("yoshino")
    hands.qtbot.waitUntil(lambda: hands.page.side.preview.shown is not None, timeout=20_000)
    hands.control(Qt.Key.Key_B)
    hands.settle()
    assert hands.desk.known("yoshino").delegate.latin_only


def escape(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Escape)


def search_key(hands: Hands) -> None:
    hands.control(Qt.Key.Key_F)


def page_left(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F3)
    assert not hands.page.isVisible()
    hands.press(Qt.Key.Key_F2)


def page_left_with_a_form(hands: Hands) -> None:
    correction(hands)
    page_left(hands)


ACTS: Final[tuple[Callable[[Hands], None], ...]] = (
    arrival, arrival_without_badge, second_arrival, arrival_by_the_button, scan, delegation, delegation_left,
    correction, correction_of_nothing, correction_given_up, walk_in, walk_in_given_up, look_alike_taken, reprint,
    reprint_given_up, reason_typed, question_answered, question_left, override_by_a_digit, override_by_a_typed_reason,
    undo, undo_of_this_arrival, redo, latin_alone, escape, search_key, page_left, page_left_with_a_form,
)  # fmt: skip


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_after_every_act_the_next_letter_begins_a_new_search(
    hands: Hands, act: Callable[[Hands], None]
) -> None:
    hands.look_for("chea")
    act(hands)
    hands.settle()
    assert not hands.page.side.is_asking
    hands.type("kem")
    hands.settle()

    assert hands.page.finder.search.text() == "kem"
    assert hands.names == ["KEM Rith"]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_what_is_typed_before_the_desk_has_answered_is_a_new_search_too(
    hands: Hands, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    hands.look_for("chea")
    with hands.quicker_than_the_desk():
        hands.press(key, held)
        hands.type("kem")

    assert hands.page.finder.search.text() == "kem"
    assert hands.names == ["KEM Rith"]


def test_a_form_that_was_begun_goes_on_after_another_page(hands: Hands) -> None:
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    line = a_form(hands).input(Field.POSITION)
    line.setFocus()
    hands.type("Dir")
    page_left(hands)
    hands.type("ector")

    assert line.property("text") == "Director"


def test_a_question_goes_on_after_another_page(hands: Hands) -> None:
    hands.look_for("martin")
    hands.enter()
    opened(hands, Question)
    page_left(hands)
    hands.press(Qt.Key.Key_1)
    hands.qtbot.waitUntil(lambda: hands.desk.known("martin").arrival is not None)


@pytest.mark.parametrize("way", ["search key", "another arrival", "scan", "shift and escape"])
def test_a_form_that_was_begun_is_kept(hands: Hands, way: str) -> None:
    code = replace_badge(hands.desk.file, STAFF, hands.desk.known("ly nary").delegate.id, Why(Reason.LOST), NOW,
                         to_print=False)  # fmt: skip
    hands.look_for("chea")
    hands.control(Qt.Key.Key_E)
    form = a_form(hands)
    line = form.input(Field.POSITION)
    line.setFocus()
    hands.type("Dir")
    match way:
        case "search key":
            hands.control(Qt.Key.Key_F)
            assert hands.page.finder.search.hasFocus()
        case "another arrival":
            hands.page.finder.search.setFocus()
            hands.page.finder.search.selectAll()
            hands.type("kem")
            hands.settle()
            hands.enter()
            assert hands.desk.known("kem").arrival is None  # whose card is covered by the form
            assert hands.page.band.text == "Save the form or give it up first (Esc)."
            assert hands.page.finder.search.text() == "kem"
        case "scan":
            hands.scan(code)
        case _:
            hands.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    hands.settle()

    assert hands.page.side.currentWidget() is form
    assert line.property("text") == "Dir"
