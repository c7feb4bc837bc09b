"""The table of those who are named for a session, with the buttons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.event.ordered_table import OrderedTable
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.guests.guest_words import guest_columns
from checkin.ui.table import TableModel

if TYPE_CHECKING:
    from collections.abc import Collection

    from checkin.desk.guests import Guests, NamedGuest
    from checkin.ui.appearance import Appearance

_ORGANISATION: Final = 6
"""The number of the column that gets the width that is left over."""
_WIDEST: Final = 24
"""The greatest width of a column, in letters, so that one long title does not push the answers out of sight."""


class GuestTable(QWidget, Dressed):
    """The table of the guests; several rows can be selected, and stay selected when the guests are read again."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._model: TableModel[NamedGuest] = TableModel(guest_columns(self._say, self._colours.muted))
        self._fitted = 0
        self.view = OrderedTable(self._model, has_order=False, widest=_WIDEST)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.change_button, self.withdraw_button = QPushButton(), QPushButton()
        self.paste_button, self.sheet_button = QPushButton(), QPushButton()
        look.put_icon(self.change_button, "pencil")
        look.put_icon(self.sheet_button, "file-spreadsheet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addLayout(ButtonRow(self.change_button, self.withdraw_button, is_at_left=True))
        column.addLayout(ButtonRow(self.paste_button, self.sheet_button, is_at_left=True))
        self.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._show_buttons())
        look.in_each_language(self._label)
        look.colours_changed.connect(self._label)

    @property
    def rows(self) -> tuple[NamedGuest, ...]:
        """The guests in the order in which they are shown."""
        return self._model.rows

    @property
    def selected(self) -> tuple[NamedGuest, ...]:
        """The guests whose rows are selected."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self._model.rows[number] for number in rows if number < len(self._model.rows))

    def show_guests(self, known: Guests, wanted: Collection[str] = ()) -> None:
        """Show these guests, and select those with the ids `wanted` or else those that are selected now."""
        ids = set(wanted) or {each.registration.delegate.id for each in self.selected}
        self._model.show(known.named)
        numbers = [
            number for number, each in enumerate(self._model.rows) if each.registration.delegate.id in ids
        ]
        chosen = QItemSelection()
        for number in numbers:
            chosen.select(self._model.index(number, 0), self._model.index(number, _ORGANISATION))
        model, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        if numbers:
            model.setCurrentIndex(self._model.index(numbers[0], 0), flags.NoUpdate)
        model.select(chosen, flags.ClearAndSelect)
        if wanted and numbers:
            self.view.scrollTo(self._model.index(numbers[0], 0))
        if len(self._model.rows) != self._fitted:
            self._fitted = len(self._model.rows)
            self.view.fit_columns(_ORGANISATION)
        self._show_buttons()

    def _show_buttons(self) -> None:
        say, selected = self._say, self.selected
        is_back = bool(selected) and all(each.naming.withdrawn for each in selected)
        words = say.text("Invite again") if is_back else say.text("Invite no longer")
        self.withdraw_button.setText(say.with_key(words, "Del"))
        self.withdraw_button.setEnabled(bool(selected))
        self.change_button.setEnabled(bool(selected) and not is_back)

    def _label(self) -> None:
        say = self._say
        self._model.use(guest_columns(say, self._colours.muted))
        self.change_button.setText(say.with_key(say.text("Change…"), "Enter"))
        self.paste_button.setText(say.with_key(say.text("Paste a list"), "Ctrl+V"))
        self.sheet_button.setText(say.with_key(say.text("From a sheet…"), "Ctrl+O"))
        self.view.setAccessibleName(say.text("Invited by name"))
        self.view.set_hint(say.text("Nobody is named for this session yet."))
        self._show_buttons()
