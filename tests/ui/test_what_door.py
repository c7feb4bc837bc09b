"""Whether the page of a door asks what the door is: only where there is something to choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.define import amend
from checkin.desk.watch import occupancy
from checkin.domain.programme import Exits, Policy
from tests.ui.doors import DESK, Story, a_story_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_story_in(tmp_path, Policy(exits=Exits.NONE))


def leave(story: Story, *codes: str) -> None:
    """Leave only these sessions in the programme, as another program may do."""
    event = story.file.event
    sessions = {code: replace(each, withdrawn=code not in codes) for code, each in event.sessions.items()}
    amend(story.file, DESK, event, replace(event, sessions=sessions))
    _ = story.file.event
    story.changes.programme_changed.emit()


def test_a_door_with_a_single_possible_answer_is_not_asked_until_there_are_two(
    qtbot: QtBot, story: Story
) -> None:
    leave(story, "opening")
    page = story.page()
    qtbot.addWidget(page)
    page.show()
    page.on_opened()
    is_asked_at_first = page.is_asking
    page.on_scanned(story.delegate("SOK"))
    qtbot.waitUntil(lambda: occupancy(story.file, "opening").entered == 1)
    leave(story, "opening", "panel")
    is_asked_while_it_serves = page.is_asking
    page.on_opened()

    assert not is_asked_at_first
    assert not is_asked_while_it_serves
    assert page.is_asking


def test_the_programme_leads_to_a_door_without_a_question_where_every_door_is_an_entrance(
    qtbot: QtBot, story: Story
) -> None:
    page = story.page()
    qtbot.addWidget(page)
    page.show()
    page.on_opened()
    is_asked_at_first = page.is_asking
    page.show_session("panel")

    assert is_asked_at_first
    assert not page.is_asking
    assert page.state["session"] == "panel"
    assert page.state["told"] is True
