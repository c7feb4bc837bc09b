"""The Reports page of a long programme: the sessions of one day or one room."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from checkin.desk.define import amend
from checkin.domain.programme import LocalText
from checkin.ui.reports.reports_page import ReportsPage
from tests.ui.doors import STAFF, Story, a_story_in
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_story_in(tmp_path)


def of_three_days(story: Story, each_day: int) -> None:
    """Let the programme have so many sessions in each of two rooms on each of three days."""
    event = story.file.event
    first = event.sessions_by_time()[0]
    sessions = {}
    for number in range(3 * 2 * each_day):
        shift = timedelta(days=number % 3, hours=number // 6)
        sessions[f"n{number}"] = replace(
            first, code=f"n{number}", title=LocalText.of(f"N{number}"), room=LocalText.of("AB"[number // 3 % 2]),
            start=first.start + shift, end=first.end + shift, doors_open=first.doors_open + shift,
            last_entry=first.last_entry + shift,
        )  # fmt: skip
    amend(story.file, STAFF, event, replace(event, sessions=sessions))
    assert len(story.file.event.sessions_by_time()) == 6 * each_day


def opened(story: Story, qtbot: QtBot, state: dict[str, object] | None = None) -> ReportsPage:
    page = ReportsPage(story.parts(a_look("en")), QLabel("counters"), lambda *_: None)
    qtbot.addWidget(page)
    page.resize(1300, 640)
    if state is not None:
        page.take_state(state)
    page.show()
    page.on_opened()
    qtbot.waitUntil(lambda: page.sessions.model().rowCount() > 0)
    return page


def choose(page: ReportsPage, qtbot: QtBot, words: str) -> None:
    page.session_filter.setCurrentIndex(page.session_filter.findText(words))
    page.session_filter.activated.emit(page.session_filter.currentIndex())
    qtbot.waitUntil(lambda: bool(page.view.title.text()))


def titles(page: ReportsPage) -> set[str]:
    model = page.sessions.model()
    return {model.index(row, 1).data() for row in range(model.rowCount())}


def test_of_a_long_programme_the_sessions_of_a_day_or_a_room_are_offered(story: Story, qtbot: QtBot) -> None:
    of_three_days(story, 3)
    page = opened(story, qtbot)
    event = story.file.event
    assert page.session_filter.isVisible()
    assert page.session_filter.count() == 1 + 3 + 2
    assert len(titles(page)) == 18

    choose(page, qtbot, "A")
    in_a = {each.code for each in event.sessions_by_time() if str(each.room) == "A"}
    assert titles(page) == {code.upper() for code in in_a}
    assert {page.session_box.itemData(at) for at in range(page.session_box.count())} == {"", *in_a}
    assert all(page.session_box.itemText(at).endswith(" · A") for at in range(1, page.session_box.count()))

    page.session_filter.setCurrentIndex(2)
    page.session_filter.activated.emit(2)
    day = sorted({event.day_of(each.start) for each in event.sessions_by_time()})[1]
    assert titles(page) == {
        each.code.upper() for each in event.sessions_by_time() if event.day_of(each.start) == day
    }

    again = opened(story, qtbot, dict(page.state))
    assert titles(again) == titles(page)


def test_a_short_programme_has_no_such_box_and_what_was_chosen_hides_no_session(
    story: Story, qtbot: QtBot
) -> None:
    of_three_days(story, 2)
    page = opened(story, qtbot, {"of": "room A"})

    assert not page.session_filter.isVisible()
    assert len(titles(page)) == 12


def test_many_sentences_below_a_report_leave_its_rows_their_room(story: Story, qtbot: QtBot) -> None:
    page = opened(story, qtbot)
    foot = page.view.foot
    for count in (0, 1, 40):
        foot.setText("\n".join(f"Session {number} was moved." for number in range(count)))
        assert foot.isVisible() == bool(count)
        assert foot.height() <= 6 * foot.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: foot.verticalScrollBar().maximum() > 0)
    assert page.view.rows.height() > 100
