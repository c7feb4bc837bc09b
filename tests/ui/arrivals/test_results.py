"""The list of those who were found, against Qt's own tester, and what a screen reader gets of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from checkin.domain.delegates import Arrival, Arrivals, Delegate, Status
from checkin.domain.registration import Registration
from checkin.ui.finding.result_list import ResultList
from checkin.ui.finding.result_painter import ResultPainter
from checkin.ui.finding.results import Results
from tests.ui.desks import NOW, an_event_file
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FOUND = (
    Registration(Delegate("d1", family_name="SOK", given_name="Sopheap", honorific="H.E.", category="M")),
    Registration(Delegate("d2", native_name="សុខ សុភាព", category="M", status=Status.CANCELLED)),
    Registration(Delegate("d3", family_name="KEM", category="no such")),
)


@pytest.fixture
def results(qtbot: QtBot, tmp_path: Path) -> Iterator[Results]:
    assert qtbot
    file = an_event_file(tmp_path / "forum.event")
    results = Results(file, a_look(), lambda: NOW)
    tester = QAbstractItemModelTester(results, QAbstractItemModelTester.FailureReportingMode.Fatal, results)
    assert tester.model() is results
    results.show(FOUND)
    yield results
    file.close()


def test_a_row_is_one_sentence_for_who_hears_the_screen(results: Results) -> None:
    told = [results.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]

    assert told == [
        "H.E., SOK Sopheap, Ministries, expected",
        "សុខ សុភាព, Ministries, ✕ cancelled",
        "KEM, no such, expected",
    ]
    assert results.data(QModelIndex()) is None


def test_an_arrival_of_yesterday_has_its_day(results: Results) -> None:
    yesterday, today = (
        Registration(
            Delegate("d1", category="M"), Arrivals(desk=Arrival(NOW - timedelta(hours=back), "Desk 1"))
        )
        for back in (24, 1)
    )

    assert [results.state(each) for each in (yesterday, today)] == ["✔ Sunday 08:46", "✔ 07:46"]


def test_the_same_delegates_anew_keep_what_is_selected(results: Results) -> None:
    chosen = QPersistentModelIndex(results.index(1))
    results.show_again(tuple(FOUND))

    assert chosen.isValid()
    assert chosen.row() == 1


@pytest.mark.parametrize("text_size", [90, 100, 150, 200])
def test_a_list_with_room_names_every_category_whole(results: Results, text_size: int) -> None:
    look = a_look()
    look.grow(text_size)
    people = ResultList(results, look)
    painter = people.itemDelegate()
    assert isinstance(painter, ResultPainter)
    room = 110 * people.fontMetrics().averageCharWidth()
    widest = max(map(people.fontMetrics().horizontalAdvance, results.category_names))
    given, in_little_room = painter._width_of_word(room), painter._width_of_word(room // 2)
    look.grow(100)
    people.deleteLater()

    assert given == widest
    assert in_little_room == 0
