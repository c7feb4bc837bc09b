"""The Programme page in a window on a real event file, and the hands of an organiser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin.desk.staff import Shift
from checkin.domain.rearranging import with_session
from checkin.ui.frames.question import Question
from checkin.ui.programme.programme_page import ProgrammePage
from tests.ui.doors import DESK, Story
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from checkin.domain.programme import Event, Session
    from checkin.ui.programme.block import Block

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Organiser:
    """The page in a window of its own; `led_to` holds the pages that were opened from it, with their sessions."""

    def __init__(self, qtbot: QtBot, story: Story, language: str = "en") -> None:
        self.qtbot, self.story = qtbot, story
        self.look = a_look(language)
        self.led_to: list[tuple[str, ...]] = []
        parts = replace(
            story.parts(self.look),
            shift=Shift(DESK),
            lead_to=lambda *where: self.led_to.append(where),
        )
        self.page = ProgrammePage(parts)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page.setParent(self.window)
        self.window.resize(1280, 640)
        self.page.resize(1280, 640)
        self.page.fit(self.page.size())
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.page.on_opened()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing goes on in the background, and the panel says what there is."""
        tasks = self.story.tasks
        self.qtbot.waitUntil(lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy), timeout=10_000)
        QTest.qWait(0)
        self.qtbot.waitUntil(lambda: not (tasks.prompt.is_busy or tasks.batch.is_busy), timeout=10_000)

    @property
    def event(self) -> Event:
        """The event as it is on record."""
        return self.story.file.event

    def session(self, code: str) -> Session:
        return self.event.sessions[code]

    def block(self, code: str) -> Block:
        return self.page.view.block(code)

    def choose(self, code: str) -> None:
        self.page.show_session(code)
        self.page.view.setFocus()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.window.focusWidget(), key, held)  # type: ignore[no-untyped-call]

    def move(self, key: Qt.Key, held: Qt.KeyboardModifier, times: int = 1) -> None:
        """Press a key while Ctrl or Shift is held; QTest would let go of them after each press."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) * times:
            QApplication.sendEvent(self.window.focusWidget(), QKeyEvent(kind, key, held))

    def let_go(self) -> None:
        """Let go of Ctrl, and wait until what was moved is recorded."""
        release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Control, CTRL)
        QApplication.sendEvent(self.window.focusWidget(), release)
        self.settle()

    def drag(
        self, code: str, right: int, down: int, *, at: float = 0.5, steps: int = 4, drops: bool = True
    ) -> None:
        """Drag the block of the session by so many dots; `at` is where the mouse holds it, from 0 (top) to 1."""
        block = self.block(code)
        begin = block.mapTo(self.window, QPoint(block.width() // 2, round((block.height() - 1) * at)))
        QTest.mousePress(block, Qt.MouseButton.LeftButton, NONE, block.mapFrom(self.window, begin))
        for step in range(1, steps + 1):
            place = begin + QPoint(right * step // steps, down * step // steps)
            QTest.mouseMove(block, block.mapFrom(self.window, place))
            QTest.qWait(0)
        if drops:
            end = begin + QPoint(right, down)
            QTest.mouseRelease(block, Qt.MouseButton.LeftButton, NONE, block.mapFrom(self.window, end))
            self.settle()

    def dots(self, minutes: int) -> int:
        """The height of so many minutes."""
        layout = self.page.view._layout
        assert layout is not None
        return round(layout.scale.dots * minutes)

    @property
    def column(self) -> int:
        """The width of a column."""
        layout = self.page.view._layout
        assert layout is not None
        return layout.wide

    @property
    def question(self) -> Question:
        question = self.page.panel.currentWidget()
        assert isinstance(question, Question)
        return question

    def answer(self, digit: str) -> None:
        self.story.scanners.pressed_alone.emit(digit)
        self.settle()

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, CTRL)
        self.settle()

    def bring_back(self) -> None:
        self.press(Qt.Key.Key_Z, CTRL | SHIFT)
        self.settle()

    def leave_and_come_back(self) -> None:
        """Look at another page, and then at this one again."""
        self.page.hide()
        self.settle()
        self.page.show()
        self.page.on_opened()
        self.settle()

    def change_elsewhere(self, *sessions: Session) -> None:
        """Another program changes these sessions."""
        from checkin.desk.define import amend  # noqa: PLC0415 - only here

        event = self.event
        amend(self.story.file, DESK, event, with_session(event, *sessions))
        _ = self.story.file.event
        self.story.changes.programme_changed.emit()
        self.settle()
