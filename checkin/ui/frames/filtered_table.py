"""A table with a filter line above it; filtering and sorting are left to the page that holds all the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.reports import Excerpt
from checkin.ui.appearance import Dressed
from checkin.ui.table import ExcerptModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.table import TableColumn

Row = TypeVar("Row")

_LEAST_ROWS: Final = 3


class FilteredTable(QWidget, Dressed, Generic[Row]):
    """A table with a line for filter words above it; the table holds only the first rows of a long list.

    The table emits `excerpt_wanted` when the operator changes the filter or the order. Then the page must compute the
    rows to show, with `reports.excerpt` in a background thread, and call `show_excerpt`.
    """

    excerpt_wanted = Signal()
    """Emitted when another excerpt is `wanted`, after a change of the filter or a click on the head of a column."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._model: ExcerptModel[Row] = ExcerptModel((), self)
        self._names: tuple[str, ...] = ()
        self._wanted = Excerpt()
        self._if_empty: Words = lambda say: say.text("Nothing yet.")
        self._why_not: Words | None = None
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.view = TableView(self._model)
        self.view.keep_rows(_LEAST_ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self._on_filter)
        look.in_each_language(self._label)

    @property
    def wanted(self) -> Excerpt:
        """Which rows the operator wants to see now, and in which order: the filter words, and the column to sort by."""
        return self._wanted

    def take_order(self, order: str, *, is_down: bool) -> None:
        """Set the order in which the table begins; call this method before the first call of `show_excerpt`.

        `order` is the stable name of the column to sort by ("" for unsorted); a stable name is the same in every
        language. `is_down` sorts in descending order.
        """
        self._wanted = replace(self._wanted, order=order, is_down=is_down)

    def show_excerpt(
        self, names: Sequence[str], columns: Sequence[TableColumn[Row]], rows: Sequence[Row]
    ) -> None:
        """Show the rows that were computed for `wanted`.

        `names` are the stable names of the columns, which are the same in every language. If `names` are the same as in
        the last call, the selected row stays selected, provided that it is among the new rows.
        """
        self._why_not = None
        self._hint()
        if tuple(names) == self._names:
            former = self._model.rows
            at = self.view.currentIndex().row()
            self._model.use(columns)
            self._model.show(rows)
            self.view.selectRow(_place(former, at, self._model.rows))
            return
        self._names = tuple(names)
        replaced, self._model = self._model, ExcerptModel(columns, self)
        self._model.show(rows)
        self.view.setModel(self._model)
        replaced.deleteLater()
        self.view.fit_columns()
        if self._wanted.order in self._names:
            down = Qt.SortOrder.DescendingOrder if self._wanted.is_down else Qt.SortOrder.AscendingOrder
            self.view.horizontalHeader().setSortIndicator(self._names.index(self._wanted.order), down)
        self._model.order_wanted.connect(self._on_order)

    def show_nothing(self, why: Words) -> None:
        """Show no rows and, in their place, the words that say why; the next rows replace the words."""
        self._why_not = why
        self._model.show(())
        self._hint()

    def _on_filter(self, words: str) -> None:
        self._want(replace(self._wanted, words=words))

    def _on_order(self, column: int, is_down: bool) -> None:  # noqa: FBT001 - as the signal tells it
        order = self._names[column] if 0 <= column < len(self._names) else ""
        self._want(replace(self._wanted, order=order, is_down=is_down and bool(order)))

    def _want(self, wanted: Excerpt) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._hint()
            self.excerpt_wanted.emit()

    def set_hint(self, if_empty: Words) -> None:
        """Set the words that the table shows if it has no rows although the filter is empty."""
        self._if_empty = if_empty
        self._hint()

    def _hint(self) -> None:
        is_filtered = bool(self._wanted.words.strip())
        nothing_fits = self._say.text("No row has these letters. Clear the filter to see all rows.")
        if_empty = nothing_fits if is_filtered else self._if_empty(self._say)
        self.view.set_hint(if_empty if self._why_not is None else self._why_not(self._say))

    def _label(self) -> None:
        self._hint()
        self.filter.setPlaceholderText(self._say.text("Filter the rows"))
        self.filter.setAccessibleName(self._say.text("Filter the rows"))


def _place(former: Sequence[Row], at: int, rows: Sequence[Row]) -> int:
    """The number of the row that was selected, among the new rows; -1 if it is gone.

    If the row is not found but there are as many rows as before, only the words of the rows have changed, and the
    number stays.
    """
    if not 0 <= at < len(former):
        return -1
    if former[at] in rows:
        return rows.index(former[at])
    return at if len(former) == len(rows) else -1
