"""The model of the table of people: the ids of all people in their order, and the rows that have been read so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTimer, Signal

from checkin.domain.listing import ListColumn
from checkin.ui.appearance import Dressed
from checkin.ui.people.columns import USUAL, cells
from checkin.ui.plain import tool_tip
from checkin.wording.listing import head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from checkin.domain.listing import Listed
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.table import Index

_NOWHERE = QModelIndex()
_PAGE: Final = 50
"""The number of rows that are read together."""
_MOST_KEPT: Final = 6000
"""The number of rows that are kept; beyond it all are forgotten, and those in sight are read again."""
_NOT_READ: Final = "…"


class PeopleModel(QAbstractTableModel, Dressed):
    """The people in their order; a person's row is read only when the row becomes visible.

    A row that has not been read shows “…”, and the model emits `rows_wanted`. The receiver of this signal reads the
    rows and calls `show_rows`.
    """

    rows_wanted = Signal(list)
    """Emitted with the ids of the people whose rows have become visible but have not been read."""

    order_wanted = Signal(int, bool)
    """Emitted with the index of the column to sort by (-1: none), and with whether the largest values come first."""

    def __init__(
        self, file: EventFile, look: Appearance, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._file, self._look, self._now = file, look, now
        self.columns: tuple[ListColumn, ...] = USUAL
        self.ids: Sequence[str] = ()
        self._known: dict[str, Listed] = {}
        self._texts: dict[str, tuple[str, ...]] = {}
        self._old: set[str] = set()
        self._wanted: set[int] = set()
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        look.language_changed.connect(self._word_again)

    # ---- what is shown

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._texts.clear()
        self.endResetModel()

    def show_people(self, ids: Sequence[str]) -> None:
        """Show the people with these ids, in this order."""
        self.beginResetModel()
        self.ids = ids
        self._wanted.clear()
        self.endResetModel()

    def show_rows(self, rows: Mapping[str, Listed]) -> None:
        """Show these rows, which have been read; `rows` maps the id of each person to the row."""
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
            self._texts.clear()
        self._known.update(rows)
        self._old -= rows.keys()
        for who in rows:
            self._texts.pop(who, None)
        self._tell_all()

    def read_again(self, changed: Iterable[str] = ()) -> None:
        """Forget the rows of the people with these ids, so that they are read again; without ids, all rows."""
        who = set(changed)
        self._old |= who & self._known.keys() if who else set(self._known)
        self._wanted.clear()
        self._tell_all()

    def listed_at(self, row: int) -> Listed | None:
        """The data of the person in this row; None if the row has not been read."""
        return self._known.get(self.ids[row]) if 0 <= row < len(self.ids) else None

    def text_at(self, row: int, column: int) -> str:
        """The text of a cell; “…” if its row has not been read, and then the row is asked for."""
        texts = self.texts_at(row)
        return texts[column] if texts else _NOT_READ if column == 0 else ""

    def texts_at(self, row: int) -> tuple[str, ...]:
        """The texts of a row; () if the row has not been read, and then the row is asked for."""
        who = self.ids[row]
        known = self._known.get(who)
        if known is None or who in self._old:
            self._want(row)
        if known is None:
            return ()
        texts = self._texts.get(who)
        if texts is None:
            texts = cells(self.columns, known, self._file.known_event, self._now(), self._say)
            self._texts[who] = texts
        return texts

    # ---- what Qt asks for

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of people; 0 for a valid `parent`, because cells have no rows below them."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The number of columns; 0 for a valid `parent`."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, or the text that a screen reader speaks for the cell."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text_at(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self.text_at(index.row(), index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                column, text = self.columns[index.column()], self.text_at(index.row(), index.column())
                is_sign = column is ListColumn.ATTENTION and bool(text)
                told = self._say.yes_no(value=True) if is_sign else text
                return f"{head(column, self._say)}: {told}"
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The title of a column."""
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return (
            head(self.columns[section], self._say) if is_head and 0 <= section < len(self.columns) else None
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Emit `order_wanted` instead of sorting, because most rows have not been read."""
        self.order_wanted.emit(column, order is Qt.SortOrder.DescendingOrder)

    # ---- inside

    def _want(self, row: int) -> None:
        page = row // _PAGE
        if page not in self._wanted:
            self._wanted.add(page)
            self._asking.start()

    def _ask(self) -> None:
        pages, self._wanted = sorted(self._wanted)[-4:], set()
        rows = [row for page in pages for row in self.ids[page * _PAGE : (page + 1) * _PAGE]]
        lacking = [who for who in rows if who not in self._known or who in self._old]
        if lacking:
            self.rows_wanted.emit(lacking)

    def _word_again(self) -> None:
        self._texts.clear()
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._tell_all()

    def word_again(self) -> None:
        """Write all cells again, because the names or colours of the event have changed."""
        self._word_again()

    def _tell_all(self) -> None:
        if self.ids and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))
