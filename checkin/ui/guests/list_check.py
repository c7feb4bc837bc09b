"""The check of a list before anybody is invited: whom each row means, and which rows the organiser must look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.desk.guest_list import GuestList, chosen, look_up, rows_in, without
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.enter_key import EnterButton
from checkin.ui.event.ordered_table import OrderedTable
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.guests.guest_words import CheckedRow, checked_columns
from checkin.ui.guests.sheet_columns import SheetColumns
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel
from checkin.ui.table import TableModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.guest_list import Found, NotFound, Row
    from checkin.domain.registration import Registration
    from checkin.importing.files.sheet import Sheet
    from checkin.ui.page import Parts

_MEANS = 2


class ListCheck(QWidget, Dressed):
    """A table with the rows of a list: unclear rows first, then the rows that mean exactly one person.

    Nobody is invited before the organiser presses the button with the number of people to invite.
    """

    asked = Signal()
    """Emitted when another row is selected, or when it has become clear whom the selected row means."""

    wanted = Signal()
    """Emitted when the organiser wants to invite the people whom the clear rows mean."""

    given_up = Signal()
    """Emitted when the organiser goes back without inviting anybody."""

    answered = Signal()
    """Emitted when Enter is pressed on a row; the focus then goes to the people whom the row could mean."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self._rows: dict[int, Row] = {}
        self._name = ""
        self.known = GuestList()
        self.is_decided = False
        """Whether the organiser has said of any row whom it means, or has left one out."""
        self._model: TableModel[CheckedRow] = TableModel(checked_columns(self._say, self._colours.bad))
        self.table = OrderedTable(self._model, has_order=False)
        self.title, self.told = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.title.setProperty("tone", "heading")
        self.columns = SheetColumns(parts.look)
        self.invite_button = EnterButton(default=True)
        self.leave_out_button, self.back_button = QPushButton(), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.title, self.columns, self.told):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addLayout(
            ButtonRow(self.invite_button, self.leave_out_button, self.back_button, is_at_left=True)
        )
        self._connect()
        parts.look.in_each_language(self._label)
        parts.look.colours_changed.connect(self._label)

    def _connect(self) -> None:
        self.columns.changed.connect(self._read_sheet)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self.asked.emit())
        self.table.opened.connect(self.answered)
        self.table.withdrawn.connect(self.leave_out)
        self.invite_button.clicked.connect(self._at.stopped.unless(self.wanted.emit))
        self.leave_out_button.clicked.connect(self.leave_out)
        self.back_button.clicked.connect(self.given_up)

    @property
    def selected(self) -> CheckedRow | None:
        """The selected row; None if there is none."""
        number = self.table.currentIndex().row()
        return self._model.rows[number] if 0 <= number < len(self._model.rows) else None

    @property
    def rows(self) -> tuple[CheckedRow, ...]:
        """The rows in the order in which they are shown."""
        return self._model.rows

    def look_at(self, rows: Sequence[Row]) -> None:
        """Find out whom the rows of a pasted list mean."""
        self._name = ""
        self.columns.show_sheets(())
        self._look_up(rows)

    def look_at_sheets(self, name: str, sheets: Sequence[Sheet]) -> None:
        """Find out whom the rows of the file `name` mean; the header of a sheet says what its columns hold."""
        self._name = name
        self.columns.show_sheets(sheets)
        self._read_sheet()

    def choose(self, registration: Registration) -> bool:
        """Let the selected row mean this person, as the organiser says; False if another row means them already."""
        selected = self.selected
        if selected is None:
            return False
        before = without(self.known, selected.row.line)
        after = chosen(before, selected.row, registration)
        if after == before:
            return False
        self._decide(after)
        return True

    def leave_out(self) -> None:
        """Take the selected row out of the list."""
        selected = self.selected
        if selected is not None:
            self._decide(without(self.known, selected.row.line))

    def _decide(self, known: GuestList) -> None:
        self.is_decided, self.known = True, known
        self._show()

    def _read_sheet(self) -> None:
        sheet, columns = self.columns.sheet, self.columns.columns
        if sheet is not None and columns is not None:
            self._look_up(rows_in(sheet, columns))

    def _look_up(self, rows: Sequence[Row]) -> None:
        """Look the rows up in the batch lane: a list may be long, and desks go on searching meanwhile."""
        file = self._at.file
        self._rows = {each.line: each for each in rows}
        self.known, self.is_decided = GuestList(), False
        self._show()
        self._at.tasks.batch.run(
            lambda _tick: look_up(file, rows),
            then=if_alive(self, lambda known: self._on_looked_up(rows, known)),
            fail=self._at.trouble,
        )

    def _on_looked_up(self, rows: Sequence[Row], known: GuestList) -> None:
        if list(self._rows.values()) != list(rows):
            return  # other columns were chosen meanwhile
        self.known = known
        self._show()
        self.table.fit_columns(_MEANS)
        announce(self, self.told.text())

    def _show(self) -> None:
        """Show the rows; the selected one stays selected, or else the next unclear one is."""
        selected, number = self.selected, self.table.currentIndex().row()
        read: tuple[Found | NotFound, ...] = (*self.known.unclear, *self.known.found)
        shown = [CheckedRow(self._rows[each.line], each) for each in read]
        self._model.show(shown)
        lines = [each.row.line for each in self._model.rows]
        is_still_unclear = selected is not None and any(
            each.line == selected.row.line for each in self.known.unclear
        )
        if lines:
            keeps = selected is not None and (is_still_unclear or not self.known.unclear)
            place = (
                lines.index(selected.row.line)
                if keeps and selected is not None and selected.row.line in lines
                else max(0, min(number, len(self.known.unclear) - 1))
            )
            self.table.selectRow(place)
        self._label()
        self.asked.emit()

    def _label(self) -> None:
        say = self._say
        found, unclear = len(self.known.found), len(self.known.unclear)
        self._model.use(checked_columns(say, self._colours.bad))
        self.title.setText(self._name or say.text("The pasted list"))
        told = [
            say.many("{count} person found", "{count} persons found", found),
            say.many("{count} row is unclear", "{count} rows are unclear", unclear) if unclear else "",
            say.text("Nobody is invited yet."),
        ]
        self.told.setText(" · ".join(filter(None, told)))
        words = say.many("Invite {count} person", "Invite {count} persons", found)
        self.invite_button.setText(say.with_key(words, "Ctrl+Enter"))
        self.invite_button.setEnabled(found > 0)
        self.leave_out_button.setText(say.with_key(say.text("Leave the row out"), "Del"))
        self.leave_out_button.setEnabled(self.selected is not None)
        self.back_button.setText(say.with_key(say.text("Cancel"), "Esc"))
        self.table.setAccessibleName(say.text("In the list"))
        self.table.set_hint(say.text("There is nothing in this list."))

    def take_focus(self) -> None:
        """Move the focus to the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
