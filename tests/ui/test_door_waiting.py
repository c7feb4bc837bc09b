"""A guest who waits for a decision at the door is never forgotten, and is never taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords, Exits, Policy
from checkin.remembered import State, of_event, remember
from checkin.ui.door.choice import ByClock, ByHand
from tests.ui.doors import Door, a_story_in, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story


@pytest.fixture
def policy() -> Policy:
    return Policy(exits=Exits.SCANNED)


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path, policy: Policy) -> Iterator[Story]:
    assert qtbot
    yield from a_story_in(tmp_path, policy)


@pytest.fixture
def door(qtbot: QtBot, story: Story) -> Door:
    door = Door(qtbot, story)
    tell(door.page, Direction.IN, ByClock("Ballroom"))
    return door


def after_restart(door: Door) -> Door:
    """Another door on the same file, with what this computer remembers of the first one."""
    remember("e1", {"door": door.page.state})
    again = Door(door.qtbot, door.story)
    again.page.take_state(of_event("e1")["door"])
    return again


def waiting(door: Door) -> list[str]:
    return [each.name for each in door.page.operator.held.verdicts]


# ---- over a restart


def test_guests_who_wait_for_a_decision_still_wait_after_a_restart(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    door.read(door.story.delegate("KEM", status="cancelled"))
    again = after_restart(door)
    again.qtbot.waitUntil(lambda: waiting(again) == ["SOK", "KEM"])

    assert again.page.operator.held.text() == "Still to be seen to: HELP DESK, KEM 09:00  +1  ×"
    again.press(Qt.Key.Key_Escape)
    assert waiting(again) == ["SOK"]


def test_who_was_seen_to_does_not_wait_after_a_restart(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    door.press(Qt.Key.Key_Escape)

    assert "waiting" not in door.page.state


def test_a_restart_before_the_record_was_read_forgets_nobody(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    again = Door(door.qtbot, door.story)
    again.page.take_state(door.page.state)
    at_once = again.page.state

    assert at_once == door.page.state


@pytest.mark.parametrize("remembered", ["x", "desk1-999999 no-such act", 4])
def test_what_is_no_reading_is_no_guest(door: Door, remembered: str | int) -> None:
    state: State = {**door.page.state, "waiting": remembered}
    door.page.take_state(state)
    door.settle()

    assert waiting(door) == []


# ---- nothing puts a guest away but the operator


def test_a_reading_that_is_not_recorded_leaves_the_guest_before_it_to_be_seen_to(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    code = door.story.delegate("KEM", arrived=False)
    door.story.file.database.peewee.execute_sql("DROP TABLE occupancy")
    door.page.on_scanned(code)
    door.qtbot.waitUntil(lambda: door.told.startswith("NOT RECORDED"))

    assert waiting(door) == ["SOK"]


def test_undo_of_another_reading_leaves_the_guest_on_the_panel_to_be_seen_to(door: Door) -> None:
    door.read(door.story.delegate("KEM"))
    door.read(door.story.delegate("SOK", status="blocked"))
    door.settle()
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: door.told.startswith("Undone: KEM"))

    assert waiting(door) == ["SOK"]


def test_a_door_that_is_told_anew_leaves_the_guest_on_the_panel_to_be_seen_to(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    tell(door.page, choice=ByHand("opening"))

    assert waiting(door) == ["SOK"]


# ---- nobody is let in whom the operator cannot name


@pytest.mark.parametrize("policy", [Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET)])
@pytest.mark.parametrize("status", ["cancelled", "blocked"])
def test_in_full_screen_no_key_lets_in_a_person_whom_the_screen_does_not_name(
    door: Door, status: str
) -> None:
    page = door.page
    page.show_alone(is_alone=True)
    door.read(door.story.delegate("KEM", status=status))
    offered = [*(button.isVisible() for button in page.operator.buttons), page.operator.words.isVisible()]
    for key in "1234":
        door.press(key)
        door.story.scanners.pressed_alone.emit(key)
    door.press(Qt.Key.Key_Return)
    page.overriding.admit_for_words("security said yes")
    door.settle()

    assert not any(offered)
    assert door.told.endswith("F11 shows who this is; only then can you admit.")
    assert "KEM" not in door.told
    assert len(page.recent.answers) == 1
    assert page.controls.code.text() == ""


@pytest.mark.parametrize("policy", [Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET)])
def test_outside_full_screen_the_name_stands_beside_the_keys_that_admit(door: Door) -> None:
    page = door.page
    page.show_alone(is_alone=True)
    door.read(door.story.delegate("KEM", status="cancelled"))
    page.show_alone(is_alone=False)
    told = door.told
    offered = all(button.isVisible() for button in page.operator.buttons)
    door.press("4")
    door.story.scanners.pressed_alone.emit("4")

    assert "KEM" in told
    assert "F11" not in told
    assert offered
    assert door.next_answer(1).words.title == "ADMITTED"


def test_where_the_panel_names_the_person_the_keys_admit_in_full_screen(door: Door) -> None:
    door.page.show_alone(is_alone=True)
    door.read(door.story.delegate("KEM", status="cancelled"))
    named = "KEM" in door.says
    door.press("1")
    door.story.scanners.pressed_alone.emit("1")

    assert named
    assert door.next_answer(1).words.title == "ADMITTED"


def test_no_digit_lets_in_the_person_behind_the_question_what_the_door_is(door: Door) -> None:
    door.read(door.story.delegate("KEM", status="cancelled"))
    door.chord(Qt.Key.Key_D)
    door.press("1")
    door.story.scanners.pressed_alone.emit("1")
    door.settle()

    assert len(door.page.recent.answers) == 1
    assert door.told == "Say first what this door is."
