"""The Arrivals page on a real event file, with hands that type on it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.desk.issue_badge import give_badge
from checkin.desk.print_badges import waiting_jobs
from checkin.ui.arrivals.arrivals_page import ArrivalsPage
from checkin.ui.main_window import MainWindow
from tests.ui.desks import NOW, STAFF, Desk, an_event_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QWindow
    from pytestqt.qtbot import QtBot


@dataclass
class Hands:
    """Somebody at the keyboard, with a scanner."""

    desk: Desk
    page: ArrivalsPage
    qtbot: QtBot

    def type(self, text: str) -> None:
        """Press letter keys, wherever the focus is."""
        for letter in text:
            QTest.keyClick(self._window, letter)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, wherever the focus is."""
        QTest.keyClick(self._window, key, modifiers)

    def hold(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Hold a key down: the system presses it again and again."""
        for is_again in (False, True, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", autorep=is_again)
            QApplication.sendEvent(self._window, event)
            self.settle()

    def control(self, key: Qt.Key, *, shift: bool = False) -> None:
        """Press a key with Ctrl."""
        held = Qt.KeyboardModifier.ControlModifier
        self.press(key, held | Qt.KeyboardModifier.ShiftModifier if shift else held)

    def look_for(self, text: str) -> None:
        """Type into the empty field and see who is found."""
        self.press(Qt.Key.Key_Escape)
        self.type(text)
        self.settle()

    def enter(self) -> None:
        """Press Enter and see what comes of it."""
        self.press(Qt.Key.Key_Return)
        self.settle()

    def scan(self, text: str) -> None:
        """Hold a badge under the scanner and see what comes of it."""
        self.page.on_scanned(text)
        self.settle()

    @contextmanager
    def quicker_than_the_desk(self) -> Iterator[None]:
        """What is typed inside comes before any answer."""
        go_on = threading.Event()
        self.desk.tasks.prompt.run(lambda: go_on.wait(20))
        yield
        go_on.set()
        self.settle()

    def give_badge(self, text: str) -> None:
        """Issue a badge to somebody and find them, so that they have one to replace."""
        give_badge(self.desk.file, STAFF, self.desk.known(text).delegate.id, NOW)
        self.look_for(text)

    def settle(self) -> None:
        """Wait until the desk has answered everything."""
        self.qtbot.waitUntil(lambda: not self.desk.tasks.prompt.is_busy)

    @property
    def _window(self) -> QWindow:
        """Keys come to the window, as from the system: so scanners and shortcuts are asked first."""
        window = self.page.window().windowHandle()
        assert window is not None
        return window

    @property
    def names(self) -> list[str]:
        """Who is in the list."""
        return [each.delegate.name for each in self.page.finder.results.found]

    @property
    def queued(self) -> list[str]:
        """Codes of the badges that are to be printed, in order."""
        return [job.code for job in waiting_jobs(self.desk.file)]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(an_event_file(tmp_path / "forum.event"), qapp)
    yield desk
    desk.close()


@pytest.fixture
def hands(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Hands:
    page = ArrivalsPage(desk.parts)
    page.side.programme.ask_where = lambda _parent, name: tmp_path / name
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    page.on_opened()
    hands = Hands(desk, page, qtbot)
    hands.settle()
    return hands


@pytest.fixture
def hands_in_window(desk: Desk, qtbot: QtBot) -> Hands:
    """The page in its window, and hands that type on it."""
    window = MainWindow(desk.look)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show_opening("forum.event")
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.open_event(desk.parts)
    page = window.page
    assert isinstance(page, ArrivalsPage)
    hands = Hands(desk, page, qtbot)
    hands.settle()
    return hands
