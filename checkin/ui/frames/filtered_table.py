"""A table below a line for filtering; whoever holds all the rows filters and sorts them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.reports import Excerpt
from checkin.ui.appearance import Dressed
from checkin.ui.table import ExcerptModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.ui.appearance import Appearance
    from checkin.ui.table import TableColumn

Row = TypeVar("Row")


class FilteredTable(QWidget, Dressed, Generic[Row]):
    """Shows the first rows of a list that is too long to be held here.

    The page answers `excerpt_wanted` by a lane that asks `reports.excerpt` for the rows, and then calls `show_excerpt`.
    """

    excerpt_wanted = Signal(object)
    """The Excerpt that is wanted now, after somebody typed into the filter or clicked on a head."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._model: ExcerptModel[Row] = ExcerptModel((), self)
        self._names: tuple[str, ...] = ()
        self._wanted = Excerpt()
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.view = TableView(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self._on_filter)
        look.in_each_language(self._label)

    def show_excerpt(
        self,
        names: Sequence[str],
        columns: Sequence[TableColumn[Row]],
        rows: Sequence[Row],
        found_by: Excerpt,
    ) -> None:
        """Show the rows that `found_by` has found; other stable `names` of the columns begin another table."""
        if tuple(names) == self._names:
            self._model.use(columns)
            self._model.show(rows)
            return
        self._names, self._wanted = tuple(names), found_by
        replaced, self._model = self._model, ExcerptModel(columns, self)
        self._model.show(rows)
        self.view.setModel(self._model)
        replaced.deleteLater()
        self.view.fit_columns()
        if found_by.order in self._names:
            down = Qt.SortOrder.DescendingOrder if found_by.is_down else Qt.SortOrder.AscendingOrder
            self.view.horizontalHeader().setSortIndicator(self._names.index(found_by.order), down)
        self._model.order_wanted.connect(self._on_order)

    def _on_filter(self, words: str) -> None:
        self._want(replace(self._wanted, words=words))

    def _on_order(self, column: int, is_down: bool) -> None:  # noqa: FBT001 - as the signal tells it
        order = self._names[column] if 0 <= column < len(self._names) else ""
        self._want(replace(self._wanted, order=order, is_down=is_down and bool(order)))

    def _want(self, wanted: Excerpt) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.excerpt_wanted.emit(wanted)

    def _label(self) -> None:
        self.filter.setPlaceholderText(self._say.text("Filter the rows"))
        self.filter.setAccessibleName(self._say.text("Filter the rows"))
