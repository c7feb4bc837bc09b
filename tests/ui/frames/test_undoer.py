"""What is taken back by an Undo button can be brought back once, and who asks for more is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from checkin.desk.undo import last_of
from checkin.domain.undoing import AT_ARRIVALS
from checkin.ui.frames.next_undo import NextUndo
from checkin.ui.frames.undoer import Undoer
from tests.ui.doors import a_story_in
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story


@pytest.fixture
def story(qapp: object, tmp_path: Path) -> Iterator[Story]:  # noqa: ARG001 - the lanes need it
    yield from a_story_in(tmp_path)


def test_an_act_is_taken_back_and_brought_back_once(qtbot: QtBot, story: Story) -> None:
    parts, button = story.parts(a_look()), QPushButton()
    qtbot.addWidget(button)
    following = NextUndo(story.file, parts.now)
    undoer = Undoer(parts, following, lambda: None, button)
    refused: list[str] = []
    undoer.refused.connect(lambda words: refused.append(words(parts.look.say)))
    undoer.take_back()
    story.delegate("SOK", badge=False)
    following.follow(last_of(story.file, AT_ARRIVALS))

    assert following.words(parts.look.say).startswith("Undo: SOK")
    with qtbot.waitSignal(undoer.undone) as undone:
        undoer.take_back()
    assert undone.args[0].brought_back is None
    undoer.bring_back()
    following.follow(None)
    with qtbot.waitSignal(undoer.undone) as brought:
        undoer.bring_back()
    assert brought.args[0].brought_back is not None
    following.follow(None)
    undoer.bring_back()
    assert refused == [
        "There is nothing to undo here.",
        "Please wait a moment.",
        "There is nothing to bring back here.",
    ]
