"""The keyboard on the door page never comes to a button that records, unless the operator has taken it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from checkin.desk.watch import occupancy
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords, Exits, Policy
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.enter_key import EnterPressesButtons
from tests.ui.doors import Door, a_story_in, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


@pytest.fixture
def door(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Door]:
    """A door at which a guest was welcomed a moment ago, in a window in which Enter presses buttons."""
    enter = EnterPressesButtons(qapp, qapp)
    for story in a_story_in(tmp_path, Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET)):
        door = Door(qtbot, story)
        tell(door.page, Direction.IN, ByClock("Ballroom"))
        door.read(story.delegate("FIRST"))
        door.settle()
        yield door
    enter.deleteLater()


def press(door: Door, *keys: Qt.Key | str) -> None:
    """Press these keys in the window, as a keyboard does, and let time pass after each."""
    for key in keys:
        QTest.keyClick(door.page.window().windowHandle(), key)
        door.story.hands.wait(2)


def welcome(door: Door) -> None:
    door.read(door.story.delegate("SOK"))


def refused(door: Door) -> None:
    """Another day's session; who was welcomed there before is inside there."""
    tell(door.page, choice=ByHand("panel"))
    door.settle()
    first = door.story.delegate("OTHER")
    door.read(first)
    before = len(door.page.recent.answers)
    door.story.scanners.pressed_alone.emit("1")
    door.next_answer(before)
    door.settle()
    door.read(door.story.delegate("SOK"))


def blocked(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))


def choosing(door: Door) -> None:
    refused(door)
    press(door, ENTER)


def chosen_and_given_up(door: Door) -> None:
    choosing(door)
    press(door, ESC)


def chosen_another_and_given_up(door: Door) -> None:
    choosing(door)
    press(door, Qt.Key.Key_Right, ESC)


def admitted_by_a_reason(door: Door) -> None:
    choosing(door)
    before = len(door.page.recent.answers)
    press(door, ENTER)
    door.next_answer(before)


def typing_a_reason(door: Door) -> None:
    blocked(door)
    press(door, ENTER)


def admitted_by_a_typed_reason(door: Door) -> None:
    typing_a_reason(door)
    before = len(door.page.recent.answers)
    press(door, *"minister")
    press(door, ENTER)
    door.next_answer(before)


def given_up_a_typed_reason(door: Door) -> None:
    typing_a_reason(door)
    press(door, "m", ESC)


def hidden_while_choosing(door: Door) -> None:
    choosing(door)
    door.page.show_alone(is_alone=True)


def undone(door: Door) -> None:
    welcome(door)
    door.settle()
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: door.told.startswith("Undone"))


def undone_while_choosing(door: Door) -> None:
    choosing(door)
    door.settle()
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: "Undone" in door.told)


def question_given_up(door: Door) -> None:
    welcome(door)
    door.chord(Qt.Key.Key_D)
    press(door, ESC)


def question_over_reasons_given_up(door: Door) -> None:
    choosing(door)
    door.chord(Qt.Key.Key_D)
    press(door, ESC, ESC)


def search_given_up(door: Door) -> None:
    welcome(door)
    door.type("sok")
    press(door, ESC)


def search_over_reasons_emptied(door: Door) -> None:
    choosing(door)
    door.type("sok")
    press(door, *[Qt.Key.Key_Backspace] * 3)


def code_field_left(door: Door) -> None:
    welcome(door)
    door.chord(Qt.Key.Key_F)
    press(door, ESC)


def held_verdict_put_away(door: Door) -> None:
    refused(door)
    door.read(door.story.delegate("NEXT"))
    door.page.operator.held.setFocus()
    press(door, SPACE)


STATES: Final[tuple[Callable[[Door], None], ...]] = (
    welcome, refused, blocked, chosen_and_given_up, chosen_another_and_given_up, admitted_by_a_reason,
    typing_a_reason, admitted_by_a_typed_reason, given_up_a_typed_reason, hidden_while_choosing, undone,
    undone_while_choosing, question_given_up, question_over_reasons_given_up, search_given_up,
    search_over_reasons_emptied, code_field_left, held_verdict_put_away,
)  # fmt: skip


def focus(door: Door) -> object:
    return door.page.window().focusWidget()


def recorded(door: Door) -> tuple[object, ...]:
    """What was recorded until now: how many are inside, and which acts were answered or undone."""
    door.settle()
    file, page = door.story.file, door.page
    return (
        [occupancy(file, code) for code in ("opening", "panel")], len(page.recent.answers), page.undo_button.named
    )  # fmt: skip


@pytest.mark.parametrize("key", [ENTER, SPACE], ids=["Enter", "Space"])
@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_no_button_that_records_has_the_focus_and_no_key_records_by_chance(
    door: Door, state: Callable[[Door], None], key: Qt.Key
) -> None:
    state(door)
    before = recorded(door)
    where = focus(door)
    press(door, key)

    assert where is door.page.panel or where is door.page.operator.words
    assert recorded(door) == before


@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_the_focus_is_on_something_that_is_seen(door: Door, state: Callable[[Door], None]) -> None:
    state(door)
    door.settle()

    assert door.page.focusWidget().isVisible()


def test_tab_still_leads_to_the_undo_button(door: Door) -> None:
    for _ in range(20):
        press(door, Qt.Key.Key_Tab)
        if focus(door) is door.page.undo_button:
            break
    press(door, ENTER)
    door.qtbot.waitUntil(lambda: door.told == "Undone: FIRST: admitted to Opening 09:00")

    assert isinstance(focus(door), QAbstractButton)
