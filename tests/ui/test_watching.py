"""Every page follows what another program does to the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.domain.facts import Defined
from checkin.domain.things import Thing
from checkin.storage.event_file import EventFile
from checkin.tasks import Tasks
from checkin.ui.door.choice import ByClock
from checkin.ui.door.door_page import DoorPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.reports.reports_page import ReportsPage
from checkin.ui.watching import Watch
from tests.ui.doors import Story, a_story
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.domain.things import DefinedValue


class Watched:
    """The window with every page open once, and another program with the same file."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        self.qtbot, self.story = qtbot, story
        self.window = MainWindow(a_look())
        qtbot.addWidget(self.window)
        self.window.open_event(story.parts(a_look()))
        self.window.show()
        self.pages = [self._opened(number) for number in range(len(PAGES))]
        self.watch = Watch(story.tasks.prompt, story.file, story.changes, self.window)
        self.watch.look()
        self.settle()

    def _opened(self, number: int) -> object:
        self.window.open_page(number)
        self.settle()
        return self.window.page

    def settle(self) -> None:
        tasks = self.story.tasks
        self.qtbot.waitUntil(
            lambda: (
                not any(lane.is_busy for lane in (tasks.prompt, tasks.batch, tasks.devices, tasks.drawing))
            ),
            timeout=20_000,
        )

    def define(self, what: Thing, code: str, values: Mapping[str, DefinedValue]) -> None:
        """Another program changes the programme."""
        with EventFile.open(self.story.file.path, "another desk") as other, other.transaction():
            other.append([Defined(what, code, values)], "Dara")
        self.watch.look()
        self.settle()

    def page(self, kind: type) -> object:
        return next(page for page in self.pages if isinstance(page, kind))


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    tasks = Tasks()
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    story = a_story(tmp_path, tasks)
    yield Watched(qtbot, story)
    tasks.close(story.file.let_go)
    story.file.close()
    assert bugs == []


def test_a_session_that_another_program_renames_is_renamed_on_every_page(watched: Watched) -> None:
    watched.define(Thing.SESSION, "opening", {"title.en": "Grand opening"})
    door, reports = watched.page(DoorPage), watched.page(ReportsPage)

    assert isinstance(door, DoorPage)
    assert isinstance(reports, ReportsPage)
    assert any(
        "Grand opening" in box.itemText(n) for box in (door.what_door.session,) for n in range(box.count())
    )
    assert any("Grand opening" in reports.session_box.itemText(n) for n in range(reports.session_box.count()))


def test_a_category_that_another_program_renames_is_renamed_on_every_page(watched: Watched) -> None:
    watched.define(Thing.CATEGORY, "M", {"name.en": "Government"})
    imports = watched.page(ImportPage)

    assert isinstance(imports, ImportPage)
    assert any("Government" in imports.category.itemText(n) for n in range(imports.category.count()))


def test_an_event_that_another_program_renames_stands_in_the_head_and_the_title(watched: Watched) -> None:
    watched.define(Thing.EVENT, "", {"title.en": "Seminar"})

    assert watched.window.windowTitle() == "Seminar"


def test_a_choice_by_hand_stays_when_the_programme_changes(watched: Watched) -> None:
    door = watched.page(DoorPage)
    assert isinstance(door, DoorPage)
    door.take_state({"session": "lunch", "direction": "out", "told": True})
    watched.define(Thing.SESSION, "opening", {"title.en": "Grand opening"})

    assert door.state == {"session": "lunch", "direction": "out", "told": True}
    assert "Lunch" in door.what_door.session.currentText()


def test_a_door_whose_session_is_taken_away_goes_by_the_clock_and_says_so(watched: Watched) -> None:
    door = watched.page(DoorPage)
    assert isinstance(door, DoorPage)
    door.take_state({"session": "lunch", "direction": "out", "told": True})
    watched.define(Thing.SESSION, "lunch", {"withdrawn": True})

    assert door.state == {"room": "", "direction": "out", "told": True}
    assert door.what_door.session.currentData() == ByClock()


@pytest.mark.parametrize("state", [{"session": "gone"}, {"room": "gone"}])
def test_a_remembered_door_that_is_gone_keeps_its_direction(watched: Watched, state: dict[str, str]) -> None:
    door = watched.page(DoorPage)
    assert isinstance(door, DoorPage)
    door.take_state({**state, "direction": "out", "told": True})

    assert door.state == {"room": "", "direction": "out", "told": True}
    assert door.what_door.session.currentData() == ByClock()


def test_a_report_of_a_session_that_is_taken_away_is_of_the_whole_event(watched: Watched) -> None:
    page = watched.page(ReportsPage)
    assert isinstance(page, ReportsPage)
    page.session_box.setCurrentIndex(page.session_box.findData("lunch"))
    page.session_box.activated.emit(page.session_box.currentIndex())
    watched.settle()
    watched.define(Thing.SESSION, "lunch", {"withdrawn": True})

    assert page.session_box.currentData() == ""
    assert page.work.session is None
    assert "lunch" not in page.proposed_name("pdf")
