"""The table of the People page at work: scrolled, filtered and sorted, with everybody in it.

A step of scrolling lasts from the move of the scroll bar until the table is painted with the rows that are known by
then; the rows themselves come from a lane, and are not waited for. The floor is a bare table of Qt with as many rows
and columns, whose texts are ready, scrolled in the same way.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from checkin.domain.listing import ListColumn, Trait
from checkin.ui.main_window import PAGES
from checkin.ui.people.people_page import PeoplePage
from tests.benchmarks.figures import Goal, Pair, show, show_beside_floor
from tests.benchmarks.windows import a_program, longest_stop, quiet, wait_until

if TYPE_CHECKING:
    from checkin.app import Program

STEPS = 200
_COLUMNS = {6: 16.7, 12: 40.0}
"""The goal in ms for a repaint at each number of columns."""


def people_scrolled(size: int, runs: int) -> None:
    """A repaint of the table at a step of scrolling, and the stop of the window while another list is found."""
    with a_program(size) as program:
        page = _people_page(program)
        program.window.resize(1366, 768)
        for count, goal in _COLUMNS.items():
            page.people.show_columns(tuple(ListColumn)[:count])
            wait_until(quiet())
            bare = _bare_table(size, count, page)
            pairs = []
            for run in range(runs):
                pair = Pair()
                for step in range(STEPS):
                    pair.take(
                        lambda step=step, run=run: _scrolled(page.table, step, run),
                        lambda step=step, run=run, bare=bare: _scrolled(bare, step, run),
                    )
                pairs.append(pair)
            bare.close()
            name = f"people {size} repaint of {count} columns"
            show_beside_floor(name, pairs, 50)
            show_beside_floor(name, pairs, 95, goal=Goal(goal))
        _filters(page, size, runs)


def _filters(page: PeoplePage, size: int, runs: int) -> None:
    stops, waits = [], []
    for _ in range(runs):
        for act in (
            lambda: page.filters.line.setText("sok min"),
            page.filters.chips[Trait.NO_BADGE].click,
            page.filters.clear,
            lambda: page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder),
            lambda: page.table.sortByColumn(5, Qt.SortOrder.AscendingOrder),
        ):
            known: list[object] = []
            listening = page.work.found.connect(known.append)
            began = time.perf_counter()
            act()
            stops.append(longest_stop(lambda known=known: bool(known)))
            waits.append(time.perf_counter() - began)
            page.work.found.disconnect(listening)
            wait_until(quiet())
    show(f"people {size} longest stop of the window", 1000 * max(stops), "ms", Goal(100))
    show(f"people {size} choice to rows", 1000 * max(waits), "ms")


def _people_page(program: Program) -> PeoplePage:
    program.window.open_page(next(n for n, entry in enumerate(PAGES) if entry.module == "people"))
    page = program.window.page
    assert isinstance(page, PeoplePage)
    wait_until(lambda: len(page.people.ids) > 0)
    return page


def _scrolled(table: QTableView, step: int, run: int) -> None:
    """Scroll some rows on, or to another part of the table at every tenth step, and paint."""
    bar = table.verticalScrollBar()
    far = (step * 7919 + run * 104729) % max(bar.maximum(), 1)
    bar.setValue(far if step % 10 == 0 else min(bar.value() + 3, bar.maximum()))
    table.viewport().repaint()
    QApplication.processEvents()


class _Ready(QAbstractTableModel):
    """Rows and columns with texts that are ready."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, _parent: object = None) -> int:
        return self._rows

    def columnCount(self, _parent: object = None) -> int:
        return self._columns

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"Row {index.row()} in column {index.column()}"


def _bare_table(rows: int, columns: int, page: PeoplePage) -> QTableView:
    table = QTableView()
    model = _Ready(rows, columns)
    model.setParent(table)
    table.setModel(model)
    table.resize(page.table.size())
    table.show()
    QApplication.processEvents()
    return table
