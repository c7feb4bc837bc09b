"""Somebody types as quickly as a scanner: nothing typed is lost, and Enter does what it does for a slow typist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.domain.delegates import Field
from checkin.ui.arrivals.form import PersonForm
from checkin.ui.frames.question import Question
from tests.scanning.keyboard import ENTER, TAB, Keyboard

if TYPE_CHECKING:
    from tests.ui.arrivals.conftest import Hands

QUICK_MS = 30


@pytest.fixture
def keyboard(hands: Hands) -> Keyboard:
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
