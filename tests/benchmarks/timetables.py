"""The Programme page at work: a session is dragged over a day of 10 days, 8 rooms and 200 sessions, and dropped.

A step of the drag lasts from the move of the mouse until the window is painted, an edit from the drop until the page is
painted with what was changed. The floor is a bare window with as many labels as the day has sessions, one of which is
moved in the same way.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from checkin import settings
from checkin.app import Program
from checkin.desk.open_event import new_event
from checkin.desk.staff import Staff
from checkin.domain.programme import Category, Event, EventDescription, LocalText, Room, Session
from checkin.ui.programme.programme_page import ProgrammePage
from tests.benchmarks.figures import Goal, Pair, show_beside_floor
from tests.benchmarks.windows import quiet, wait_until

if TYPE_CHECKING:
    from checkin.ui.programme.block import Block

DAYS, ROOMS, SESSIONS = 10, 8, 200
STEPS = 150
EDITS = 20
_STEP_MS, _EDIT_MS = 33, 50
_FIRST = date(2027, 3, 15)
_SEED = 2027


def a_timetable() -> Event:
    """Ten days of twenty sessions in eight rooms, with speakers, seats and categories."""
    chance = random.Random(_SEED)  # noqa: S311 - nothing secret
    about = EventDescription(
        LocalText.of("Congress"),
        LocalText.of("Hotel"),
        "Asia/Phnom_Penh",
        _FIRST,
        _FIRST + timedelta(days=DAYS - 1),
    )
    rooms = {f"room-{n}": Room(f"room-{n}", LocalText.of(f"Room {n}"), 40 + 20 * n) for n in range(ROOMS)}
    categories = {
        letter: Category(letter, letter, LocalText.of(f"Category {letter}")) for letter in "ABCDEFGHIJKL"
    }
    sessions = [_session(number, chance, "".join(categories)) for number in range(SESSIONS)]
    return Event(about, categories, {each.code: each for each in sessions}, rooms)


def _session(number: int, chance: random.Random, categories: str) -> Session:
    begin = datetime(_FIRST.year, _FIRST.month, _FIRST.day, 1, tzinfo=UTC)
    start = begin + timedelta(days=number % DAYS, minutes=5 * chance.randrange(100))
    end = start + timedelta(minutes=chance.choice((30, 45, 60, 90)))
    return Session(
        f"session-{number}",
        LocalText.of(f"A session about subject number {number} of the congress"),
        LocalText.of(f"room-{chance.randrange(ROOMS)}"),
        start,
        end,
        start - timedelta(minutes=30),
        end,
        kind=LocalText.of("panel"),
        speakers=tuple(LocalText.of(f"Speaker {chance.randrange(80)}") for _ in range(3)),
        open_to=frozenset(chance.sample(categories, 6)),
    )


def drag_and_drop(_size: int, runs: int) -> None:
    """How smoothly a session follows the mouse, and how soon an edit is seen."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "congress.event"
        new_event(path, a_timetable(), Staff("Dara", "Desk")).close()
        program = Program(app, replace(settings.load(), language="en", desk_name="Desk", operator="Dara"))
        program.show(path)
        try:
            wait_until(lambda: program.window.page is not None)
            program.window.resize(1366, 768)
            program.window.lead_to("programme", "session-0")
            wait_until(quiet())
            page = program.window.page
            assert isinstance(page, ProgrammePage)
            _measure(page, runs)
        finally:
            program.window.close()
            program.close()
            program.window.deleteLater()
            app.processEvents()


def _measure(page: ProgrammePage, runs: int) -> None:
    bare = _BareDay(
        len(page.view.programme.sessions) // DAYS if page.view.programme else 0, page.size().width()
    )
    block = page.view.block("session-0")
    pairs, edits = [], Pair()
    for run in range(runs):
        pair = Pair()
        _send(block, QEvent.Type.MouseButtonPress, QPoint())
        for step in range(STEPS):
            way = QPoint(step % 7 * 40, (step if run % 2 else -step) * 3)
            pair.take(lambda way=way: _moved(block, way), lambda way=way: bare.move(way))
        pairs.append(pair)
        edits.take(lambda: _dropped(block), lambda: bare.move(QPoint()))
        wait_until(quiet())
    for number in range(EDITS):
        _send(block, QEvent.Type.MouseButtonPress, QPoint())
        _moved(block, QPoint(0, 60 if number % 2 else -60))
        edits.take(lambda: _dropped(block), lambda: bare.move(QPoint()))
        wait_until(lambda: not page.view.is_held)
        wait_until(quiet())
    name = f"programme {DAYS} days {ROOMS} rooms {SESSIONS} sessions"
    show_beside_floor(f"{name} step of a drag", pairs, 50)
    show_beside_floor(f"{name} step of a drag", pairs, 95, goal=Goal(_STEP_MS))
    show_beside_floor(f"{name} edit to painted", [edits], 50)
    show_beside_floor(f"{name} edit to painted", [edits], 95, goal=Goal(_EDIT_MS))
    bare.close()


class _BareDay(QWidget):
    """A window with as many labels as a day has sessions."""

    def __init__(self, sessions: int, width: int) -> None:
        super().__init__()
        self.resize(width, 600)
        self._labels = [QLabel(f"A session {number}", self) for number in range(sessions)]
        for number, label in enumerate(self._labels):
            label.setGeometry(number % ROOMS * 150, number // ROOMS * 90, 140, 80)
        self.show()
        QApplication.processEvents()

    def move(self, way: QPoint) -> None:  # type: ignore[override]
        """Move the first label so far, and paint."""
        self._labels[0].move(way)
        self._labels[0].setText(f"A session at {way.y()}")
        QApplication.processEvents()


def _moved(block: Block, way: QPoint) -> None:
    _send(block, QEvent.Type.MouseMove, way)
    QApplication.processEvents()


def _dropped(block: Block) -> None:
    """Drop the block, and paint what the page shows then; what a lane answers later is not waited for."""
    _send(block, QEvent.Type.MouseButtonRelease, QPoint())
    QApplication.processEvents()


def _send(block: Block, kind: QEvent.Type, way: QPoint) -> None:
    """Send an event of the mouse, which was pressed in the middle of the block, so many dots away from there."""
    middle = QPointF(block.rect().center())
    place = QPointF(500, 400) + QPointF(way)
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    QApplication.sendEvent(
        block, QMouseEvent(kind, middle, place, left, held, Qt.KeyboardModifier.NoModifier)
    )
