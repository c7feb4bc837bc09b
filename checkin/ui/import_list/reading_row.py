"""The row below the table of columns, in which the operator chooses which field the selected column contains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.delegates import Field
from checkin.importing.people.own_fields import NEW_FIELD
from checkin.ui.frames.inputs import ChoiceBox
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.importing.people.planned import ColumnUse
    from checkin.wording import Wording


class ReadingRow(QWidget):
    """A box with the fields of delegates, for the selected column of the list."""

    chosen = Signal(str, str)
    """Emitted with the column's header, and the name of a field, "full_name", or "" to leave the column unread."""

    def __init__(self) -> None:
        super().__init__()
        self._use: ColumnUse | None = None
        self._is_read_as = ""
        """The field that the box shows for the selected column; "" for none."""
        self._own: dict[str, str] = {}
        """The names of the event's own fields by their codes."""
        self.box, self._words = ChoiceBox(), PlainLabel()
        self._fill(())
        self.box.activated.connect(self._on_chosen)
        self._words.setBuddy(self.box)
        self.setLayout(row(self._words, self.box, None))

    def use_event(self, event: Event, say: Wording) -> None:
        """Offer the event's own fields too."""
        own = {code: say.local(each.name) for code, each in event.fields.items()}
        if own.keys() != self._own.keys():
            self._fill(tuple(own))
        self._own = own
        self.label(say)

    def _fill(self, own: tuple[str, ...]) -> None:
        self.box.clear()
        for name in ("", NEW_FIELD, *(field.value for field in Field), "full_name", "companion", *own):
            self.box.addItem("", name)

    def label(self, say: Wording) -> None:
        """Write the words in this language."""
        self.box.setAccessibleName(say.text("The selected column is read as"))
        self._words.setText(say.text("&Read the selected column as"))
        words = {field.value: say.field(field) for field in Field}
        words |= {"": say.text("not read"), "full_name": say.text("Full name")}
        words |= {
            "companion": say.text("Name of who comes along"),
            NEW_FIELD: say.text("keep as a field of this event"),
            **self._own,
        }
        for number in range(self.box.count()):
            self.box.setItemText(number, words[self.box.itemData(number)])

    def show_column(self, use: ColumnUse | None) -> None:
        """Show which field this column holds; None if no column is selected."""
        self._use = use
        self.box.setEnabled(use is not None)
        self._is_read_as = self._reading_of(use)
        self.box.setCurrentIndex(max(self.box.findData(self._is_read_as), 0))

    def _reading_of(self, use: ColumnUse | None) -> str:
        """What the box shows for a column; a field that the import will make is not in the event yet."""
        if use is None or use.field is None:
            return ""
        return NEW_FIELD if self.box.findData(str(use.field)) < 0 else str(use.field)

    def _on_chosen(self, number: int) -> None:
        name = self.box.itemData(number)
        if self._use is not None and name != self._is_read_as:
            self._is_read_as = name
            self.chosen.emit(self._use.header, name)
