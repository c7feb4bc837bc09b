"""The reports page on a real event file: figures, a report in sight, and files of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from checkin.desk.define import amend
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.watch import figures
from checkin.domain.programme import SessionStatus
from checkin.domain.reasons import Reason, Why
from checkin.reports import endings
from checkin.tasks import Tasks
from checkin.ui.reports.reports_page import ReportsPage
from tests.ui.doors import STAFF, Story, a_story, at
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.qtbot import QtBot


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    tasks = Tasks()
    bugs: list[Exception] = []
    tasks.bug.connect(bugs.append)
    story = a_story(tmp_path, tasks)
    sok, kem, guard = (
        story.delegate("SOK"),
        story.delegate("KEM", category="P"),
        story.delegate("LY", category="F"),
    )
    story.delegate("CHEA", badge=False)
    for code, minute in ((sok, -10), (kem, -5), (guard, -4), (kem, 10)):
        scan(story.file, STAFF, "opening", code, at(minute))
    scan(story.file, STAFF, "briefing", kem, at(20))
    story.hands.now = at(30)
    yield story
    tasks.close(story.file.let_go)
    story.file.close()
    assert bugs == []


class Desk:
    """The page in a window; files go where the test says."""

    def __init__(self, qtbot: QtBot, story: Story, folder: Path | None, language: str = "en") -> None:
        self.qtbot = qtbot
        self.story = story
        self.folder = folder
        self.look = a_look(language)
        self.page = ReportsPage(story.parts(self.look), QLabel("counters"), self.where)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page.setParent(self.window)
        self.window.resize(1300, 640)
        self.page.resize(1300, 640)
        self.window.show()
        self.page.on_opened()
        qtbot.waitUntil(lambda: bool(self.page.view.title.text()))

    def where(self, _page: QWidget, name: str, _ending: str) -> Path | None:
        return self.folder / name if self.folder is not None else None

    def cells(self, model: QAbstractItemModel) -> list[list[str]]:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def choose(self, session: str) -> None:
        before = self.page.view.title.text()
        box = self.page.session_box
        box.setCurrentIndex(box.findData(session))
        box.activated.emit(box.currentIndex())
        self.qtbot.waitUntil(lambda: self.page.view.title.text() != before)


@pytest.fixture
def desk(qtbot: QtBot, story: Story, tmp_path: Path) -> Desk:
    return Desk(qtbot, story, tmp_path)


def test_sessions_tell_open_to_in_share_peak_and_now(desk: Desk) -> None:
    rows = {row[1]: row[2:] for row in desk.cells(desk.page.sessions.model())}

    assert rows["Opening"] == ["4", "3", "75", "3", "2"]
    assert rows["Briefing"] == ["1", "1", "100", "1", "1"]
    assert rows["Panel"] == ["4", "0", "0", "0", "0"]
    assert desk.page.badges.text() == "0 badges printed"


def test_a_cancelled_session_is_marked_in_the_list(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    event = story.file.event
    cancelled = replace(event.sessions["panel"], status=SessionStatus.CANCELLED)
    amend(story.file, STAFF, event, replace(event, sessions={**event.sessions, "panel": cancelled}))
    _ = story.file.event
    desk = Desk(qtbot, story, tmp_path)

    assert "Cancelled: Panel" in [row[1] for row in desk.cells(desk.page.sessions.model())]


def test_the_programme_shows_the_codes_of_sessions_last(desk: Desk) -> None:
    box = desk.page.report_box
    box.setCurrentIndex(box.findText("Programme"))
    box.activated.emit(box.currentIndex())
    desk.qtbot.waitUntil(lambda: desk.page.view.title.text().startswith("Programme"))
    model = desk.page.view.rows.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    opening = next(row for row in desk.cells(model) if "Opening" in row)

    assert heads[0] == "Day"
    assert heads[-1] == "Session code"
    assert opening[-1] == "opening"


def test_a_report_stands_in_sight_with_its_totals(desk: Desk) -> None:
    rows = desk.cells(desk.page.view.rows.model())

    assert desk.page.view.title.text() == "Attendance · 4 rows · 2 persons · as of 09:30"
    assert [row[1] for row in rows] == ["KEM", "LY", "SOK", "KEM"]
    assert desk.page.view.summaries.text == "Ministries: 1; Parliament: 1; Scholars and students: 0"


def test_what_a_report_sums_up_and_what_its_reader_should_know_stand_in_sight(desk: Desk) -> None:
    assert desk.page.view.foot.text() == "Listed, and not counted as persons: Staff."

    scan(desk.story.file, STAFF, "opening", "9-999", at(29))
    desk.page.report_box.setCurrentIndex(desk.page.report_box.findData("refusals"))
    desk.page.report_box.activated.emit(desk.page.report_box.currentIndex())
    desk.qtbot.waitUntil(lambda: desk.page.view.title.text().startswith("Refusals"))

    assert desk.page.view.summaries.text.endswith("program.: 1")
    assert desk.page.view.foot.text() == "A refusal counts also where the person was let in afterwards."

    desk.choose("panel")
    assert not desk.page.view.foot.isVisible()


def test_both_tables_can_be_put_in_order_by_every_column(desk: Desk) -> None:
    for model in (desk.page.sessions.model(), desk.page.view.rows.model()):
        before = sorted(desk.cells(model))
        for column in range(model.columnCount()):
            model.sort(column, Qt.SortOrder.DescendingOrder)

            assert sorted(desk.cells(model)) == before
    sessions = desk.page.sessions.model()
    sessions.sort(3, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in desk.cells(sessions)][:2] == ["Opening", "Briefing"]


def test_sessions_stay_in_the_chosen_order_when_figures_are_new_and_after_a_restart(desk: Desk) -> None:
    page = desk.page
    page.sessions.put_in_order(3, is_down=True)
    chosen = [row[1] for row in desk.cells(page.sessions.model())]
    page.view.rows.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    desk.choose("opening")
    with desk.qtbot.waitSignal(page.work.figures_known):
        page.work.compute()
    assert [row[1] for row in desk.cells(page.sessions.model())] == chosen

    again = ReportsPage(desk.story.parts(desk.look), QLabel("counters"), desk.where)
    desk.qtbot.addWidget(again)
    again.take_state(page.state)
    again.on_opened()
    desk.qtbot.waitUntil(lambda: again.view.title.text() == page.view.title.text())
    assert again.state == page.state
    assert [row[1] for row in desk.cells(again.sessions.model())] == chosen
    assert desk.cells(again.view.rows.model()) == desk.cells(page.view.rows.model())


def test_one_session_can_be_chosen_in_the_list_or_in_the_table(desk: Desk) -> None:
    desk.choose("briefing")
    in_list = desk.page.view.title.text()
    sessions = desk.page.sessions.model()
    row = next(row for row in range(sessions.rowCount()) if sessions.index(row, 1).data() == "Opening")
    desk.page.sessions.selectRow(row)
    desk.qtbot.waitUntil(lambda: "Opening" in desk.page.view.title.text())

    assert in_list.startswith("Attendance: Briefing · 1 row · 1 person")
    assert desk.page.work.session == "opening"


@pytest.mark.parametrize("ending", endings())
def test_each_format_is_written_under_a_name_without_a_person(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    desk.choose("opening")
    desk.page.save_row.buttons[ending].click()
    desk.qtbot.waitUntil(lambda: bool(desk.page.saved.text), timeout=20_000)
    path = tmp_path / f"attendance-opening-2026-09-14-0930.{ending}"

    assert path.stat().st_size > 0
    assert desk.page.saved.text == f"{path}: 3 rows"
    assert desk.page.save_row.buttons[ending].isEnabled()


def test_of_a_calendar_no_rows_are_counted_for_it_has_former_sessions_too(desk: Desk, tmp_path: Path) -> None:
    box = desk.page.report_box
    box.setCurrentIndex(box.findText("Programme"))
    box.activated.emit(box.currentIndex())
    desk.page.save_row.buttons["ics"].click()
    desk.qtbot.waitUntil(lambda: bool(desk.page.saved.text), timeout=20_000)

    (path,) = tmp_path.glob("*.ics")
    assert desk.page.saved.text == str(path)


@pytest.mark.parametrize("another", ["report", "session", "filter"])
def test_the_receipt_goes_when_something_else_is_chosen(desk: Desk, another: str) -> None:
    desk.choose("opening")
    desk.page.save_row.buttons["csv"].click()
    desk.qtbot.waitUntil(lambda: bool(desk.page.saved.text), timeout=20_000)
    desk.page.report_box.activated.emit(desk.page.report_box.currentIndex())
    assert desk.page.saved.text
    if another == "session":
        desk.choose("")
    elif another == "filter":
        desk.page.view.table.filter.setText("sok")
    else:
        desk.page.report_box.setCurrentIndex(desk.page.report_box.currentIndex() + 1)
        desk.page.report_box.activated.emit(desk.page.report_box.currentIndex())

    assert desk.page.saved.text == ""


def test_nothing_is_written_where_nobody_says_where(qtbot: QtBot, story: Story) -> None:
    desk = Desk(qtbot, story, None)
    desk.page.save_as("csv")

    assert not desk.page.saved.isVisible()
    assert desk.page.save_row.buttons["csv"].isEnabled()


def test_a_file_that_cannot_be_written_is_trouble(desk: Desk, tmp_path: Path) -> None:
    desk.folder = tmp_path / "nowhere"
    desk.page.save_as("csv")
    desk.qtbot.waitUntil(lambda: bool(desk.story.troubles))

    assert "could not be written" in desk.story.troubles[0].title
    assert desk.page.save_row.buttons["csv"].isEnabled()


def test_what_changes_is_shown_soon(desk: Desk) -> None:
    desk.page.work.soon.setInterval(0)
    scan(desk.story.file, STAFF, "panel", desk.story.fresh_code(), at(100))
    desk.story.hands.now = at(101)
    desk.story.changes.presence_changed.emit("panel")

    desk.qtbot.waitUntil(lambda: "as of 10:41" in desk.page.view.title.text())


def test_figures_count_replaced_badges_and_persons_of_whom_nothing_is_known(story: Story) -> None:
    code = story.fresh_code()
    scan(story.file, STAFF, "panel", code, at(100))
    revoke(story.file, STAFF, code, Why(Reason.LOST))
    known = figures(story.file)
    panel = next(each for each in known.sessions if each.session.code == "panel")

    assert (panel.entered, panel.inside, panel.peak) == (1, 1, 1)
    assert (known.printed, known.replaced) == (0, 0)


@pytest.mark.parametrize("language", ["fr", "km", "zh"])
def test_the_page_speaks_other_languages(qtbot: QtBot, story: Story, tmp_path: Path, language: str) -> None:
    assert Desk(qtbot, story, tmp_path, language).page.view.title.text()


def test_a_page_that_another_window_has_replaced_hears_nothing_any_more(desk: Desk) -> None:
    desk.page.save_as("csv")
    shiboken6.delete(desk.page)
    desk.story.changes.delegates_changed.emit(frozenset())
    desk.story.changes.presence_changed.emit("")
    desk.qtbot.waitUntil(lambda: not desk.story.tasks.batch.is_busy)


def test_words_typed_while_another_report_is_on_its_way_stay_the_filter(desk: Desk) -> None:
    page = desk.page
    desk.choose("opening")
    page.session_box.setCurrentIndex(0)
    page.session_box.activated.emit(0)
    page.view.table.filter.setText("kem")
    desk.qtbot.waitUntil(lambda: "· 2 rows" in page.view.title.text())
    assert page.view.table.wanted.words == "kem"

    page.view.table.filter.clear()
    desk.qtbot.waitUntil(lambda: "· 4 rows" in page.view.title.text())


def test_the_selected_row_is_still_selected_when_the_rows_are_read_anew(desk: Desk) -> None:
    page = desk.page
    page.view.rows.selectRow(2)
    chosen = [page.view.rows.model().index(2, column).data() for column in range(3)]
    scan(desk.story.file, STAFF, "opening", desk.story.delegate("AAAAA"), at(29))
    with desk.qtbot.waitSignal(page.work.preview_known):
        page.work.compute()

    row = page.view.rows.currentIndex().row()
    assert row == 3
    assert [page.view.rows.model().index(row, column).data() for column in range(3)] == chosen


def test_a_report_of_the_whole_event_offers_no_session(desk: Desk) -> None:
    page = desk.page
    desk.choose("opening")
    page.report_box.setCurrentIndex(page.report_box.findData("invalidated"))
    page.report_box.activated.emit(page.report_box.currentIndex())
    desk.qtbot.waitUntil(lambda: page.view.title.text().startswith("Badges invalidated"))

    assert not page.session_box.isEnabled()
    assert "opening" not in page.proposed_name("pdf")


def test_a_table_is_copied_wherever_the_focus_is_and_the_page_says_so(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    desk = Desk(qtbot, story, tmp_path)
    desk.page.save_as("csv")
    qtbot.waitUntil(lambda: bool(desk.page.saved.text))
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    desk.page.report_box.setFocus()
    qtbot.keyClick(desk.page.report_box, Qt.Key.Key_C, control)
    lines = QApplication.clipboard().text().splitlines()

    assert lines == desk.page.view.rows.as_text().splitlines()
    assert desk.page.saved.text == f"{len(lines) - 1} rows copied"
    assert not desk.page.saved.open_button.isVisible()
    desk.page.sessions.setFocus()
    qtbot.keyClick(desk.page.sessions, Qt.Key.Key_C, control)
    assert QApplication.clipboard().text() == desk.page.sessions.as_text()
    assert "Ctrl+C" in {key.keys for key in desk.page.keys}
