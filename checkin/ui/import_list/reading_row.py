"""The row below the table of columns, in which the operator chooses which field the selected column contains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.delegates import PICTURES, Field
from checkin.ui.frames.inputs import ChoiceBox
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from checkin.importing import ColumnUse
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
        self.box, self._words = ChoiceBox(), PlainLabel()
        for name in ("", *(field.value for field in Field if field not in PICTURES), "full_name"):
            self.box.addItem("", name)
        self.box.activated.connect(self._on_chosen)
        self._words.setBuddy(self.box)
        self.setLayout(row(self._words, self.box, None))

    def label(self, say: Wording) -> None:
        """Write the words in this language."""
        self.box.setAccessibleName(say.text("The selected column is read as"))
        self._words.setText(say.text("&Read the selected column as"))
        words = {field.value: say.field(field) for field in Field}
        words |= {"": say.text("not read"), "full_name": say.text("Full name")}
        for number in range(self.box.count()):
            self.box.setItemText(number, words[self.box.itemData(number)])

    def show_column(self, use: ColumnUse | None) -> None:
        """Show which field this column holds; None if no column is selected."""
        self._use = use
        self.box.setEnabled(use is not None)
        self._is_read_as = str(use.field) if use is not None and use.field is not None else ""
        self.box.setCurrentIndex(max(self.box.findData(self._is_read_as), 0))

    def _on_chosen(self, number: int) -> None:
        name = self.box.itemData(number)
        if self._use is not None and name != self._is_read_as:
            self._is_read_as = name
            self.chosen.emit(self._use.header, name)
