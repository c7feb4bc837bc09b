"""What is typed at a door admits no stranger, and the words on the page say what the next key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin.desk.arrive import arrive
from checkin.domain.admission import Admitted
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords, Exits, NotArrived, Policy
from checkin.ui.door.choice import ByClock, ByHand
from tests.ui.doors import DESK, Door, a_story_in, at, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

STEPS = ("1 to 4 admit, with that reason.", "Press Enter, then type a reason to admit.")
NOBODY = "The panel shows nobody whom you could admit."


@pytest.fixture
def policy() -> Policy:
    return Policy(exits=Exits.SCANNED)


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path, policy: Policy) -> Iterator[Door]:
    for story in a_story_in(tmp_path, policy):
        door = Door(qtbot, story)
        tell(door.page, Direction.IN, ByClock("Ballroom"))
        door.settle()
        yield door


def press(door: Door, *keys: Qt.Key | str) -> None:
    """Press keys where the focus is, as a keyboard and its scanner's listener do."""
    for key in keys:
        door.press(key)
        if isinstance(key, str):
            door.story.scanners.pressed_alone.emit(key)


def stranger(door: Door) -> None:
    """Somebody whom any digit would find."""
    door.story.delegate("FIRST 1ST", badge=False, organisation="0 1 2 3 4 5 6 7 8 9")


# ---- the digits of the reasons


@pytest.mark.parametrize("digit", [*"0123456789"])
def test_a_digit_too_many_begins_no_search_and_admits_nobody(door: Door, digit: str) -> None:
    stranger(door)
    tell(door.page, choice=ByHand("panel"))
    door.read(door.story.delegate("SOK"))
    press(door, "2")
    door.next_answer(1)
    press(door, digit)
    told = door.told
    press(door, Qt.Key.Key_Return)
    door.settle()

    assert told.startswith(NOBODY)
    assert door.page.search.text == ""
    assert len(door.page.recent.answers) == 2


@pytest.mark.parametrize("digit", [*"056789"])
def test_a_digit_without_a_reason_admits_neither_the_guest_nor_a_stranger(door: Door, digit: str) -> None:
    stranger(door)
    tell(door.page, choice=ByHand("panel"))
    door.read(door.story.delegate("SOK"))
    press(door, digit)
    told, answers = door.told, len(door.page.recent.answers)
    press(door, Qt.Key.Key_Return)
    door.settle()

    assert told.startswith("Press the number of the answer.")
    assert "1 to 4 admit" in told
    assert (door.page.search.text, door.page.search.is_open) == ("", False)
    assert len(door.page.recent.answers) == answers == 1


@pytest.mark.parametrize(("place", "sign"), [("2", "២"), ("5", "៥"), ("5", "٥"), ("2", "²")])
def test_a_digit_of_another_script_begins_no_search_either(door: Door, place: str, sign: str) -> None:
    stranger(door)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
    QApplication.sendEvent(door.page.panel, key)
    door.story.scanners.pressed_alone.emit(place)
    door.settle()

    assert door.page.search.text == ""
    assert door.told == NOBODY


@pytest.mark.parametrize("has_guest", [False, True], ids=["ready", "welcome"])
def test_a_digit_says_that_nobody_can_be_admitted(door: Door, has_guest: bool) -> None:  # noqa: FBT001
    if has_guest:
        door.read(door.story.delegate("SOK"))
    press(door, "1")

    assert door.told == NOBODY
    assert door.page.panel.isVisible()


def test_a_digit_goes_on_with_a_search_or_a_code_that_was_begun(door: Door) -> None:
    press(door, *"b31", Qt.Key.Key_Escape)
    door.chord(Qt.Key.Key_F)
    press(door, "1", "2")

    assert door.page.search.text == "12"
    assert NOBODY not in door.told


def test_a_digit_answers_while_a_button_of_the_top_row_has_the_focus(door: Door) -> None:
    door.page.controls.what.setFocus(Qt.FocusReason.TabFocusReason)
    press(door, "1")

    assert door.told == NOBODY


def test_a_digit_tells_how_a_blocked_person_is_let_in(door: Door) -> None:
    stranger(door)
    door.read(door.story.delegate("SOK", status="blocked"))
    press(door, "1")

    assert door.told.startswith(
        "To let this person in: Enter, then the reason in a few words, then Enter  ·  "
    )
    assert door.page.search.text == ""


# ---- a reason that must be typed


def test_the_words_for_a_typed_reason_say_where_letters_go_now(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    field = door.page.operator.words
    before = field.placeholderText()
    press(door, Qt.Key.Key_Return)
    inside = field.placeholderText()
    press(door, Qt.Key.Key_Tab)

    assert before == field.placeholderText()
    assert before == "To let this person in: Enter, then the reason in a few words, then Enter"
    assert inside == "To let this person in, type the reason in a few words, then Enter"
    assert "Enter admits" not in door.told


# ---- a name that is hidden


@pytest.mark.parametrize("policy", [Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET)])
@pytest.mark.parametrize("status", ["registered", "blocked"])
def test_where_the_name_is_hidden_no_key_is_said_to_admit(door: Door, status: str) -> None:
    tell(door.page, choice=ByHand("panel"))
    door.page.show_alone(is_alone=True)
    door.read(door.story.delegate("SOK", status=status))
    hidden = door.told
    door.page.show_alone(is_alone=False)

    assert hidden.endswith("F11 shows who this is; only then can you admit.")
    assert not any(words in hidden for words in STEPS)
    assert any(words in door.told for words in STEPS)


# ---- an exit


@pytest.mark.parametrize("is_seen", [False, True], ids=["at once", "list seen"])
def test_an_exit_judges_no_name_as_a_code(door: Door, is_seen: bool) -> None:  # noqa: FBT001
    tell(door.page, Direction.OUT)
    door.story.delegate("SAMER", badge=False)
    if is_seen:
        door.type("samer")
    else:
        press(door, *"samer")
    hint = door.page.search._hint.text()
    press(door, Qt.Key.Key_Return)
    door.settle()

    assert hint == "Nobody is let in by name at an exit. Esc goes back."
    assert door.told == "Nobody is let in by name at an exit."
    assert door.page.search.isVisible()
    assert door.page.recent.answers == ()


@pytest.mark.parametrize("text", ["b3kem12", "4711"])
def test_an_exit_reads_a_text_with_digits_as_a_code(door: Door, text: str) -> None:
    tell(door.page, Direction.OUT)
    door.chord(Qt.Key.Key_F)
    door.type(text)
    hint = door.page.search._hint.text()
    press(door, Qt.Key.Key_Return)
    shown = door.next_answer(0)

    assert hint == "Nobody is let in at an exit. Enter reads the text as a code, Esc goes back."
    assert shown.words.title in {"UNKNOWN CODE", "SCAN AGAIN"}
    assert "name" not in door.told


@pytest.mark.parametrize(("direction", "names"), [(Direction.IN, True), (Direction.OUT, False)])
def test_an_exit_sends_nobody_to_type_a_name(door: Door, direction: Direction, names: bool) -> None:  # noqa: FBT001
    tell(door.page, direction)
    door.read("a visiting card")
    unknown = door.told
    door.chord(Qt.Key.Key_F)
    press(door, Qt.Key.Key_Return)

    assert ("name" in unknown, "name" in door.told) == (names, names)


@pytest.mark.parametrize(("direction", "lets_in"), [(Direction.IN, True), (Direction.OUT, False)])
def test_an_exit_offers_no_key_that_lets_somebody_in(door: Door, direction: Direction, lets_in: bool) -> None:  # noqa: FBT001
    tell(door.page, Direction.OUT)
    tell(door.page, direction)
    hint, prompt = door.page.foot._hint.text(), door.page.controls.code.placeholderText()
    keys = [key.keys for key in door.page.keys]

    assert [each in keys for each in ("A – Z", "1 – 4", "Enter")] == [lets_in] * 3
    assert {"Esc", "Ctrl+F", "Ctrl+D"} <= set(keys)
    assert ("find a name" in hint, "Name" in prompt) == (lets_in, lets_in)
    assert lets_in or "types a code" in hint


# ---- somebody whom no override lets in


@pytest.mark.parametrize("policy", [Policy(exits=Exits.SCANNED, not_arrived=NotArrived.REFUSE)])
@pytest.mark.parametrize("status", ["registered", "blocked"])
def test_nobody_is_offered_to_be_admitted_whom_the_desk_must_see_first(door: Door, status: str) -> None:
    for name in ("CHEA", "KEM"):
        tell(door.page, choice=ByHand("lunch"))
        door.read(door.story.delegate(name))
    shown = door.read(door.story.delegate("SOK", status=status, arrived=False))
    told = door.told
    for key in ("1", Qt.Key.Key_Return):
        press(door, key)
        assert door.told.startswith(NOBODY)
    door.page.show_alone(is_alone=True)

    assert shown.words.title == ("FULL" if status == "registered" else "HELP DESK")
    assert told.endswith("The participant has not been at the registration desk yet.")
    assert not any(words in told for words in STEPS)
    assert not any(each.isVisible() for each in (*door.page.operator.buttons, door.page.operator.words))
    assert "1–4" not in door.page.foot._hint.text()
    assert len(door.page.recent.answers) == 3
    assert "registration desk" not in door.told


@pytest.mark.parametrize("policy", [Policy(exits=Exits.SCANNED, not_arrived=NotArrived.REFUSE)])
def test_once_the_desk_has_seen_them_they_are_offered_to_be_admitted(door: Door) -> None:
    tell(door.page, choice=ByHand("panel"))
    code = door.story.delegate("SOK", arrived=False)
    before = door.read(code).can_be_overridden
    person = door.page.recent.answers[0].answer.delegate
    assert person is not None
    arrive(door.story.file, DESK, [person.id], at(0))
    after = door.read(code)
    press(door, "1")

    assert (before, after.can_be_overridden) == (False, True)
    assert isinstance(door.next_answer(2).answer.verdict, Admitted)
