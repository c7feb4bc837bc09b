"""A door that is opened or closed by hand says so for as long as that lasts, and no verdict outlives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.set_doors import set_doors
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, DoorWords, Policy
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.theme import Look
from tests.ui.doors import STAFF, Door, a_story_in, at, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DISCREET = Policy(door_words=DoorWords.DISCREET)


@pytest.fixture
def policy() -> Policy:
    return Policy()


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path, policy: Policy) -> Iterator[Door]:
    for story in a_story_in(tmp_path, policy):
        door = Door(qtbot, story)
        tell(door.page, Direction.IN, ByClock("Ballroom"))
        yield door


def set_by_key(door: Door, by_hand: DoorState | None) -> None:
    """Press Ctrl+K, and wait until the door is so."""
    session = door.page._session
    assert session is not None
    code = session.code
    door.chord(Qt.Key.Key_K)
    door.qtbot.waitUntil(lambda: door.story.file.known_event.sessions[code].by_hand is by_hand)
    door.settle()


def test_nobody_is_welcome_on_the_panel_of_a_door_that_was_closed(door: Door) -> None:
    door.read(door.story.delegate("SOK"))
    set_by_key(door, DoorState.CLOSED)

    assert door.says.startswith("CLOSED")
    assert door.told == ""


@pytest.mark.parametrize("is_closed", [False, True], ids=["too early", "closed"])
def test_a_door_that_was_opened_refuses_nobody_on_its_panel(door: Door, is_closed: bool) -> None:  # noqa: FBT001
    tell(door.page, choice=ByHand("opening" if is_closed else "panel"))
    if is_closed:
        set_by_key(door, DoorState.CLOSED)
    code = door.story.delegate("SOK")
    refused = door.read(code)
    set_by_key(door, DoorState.OPEN)
    after = door.says, [each.name for each in door.page.operator.held.verdicts]
    admitted = door.read(code)

    assert refused.words.title == ("CLOSED" if is_closed else "TOO EARLY")
    assert after == ("READY. Please show your badge.", ["SOK"])
    assert admitted.look is Look.ADMITTED
    assert door.page.operator.held.verdicts == (), "whoever was let in is seen to"


def test_a_door_closed_by_another_desk_puts_the_verdict_away_too(door: Door) -> None:
    door.read(door.story.delegate("SOK"))
    set_doors(door.story.file, STAFF, "opening", DoorState.CLOSED, door.story.hands.now)
    door.story.changes.programme_changed.emit()
    assert door.story.file.event
    door.page._on_second()

    assert door.says.startswith("CLOSED")


def test_undo_of_a_door_says_what_was_undone_on_a_panel_that_is_true(door: Door) -> None:
    set_by_key(door, DoorState.CLOSED)
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: door.says.startswith("READY"))

    assert door.told == "Undone: doors of Opening closed 09:00"


def test_an_hour_later_the_operator_sees_since_when_a_door_is_open_or_closed_by_hand(door: Door) -> None:
    tell(door.page, choice=ByHand("panel"))
    notes = []
    for state in (DoorState.OPEN, DoorState.CLOSED, DoorState.OPEN):
        set_by_key(door, state)
        door.story.hands.wait(3600)
        door.page._on_second()
        notes.append((door.page.controls.note.text(), door.page.controls.note.property("tone")))

    assert notes == [
        ("chosen by hand · doors open by hand since 09:00", "warning"),
        ("chosen by hand · doors closed by hand since 10:00", "warning"),
        ("chosen by hand · doors open by hand since 11:00", "warning"),
    ]


def test_the_mark_of_a_door_opened_early_is_a_warning_until_the_clock_has_opened_it(door: Door) -> None:
    door.story.hands.now = at(-60)
    door.page._on_second()
    set_by_key(door, DoorState.OPEN)
    seen = []
    for minute in (-40, -20, 70):
        door.story.hands.now = at(minute)
        door.page._on_second()
        seen.append((door.page.controls.note.text(), door.page.controls.note.property("tone")))

    assert seen[:2] == [
        ("doors open by hand since 08:00", "warning"),
        ("doors open by hand since 08:00", "muted"),
    ]
    assert "by hand" not in seen[2][0], "the last entry has passed"


def test_a_door_set_twice_to_the_same_keeps_the_first_time(door: Door) -> None:
    for minute in (0, 5):
        set_doors(door.story.file, STAFF, "opening", DoorState.CLOSED, at(minute))
    assert door.story.file.event
    door.story.changes.programme_changed.emit()
    door.qtbot.waitUntil(lambda: door.page.controls.note.text() == "doors closed by hand since 09:00")


@pytest.mark.parametrize("policy", [Policy(), DISCREET], ids=["plain", "discreet"])
def test_the_operator_reads_once_that_the_doors_are_closed(door: Door) -> None:
    set_by_key(door, DoorState.CLOSED)
    door.read(door.story.delegate("SOK"))
    read = f"{door.says} {door.told}"

    assert read.count("The doors are closed for the moment.") == 1
    assert "not open now" not in read
