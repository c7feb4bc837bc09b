"""The pages that are not Arrivals stand in the window's list and open from it by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.tasks import Tasks
from checkin.ui.delegations.delegations_page import DelegationsPage
from checkin.ui.door.choice import ByHand
from checkin.ui.door.door_page import DoorPage
from checkin.ui.event.event_page import EventPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.people.people_page import PeoplePage
from checkin.ui.programme.programme_page import ProgrammePage
from checkin.ui.reports.reports_page import ReportsPage
from tests.ui.doors import a_story
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.page import Page


@pytest.mark.parametrize(
    ("module", "key", "kind"),
    [
        ("door", "F3", DoorPage),
        ("programme", "F4", ProgrammePage),
        ("reports", "F6", ReportsPage),
        ("delegations", "Shift+F7", DelegationsPage),
        ("people", "F7", PeoplePage),
        ("event", "F8", EventPage),
        ("import_list", "Ctrl+I", ImportPage),
    ],
)
def test_a_page_opens_from_the_list(
    qtbot: QtBot, tmp_path: Path, module: str, key: str, kind: type[Page]
) -> None:
    tasks = Tasks()
    story = a_story(tmp_path, tasks)
    look = a_look()
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.open_event(story.parts(look))
    number = next(number for number, entry in enumerate(PAGES) if entry.module == module)
    window.show()
    window.open_page(number)

    assert isinstance(window.page, kind)
    assert PAGES[number].key == key
    assert window.page.keys
    tasks.close(story.file.let_go)
    story.file.close()


def test_the_programme_leads_to_the_door_and_the_attendance_of_a_session(
    qtbot: QtBot, tmp_path: Path
) -> None:
    tasks = Tasks()
    story = a_story(tmp_path, tasks)
    look = a_look()
    window = MainWindow(look)
    qtbot.addWidget(window)
    window.open_event(story.parts(look))
    window.show()
    window.lead_to("door", "lunch")
    door = window.page
    assert isinstance(door, DoorPage)
    was_asking, proposed = door.is_asking, door.what_door.answer.choice
    door.what_door.begin.click()
    told = door.state
    window.lead_to("door", "panel")
    again = door.state
    window.lead_to("reports", "briefing")
    reports = window.page
    assert isinstance(reports, ReportsPage)

    assert (was_asking, proposed) == (True, ByHand("lunch"))
    assert (told["session"], told["told"]) == ("lunch", True)
    assert (again["session"], again["told"], door.is_asking) == ("panel", True, False)
    assert (reports.work.name, reports.work.session) == ("attendance", "briefing")
    window.lead_to("programme", "closing")
    assert window.page is not None
    assert window.page.state["session"] == "closing"
    tasks.close(story.file.let_go)
    story.file.close()
