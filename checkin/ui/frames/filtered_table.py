"""A table below a line in which it is filtered; who has all the rows finds them and puts them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.table import ExcerptModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.ui.appearance import Appearance
    from checkin.ui.table import TableColumn

Row = TypeVar("Row")


class FilteredTable(QWidget, Dressed, Generic[Row]):
    """Shows the beginning of rows that are too many to be here."""

    filter_wanted = Signal(str)
    """Only rows that hold these words are wanted."""

    order_wanted = Signal(int, bool)
    """The number of the column by which the rows are to be, and whether the largest first; -1 for as they come."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._model: ExcerptModel[Row] = ExcerptModel((), self)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.view = TableView(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self.filter_wanted)
        look.in_each_language(self._label)

    def show_rows(self, rows: Sequence[Row], columns: Sequence[TableColumn[Row]]) -> None:
        """Show these rows, where the columns say the same as before, perhaps in other words."""
        self._model.use(columns)
        self._model.show(rows)

    def show_others(
        self, rows: Sequence[Row], columns: Sequence[TableColumn[Row]], order: int, *, is_down: bool
    ) -> None:
        """Show rows of another kind, which are by the column with this number; -1 for as they come."""
        replaced, self._model = self._model, ExcerptModel(columns, self)
        self._model.show(rows)
        self.view.setModel(self._model)
        replaced.deleteLater()
        self.view.fit_columns()
        if order >= 0:
            down = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
            self.view.horizontalHeader().setSortIndicator(order, down)
        self._model.order_wanted.connect(self.order_wanted)

    def _label(self) -> None:
        self.filter.setPlaceholderText(self._say.text("Filter the rows"))
        self.filter.setAccessibleName(self._say.text("Filter the rows"))
