"""The view of every table: whole rows are selected, there is no grid, and a click on a column header sorts the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from checkin.ui.hint import paint_hint
from checkin.ui.letters import is_letter
from checkin.ui.table import TableModel
from checkin.ui.whole_rows import of_whole_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Words

_MEASURED_ROWS: Final = 60
"""The number of rows measured to find a column's width; measuring all rows would take too long."""

WIDEST: Final = 54
"""The largest width of a column, in letters, unless its table sets another."""
_AIR: Final = 20
_AIR_OF_HEADS: Final = 30
_LEAST: Final = 18
"""The least width of the stretched column, in letters; with less room the table is scrolled sideways."""


def rows_copied(count: int) -> Words:
    """The sentence that says how many rows of a table were copied to the clipboard."""
    return lambda say: say.many("{count} row copied", "{count} rows copied", count)


class TableView(QTableView):
    """The widget that shows a table; the table cannot be edited, and Tab moves the focus on to the next widget."""

    def __init__(
        self,
        model: QAbstractItemModel | None = None,
        parent: QWidget | None = None,
        *,
        widest: int = WIDEST,
    ) -> None:
        """`widest` is the greatest width that a column is given for its texts, in letters."""
        super().__init__(parent)
        self._widest = widest
        self._stretched = -1
        self._hint = ""
        self._fitted = self.font()
        self._least_rows = 0
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._set_row_height()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setResizeContentsPrecision(_MEASURED_ROWS)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if model is not None:
            self.setModel(model)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show this model from its first row. The rows stay in their order until a click on a column header."""
        self.setSortingEnabled(False)
        super().setModel(model)
        if model is not None:
            model.headerDataChanged.connect(self._on_heads_changed)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.scrollToTop()

    @property
    def order(self) -> tuple[int, bool]:
        """The number of the column that sorts the rows (-1 for none), and whether the largest value comes first."""
        head = self.horizontalHeader()
        return head.sortIndicatorSection(), head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    def put_in_order(self, column: int, *, is_down: bool) -> None:
        """Sort the rows as if the operator had clicked on the header of the column with this number.

        With `is_down` the largest value comes first.
        """
        down = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, down)

    @property
    def hint(self) -> str:
        """The words that stand in the table while it has no row."""
        return self._hint

    def set_hint(self, hint: str) -> None:
        """Set the words that stand in the table while it has no row."""
        self._hint = hint
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows or, if there are none, the words that say why, or what to do next."""
        super().paintEvent(of_whole_rows(self, event))
        if self._hint and self.model().rowCount() == 0:
            text = self.palette().color(self.viewport().foregroundRole()).name()
            paint_hint(self.viewport(), self._hint, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row on the space bar; leave letters to the page and the window, and Ctrl+C to the page."""
        model, at = self.model(), self.currentIndex()
        is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
        if is_space and at.isValid() and isinstance(model, TableModel) and model.tick_row(at.row()):
            return
        is_copy = event.matches(QKeySequence.StandardKey.Copy)
        if is_copy or (is_letter(event) and event.key() != Qt.Key.Key_Space):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first row on Home, and to the last row on End; Qt would go to another column of the same row."""
        rows, cursor = self.model().rowCount(), QAbstractItemView.CursorAction
        if rows and action in {cursor.MoveHome, cursor.MoveEnd}:
            column = max(self.currentIndex().column(), 0)
            return self.model().index(0 if action is cursor.MoveHome else rows - 1, column)
        return super().moveCursor(action, modifiers)

    def copy(self) -> int:
        """Copy the whole table to the clipboard, for a letter or a spreadsheet; return the number of rows copied."""
        QApplication.clipboard().setText(self.as_text())
        return self.model().rowCount()

    def as_text(self) -> str:
        """The column headers and rows as text in the order shown, with a tab between cells and a line for each row."""
        model = self.model()
        if model is None:
            return ""
        columns = range(model.columnCount())
        lines = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
        lines += [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]
        return "\n".join("\t".join(" ".join(str(cell).split()) for cell in line) for line in lines)

    def fit_columns(self, stretched: int = -1) -> None:
        """Fit the width of each column to the text in its first rows.

        The column with the number `stretched` gets the width that is left over; -1 stands for the last column.
        """
        head = self.horizontalHeader()
        self._stretched, self._fitted = stretched, head.font()
        if self.model() is None:
            return
        head.setStretchLastSection(False)  # while it is stretched, the last column takes no width
        for column in range(head.count()):
            width = self._tight(column) if stretched >= 0 else self._wide(column)
            self.setColumnWidth(column, min(width, self._widest * self.fontMetrics().averageCharWidth()))
        head.setStretchLastSection(stretched < 0)
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        """When the text size has changed, fit the height of the rows and the width of the columns to the texts.

        The width is fitted some events later than the height: only then do the headers of the columns have the new
        font.
        """
        super().changeEvent(event)
        match event.type():
            case QEvent.Type.FontChange:
                self._set_row_height()
            case QEvent.Type.StyleChange if self.horizontalHeader().font() != self._fitted:
                self.fit_columns(self._stretched)
            case _:
                pass

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stretched column the room that the other columns leave."""
        super().resizeEvent(event)
        self._stretch()

    def keep_rows(self, number: int) -> None:
        """Have room for this number of rows, however little room there is around the table."""
        self._least_rows = number
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """The least size, with room for the rows that were asked for by `keep_rows`."""
        head, row = self.horizontalHeader().sizeHint().height(), self.verticalHeader().defaultSectionSize()
        rows = head + self._least_rows * row + 2 * self.frameWidth() if self._least_rows else 0
        return super().minimumSizeHint().expandedTo(QSize(0, rows))

    def _on_heads_changed(self) -> None:
        """Fit the columns to the words of another language."""
        self.fit_columns(self._stretched)

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))

    def _tight(self, column: int) -> int:
        """The width that a column's cells and header need, without the room that Qt reserves for the sort arrow."""
        head = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        return max(
            self.sizeHintForColumn(column),
            self.fontMetrics().horizontalAdvance(head) + _AIR_OF_HEADS,
        )

    def _wide(self, column: int) -> int:
        """The width that a column's cells and header need, with room for the sort arrow."""
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column)) + _AIR

    def _stretch(self) -> None:
        head = self.horizontalHeader()
        if 0 <= self._stretched < head.count():
            others = sum(
                self.columnWidth(column) for column in range(head.count()) if column != self._stretched
            )
            least = _LEAST * self.fontMetrics().averageCharWidth()
            self.setColumnWidth(self._stretched, max(self.viewport().width() - others, least))
