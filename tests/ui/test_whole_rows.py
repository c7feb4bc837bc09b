"""No row of a list or table is cut through the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from checkin.ui.table import TableColumn, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView
    from pytestqt.qtbot import QtBot


def a_table(rows: int) -> TableView:
    model = TableModel([TableColumn[str]("Name", str)])
    model.show([f"Name {number}" for number in range(rows)])
    table = TableView(model)
    model.setParent(table)
    table.horizontalHeader().hide()
    table.setAlternatingRowColors(False)
    return table


def lowest_drawn(view: QAbstractItemView) -> int:
    """The lowest line of dots of the view in which something is drawn."""
    picture = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = view.palette().base().color().rgb()
    return max(
        y for y in range(picture.height()) for x in range(60) if picture.pixel(x, y) | 0xFF000000 != ground
    )


@pytest.mark.parametrize("too_little", [0, 1, 7, 15, 25])
def test_a_row_without_room_for_all_of_it_is_not_drawn(qtbot: QtBot, too_little: int) -> None:
    table = a_table(20)
    qtbot.addWidget(table)
    row = table.rowHeight(0)
    table.resize(200, 5 * row - too_little + table.height() - table.viewport().height())
    table.show()
    QApplication.processEvents()
    around = table.height() - table.viewport().height()
    table.resize(200, 5 * row - too_little + around)
    QApplication.processEvents()
    whole = 5 if too_little == 0 else 4

    assert (whole - 1) * row < lowest_drawn(table) < whole * row


def test_the_current_row_is_always_drawn(qtbot: QtBot) -> None:
    table = a_table(20)
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show()
    QApplication.processEvents()
    row = table.rowHeight(0)
    table.resize(200, 4 * row + 20 + table.height() - table.viewport().height())
    table.setCurrentIndex(table.model().index(0, 0))
    table.selectionModel().setCurrentIndex(
        table.model().index(4, 0), table.selectionModel().SelectionFlag.ClearAndSelect
    )
    table.verticalScrollBar().setValue(0)
    QApplication.processEvents()

    assert lowest_drawn(table) > 4 * row
