"""The People page in its window on a real event file, and hands that type on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from checkin.ui.frames.form import Form
from checkin.ui.frames.question import Question
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.people.people_page import PeoplePage
from tests.ui.desks import Desk, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


@dataclass
class Hands:
    """Somebody at the keyboard of the People page."""

    desk: Desk
    window: MainWindow
    qtbot: QtBot
    folder: Path
    asked: list[str] = field(default_factory=list)

    @property
    def page(self) -> PeoplePage:
        """The People page, which is open."""
        page = self.window.page
        assert isinstance(page, PeoplePage)
        return page

    def open(self, module: str = "people") -> None:
        """Open a page, as its key does."""
        self.window.open_page(next(n for n, entry in enumerate(PAGES) if entry.module == module))
        self.settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, wherever the focus is, and see what comes of it."""
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Press letter keys, wherever the focus is, and see what comes of it."""
        handle = self.window.windowHandle()
        assert handle is not None
        for letter in text:
            QTest.keyClick(handle, letter)
        self.settle()

    def choose(self, *names: str) -> None:
        """Select the rows of these people, as by clicks with Ctrl held."""
        table = self.page.table
        rows = [self.names.index(name) for name in names]
        table.selectRow(rows[0])
        for row in rows[1:]:
            index = table.model().index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            table.selectionModel().select(index, flags)
        self.settle()

    def fill_in(self, name: str, value: str) -> None:
        """Fill in an input of the form that is open: type a text, or choose an entry by its value."""
        widget = self.form.input(name)
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findData(value))
        else:
            assert isinstance(widget, QLineEdit)
            widget.setText(value)
        self.settle()

    def settle(self) -> None:
        """Wait until everything was answered and shown."""
        tasks, page = self.desk.tasks, self.window.page
        timers = [page.filters._soon, page.work.soon] if isinstance(page, PeoplePage) else []

        def is_done() -> bool:
            QApplication.processEvents()
            busy = any(lane.is_busy for lane in (tasks.prompt, tasks.batch, tasks.devices, tasks.drawing))
            return not busy and not any(timer.isActive() for timer in timers)

        for _ in range(2):  # what was answered may ask for more
            self.qtbot.waitUntil(is_done, timeout=20_000)

    @property
    def names(self) -> list[str]:
        """Who is in the table, from above."""
        model, names = self.page.people.model, list[str]()
        for row in range(model.rowCount()):
            if model.listed_at(row) is None:
                model.texts_at(row)
                self.settle()
            listed = model.listed_at(row)
            assert listed is not None
            names.append(listed.registration.delegate.name)
        return names

    @property
    def form(self) -> Form[str]:
        """The form that is open."""
        form = self.page.side.currentWidget()
        assert isinstance(form, Form)
        return form

    @property
    def question(self) -> Question:
        """The question that is open."""
        question = self.page.side.currentWidget()
        assert isinstance(question, Question)
        return question

    @property
    def history(self) -> list[str]:
        """What is told of the selected person, the newest first, without who and when."""
        return [line.split(" · ")[0] for line in self.page.panel.history.lines]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(an_event_file(tmp_path / "forum.event"), qapp)
    yield desk
    desk.close()


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Hands:
    window = MainWindow(desk.look)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.open_event(desk.parts)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    hands = Hands(desk, window, qtbot, tmp_path)
    hands.open()
    hands.page.saving._ask_where = lambda _parent, name: tmp_path / name
    return hands
