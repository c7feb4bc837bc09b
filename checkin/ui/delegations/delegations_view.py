"""The table of delegations: how many members are named, have a badge and have arrived, and the liaison officer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.domain.delegation_figures import Head
from checkin.text import text_order
from checkin.ui.appearance import Dressed
from checkin.ui.delegations.filters import Which, among, shown_name
from checkin.ui.delegations.order_words import define_it_first, not_by_name
from checkin.ui.elided import ElidedCombo
from checkin.ui.event.ordered_table import DraggedModel, OrderedTable
from checkin.ui.rows import row
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.ui.delegations.protocol_work import ProtocolWork
    from checkin.ui.page import Parts

_PRECEDENCE, _ALPHABET = "precedence", "alphabet"
_LEAST_ROWS: Final = 3
_LETTERS: Final = 14
"""The width of the words in a box above the table, in letters."""


class DelegationsView(QWidget, Dressed):
    """The table of delegations, filtered, and sorted by precedence or by name.

    While the delegations are sorted by precedence, the operator can move them.
    """

    told = Signal(object)
    """Emitted with the `Words` that say why a delegation could not be moved."""

    def __init__(self, parts: Parts, work: ProtocolWork) -> None:
        super().__init__()
        self._look, self._work = parts.look, work
        self._key, self._is_fitted = "", False
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.which, self.order = ElidedCombo(_LETTERS), ElidedCombo(_LETTERS)
        for which in Which:
            self.which.addItem("", which.value)
        for order in (_PRECEDENCE, _ALPHABET):
            self.order.addItem("", order)
        self._model: DraggedModel[DelegationStanding] = DraggedModel(())
        self._model.use(self._columns())
        self.table = OrderedTable(self._model, has_order=True)
        self.table.keep_rows(_LEAST_ROWS)
        self.table.shifted.connect(self._shift)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._on_selected())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row((self.filter, 1), self.which, self.order))
        column.addWidget(self.table, 1)
        self.filter.textChanged.connect(lambda _text: self.refresh())
        self.which.currentIndexChanged.connect(lambda _number: self.refresh())
        self.order.currentIndexChanged.connect(lambda _number: self.refresh())
        work.changed.connect(self.refresh)
        parts.look.in_each_language(self._label)
        parts.look.colours_changed.connect(self.table.viewport().update)

    @property
    def chosen(self) -> DelegationStanding | None:
        """The selected delegation; None if none is selected."""
        at = self.table.currentIndex().row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    @property
    def shown(self) -> Sequence[DelegationStanding]:
        """The delegations that the table shows."""
        return self._model.rows

    def refresh(self) -> None:
        """Show the delegations as they were read last; the selected delegation stays selected."""
        by_name, which = self.order.currentData() == _ALPHABET, Which(self.which.currentData())
        known = self._work.known.delegations
        key, scroll = self._key, self.table.verticalScrollBar().value()
        self._model.show(among(known, which, self.filter.text(), self._say, by_name=by_name))
        self._key = key
        at = next((at for at, each in enumerate(self.shown) if each.delegation.code == key), 0)
        if self.shown:
            self.table.selectRow(at)
        if self.shown and not self._is_fitted:
            self._is_fitted = True
            self.table.fit_columns(stretched=0)
        self.table.verticalScrollBar().setValue(scroll)
        self._count()
        self._hint()

    def _on_selected(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self._key = chosen.delegation.code

    def _shift(self, at: int, to: int) -> None:
        """Ask for the delegation in this row to be moved to the row `to`, or say why it cannot be moved."""
        rows = list(self.shown)
        if not (0 <= at < len(rows) and 0 <= to < len(rows)) or at == to:
            return
        moved = rows.pop(at)
        if self.order.currentData() == _ALPHABET:
            self.told.emit(not_by_name)
        elif not moved.is_defined:
            self.told.emit(define_it_first)
        else:
            self._key = moved.delegation.code
            following = rows[to] if to < len(rows) else None
            is_last = following is None or not following.is_defined
            self._work.move_delegation(
                moved.delegation.code, "" if is_last or following is None else following.delegation.code
            )

    def _count(self) -> None:
        """Write beside each choice how many delegations it shows."""
        known = self._work.known.delegations
        for number, which in enumerate(Which):
            count = sum(map(which.holds, known))
            self.which.setItemText(number, f"{which.words(self._say)} ({count})")

    def _hint(self) -> None:
        say = self._say
        if self._work.known.delegations:
            self.table.set_hint(say.text("No delegation is like this."))
        else:
            self.table.set_hint(say.text("There is no delegation yet. The Event page (F8) defines them."))

    def _label(self) -> None:
        say = self._say
        self.filter.setPlaceholderText(say.text("Filter the rows"))
        self.filter.setAccessibleName(say.text("Filter the rows"))
        self.which.setAccessibleName(say.text("Which delegations"))
        self.order.setAccessibleName(say.text("Order of the delegations"))
        self.order.setItemText(0, say.text("By precedence"))
        self.order.setItemText(1, say.text("By name"))
        self.table.setAccessibleName(say.text("Delegations"))
        self._model.use(self._columns())
        self._is_fitted = False
        self.refresh()

    def _columns(self) -> Sequence[TableColumn[DelegationStanding]]:
        say = self._say

        def named(each: DelegationStanding) -> str:
            figures = each.figures
            if figures.quota is None:
                return str(figures.named)
            return say.text("{count} of {most}").format(count=figures.named, most=figures.quota)

        return (
            TableColumn(say.text("Delegation"), lambda each: shown_name(each, say)),
            TableColumn(say.text("Named"), named, lambda each: each.figures.named, is_number=True),
            TableColumn(say.text("Unnamed"), lambda each: _or_none(each.figures.unnamed), is_number=True),
            TableColumn(
                say.text("Arrived"),
                lambda each: say.text("{count} of {most}").format(
                    count=each.figures.arrived, most=each.figures.named
                ),
                is_number=True,
            ),
            TableColumn(
                say.text("Head"),
                self._head,
                colour=lambda each: self._colours.good if each.figures.head is Head.ARRIVED else "",
            ),
            TableColumn(
                say.text("Liaison officer"),
                lambda each: " · ".join(
                    filter(None, (each.delegation.liaison_name, each.delegation.liaison_phone))
                ),
                lambda each: text_order(each.delegation.liaison_name),
            ),
            TableColumn(
                say.text("Accompanying"), lambda each: _or_none(each.figures.accompanying), is_number=True
            ),
            TableColumn(say.text("Badges printed"), lambda each: str(each.figures.printed), is_number=True),
            TableColumn(
                say.text("Kind of delegation"),
                lambda each: say.kind_of_delegation(each.delegation.kind) if each.is_defined else "",
            ),
        )

    def _head(self, each: DelegationStanding) -> str:
        match each.figures.head:
            case Head.ARRIVED:
                return f"✔ {self._say.text('arrived')}"
            case Head.EXPECTED:
                return self._say.text("expected")
            case _:
                return self._say.text("no head yet") if each.figures.named else ""


def _or_none(number: int) -> str:
    return str(number) if number else ""
