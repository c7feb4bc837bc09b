"""The door, the reports and the import stand in the window's list and open from it by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.settings import Palette
from checkin.tasks import Tasks
from checkin.ui.door.door_page import DoorPage
from checkin.ui.import_list.import_page import ImportPage
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.page import Page, Parts
from checkin.ui.reports.reports_page import ReportsPage
from checkin.ui.theme import PALETTES
from checkin.wording import in_language
from tests.ui.doors import STAFF, a_story

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("module", "key", "kind"),
    [("door", "F3", DoorPage), ("reports", "F6", ReportsPage), ("import_list", "Ctrl+I", ImportPage)],
)
def test_a_page_opens_from_the_list(
    qtbot: QtBot, tmp_path: Path, module: str, key: str, kind: type[Page]
) -> None:
    tasks = Tasks()
    story = a_story(tmp_path, tasks)
    say, colours = in_language("en"), PALETTES[Palette.LIGHT]
    window = MainWindow(say, colours)
    qtbot.addWidget(window)
    window.open_event(
        Parts(
            story.file, STAFF, tasks, story.changes, say, colours, story.scanners, story.sounds,  # type: ignore[arg-type]
            lambda: story.hands.now, story.troubles.append,
        )
    )  # fmt: skip
    number = next(number for number, entry in enumerate(PAGES) if entry.module == module)
    window.show()
    window.open_page(number)

    assert isinstance(window.page, kind)
    assert PAGES[number].key == key
    assert window.page.keys
    tasks.close(story.file.let_go)
    story.file.close()
