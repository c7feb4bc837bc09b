"""A real event file with a door: sessions around a fixed moment, delegates of each kind, and a page to show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from checkin.desk.arrive import arrive
from checkin.desk.register import register
from checkin.desk.staff import Shift, Staff
from checkin.domain import codes
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import BadgeIssued
from checkin.domain.programme import Category, Event, EventDescription, Exits, LocalText, Policy, Session
from checkin.settings import Palette
from checkin.storage.event_file import EventFile
from checkin.tasks import Changes, Tasks
from checkin.ui.door.door_page import DoorPage
from checkin.ui.elided import ElidedLabel
from checkin.ui.page import Parts
from checkin.ui.sounds import Sounds
from checkin.ui.stopped import Stopped
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.domain.delegates import Value
    from checkin.domain.presence import Direction
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.choice import Choice
    from checkin.ui.door.shown import Shown

START = datetime(2026, 9, 14, 2, 0, tzinfo=UTC)
"""The opening begins: 09:00 in Phnom Penh."""
STAFF = Staff("Vuthy", "Door 1")
DESK = Staff("Dara", "Desk 1")


def at(minute: float) -> datetime:
    """So many minutes after the opening's start."""
    return START + timedelta(minutes=minute)


def a_session(
    code: str, start: float = 0, room: str = "Ballroom", capacity: int | None = None,
    open_to: str | None = None, *, re_entry: bool = True,
) -> Session:  # fmt: skip
    """90 minutes long; its doors open half an hour before and close an hour after its start."""
    return Session(
        code, LocalText.of(code.capitalize()), LocalText.of(room), at(start), at(start + 90), at(start - 30),
        at(start + 60),
        capacity=capacity, open_to=None if open_to is None else frozenset(open_to), re_entry=re_entry,
    )  # fmt: skip


def an_event(policy: Policy | None = None) -> Event:
    """Two days, two rooms, four categories, one of them staff."""
    known = {
        "M": Category("M", "M", LocalText.of("Ministries"), "#0072B2"),
        "P": Category("P", "P", LocalText.of("Parliament"), "#5B2A86"),
        "A": Category("A", "A", LocalText.of("Scholars and students"), "#56B4E9"),
        "F": Category("F", "F", LocalText.of("Staff"), "#4A5568", counts=False),
    }
    sessions = (
        a_session("opening", capacity=300),
        a_session("lunch", 10, "Mekong", capacity=2),
        a_session("briefing", 0, "North", open_to="P"),
        a_session("once", 0, "South", re_entry=False),
        a_session("panel", 120),
        a_session("closing", 24 * 60),
    )
    about = EventDescription(
        LocalText.of("Forum"), LocalText.of("Hall"), "Asia/Phnom_Penh", date(2026, 9, 14), date(2026, 9, 15),
        policy=policy or Policy(exits=Exits.SCANNED),
    )  # fmt: skip
    return Event(about, known, {session.code: session for session in sessions})


def tell(page: DoorPage, direction: Direction | None = None, choice: Choice | None = None) -> None:
    """Tell the door what it is, as a steward does; what is not given stays as it is marked."""
    page.controls.what.click()
    asked = page.what_door
    if direction is not None:
        asked.ways[direction].setChecked(True)
    if choice is not None:
        box = asked.session
        box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == choice))
    asked.begin.click()


@dataclass
class Hands:
    """The clocks of a story, which go on only when told."""

    now: datetime = START
    ticks: float = 1000.0

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)
        self.ticks += seconds


class FakeScanners(QObject):
    """Scanners whose hand the test is."""

    scanned = Signal(str)
    pressed_alone = Signal(str)
    is_settling = False
    anew = 0

    def count_anew(self) -> None:
        self.anew += 1


class PlayedSounds(Sounds):
    """Remembers what was played."""

    def __init__(self) -> None:
        super().__init__(())
        self.played: list[str] = []

    def play(self, name: str) -> None:
        self.played.append(name)


@dataclass
class Story:
    """One event file with a door in front of it."""

    file: EventFile
    tasks: Tasks
    hands: Hands = field(default_factory=Hands)
    changes: Changes = field(default_factory=Changes)
    scanners: FakeScanners = field(default_factory=FakeScanners)
    sounds: PlayedSounds = field(default_factory=PlayedSounds)
    troubles: list[CheckinError] = field(default_factory=list)

    def parts(self, look: Appearance) -> Parts:
        """What pages are made of, for the staff at the door."""
        return Parts(
            self.file, Shift(STAFF), self.tasks, self.changes, look, self.scanners, self.sounds,  # type: ignore[arg-type]
            lambda: self.hands.now, self.troubles.append, Stopped(self.file, self.troubles.append),
        )  # fmt: skip

    def page(self, language: str = "en", palette: Palette = Palette.LIGHT) -> DoorPage:
        """The door."""
        return DoorPage(self.parts(a_look(language, palette)), lambda: self.hands.ticks)

    def delegate(self, family: str, *, badge: bool = True, arrived: bool = True, **fields: Value) -> str:
        """Somebody registered; their code, or their id where they get no badge."""
        details = {Field.FAMILY_NAME: family, Field.CATEGORY: "M"}
        details |= {Field(name): value for name, value in fields.items() if name != "status"}
        person = register(self.file, DESK, details).delegate.id
        if not badge:
            return person
        if arrived:
            (answer,) = arrive(self.file, DESK, [person], at(-20))
            code = answer.code
        else:
            code = self.fresh_code()
            with self.file.transaction():
                self.file.append([BadgeIssued(code, person, at(-30))], DESK.operator)
        if "status" in fields:
            self.set_status(person, Status(str(fields["status"])))
        return code

    def set_status(self, person: str, status: Status) -> None:
        """Another status from now on."""
        from checkin.desk.correct import correct  # noqa: PLC0415 - only for a few stories

        correct(self.file, DESK, person, {Field.STATUS: status})

    def fresh_code(self) -> str:
        """A genuine code that nobody holds here."""
        return codes.mint(self.file.event_key).text


class Door:
    """A door page in a window, and the hands of whoever stands there."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.qtbot, self.story = qtbot, story
        self.page = story.page()
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)
        with qtbot.waitActive(self.page):
            self.page.show()
        self.page.on_opened()

    def read(self, text: str) -> Shown:
        """Read a badge, wait for the answer, and let time pass."""
        before = len(self.page.recent.answers)
        self.page.on_scanned(text)
        return self.next_answer(before)

    def next_answer(self, before: int) -> Shown:
        self.qtbot.waitUntil(lambda: len(self.page.recent.answers) > before)
        self.story.hands.wait(5)
        return self.page.recent.answers[0]

    def type(self, text: str) -> None:
        """Type letters anywhere on the page, and wait until the list shows whom they find."""
        for letter in text:
            self.press(letter)
        finder = self.page.search.finder
        self.qtbot.waitUntil(lambda: self.page.search.is_open and finder.has_answer)

    def press(self, key: Qt.Key | str) -> None:
        self.qtbot.keyClick(self.page.window().focusWidget(), key)

    @property
    def says(self) -> str:
        sight = self.page.panel.sight
        assert sight is not None
        return ". ".join(line.text for line in sight.lines)

    @property
    def colour(self) -> str:
        sight = self.page.panel.sight
        assert sight is not None
        return sight.colour

    @property
    def strip(self) -> str:
        """All texts of the strip of recent answers."""
        return " | ".join(label.text for label in self.page.recent.findChildren(ElidedLabel) if label.text)

    @property
    def found(self) -> list[str]:
        return [each.delegate.family_name for each in self.page.search.finder.results.found]

    def chord(self, key: Qt.Key, *, shift: bool = False) -> None:
        """Press this key with Ctrl, as a shortcut of the page."""
        held = Qt.KeyboardModifier.ControlModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        self.qtbot.keyClick(self.page, key, held)

    def settle(self) -> None:
        """Wait until nothing goes on in the background, and the Undo button names its act."""
        self.qtbot.waitUntil(
            lambda: not self.story.tasks.prompt.is_busy and not self.page.undo_button.is_held
        )

    @property
    def told(self) -> str:
        """What the operator reads below the panel; "" if the line is hidden."""
        return self.page.operator.text if self.page.operator.isVisible() else ""


def a_story(folder: Path, tasks: Tasks, policy: Policy | None = None) -> Story:
    """A fresh event file, open."""
    return Story(EventFile.create(folder / "forum.event", an_event(policy), "desk1", DESK.operator), tasks)


def a_story_in(folder: Path, policy: Policy | None = None) -> Iterator[Story]:
    tasks = Tasks()
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    story = a_story(folder, tasks, policy)
    yield story
    tasks.close(story.file.let_go)
    story.file.close()
    assert bugs == []
