"""The table of a section: Enter opens a row, Delete withdraws it, and rows are moved by Alt+arrows or by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from checkin.ui.table import Index, Row, TableModel
from checkin.ui.table_view import WIDEST, TableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QDropEvent, QKeyEvent

_SIDE: Final = 1.3
"""The side of a picture, as a multiple of the height of a line."""
_DRAGGED: Final = "application/x-checkin-row"


class DraggedModel(TableModel[Row]):
    """A table model whose rows can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The flags of a cell: its row can be dragged, and rows can be dropped between other rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """The type of the data that are dragged: a row of this program, which no other program accepts."""
        return [_DRAGGED]

    def mimeData(self, _indexes: object) -> QMimeData:
        """The data that are dragged: only their type, because the table knows that the current row is dragged."""
        dragged = QMimeData()
        dragged.setData(_DRAGGED, b"")
        return dragged

    def supportedDropActions(self) -> Qt.DropAction:
        """The action of a drop: the row is moved."""
        return Qt.DropAction.MoveAction


class OrderedTable(TableView):
    """A table with keys for its rows; if it `has_order`, the operator can change the order of the rows."""

    opened = Signal()
    """Emitted when the operator wants to change the current row."""

    withdrawn = Signal()
    """Emitted when the operator wants to withdraw the current row."""

    shifted = Signal(int, int)
    """Emitted with the number of a row (from 0) and the number that it is to have."""

    def __init__(self, model: QAbstractItemModel, *, has_order: bool, widest: int = WIDEST) -> None:
        super().__init__(model, widest=widest)
        self._has_order = has_order
        self._fit_pictures()
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        if has_order:
            self.setSortingEnabled(False)
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDragDropOverwriteMode(False)
            self.setDropIndicatorShown(True)

    def changeEvent(self, event: QEvent) -> None:
        """When the text size has changed, show pictures as large as the texts."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_pictures()

    def _fit_pictures(self) -> None:
        side = round(self.fontMetrics().height() * _SIDE)
        self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, withdraw or move the current row."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.withdrawn.emit()
        elif by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self._has_order and row >= 0:
                self.shifted.emit(row, row + by)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the dragged row to be moved to this place; the table shows the new order once it is recorded."""
        onto = self.indexAt(event.position().toPoint())
        dragged = self.currentIndex().row()
        above = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.AboveItem
        place = self.model().rowCount() if not onto.isValid() else onto.row() + (0 if above else 1)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if dragged >= 0:
            self.shifted.emit(dragged, place - 1 if place > dragged else place)
