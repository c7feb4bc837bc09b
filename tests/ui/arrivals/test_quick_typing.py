"""Somebody types as quickly as a scanner: nothing typed is lost, and Enter does what it does for a slow typist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from checkin.desk.correct import correct
from checkin.desk.find import find
from checkin.domain.delegates import Field, Status
from checkin.ui.frames.person_form import PersonForm
from checkin.ui.frames.question import Question
from tests.scanning.keyboard import ENTER, TAB, Keyboard
from tests.ui.desks import STAFF

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands

QUICK_MS = 30


@pytest.fixture
def hands(hands_in_window: Hands) -> Hands:
    """The page in its window: where a question is closed, the focus may go to a button of the window's top row."""
    return hands_in_window


@pytest.fixture
def keyboard(hands: Hands) -> Keyboard:
    hands.desk.scanners.scanned.connect(hands.page.on_scanned)
    return Keyboard(hands.page.window())


def test_a_form_keeps_what_is_typed_quickly_and_its_enter_saves(hands: Hands, keyboard: Keyboard) -> None:
    hands.control(Qt.Key.Key_N)
    form = hands.page.side.currentWidget()
    assert isinstance(form, PersonForm)
    keyboard.type("Okonkwo", QUICK_MS)
    keyboard.press(TAB, "\t")
    keyboard.type("Chidera", QUICK_MS)
    keyboard.press(ENTER, "\r")  # the category is still missing, and gets the focus
    hands.settle()

    assert hands.page.side.currentWidget() is form
    written = [form.input(each).property("text") for each in (Field.FAMILY_NAME, Field.GIVEN_NAME)]
    assert written == ["Okonkwo", "Chidera"]
    assert form.input(Field.CATEGORY).hasFocus()
    assert hands.page.finder.search.text() == ""


def test_a_reason_typed_quickly_lets_the_guest_in(hands: Hands, keyboard: Keyboard) -> None:
    hands.look_for("martin")
    hands.enter()
    question = hands.page.side.currentWidget()
    assert isinstance(question, Question)
    question.own.setFocus()
    keyboard.wait(1000)
    keyboard.scan("Minister said yes", QUICK_MS)
    hands.settle()

    assert hands.desk.known("martin").arrival is not None
    assert not hands.page.side.is_asking


def test_an_old_search_for_suggestions_cancels_no_search(hands: Hands) -> None:
    hands.look_for("zzzz")
    hands.look_for("kem")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type("chea")
    hands.desk.changes.delegates_changed.emit(frozenset())  # another desk, before the search has answered
    hands.settle()

    assert hands.names == ["CHEA Vanna"]
    assert hands.page.finder.has_answer


@pytest.mark.parametrize("gap", [3, QUICK_MS, 120])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ly nary", "WELCOME"),  # attention
        ("chea vanna", "ARRIVED ALREADY"),
        ("martin", "Let "),  # cancelled
        ("mao tevy", "Let "),  # blocked
        ("mao", "Let "),
        ("kem rith", "Receive "),  # invited
        ("xyzxyz", "Nobody was found"),
    ],
)
def test_an_enter_after_quick_letters_does_what_a_slow_one_does(
    hands: Hands, keyboard: Keyboard, text: str, told: str, gap: int
) -> None:
    hands.look_for("chea")
    hands.enter()
    correct(hands.desk.file, STAFF, hands.desk.known("kem").delegate.id, {Field.STATUS: Status.INVITED})
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    keyboard.scan(text, gap)
    hands.settle()

    panel = hands.page.side.currentWidget()
    asked = panel.accessibleName() if isinstance(panel, Question) else ""
    assert asked.startswith(told) or hands.page.band.text.startswith(told)


@pytest.mark.parametrize("gap", [3, QUICK_MS, 120])
@pytest.mark.parametrize("former", ["xyzxyz", "martin", "mao", "reprint"])
def test_after_an_enter_the_next_letters_begin_a_new_search(
    hands: Hands, keyboard: Keyboard, former: str, gap: int
) -> None:
    if former == "reprint":
        hands.look_for("chea")
        hands.control(Qt.Key.Key_P)
    else:
        keyboard.scan(former, gap)
    hands.settle()
    keyboard.wait(2000)
    keyboard.type("kem", gap)
    hands.settle()

    assert (hands.page.finder.search.text(), hands.names) == ("kem", ["KEM Rith"])
    assert not hands.page.side.is_asking


TEXTS = ("chea", "kem", "zzzz", "martin", "ly nary", "sopheap", "ly narz")
RHYTHMS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from([3, QUICK_MS, 120]), st.booleans()),
        st.sampled_from(["enter", "escape", "all", "pause", "another desk", "answered"]),
    ),
    min_size=2,
    max_size=9,
)


@given(RHYTHMS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_rhythm_the_list_is_the_result_for_the_text_in_the_field(
    hands: Hands, keyboard: Keyboard, steps: list[tuple[str, int, bool] | str]
) -> None:
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    hands.settle()
    for step in steps:
        match step:
            case (str(text), int(gap), bool(has_enter)):
                keyboard.scan(text, gap) if has_enter else keyboard.type(text, gap)
            case "enter":
                keyboard.press(ENTER, "\r")
            case "escape":
                hands.press(Qt.Key.Key_Escape)
            case "all":
                hands.control(Qt.Key.Key_A)
            case "pause":
                keyboard.wait(5000)
            case "another desk":
                hands.desk.changes.delegates_changed.emit(frozenset())
            case _:
                hands.settle()
    hands.settle()

    finder = hands.page.finder
    text = finder.search.text()
    assert finder.is_current
    if text.strip() and not finder.is_only_remembered:
        wanted = [each.delegate.name for each in find(hands.desk.file, text)]
        assert hands.names in (wanted, [text])  # or the one whom Enter has chosen among suggestions
