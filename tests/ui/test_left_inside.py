"""Who is left inside a session that does not take place any more is asked for in the window's strip, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

from checkin.desk.define import amend
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain.presence import Direction
from checkin.domain.rearranging import with_session
from checkin.storage import acts, presence
from checkin.ui.left_inside import LeftInside
from checkin.ui.strip import TroubleStrip
from tests.ui.doors import DESK, STAFF, Story, a_story_in, at
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.remembered import State


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_story_in(tmp_path)


class Desk:
    """A window's strip at which the question is asked, and what somebody does elsewhere."""

    def __init__(self, qtbot: QtBot, story: Story, known: State) -> None:
        self.qtbot, self.story = qtbot, story
        self.strip = TroubleStrip(look := a_look())
        qtbot.addWidget(self.strip)
        self.asking = LeftInside(story.parts(look), self.strip, known, self.strip)
        self.asking.look()
        self.settle()

    def settle(self) -> None:
        tasks = self.story.tasks
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy), timeout=10_000)
            self.qtbot.wait(0)

    def bring(self, session: str, *names: str) -> list[str]:
        """Let these people in; the codes of their badges."""
        codes = [self.story.delegate(name) for name in names]
        for code in codes:
            scan(self.story.file, STAFF, session, code, at(0), Direction.IN)
        return codes

    def withdraw(self, session: str, *, withdrawn: bool = True) -> None:
        """Somebody else changes the programme."""
        event = self.story.file.event
        amend(
            self.story.file,
            DESK,
            event,
            with_session(event, replace(event.sessions[session], withdrawn=withdrawn)),
        )
        _ = self.story.file.event
        self.story.changes.programme_changed.emit()
        self.settle()

    def answer(self, words: str) -> None:
        next(each for each in self.strip.findChildren(QToolButton) if each.text().startswith(words)).click()
        self.settle()

    @property
    def asked(self) -> str:
        """What the strip asks now."""
        return "" if self.strip.isHidden() else self.strip._title.text()

    @property
    def inside(self) -> int:
        return presence.occupancy(self.story.file.database, "opening").inside


def test_who_is_left_inside_is_asked_for_once_and_read_out(qtbot: QtBot, story: Story) -> None:
    desk = Desk(qtbot, story, {})
    desk.bring("opening", "SOK", "CHEA")
    desk.withdraw("opening")
    asked = desk.asked
    desk.answer("Out now")

    assert asked == "“Opening” does not take place any more, and 2 people are inside."
    assert (desk.asked, desk.inside) == ("", 0)

    undo(story.file, DESK, next(iter(acts.newest_first(story.file.database, story.file.desk))).id)
    story.changes.presence_changed.emit("opening")
    desk.withdraw("panel")
    assert (desk.asked, desk.inside) == ("", 2)
    again = Desk(qtbot, story, desk.asking.state)
    assert again.asked == ""


def test_the_question_counts_along_and_goes_when_the_last_one_leaves_or_the_session_is_back(
    qtbot: QtBot, story: Story
) -> None:
    desk = Desk(qtbot, story, {})
    first, _second = desk.bring("opening", "SOK", "CHEA")
    desk.withdraw("opening")
    scan(story.file, STAFF, "opening", first, at(5), Direction.OUT)
    story.changes.presence_changed.emit("opening")
    desk.settle()
    asked = desk.asked
    desk.withdraw("opening", withdrawn=False)
    back = desk.asked
    desk.withdraw("opening")
    desk.answer("No: ")

    assert "1 person is inside" in asked
    assert back == ""
    assert (desk.asked, desk.inside) == ("", 1)
    assert desk.asking.state == {"answered": "opening"}
