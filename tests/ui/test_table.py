"""The one model behind every table, against Qt's own tester of models."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from checkin.ui.frames.filtered_table import FilteredTable
from checkin.ui.table import ROW_ROLE, TableColumn, TableModel
from checkin.ui.table_view import TableView
from tests.ui.looks import a_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Room(NamedTuple):
    name: str
    seats: int


COLUMNS = (
    TableColumn[Room]("Room", text=lambda room: room.name),
    TableColumn[Room](
        "Seats",
        text=lambda room: str(room.seats),
        sort=lambda room: room.seats,
        is_number=True,
        colour=lambda room: "#A4161A" if room.seats > 100 else "",
    ),
)
ROOMS = (Room("Mekong", 48), Room("Ballroom", 300), Room("apsara", 48), Room("Écluse", 9))


@pytest.fixture
def table(qtbot: QtBot) -> TableModel[Room]:
    assert qtbot
    table = TableModel(COLUMNS)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    assert tester.model() is table
    table.show(ROOMS)
    return table


def texts(table: TableModel[Room]) -> list[list[object]]:
    return [[table.index(row, column).data() for column in range(2)] for row in range(table.rowCount())]


def test_each_column_says_its_own_of_each_row(table: TableModel[Room]) -> None:
    assert texts(table) == [["Mekong", "48"], ["Ballroom", "300"], ["apsara", "48"], ["Écluse", "9"]]
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Seats"
    assert table.index(1, 1).data(ROW_ROLE) == ROOMS[1]
    assert table.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Seats: 300"


def test_numbers_stand_on_the_right_and_a_colour_is_the_rows_own(table: TableModel[Room]) -> None:
    assert table.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert table.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert table.index(1, 1).data(Qt.ItemDataRole.ForegroundRole).name() == "#a4161a"


def test_rows_are_put_in_order_by_value_and_by_text_whatever_the_case(table: TableModel[Room]) -> None:
    table.sort(1, Qt.SortOrder.DescendingOrder)
    assert [room.name for room in table.rows] == ["Ballroom", "Mekong", "apsara", "Écluse"]

    table.sort(0)
    assert [room.name for room in table.rows] == ["apsara", "Ballroom", "Écluse", "Mekong"]

    table.sort(-1)
    assert [room.name for room in table.rows] == ["apsara", "Ballroom", "Écluse", "Mekong"]


def test_rows_that_come_later_are_in_the_chosen_order_too(table: TableModel[Room]) -> None:
    table.sort(0, Qt.SortOrder.DescendingOrder)
    in_order = table.rows
    table.show(reversed(in_order))
    assert table.rows == in_order

    table.sort(-1)
    table.show(reversed(in_order))
    assert table.rows == in_order[::-1]


def test_what_is_selected_stays_selected_when_the_order_changes(table: TableModel[Room]) -> None:
    chosen = QPersistentModelIndex(table.index(0, 0))

    table.sort(0)

    assert (chosen.row(), chosen.data()) == (3, "Mekong")


def test_other_rows_take_the_place_of_the_rows(table: TableModel[Room]) -> None:
    table.show([])

    assert table.rowCount() == 0
    assert table.data(QModelIndex()) is None
    assert table.rowCount(table.index(0, 0)) == 0


def test_an_empty_table_is_no_blank_box(table: TableModel[Room], qtbot: QtBot) -> None:
    view = TableView(table)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.set_hint("There is no room yet.")
    table.show(ROOMS)

    def colours_in_the_middle() -> int:
        shot = view.viewport().grab().toImage()
        middle = range(shot.width() // 2 - 50, shot.width() // 2 + 50)
        return len({shot.pixelColor(x, y).name() for x in middle for y in range(130, 150)})

    assert colours_in_the_middle() == 1
    table.show(())
    assert colours_in_the_middle() > 1


def test_a_filter_that_leaves_nothing_says_so(qtbot: QtBot) -> None:
    filtered: FilteredTable[Room] = FilteredTable(a_look())
    qtbot.addWidget(filtered)
    filtered.set_hint(lambda _say: "There is no room yet.")
    assert filtered.view.hint == "There is no room yet."

    filtered.filter.setText("xyz")
    assert filtered.view.hint.startswith("No row has these letters")
    filtered.filter.clear()
    assert filtered.view.hint == "There is no room yet."


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot, table: TableModel[Room]) -> None:
    view = TableView(table)
    qtbot.addWidget(view)
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_End)
    last = view.currentIndex().row()
    QTest.keyClick(view, Qt.Key.Key_Home)

    assert (last, view.currentIndex().row()) == (3, 0)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [0]
