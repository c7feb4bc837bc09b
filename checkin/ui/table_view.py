"""How tables look: whole rows, no grid, put in order by a click on a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_MEASURED_ROWS: Final = 60
"""How many rows a column's width is measured by: all of them would be too many."""

_WIDEST: Final = 380
_AIR: Final = 12


class TableView(QTableView):
    """A table to read; arrows and Page Down move in it, Tab leaves it."""

    def __init__(
        self, name: str, model: QAbstractItemModel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setResizeContentsPrecision(_MEASURED_ROWS)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if model is not None:
            self.setModel(model)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show this; the rows stay in their order until somebody clicks on a head."""
        self.setSortingEnabled(False)
        super().setModel(model)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C takes the whole table along, for a letter or a spreadsheet."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.as_text())
            return
        super().keyPressEvent(event)

    def as_text(self) -> str:
        """Heads and rows as they are shown, cells parted by tabs."""
        model = self.model()
        if model is None:
            return ""
        columns = range(model.columnCount())
        lines = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
        lines += [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]
        return "\n".join("\t".join(" ".join(str(cell).split()) for cell in line) for line in lines)

    def fit_columns(self, stretched: int = -1) -> None:
        """As wide as what stands in the first rows; one column, else the last, has what is left."""
        head = self.horizontalHeader()
        head.setStretchLastSection(stretched < 0)
        self.resizeColumnsToContents()
        more = 0 if stretched >= 0 else _AIR
        for column in range(head.count()):
            self.setColumnWidth(column, min(self.columnWidth(column) + more, _WIDEST))
        if stretched >= 0:
            head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
