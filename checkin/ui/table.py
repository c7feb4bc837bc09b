"""The model of every table: a list of columns, and the rows that the columns show.

To add a column to a table, add one `TableColumn`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from checkin.text import text_order
from checkin.ui.plain import tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QIcon

Row = TypeVar("Row")
Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The role with which every cell of a table gives its whole row."""

_NOWHERE = QModelIndex()
_CHECKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: None}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make a generic one that is frozen and has them
class TableColumn(Generic[Row]):
    """A column of a table: `title` is its header, and `text` gives the text of its cell for a row.

    `sort` gives the value of a row by which the column sorts the rows; without `sort`, they are sorted alphabetically
    by their text. `colour` gives the colour of the text as "#RRGGBB", or "" for the usual colour, and `picture` what
    stands before the text. `is_number` aligns the column at the right. `tick` says whether the box before the text is
    ticked, and None for a row without a box.
    """

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], object] | None = None
    is_number: bool = False
    colour: Callable[[Row], str] | None = None
    picture: Callable[[Row], QIcon | None] | None = None
    tick: Callable[[Row], bool | None] | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """The Qt model of a table: a list of rows, and the columns that give the text of each cell.

    The rows can be sorted by any column; rows with equal values keep their order.
    """

    ticked = Signal(object)
    """Emitted with a row whose box the operator wants to be ticked or unticked."""

    def __init__(self, columns: Sequence[TableColumn[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._order: tuple[int, bool] | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order in which they are shown."""
        return self._rows

    def use(self, columns: Sequence[TableColumn[Row]]) -> None:
        """Replace the columns by the same columns worded anew, for example in another language; the rows stay."""
        self._columns = tuple(columns)
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    def show(self, rows: Iterable[Row]) -> None:
        """Show these rows in place of the former rows.

        If a column was chosen for sorting, the rows are sorted by that column; otherwise they stay in the given order.
        """
        self.beginResetModel()
        self._rows = tuple(rows)
        self._rows = tuple(self._rows[place] for place in self._places())
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of rows; 0 for a valid `parent`, as cells have no rows below them."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of columns; 0 for a valid `parent`, as cells have no columns below them."""
        return 0 if parent.isValid() else len(self._columns)

    def data(  # noqa: PLR0911 - a line for each role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The value of a cell for a Qt role: text, alignment, colour, words for a screen reader, or the whole row."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(column.text(row))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
            case Qt.ItemDataRole.ForegroundRole if column.colour is not None and column.colour(row):
                return QColor(column.colour(row))
            case Qt.ItemDataRole.DecorationRole if column.picture is not None:
                return column.picture(row)
            case Qt.ItemDataRole.CheckStateRole if column.tick is not None:
                return _CHECKED[column.tick(row)]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.text(row)}"
            case _ if role == ROW_ROLE:
                return row
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell: a cell with a box can be ticked."""
        found = super().flags(index)
        if not index.isValid():
            return found
        tick = self._columns[index.column()].tick
        has_box = tick is not None and tick(self._rows[index.row()]) is not None
        return found | Qt.ItemFlag.ItemIsUserCheckable if has_box else found

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Emit `ticked` for a cell with a box; the model itself changes nothing."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.ticked.emit(self._rows[index.row()])
        return True

    def tick_row(self, number: int) -> bool:
        """Tick or untick the row with this number; return whether the row has a box."""
        box = next((place for place, column in enumerate(self._columns) if column.tick is not None), -1)
        return box >= 0 and self.setData(self.index(number, box), None, Qt.ItemDataRole.CheckStateRole)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The value of a column header for a Qt role: the column's title, or its alignment."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_number else _LEFT
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by the column with this number (from 0), now and at each later call of `show`.

        If there is no such column, as for -1, the rows stay as they are.
        """
        if not 0 <= column < len(self._columns):
            self._order = None
            return
        self._order = (column, order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        places = self._places()
        self._rows = tuple(self._rows[place] for place in places)
        self._follow(places)
        self.layoutChanged.emit()

    def _places(self) -> list[int]:
        """The numbers of the rows, in the chosen order."""
        places = list(range(len(self._rows)))
        if self._order is not None:
            column, is_down = self._order
            chosen, rows = self._columns[column], self._rows
            key = chosen.sort or (lambda row: text_order(chosen.text(row)))
            places.sort(key=lambda place: key(rows[place]), reverse=is_down)  # type: ignore[arg-type,return-value]
        return places

    def _follow(self, places: list[int]) -> None:
        """Keep the same rows selected after a sort.

        `places` holds the former numbers of the rows, in their new order.
        """
        now = {former: place for place, former in enumerate(places)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(now[each.row()], each.column()) for each in old])


class ExcerptModel(TableModel[Row]):
    """A table model for a table that is too long to be shown: the model holds only the first rows.

    A model without all the rows cannot sort them. After a click on a column header it emits `order_wanted`; the code
    that has all rows must then sort them, and give the model the new first rows.
    """

    order_wanted = Signal(int, bool)
    """Emitted with the number of the column to sort by (-1 for unsorted), and whether the largest comes first."""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Emit `order_wanted` instead of sorting, because this model does not hold all the rows."""
        self.order_wanted.emit(column, order is Qt.SortOrder.DescendingOrder)
