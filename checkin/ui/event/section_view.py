"""A section of the Event page on the screen: its table with its buttons, and beside it a form or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.event.ordered_table import DraggedModel, OrderedTable
from checkin.ui.event.section import Row
from checkin.ui.event.thing_form import ThingForm
from checkin.ui.event.withdraw_form import WithdrawForm
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.plain import set_tool_tip
from checkin.ui.rows import row as in_a_row

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.errors import CheckinError
    from checkin.ui.event.editing import Editing
    from checkin.ui.event.section import Answer, Section
    from checkin.ui.frames.panel import Panel
    from checkin.ui.page import Parts


class SectionView(QWidget, Dressed, Generic[Row]):
    """The table of one section, and the form or question that is open beside it.

    While something was changed in the open form, no other form is opened in its place.
    """

    told = Signal(object)
    """Emitted with the `Words` that the page shows, such as why nothing was done; None if the page shall show none."""

    def __init__(self, parts: Parts, section: Section[Row], editing: Editing) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self.section, self._editing = section, editing
        self._model: DraggedModel[Row] = DraggedModel(())
        self._wanted_key, self._number = "", 0
        self._fitted = (0, False)
        self._model.use(section.columns(self._say, self))
        self.table = OrderedTable(self._model, has_order=section.has_order)
        self.side = SidePanel(QWidget())
        self._left, self._is_narrow = QWidget(), False
        self.add_button, self.change_button = QPushButton(), QPushButton()
        self.withdraw_button, self.paste_button = QPushButton(), QPushButton()
        self.up_button, self.down_button = QPushButton("▲"), QPushButton("▼")
        self._moving = QWidget()
        """The two buttons that move a row, which stay together."""
        self._lay_out()
        self._connect()
        parts.look.in_each_language(self._label)
        self.show_rows()

    @property
    def row(self) -> Row | None:
        """The row that is selected."""
        number = self.table.currentIndex().row()
        return self._model.rows[number] if 0 <= number < len(self._model.rows) else None

    @property
    def key(self) -> str:
        """The key of the row that is selected; "" for none, or for a row that only people or sessions name."""
        row = self.row
        is_named_only = row is not None and self.section.takes_more and not self.section.can_withdraw(row)
        return "" if is_named_only else self._wanted_key

    def go_to(self, key: str) -> None:
        """Select the row with this key, now or as soon as there is one."""
        self._wanted_key = key
        self._select()

    def take_focus(self) -> None:
        """Move the focus to an open form or question, or else to the table."""
        panel = self.side.currentWidget()
        if self.side.is_asking and panel is not None:
            panel.setFocus() if panel.focusWidget() is None else panel.focusWidget().setFocus()
        else:
            self.table.setFocus()

    def fit(self, *, is_narrow: bool) -> None:
        """Show a form or question in place of the table if the page `is_narrow`, else beside the table."""
        self._is_narrow = is_narrow
        self._left.setVisible(not (is_narrow and self.side.is_asking))

    def show_rows(self) -> None:
        """Fill the table with the event as it is now; the selected row stays selected."""
        known = self._editing.known
        before = self._fitted
        self._model.show(self.section.rows(known))
        self._fitted = (len(self._model.rows), known.is_counted)
        if before != self._fitted:
            self.table.fit_columns(stretched=self.section.stretched)
        self._select()
        self._show_buttons()

    # ---- what the operator does

    def add(self) -> None:
        """Open the form for a new row; an open form of a new row is saved first."""
        form = self.side.currentWidget()
        if isinstance(form, ThingForm) and form.offers_next and form.is_begun:
            form.save_and_next()
        elif self.section.takes_more:
            self._open(None)

    def change(self) -> None:
        """Open the form of the selected row."""
        row = self.row
        if row is not None:
            self._open(row)

    def withdraw(self) -> None:
        """Withdraw the selected row; if people or sessions are concerned, ask first."""
        row, known = self.row, self._editing.known
        if row is None or not self.section.can_withdraw(row) or self._is_held():
            return
        if not known.is_counted:
            self.told.emit(lambda say: say.text("Please wait a moment."))
            return
        seen, withdrawal = known.event, self.section.withdrawal(known, row)
        if withdrawal.question is None:
            self._carry_out(None, seen, withdrawal.answers[0])
        elif not withdrawal.answers:
            self.told.emit(withdrawal.question)
        else:
            form = WithdrawForm(self._look, withdrawal.question, withdrawal.why, withdrawal.answers)
            form.saved.connect(lambda answer: self._carry_out(form, seen, answer))
            self._ask(form)

    def paste(self) -> None:
        """Take the rows of the list on the clipboard, as one act, and say how many changed; or say its fault."""
        if not self.section.takes_lists or self._is_held():
            return
        seen = self._editing.known.event
        paste = self.section.pasted(self._editing.known, QApplication.clipboard().text())
        if paste.wanted is None:
            self.told.emit(paste.told)
        else:
            self._editing.amend(
                seen, paste.wanted, lambda _done: self.told.emit(paste.told), self._at.trouble
            )

    def shift(self, number: int, to: int) -> None:
        """Move the row with this number (from 0) to the place `to`, if the operator can order the rows."""
        rows = list(self._model.rows)
        is_possible = (
            self.section.has_order and number != to and 0 <= number < len(rows) and 0 <= to < len(rows)
        )
        if not is_possible or not self.section.can_withdraw(rows[number]) or self._is_held():
            return
        self._wanted_key = self.section.key(rows[number])
        rows.insert(to, rows.pop(number))
        seen = self._editing.known.event
        wanted = self.section.moved(self._editing.known, rows)
        self._editing.amend(seen, wanted, lambda _done: self.told.emit(None), self._at.trouble)

    def _open(self, row: Row | None) -> None:
        if self._is_held():
            return
        form = self.section.form(self._editing.known, row)
        form.saved.connect(lambda wanted: self._save(form, wanted))
        if row is None:
            form.offer_next()
        self._ask(form)

    def _is_held(self) -> bool:
        """Whether something would be lost in the open form; then the focus goes back to the form."""
        if self.side.is_writing:
            self.side.go_on()
        return self.side.is_writing

    def _ask(self, panel: Panel) -> None:
        self.told.emit(None)
        panel.given_up.connect(self.close_side)
        panel.asked_to_give_up.connect(
            lambda: self.told.emit(lambda say: say.text("Esc once more gives up what was filled in."))
        )
        self.side.ask(panel)
        self.side.show()
        self._left.setVisible(not self._is_narrow)
        self.paste_button.hide()  # the form has the room

    def close_side(self) -> None:
        """Close the open form or question without an answer."""
        self._left.show()
        self.table.setFocus()  # else Qt would move the focus off the page
        self.side.rest()
        self.side.hide()
        self.paste_button.setVisible(self.section.takes_lists)

    def _save(self, form: ThingForm, wanted: Event) -> None:
        keys = {self.section.key(each) for each in self._model.rows}

        def done(_redefinition: object) -> None:
            self.close_side()
            new = [key for each in self._model.rows if (key := self.section.key(each)) not in keys]
            if len(new) == 1:
                self.go_to(new[0])
            if form.wants_next:
                self.add()

        def fail(error: CheckinError) -> None:
            form.show_trouble(lambda say: " ".join(say.trouble(error)))

        self._editing.amend(form.seen, wanted, done, fail)

    def _carry_out(self, form: WithdrawForm | None, seen: Event, answer: Answer) -> None:
        def done(_redefinition: object) -> None:
            self.told.emit(None)
            if form is not None:
                self.close_side()

        def fail(error: CheckinError) -> None:
            if form is None:
                self._at.trouble(error)
            else:
                form.show_trouble(lambda say: " ".join(say.trouble(error)))

        self._editing.amend(seen, answer.wanted, done, fail, answer.into)

    # ---- the screen

    def _select(self) -> None:
        """Select the row that was selected before; if it is gone, the one that stands in its place."""
        rows = self._model.rows
        keys = [self.section.key(each) for each in rows]
        if not rows:
            return
        former = min(max(self._number, 0), len(rows) - 1)
        self._number = keys.index(self._wanted_key) if self._wanted_key in keys else former
        self.table.selectRow(self._number)

    def _on_selected(self) -> None:
        row = self.row
        if row is not None:
            self._number = self.table.currentIndex().row()
            self._wanted_key = self.section.key(row)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row, number = self.row, self._number
        count = sum(map(self.section.can_withdraw, self._model.rows))
        is_defined = row is not None and self.section.can_withdraw(row)
        is_named_only = row is not None and self.section.takes_more and not is_defined
        self.change_button.setEnabled(row is not None)
        self.withdraw_button.setEnabled(is_defined)
        self.up_button.setEnabled(is_defined and number > 0)
        self.down_button.setEnabled(is_defined and number < count - 1)
        words = self._say.text("Define") if is_named_only else self._say.text("Change")
        self.change_button.setText(self._say.with_key(words, "Enter"))

    def _label(self) -> None:
        say = self._say
        self._model.use(self.section.columns(say, self.table))
        self.table.set_hint(self.section.hint(say))
        self.table.setAccessibleName(self.section.title(say))
        self.add_button.setText(say.with_key(self.section.add_words(say), "Ctrl+N"))
        self.paste_button.setText(say.with_key(say.text("Paste a list"), "Ctrl+V"))
        self.withdraw_button.setText(say.with_key(say.text("Withdraw"), "Del"))
        for button, words, keys in (
            (self.up_button, say.text("Move up"), "Alt+↑"),
            (self.down_button, say.text("Move down"), "Alt+↓"),
        ):
            button.setAccessibleName(words)
            set_tool_tip(button, say.with_key(words, keys))
        self._show_buttons()

    def _lay_out(self) -> None:
        self.side.hide()
        self._moving.setLayout(in_a_row(self.up_button, self.down_button))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        buttons = ButtonRow(
            self.add_button,
            self.paste_button,
            self.change_button,
            self.withdraw_button,
            self._moving,
            is_at_left=True,
        )
        left.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self._left, 1)
        whole.addWidget(self.side, 1)
        for button in (self.add_button, self.withdraw_button):
            button.setVisible(self.section.takes_more)
        self.paste_button.setVisible(self.section.takes_lists)
        self._moving.setVisible(self.section.has_order)

    def _connect(self) -> None:
        self.table.opened.connect(self.change)
        self.table.withdrawn.connect(self.withdraw)
        self.table.shifted.connect(self.shift)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._on_selected())
        self.add_button.clicked.connect(self.add)
        self.paste_button.clicked.connect(self.paste)
        self.change_button.clicked.connect(self.change)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.up_button.clicked.connect(lambda _checked=False: self.shift(self._number, self._number - 1))
        self.down_button.clicked.connect(lambda _checked=False: self.shift(self._number, self._number + 1))
        self._editing.changed.connect(self.show_rows)
