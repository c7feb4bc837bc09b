"""What is typed at a door admits no stranger, and the words on the page say what the next key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords, Exits, Policy
from checkin.ui.door.choice import ByClock, ByHand
from tests.ui.doors import Door, a_story_in, tell

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
    """Somebody whom the digit 1 would find."""
    door.story.delegate("FIRST 1ST", badge=False)


# ---- the digits of the reasons


@pytest.mark.parametrize("digit", ["1", "2", "3", "4"])
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
