"""The Import page in a window, on a real event file, with what a test does at it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from checkin.desk.find import everybody
from checkin.desk.staff import Shift
from checkin.tasks import Changes, Tasks
from checkin.ui.frames.question import Question
from checkin.ui.import_list.import_page import ImportPage
from tests.ui.doors import DESK, a_story
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.errors import CheckinError
    from checkin.ui.import_list.findings import Group
    from tests.ui.doors import Story

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def a_told_story(tmp_path: Path) -> Iterator[Story]:
    """An event file whose background work ends with the test, and has found no bug."""
    tasks = Tasks()
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    story = a_story(tmp_path, tasks)
    yield story
    tasks.close(story.file.let_go)
    story.file.close()
    assert bugs == []


class Desk:
    """The page in a window, and what it announced."""

    def __init__(self, qtbot: QtBot, story: Story, language: str = "en") -> None:
        self.qtbot = qtbot
        self.story = story
        self.troubles: list[CheckinError] = []
        self.changes = Changes()
        self.look = a_look(language)
        parts = replace(
            story.parts(self.look), changes=self.changes, shift=Shift(DESK), trouble=self.troubles.append
        )
        self.page = ImportPage(parts)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page.setParent(self.window)
        self.window.resize(1300, 640)
        self.page.resize(1100, 640)
        self.window.show()
        self.page.on_opened()

    def activate(self) -> None:
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self.qtbot.keyClick(self.page, key, modifier)  # type: ignore[no-untyped-call]

    def look_at(self, path: Path) -> None:
        self.page.look_at(path)
        self.wait()

    def bring_in(self, path: Path) -> None:
        self.look_at(path)
        self.page.work.bring_in()
        self.wait()
        self.qtbot.waitUntil(lambda: bool(self.page.work.last.act))

    def ask_to_undo(self) -> Question:
        """Press Ctrl+Z; the question that opens."""
        self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(lambda: self.page.asking.is_open)
        return self.question

    @property
    def question(self) -> Question:
        question = self.page.panel.currentWidget()
        assert isinstance(question, Question)
        return question

    def undo(self) -> None:
        self.qtbot.keyClick(self.ask_to_undo(), Qt.Key.Key_Return)
        self.wait()

    def bring_back(self) -> None:
        self.press(Qt.Key.Key_Z, CONTROL_SHIFT)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.work.is_busy, timeout=20_000)

    def counts(self) -> dict[Group, str]:
        return {group: button.text().split("\n")[0] for group, button in self.page.found.groups.items()}

    def rows(self, group: Group) -> list[list[str]]:
        self.page.found.show_group(group)
        model = self.page.found.table.model()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    @property
    def names(self) -> list[str]:
        return sorted(registration.delegate.name for registration in everybody(self.story.file))
