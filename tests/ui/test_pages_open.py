"""The door, the reports, the event and the import stand in the window's list and open from it by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.tasks import Tasks
from checkin.ui.door.door_page import DoorPage
from checkin.ui.event.event_page import EventPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.main_window import PAGES, MainWindow
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
        ("reports", "F6", ReportsPage),
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
