"""The table of people: the operator can select many rows, and move the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from checkin.ui.people.people_painter import PeoplePainter
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from checkin.domain.listing import ListColumn
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.people.people_model import PeopleModel

_WIDEST = 24
_LEAST_ROWS = 3
_MOST_RANGES = 2000
"""If more separate rows than this are selected, only the current one stays selected in another order."""
_ROWS = QItemSelectionModel.SelectionFlag.Rows


class PeopleTable(TableView):
    """The table of people, in which many rows can be selected; the rows are sorted elsewhere, never by the table."""

    opened = Signal()
    """Emitted when the operator opens the current row with Enter or a double click."""

    chosen = Signal()
    """Emitted when the current row or the selected rows have changed."""

    columns_moved = Signal()

    def __init__(self, model: PeopleModel, file: EventFile, look: Appearance) -> None:
        super().__init__(widest=_WIDEST)
        self._people = model
        self.setModel(model)
        self._painter = PeoplePainter(model, file, look, self)
        self.setItemDelegate(self._painter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.keep_rows(_LEAST_ROWS)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.sectionMoved.connect(lambda _logical, _old, _new: self.columns_moved.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.chosen.emit())

    @property
    def current(self) -> str:
        """The id of the person in the current row; "" if there is no current row."""
        row = self.currentIndex().row()
        return self._people.ids[row] if 0 <= row < len(self._people.ids) else ""

    @property
    def number_selected(self) -> int:
        """The number of selected people."""
        return sum(each.height() for each in self.selectionModel().selection().toList())

    @property
    def selected(self) -> list[str]:
        """The ids of the selected people, in the order of the table."""
        rows = sorted(
            row
            for each in self.selectionModel().selection().toList()
            for row in range(each.top(), each.bottom() + 1)
        )
        return [self._people.ids[row] for row in rows]

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns from left to right, in the order into which the operator has moved them."""
        header = self.horizontalHeader()
        return tuple(self._people.columns[header.logicalIndex(place)] for place in range(header.count()))

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Show these columns, from left to right."""
        header, (order, is_down) = self.horizontalHeader(), self.order
        sorted_by = self._people.columns[order] if 0 <= order < len(self._people.columns) else None
        kept = self.current, self.selected
        header.blockSignals(True)
        self._people.show_columns(columns)
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        header.blockSignals(False)
        self.mark_order(sorted_by, is_down=is_down)
        self.select_people(*kept)
        self.fit_columns()

    def mark_order(self, column: ListColumn | None, *, is_down: bool) -> None:
        """Show by which column the rows are sorted, without asking for another order."""
        header = self.horizontalHeader()
        number = self._people.columns.index(column) if column in self._people.columns else -1
        header.blockSignals(True)
        down = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(number, down)
        header.blockSignals(False)
        header.viewport().update()

    def show_people(self, ids: Sequence[str]) -> None:
        """Show the people with these ids. Selected people stay selected, and the visible rows stay visible."""
        if ids == self._people.ids:
            return
        current, selected = self.current, self.selected
        first = self.rowAt(0)
        in_sight = self._people.ids[first] if 0 <= first < len(self._people.ids) else ""
        self._people.show_people(ids)
        self.select_people(current, selected)
        if in_sight and first > 0 and (row := self._row_of(in_sight)) >= 0:
            self.scrollTo(self._people.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def select_people(self, current: str, selected: Iterable[str] = ()) -> None:
        """Make the row of the person `current` (id) the current row, and select the rows of `selected` (ids).

        People whom the table does not show are ignored.
        """
        wanted = set(selected)
        rows = [row for row, who in enumerate(self._people.ids) if who in wanted] if wanted else []
        at = self._row_of(current)
        if at >= 0:
            self.setCurrentIndex(self._people.index(at, 0))
        ranges = _ranges(rows)
        if 1 <= len(ranges) <= _MOST_RANGES and rows != [at]:
            selection, last = QItemSelection(), len(self._people.columns) - 1
            for top, bottom in ranges:
                selection.select(self._people.index(top, 0), self._people.index(bottom, last))
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all visible rows together; without any row, paint the words that say why the table is empty."""
        if not self._people.ids:
            super().paintEvent(event)
            return
        last = self.rowAt(self.viewport().height() - 1)
        painter = QPainter(self.viewport())
        self._painter.paint_rows(
            painter, max(self.rowAt(0), 0), last if last >= 0 else len(self._people.ids) - 1
        )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter; leave all other keys to `TableView`."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.opened.emit()
            return
        super().keyPressEvent(event)

    def _row_of(self, who: str) -> int:
        try:
            return self._people.ids.index(who) if who else -1
        except ValueError:
            return -1


def _ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The rows as pairs of the first and the last of those that follow each other."""
    ranges: list[tuple[int, int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    return ranges
