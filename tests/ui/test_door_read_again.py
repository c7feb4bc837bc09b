"""The same badge counts at once if the operator of a door has done something since it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from checkin.desk.set_doors import set_doors
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, Exits, Policy
from checkin.scanning import Scanners
from checkin.ui.door.choice import ByClock, ByHand
from tests.scanning.keyboard import Keyboard
from tests.ui.doors import STAFF, Door, a_story_in, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def door(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Door]:
    """A door with the real scanners, whose keys `Keyboard` presses."""
    for story in a_story_in(tmp_path, Policy(exits=Exits.SCANNED)):
        story.scanners = scanners = Scanners(qapp)  # type: ignore[assignment]
        door = Door(qtbot, story)
        scanners.scanned.connect(door.page.on_scanned)
        scanners.start()
        tell(door.page, Direction.IN, ByClock("Ballroom"))
        yield door
        scanners.stop()
        scanners.deleteLater()


def nothing(_door: Door) -> None:
    """The badge is only held under the scanner for too long."""


def doors_by_key(door: Door) -> None:
    before = door.page.doors_button.next_state
    door.chord(Qt.Key.Key_K)
    door.qtbot.waitUntil(lambda: door.page.doors_button.next_state not in {None, before})


def undone(door: Door) -> None:
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: door.told.startswith("Undone"))


def brought_back(door: Door) -> None:
    door.chord(Qt.Key.Key_Z, shift=True)
    door.qtbot.waitUntil(lambda: door.told.startswith("BROUGHT BACK"))


def seen_to(door: Door) -> None:
    door.press(Qt.Key.Key_Escape)
    assert door.says.startswith("READY")


def an_exit(door: Door) -> None:
    door.chord(Qt.Key.Key_D)
    door.page.what_door.ways[Direction.OUT].setChecked(True)
    door.press(Qt.Key.Key_Return)


def another_session(door: Door) -> None:
    tell(door.page, choice=ByHand("panel"))


@pytest.mark.parametrize(
    ("act", "answers"),
    [
        (nothing, 1),
        (doors_by_key, 2),
        (undone, 2),
        (seen_to, 2),
        (an_exit, 2),
        (another_session, 2),
    ],
)
def test_a_badge_is_read_again_at_once_only_after_an_act(
    door: Door, act: Callable[[Door], None], answers: int
) -> None:
    keyboard, code = Keyboard(door.page), door.story.delegate("SOK")
    keyboard.scan(code)
    door.qtbot.waitUntil(lambda: len(door.page.recent.answers) == 1)
    door.story.hands.wait(5)
    door.settle()
    keyboard.wait(1000)
    act(door)
    door.settle()
    keyboard.scan(code)
    door.settle()

    assert len(door.page.recent.answers) == answers


def test_a_badge_is_read_again_at_once_after_its_undo_was_brought_back(door: Door) -> None:
    keyboard, code = Keyboard(door.page), door.story.delegate("SOK")
    for act in (undone, brought_back, nothing):
        keyboard.scan(code)
        door.settle()
        door.story.hands.wait(5)
        keyboard.wait(1000)
        act(door)
        door.settle()
    keyboard.scan(code)
    door.settle()

    assert len(door.page.recent.answers) == 3


def test_a_guest_refused_at_a_closed_door_is_let_in_as_soon_as_it_is_opened(door: Door) -> None:
    set_doors(door.story.file, STAFF, "opening", DoorState.CLOSED, door.story.hands.now)
    door.story.changes.programme_changed.emit()
    assert door.story.file.event
    door.page._on_second()
    keyboard, code = Keyboard(door.page), door.story.delegate("SOK")
    keyboard.scan(code)
    door.qtbot.waitUntil(lambda: len(door.page.recent.answers) == 1)
    door.story.hands.wait(5)
    doors_by_key(door)
    keyboard.wait(1000)
    keyboard.scan(code)
    door.qtbot.waitUntil(lambda: len(door.page.recent.answers) == 2)

    titles = [each.words.title for each in door.page.recent.answers]
    assert titles == ["WELCOME", "CLOSED"]
