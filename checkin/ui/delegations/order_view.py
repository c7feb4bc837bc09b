"""The table of the people in order of precedence; it marks who has not arrived, and rows are moved by keys or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QVBoxLayout, QWidget

from checkin.domain.delegates import Field
from checkin.ui.appearance import Dressed
from checkin.ui.delegations.filters import shown_name
from checkin.ui.delegations.order_rows import OrderRow, missing_with_headings, order_rows, where_to
from checkin.ui.delegations.order_words import cannot_go, stays_in_delegation
from checkin.ui.event.ordered_table import DraggedModel, OrderedTable
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.precedence import Ranked
    from checkin.ui.delegations.protocol_work import ProtocolWork
    from checkin.ui.page import Parts
    from checkin.ui.table import Index

FIRST: Final = (10, 20, 30, 50, 100, 200, 500)
"""The choices for the number of people in the table; nobody can watch for more people at once."""
_USUAL: Final = 20
_LEAST_ROWS: Final = 2
_WIDEST: Final = 75
"""The most letters of a column: the longest honorifics stand before a name that must be read whole."""


class _OrderModel(DraggedModel[OrderRow]):
    """The rows of the order, of which the headings are bold."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value of a cell for a Qt role."""
        if role == Qt.ItemDataRole.FontRole and self.rows[index.row()].person is None:
            font = QFont()
            font.setBold(True)
            return font
        return super().data(index, role)


class OrderView(QWidget, Dressed):
    """The first people in order of precedence, below a heading for each delegation. No rank numbers are shown."""

    told = Signal(object)
    """Emitted with the `Words` that say why a row could not be moved."""

    screen_wanted = Signal()
    """Emitted when the operator wants a second screen to show the people who have not arrived."""

    sheet_wanted = Signal()
    """Emitted when the operator wants to save the people as a sheet."""

    def __init__(self, parts: Parts, work: ProtocolWork) -> None:
        super().__init__()
        self._at, self._look, self._work = parts, parts.look, work
        self._key, self._is_fitted = "", False
        self._first_label, self.first = PlainLabel(), QComboBox()
        self._first_label.setBuddy(self.first)
        for number in FIRST:
            self.first.addItem(str(number), number)
        self.first.setCurrentIndex(FIRST.index(_USUAL))
        self.only_missing = QCheckBox()
        self.summary = PlainLabel(wordWrap=True)
        self.summary.setProperty("tone", "heading")
        self._model = _OrderModel(())
        self._model.use(self._columns())
        self.table = OrderedTable(self._model, has_order=True, widest=_WIDEST)
        self.table.keep_rows(_LEAST_ROWS)
        self.screen_button, self.sheet_button = QPushButton(), QPushButton()
        self._lay_out()
        self.table.shifted.connect(self._shift)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._on_selected())
        self.first.currentIndexChanged.connect(lambda _number: self.refresh())
        self.only_missing.toggled.connect(lambda _is_ticked: self.refresh())
        self.screen_button.clicked.connect(self.screen_wanted)
        self.sheet_button.clicked.connect(self.sheet_wanted)
        work.changed.connect(self.refresh)
        parts.look.in_each_language(self._label)
        parts.look.colours_changed.connect(self.table.viewport().update)

    @property
    def number(self) -> int:
        """The chosen number of people, counted from the top of the order."""
        return int(self.first.currentData())

    @property
    def people(self) -> Sequence[Ranked]:
        """The first people in the order, as many as `number` says."""
        return self._work.known.people[: self.number]

    @property
    def shown(self) -> Sequence[OrderRow]:
        """The rows that the table shows."""
        return self._model.rows

    def refresh(self) -> None:
        """Show the people as they were read last; the selected row stays selected."""
        rows, key = order_rows(self._work.known, self.number), self._key
        scroll = self.table.verticalScrollBar().value()
        if self.only_missing.isChecked():
            rows = missing_with_headings(rows)
        self.table.clearSpans()
        self._model.show(rows)
        for number, each in enumerate(rows):
            if each.person is None:
                self.table.setSpan(number, 1, 1, self._model.columnCount() - 1)
        self._key = key
        if rows:
            self.table.selectRow(next((at for at, each in enumerate(rows) if each.key == key), 0))
        if rows and not self._is_fitted:
            self._is_fitted = True
            self.table.fit_columns(stretched=3)
        self.table.verticalScrollBar().setValue(scroll)
        self._tell()

    @property
    def key(self) -> str:
        """The key of the selected row (see `OrderRow.key`); "" if no row is selected."""
        return self._key

    def _on_selected(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.shown):
            self._key = self.shown[at].key

    def _shift(self, at: int, to: int) -> None:
        """Ask for the row to be moved to the place `to`, or say why it cannot go there."""
        rows = list(self.shown)
        if not 0 <= at < len(rows) or at == to:
            return
        if self.only_missing.isChecked():
            self.told.emit(lambda say: say.text("Show everybody to change the order."))
            return
        move = where_to(self._work.known, rows, at, max(to, 0))
        if move is None:
            self.told.emit(stays_in_delegation if rows[at].person is not None else cannot_go)
            return
        self._key = rows[at].key
        if move.is_delegation:
            self._work.move_delegation(move.key, move.before)
        else:
            self._work.move_member(move.key, move.before)

    def _tell(self) -> None:
        """Write how many of the first people are missing."""
        say, people = self._say, self.people
        missing = sum(each.registration.arrival is None for each in people)
        told = (
            say.many("{count} is missing", "{count} are missing", missing)
            if missing
            else say.text("all are here")
        )
        self.summary.setText(told if people else "")
        self.table.set_hint(
            say.text("All of them have arrived.")
            if people and not missing
            else say.text("Nobody is expected yet. People come with a list (Ctrl+I).")
        )

    def _label(self) -> None:
        say = self._say
        self._first_label.setText(say.text("&The first"))
        self.first.setAccessibleName(say.text("The first"))
        self.only_missing.setText(say.text("Only who is missing"))
        self.table.setAccessibleName(say.text("Order of precedence"))
        self.screen_button.setText(say.with_key(say.text("On a second screen"), "Ctrl+D"))
        self.sheet_button.setText(say.with_key(say.text("On one sheet (PDF)"), "Ctrl+S"))
        self._model.use(self._columns())
        self._is_fitted = False
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self._first_label, self.first, self.only_missing, (self.summary, 1)))
        column.addWidget(self.table, 1)
        column.addLayout(ButtonRow(self.screen_button, self.sheet_button, is_at_left=True))

    def _columns(self) -> Sequence[TableColumn[OrderRow]]:
        say = self._say
        return (
            TableColumn(
                say.text("Arrived"),
                self._state,
                colour=lambda each: self._colours.warning if each.is_missing else "",
            ),
            TableColumn(say.text("Name"), self._name),
            TableColumn(
                say.field(Field.NATIVE_NAME),
                lambda each: each.person.registration.delegate.titled_other_name if each.person else "",
            ),
            TableColumn(say.field(Field.POSITION), _position),
        )

    def _name(self, each: OrderRow) -> str:
        if each.person is not None:
            return f"    {each.person.registration.delegate.titled_name}"
        if each.standing is None:
            return self._say.text("Others, by their own precedence")
        return shown_name(each.standing, self._say)

    def _state(self, each: OrderRow) -> str:
        say = self._say
        if each.person is not None:
            arrival = each.person.registration.arrival
            if arrival is None:
                return say.text("missing")
            return f"✔ {say.when(arrival.at, self._at.now(), self._work.known.event.zone)}"
        if each.standing is None:
            return ""
        figures = each.standing.figures
        return say.text("{count} of {most}").format(count=figures.arrived, most=figures.named)


def _position(each: OrderRow) -> str:
    if each.person is None:
        return ""
    delegate = each.person.registration.delegate
    return delegate.position or delegate.native_position or delegate.organisation
