"""A door by the clock when one session follows another: header, panel, keys and Undo speak of the same session.

In the ballroom the opening lets guests in until 10:00 and ends at 10:30, when the doors of the panel open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.watch import occupancy
from checkin.domain.admission import ExitAlert, Left
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, DoorWords, Exits, Policy
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.theme import Look
from tests.ui.doors import Door, a_story_in, at, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story

CHANGED = 91
"""The minute at which the panel's doors are open, and guests of the opening still leave."""


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


def go_to(door: Door, minute: float) -> None:
    """Let the clock of the page tick at this minute."""
    door.story.hands.now = at(minute)
    door.page._on_second()
    door.settle()


def inside(door: Door, session: str) -> int:
    return occupancy(door.story.file, session).inside


def sees(door: Door) -> tuple[str, str]:
    """The session in the header, and the panel."""
    return door.page.controls.title.text.split()[0], door.says


# ---- a verdict of the former session


@pytest.mark.parametrize("key", ["1", "2"])
def test_no_key_lets_a_guest_into_the_session_that_the_header_names_no_longer(door: Door, key: str) -> None:
    code = door.story.delegate("SOK")
    door.read(code)
    refused = door.read(code)
    go_to(door, CHANGED)
    told = door.told
    door.story.scanners.pressed_alone.emit(key)
    door.settle()

    assert refused.look is Look.ALREADY_INSIDE
    assert sees(door) == ("Panel", "READY. Please show your badge.")
    assert told == "The session is Panel now: read the badge again."
    assert inside(door, "panel") == 0
    assert door.read(code).look is Look.ADMITTED
    assert inside(door, "panel") == 1


def test_a_refusal_that_waits_for_the_help_desk_is_still_to_be_seen_to(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    go_to(door, CHANGED)

    assert sees(door) == ("Panel", "READY. Please show your badge.")
    assert [each.name for each in door.page.operator.held.verdicts] == ["SOK"]


def test_a_reason_that_is_being_typed_stays_and_lets_nobody_into_the_former_session(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    door.press(Qt.Key.Key_Return)
    door.qtbot.keyClicks(door.page.operator.words, "Cleared by")
    go_to(door, CHANGED)
    door.qtbot.keyClicks(door.page.operator.words, " security")
    typed = door.page.operator.words.text()
    door.press(Qt.Key.Key_Return)
    door.settle()

    assert typed == "Cleared by security"
    assert door.told == "The session is Panel now: read the badge again."
    assert (inside(door, "opening"), inside(door, "panel")) == (0, 0)


def test_no_welcome_to_the_former_session_stays_and_undo_still_offers_the_entry(door: Door) -> None:
    door.read(door.story.delegate("SOK"))
    go_to(door, CHANGED)

    assert sees(door) == ("Panel", "READY. Please show your badge.")
    assert "SOK: admitted to Opening 09:00" in door.page.undo_button.accessibleName()
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: inside(door, "opening") == 0)
    door.settle()
    door.chord(Qt.Key.Key_Z, shift=True)
    door.qtbot.waitUntil(lambda: inside(door, "opening") == 1)


def test_the_answer_that_has_just_been_given_for_the_new_session_stays(door: Door) -> None:
    door.story.hands.now = at(CHANGED)
    door.read(door.story.delegate("SOK"))
    door.page._on_second()

    assert sees(door)[0] == "Panel"
    assert "SOK" in door.says


# ---- an exit, while guests of two sessions leave


def two_sessions(door: Door) -> str:
    """SOK is inside the opening, KEM has come to the panel, and the door is an exit now; the code of SOK."""
    code = door.story.delegate("SOK")
    door.read(code)
    go_to(door, CHANGED)
    door.read(door.story.delegate("KEM"))
    tell(door.page, Direction.OUT)
    door.settle()
    return code


def test_undo_at_an_exit_offers_the_reading_just_shown_whichever_session_it_ended(door: Door) -> None:
    door.read(two_sessions(door))
    door.settle()
    offered = door.page.undo_button.accessibleName()
    left = inside(door, "opening"), inside(door, "panel")
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: inside(door, "opening") == 1)

    assert offered == "Undo: SOK: left Opening 10:31"
    assert left == (0, 1)
    assert inside(door, "panel") == 1


def test_the_panel_names_the_session_that_a_guest_has_left_if_the_header_names_another(door: Door) -> None:
    code = two_sessions(door)
    door.read(code)

    assert sees(door) == ("Panel", "OUT. SOK. Ministries. Opening  ·  Goodbye.")
    assert door.page.panel.sight is not None
    assert "Opening" in door.page.panel.sight.spoken


def test_a_door_of_one_session_chosen_by_hand_never_names_it_again(door: Door) -> None:
    tell(door.page, Direction.OUT, ByHand("opening"))
    door.read(door.story.delegate("SOK"))

    assert "Opening" not in door.says


# ---- a guest who is scanned out twice


@pytest.mark.parametrize("is_by_hand", [True, False], ids=["by hand", "by the clock"])
def test_who_is_scanned_out_twice_is_told_to_be_out_already(door: Door, is_by_hand: bool) -> None:  # noqa: FBT001
    code = two_sessions(door)
    if is_by_hand:
        tell(door.page, choice=ByHand("opening"))
    door.read(code)
    door.story.hands.wait(60)
    again = door.read(code)

    assert again.answer.verdict == Left(ExitAlert.NO_ENTRY), "the record stays as the contract has it"
    assert door.told == "The participant was scanned out already at 10:31."


def test_who_never_came_in_is_still_reported_to_the_help_desk(door: Door) -> None:
    tell(door.page, Direction.OUT)
    door.read(door.story.delegate("SOK"))

    assert door.told.startswith("No entry was recorded")
    assert door.told.endswith("Tell the help desk.")


# ---- doors that are not open


def test_the_panel_says_when_the_doors_open_and_changes_when_they_do(door: Door) -> None:
    seen = []
    for choice, minute in (("panel", 0), ("panel", 90), ("panel", 181), ("closing", 181)):
        tell(door.page, choice=ByHand(choice))
        go_to(door, minute)
        seen.append(door.says)

    assert seen == [
        "NOT OPEN NOW. Doors open at 10:30.",
        "READY. Please show your badge.",
        "CLOSED. Entry closed at 12:00.",
        "NOT OPEN NOW. Doors open on Sep 15, 2026 08:30.",
    ]


@pytest.mark.parametrize(
    ("direction", "minute", "title"),
    [
        (Direction.OUT, 0, "READY"),
        (Direction.OUT, 181, "READY"),
        (Direction.AUTO, 0, "NOT OPEN NOW"),
        (Direction.AUTO, 181, "READY"),
    ],
)
def test_where_guests_leave_the_panel_asks_for_the_badge(
    door: Door, direction: Direction, minute: float, title: str
) -> None:
    tell(door.page, direction, ByHand("panel"))
    go_to(door, minute)

    assert door.says.startswith(title)


def test_guests_leave_by_an_exit_whose_doors_are_closed_by_hand(door: Door) -> None:
    tell(door.page, Direction.OUT)
    door.chord(Qt.Key.Key_K)
    door.qtbot.waitUntil(lambda: door.story.file.known_event.sessions["opening"].by_hand is DoorState.CLOSED)
    door.settle()

    assert door.says.startswith("READY")


# ---- what guests read in full screen


@pytest.mark.parametrize("policy", [Policy(exits=Exits.SCANNED, door_words=words) for words in DoorWords])
def test_in_full_screen_no_reason_stands_beside_a_name(door: Door) -> None:
    door.read(door.story.delegate("SOK"))
    excused = door.story.delegate("KEM", status="excused")
    door.read(excused)
    door.story.scanners.pressed_alone.emit("1")
    door.qtbot.waitUntil(lambda: inside(door, "opening") == 2)
    door.settle()
    door.page.show_alone(is_alone=True)
    let_in = door.told
    tell(door.page, Direction.AUTO)
    door.story.hands.wait(120)
    left = door.read(excused)
    told = door.told
    door.page.show_alone(is_alone=False)

    assert left.answer.verdict == Left(ExitAlert.CANCELLED)
    assert "KEM" in door.says
    assert let_in == "F11 shows the reason."
    assert told == "Tell the help desk.  ·  F11 shows the reason."
    assert "cancelled, declined or excused" in door.told
