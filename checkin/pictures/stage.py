"""Runs the whole program on an invisible screen, and types, presses keys and scans as an operator does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from checkin.app import now
from checkin.desk.find import everybody
from checkin.desk.staff import Staff
from checkin.ui.main_window import PAGES
from checkin.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from checkin.app import Program
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

AnyPage = TypeVar("AnyPage", bound=Page)

DESK: Final = Staff("Bopha", "Desk 2")
"""Who is on duty in the pictures."""

_LONGEST_S: Final = 30.0
_ROUND_MS: Final = 10
_SOON_MS: Final = 1000
"""A timer that waits less than this belongs to what was just done; a longer one is a clock or a reminder."""


class Stage:
    """The program and its window, with methods that do what an operator does: type, press keys and scan."""

    file: EventFile
    """The event that is open; `open` opens it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        program.opener.opened.connect(self._on_opened)

    # ---- what the hand does

    def begin(self) -> None:
        """Show the window, and wait until it asks for an event."""
        QCursor.setPos(
            self.window.screen().geometry().bottomRight()
        )  # no button looks as if the mouse were on it
        self.program.show(None)
        self.window.showNormal()
        self.window.setGeometry(
            self.window.screen().geometry()
        )  # without the frame that a maximised window keeps
        self.settle()

    def open(self, event: Path) -> None:
        """Open this event file and wait until its first page is there."""
        self.program.opener.is_demo = True
        self.program.opener.open(event)
        self.wait(lambda: self.window.page is not None)
        self.settle()

    def turn_to(self, kind: type[AnyPage]) -> AnyPage:
        """Open the page of this class, as the page's keyboard shortcut does, and return the page."""
        module = kind.__module__.split(".")[2]
        self.window.open_page(next(number for number, entry in enumerate(PAGES) if entry.module == module))
        self.settle()
        page = self.window.page
        assert isinstance(page, kind)  # noqa: S101 - each module of the list has one page
        return page

    def type(self, text: str) -> None:
        """Type these ASCII letters into the widget that has the focus."""
        for letter in text:
            self._send(letter, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier)
        self.settle()

    def press(self, keys: str) -> None:
        """Trigger the action that has the keyboard shortcut `keys`, such as "Ctrl+F"; without one, send the keys.

        The keys are sent to the widget that has the focus.
        """
        sequence = QKeySequence(keys)
        for owner in (self.window.page, self.window):
            for action in owner.actions() if owner is not None else ():
                if sequence in action.shortcuts():
                    action.trigger()
                    self.settle()
                    return
        combination = sequence[0]  # type: ignore[index] # PySide tells no type of it
        self._send("", combination.key(), combination.keyboardModifiers())
        self.settle()

    def scan(self, text: str) -> None:
        """Hand this text to the window, as if a scanner had read it from a code."""
        self.window.on_scanned(text)
        self.settle()

    def clear(self) -> None:
        """Close everything that the former scene has opened, and go back to an empty Arrivals page."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and isinstance(widget, QMenu | QDialog):
                widget.close()
        if self.window.isFullScreen():
            self.press("F11")
        self.window.strip.hide()
        self.window.footer.show_awake(
            is_promised=True
        )  # not every computer on which pictures are taken has a session
        if self.window.page is not None:
            self.window.open_page(0)
            for _ in range(2):
                self._send("", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        self.settle()

    # ---- who is there

    @staticmethod
    def now() -> datetime:
        """The time of this computer's clock (UTC), in whole milliseconds like all recorded times."""
        return now()

    def person(self, is_wanted: Callable[[Registration], object]) -> Registration:
        """The first delegate, in the order of their references, for whom `is_wanted` is true."""
        people = sorted(everybody(self.file), key=lambda each: each.delegate.reference)
        return next(each for each in people if is_wanted(each))

    # ---- what is seen

    def settle(self) -> None:
        """Wait until the program is at rest: no background work is going on, and no short timer of the window runs."""
        self.wait(lambda: not self._is_busy())

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Handle the program's events until `is_there` returns True three times in a row.

        Raises TimeoutError if this takes longer than `_LONGEST_S` seconds.
        """
        until, times = time.monotonic() + _LONGEST_S, 0
        while times < 3:  # noqa: PLR2004 - an outcome may begin the next work
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _ROUND_MS)
            times = times + 1 if is_there() else 0
            if times == 0:
                time.sleep(_ROUND_MS / 1000)
            if time.monotonic() > until:
                message = "the window does not come to rest"
                raise TimeoutError(message)

    def picture(self) -> QPixmap:
        """The window as it is now, with the menus and small windows that are open in front of it."""
        whole = self.window.grab()
        painter = QPainter(whole)
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible() and isinstance(widget, QMenu | QDialog):
                place = QRect(self._place_of(widget), widget.size())
                painter.drawPixmap(place.topLeft(), widget.grab())
                painter.setPen(widget.palette().color(QPalette.ColorRole.PlaceholderText))
                painter.drawRect(place)  # the frame that a desktop would draw
        painter.end()
        return whole

    def _on_opened(self, file: EventFile) -> None:
        self.file = file

    def _place_of(self, widget: QWidget) -> QPoint:
        """The place of a small window on the main window; a dialog is put in the middle, as a desktop does."""
        if isinstance(widget, QMenu):
            return self.window.mapFromGlobal(widget.pos())
        return self.window.rect().center() - widget.rect().center()

    def _is_busy(self) -> bool:
        tasks = self.program.tasks
        if any(lane.is_busy for lane in (tasks.prompt, tasks.batch, tasks.devices, tasks.drawing)):
            return True
        timers = (*self.window.findChildren(QTimer), *self.program.findChildren(QTimer))
        waiting = [
            one for one in timers if one.isSingleShot() and one.isActive() and one.interval() < _SOON_MS
        ]
        for one in waiting:
            if one.interval():
                one.start(0)  # nobody types on here, for whom the program would wait
        return bool(waiting)

    def _send(self, letter: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or self.window
            QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
