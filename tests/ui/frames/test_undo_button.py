"""The Undo buttons of two pages follow what was done on each of them, also while both stand in one window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.define import amend
from checkin.domain.programme import LocalText, Room
from checkin.domain.undoing import OF_EVENT, OF_PROGRAMME
from checkin.ui.frames.undo_button import UndoButton
from tests.ui.doors import STAFF, a_story_in
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story


@pytest.fixture
def story(qapp: object, tmp_path: Path) -> Iterator[Story]:  # noqa: ARG001 - the lanes need it
    yield from a_story_in(tmp_path)


def test_each_page_takes_back_what_was_done_on_it_and_nothing_else(qtbot: QtBot, story: Story) -> None:
    parts = story.parts(a_look())
    of_programme, of_event = UndoButton(parts, OF_PROGRAMME), UndoButton(parts, OF_EVENT)
    for button in (of_programme, of_event):
        qtbot.addWidget(button)
    told: list[str] = []
    of_programme.done.connect(lambda words: told.append(words(parts.look.say)))
    seen = story.file.event
    session = next(iter(seen.sessions.values()))
    room = Room("mekong", LocalText.of("Mekong"))
    moved = replace(seen, sessions={**seen.sessions, session.code: replace(session, capacity=7)})
    with_room = replace(moved, rooms={**moved.rooms, "mekong": room})
    _, of_session = amend(story.file, STAFF, seen, moved)
    _, of_room = amend(story.file, STAFF, moved, with_room)
    story.changes.acts_changed.emit()
    qtbot.waitUntil(lambda: (of_programme.named, of_event.named) == (of_session, of_room))

    of_programme.take_back()
    qtbot.waitUntil(lambda: not of_programme.isEnabled())

    assert story.file.event.sessions[session.code].capacity == session.capacity
    assert "mekong" in story.file.event.rooms
    of_programme.take_back()
    assert told[1:] == ["There is nothing to undo here."]
    assert story.troubles == []
