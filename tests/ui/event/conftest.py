"""The Event page in a real window over a real event file, and the keys of an organiser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from checkin.desk.define import amend
from checkin.domain.programme import Delegation, Event, FieldKind, LocalText, OwnField, Room
from checkin.tasks import Tasks
from checkin.ui.event.event_page import EventPage
from checkin.ui.event.thing_form import ThingForm
from checkin.ui.frames.form import Form
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput
from checkin.ui.main_window import MainWindow
from checkin.ui.page import PageEntry
from tests.ui.doors import STAFF, Story, a_story
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.event.section_view import SectionView


class Organiser:
    """The window with the Event page open, and what an organiser does there."""

    def __init__(
        self,
        qtbot: QtBot,
        story: Story,
        pages: tuple[PageEntry, ...] = (PageEntry("event", "Event", "F8", "pencil"),),
    ) -> None:
        """Open a window with these pages; without them only the Event page is made, which is quicker."""
        self.qtbot, self.story = qtbot, story
        self.look = a_look()
        self.window = MainWindow(self.look, pages)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.open_event(story.parts(self.look))
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.open_page(next(n for n, entry in enumerate(pages) if entry.module == "event"))
        page = self.window.page
        assert isinstance(page, EventPage)
        self.page = page
        self.settle()

    @property
    def event(self) -> Event:
        """The event as it is on disk."""
        return self.story.file.event

    @property
    def view(self) -> SectionView[Any]:
        return self.page.view

    @property
    def form(self) -> ThingForm:
        form = self.view.side.currentWidget()
        assert isinstance(form, ThingForm)
        return form

    @property
    def question(self) -> Form[str]:
        form = self.view.side.currentWidget()
        assert isinstance(form, Form)
        return form

    def settle(self) -> None:
        tasks = self.story.tasks
        lanes = (tasks.prompt, tasks.batch, tasks.devices, tasks.drawing)
        for _ in range(3):  # an outcome may begin the next work
            self.qtbot.waitUntil(lambda: not any(lane.is_busy for lane in lanes), timeout=20_000)
            QApplication.processEvents()

    def go_to(self, section: str, key: str = "") -> None:
        self.page.tabs.setCurrentIndex(list(self.page.views).index(section))
        if key:
            self.view.go_to(key)
        self.settle()

    def press(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        focused = widget or self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)
        self.settle()

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def fill(self, field: str, text: str, language: str = "") -> None:
        """Type this text in place of what the field holds."""
        widget = self.form.input(field)
        if isinstance(widget, LocalTextsInput):
            widget = widget.inputs[0]
        if isinstance(widget, LocalTextInput):
            widget = widget.lines.get(language) or next(iter(widget.lines.values()))
        assert isinstance(widget, QLineEdit)
        widget.setFocus()
        widget.selectAll()
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClicks(widget, text)

    def choose(self, field: str, value: str) -> None:
        box = self.question.input(field)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))

    def save(self) -> None:
        self.press(Qt.Key.Key_Return, widget=self.question.first_input())

    def column(self, number: int) -> list[str]:
        model = self.view.table.model()
        return [str(model.index(row, number).data()) for row in range(model.rowCount())]


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    tasks = Tasks()
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    story = a_story(tmp_path, tasks)
    seen = story.file.event
    wanted = replace(
        seen,
        rooms={"Ballroom": Room("Ballroom", LocalText.of("Grand ballroom"), 300)},
        delegations={
            "MFA": Delegation("MFA", (LocalText.of("Ministry of Foreign Affairs"), LocalText.of("MFA")), quota=8),
            "FR": Delegation("FR", (LocalText.of("France"),)),
        },
        fields={
            "menu": OwnField(
                "menu", LocalText.of("Menu"), FieldKind.CHOICE, (LocalText.of("Fish"), LocalText.of("Rice"))
            ),
        },
    )  # fmt: skip
    amend(story.file, STAFF, seen, wanted)
    for family, details in (
        ("SOK", {"delegation": "MFA"}), ("KEM", {"delegation": "Ministry of Foreign Affairs"}),
        ("CHEA", {"delegation": "Embassy of Japan", "category": "A"}),
    ):  # fmt: skip
        story.delegate(family, badge=False, **details)
    yield story
    tasks.close(story.file.let_go)
    story.file.close()
    assert bugs == []


@pytest.fixture
def organiser(qtbot: QtBot, story: Story) -> Organiser:
    return Organiser(qtbot, story)
