"""The photo beside the verdict at a door: after the verdict, and never of whom the panel does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.find import by_code
from checkin.desk.photos import take_photo
from checkin.domain.delegates import Status
from checkin.domain.programme import DoorWords, Policy
from tests.photos import a_photo
from tests.ui.doors import DESK, Door, a_story_in, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story

DISCREET = Policy(door_words=DoorWords.DISCREET)


@pytest.fixture
def policy() -> Policy:
    return Policy()


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path, policy: Policy) -> Iterator[Story]:
    assert qtbot
    yield from a_story_in(tmp_path, policy)


@pytest.fixture
def door(qtbot: QtBot, story: Story) -> Door:
    door = Door(qtbot, story)
    tell(door.page)
    return door


def with_photo(story: Story, folder: Path, family: str = "CHEA", **fields: str) -> str:
    """Somebody with a badge and a photo; the code."""
    code = story.delegate(family, **fields)
    known = by_code(story.file, code)
    assert known is not None
    take_photo(story.file, DESK, known.delegate.id, a_photo(folder / f"{family}.png"))
    return code


def settle(door: Door) -> None:
    door.qtbot.waitUntil(lambda: not door.story.tasks.drawing.is_busy)


def test_the_photo_comes_beside_the_verdict_once_that_is_painted(door: Door, tmp_path: Path) -> None:
    code = with_photo(door.story, tmp_path)
    door.read(code)
    door.qtbot.waitUntil(lambda: door.page.panel.shows_photo)

    assert door.says.startswith("WELCOME. CHEA")


def test_the_next_guest_never_stands_beside_the_photo_of_the_one_before(door: Door, tmp_path: Path) -> None:
    door.read(with_photo(door.story, tmp_path))
    door.qtbot.waitUntil(lambda: door.page.panel.shows_photo)
    door.read(door.story.delegate("KEM"))
    settle(door)
    assert not door.page.panel.shows_photo
    door.read(with_photo(door.story, tmp_path, "LIM"))
    door.qtbot.waitUntil(lambda: door.page.panel.shows_photo)
    door.page.answering.get_ready()

    assert not door.page.panel.shows_photo


def test_a_photo_whose_bytes_are_missing_is_no_photo(door: Door, tmp_path: Path) -> None:
    code = with_photo(door.story, tmp_path)
    with door.story.file.transaction():
        door.story.file.database.run("DELETE FROM pictures")
    door.read(code)
    settle(door)

    assert not door.page.panel.shows_photo
    assert door.says.startswith("WELCOME. CHEA")


@pytest.mark.parametrize("policy", [DISCREET])
def test_of_a_person_whom_discreet_words_do_not_name_no_photo_is_shown(door: Door, tmp_path: Path) -> None:
    code = with_photo(door.story, tmp_path, status=Status.BLOCKED.value)
    shown = door.read(code)
    settle(door)
    sight = door.page.panel.sight

    assert shown.is_discreet
    assert sight is not None
    assert sight.photo == ""
    assert not door.page.panel.shows_photo


def test_a_scan_does_not_wait_for_a_photo(door: Door, tmp_path: Path) -> None:
    """The photo is asked for by the panel that has painted the verdict, in the lane for pictures."""
    asked: list[str] = []
    door.page.panel.photo_wanted.connect(lambda digest: asked.append(door.says + digest[:0]))
    door.read(with_photo(door.story, tmp_path))
    door.qtbot.waitUntil(lambda: bool(asked))

    assert asked[0].startswith("WELCOME. CHEA")
