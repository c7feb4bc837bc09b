"""The panel that shows what a programme from a file would change, before it is brought in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from checkin.ui.enter_key import EnterButton
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.panel import Panel
from checkin.ui.plain import PlainLabel
from checkin.ui.programme.check_words import CheckRow, Fate, fate_in_words, rows_of
from checkin.ui.table import TableColumn, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from checkin.importing.programme_plan import ProgrammePlan
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording


_WIDEST: Final = 22
"""The greatest width of the columns before the last one, in letters."""


class CheckPanel(Panel):
    """Shows what a programme from a file would change: the number of sessions, a table, and an Import button.

    Below the table stands the whole text of the selected row.
    """

    wanted = Signal()
    """Emitted when the organiser wants the sessions to be brought in."""

    closes_from_anywhere = True

    def __init__(self, look: Appearance, name: str) -> None:
        """`name` is the name of the file."""
        super().__init__()
        self._look, self.name = look, name
        self._plan: ProgrammePlan | None = None
        self._had_focus = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._heading, self.counts = PlainLabel(name, wordWrap=True), PlainLabel(wordWrap=True)
        self._heading.setProperty("tone", "heading")
        self._rows: TableModel[CheckRow] = TableModel((), self)
        self.table, self.whole = TableView(self._rows, widest=_WIDEST), PlainLabel(wordWrap=True)
        self._hint = PlainLabel(wordWrap=True)
        self._hint.setProperty("tone", "muted")
        self.bring_in_button, self.close_button = EnterButton(), QPushButton()
        self.bring_in_button.setDefault(True)
        self.bring_in_button.clicked.connect(self.wanted)
        self.close_button.clicked.connect(self.given_up)
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)
        self._lay_out()
        self._label()
        look.language_changed.connect(self._show_again)

    @property
    def to_come(self) -> int:
        """The number of sessions that are new or changed."""
        return len(self._plan.new) + len(self._plan.changed) if self._plan is not None else 0

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """The rows of the table."""
        return self._rows.rows

    def _show_again(self) -> None:
        self.show_plan(self._plan)

    def show_plan(self, plan: ProgrammePlan | None) -> None:
        """Show this plan. With None, a new plan is being made, and nothing can be brought in until it is there."""
        self._plan = plan
        if plan is None:
            self._had_focus = self.bring_in_button.hasFocus()
            if self._had_focus:
                self.table.setFocus()  # else Qt would move the focus off the page, for the button is disabled
        else:
            self._rows.show(rows_of(plan, self._say))
        self._label()
        self.table.fit_columns(len(_columns(self._say, "")) - 1)
        self.table.selectRow(0)
        if self.to_come and self._had_focus:
            self.bring_in_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Move the focus to the button if there is something to bring in, otherwise to the rows."""
        super().showEvent(event)
        (self.bring_in_button if self.to_come else self.table).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close this panel on Esc."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escape()
        else:
            super().keyPressEvent(event)

    def _show_whole(self) -> None:
        at = self.table.currentIndex().row()
        known = self.rows[at] if 0 <= at < len(self.rows) else None
        self.whole.setText(
            "" if known is None else self._say.about(known.title, known.told) if known.title else known.told
        )

    def _label(self) -> None:
        say, plan = self._say, self._plan
        if plan is not None:
            self.counts.setText(_counted(plan, say))
        self._rows.use(_columns(say, self._colours.bad))
        self.table.setAccessibleName(say.text("What changes"))
        self._hint.setText(say.text("One undo takes all of it back, any time."))
        self._hint.setVisible(self.to_come > 0)
        words = say.many("Bring in {count} session", "Bring in {count} sessions", self.to_come)
        told = say.with_key(words, "Ctrl+Enter") if self.to_come else say.text("Nothing to import")
        self.bring_in_button.setText(told)
        self.bring_in_button.setEnabled(self.to_come > 0)
        is_done = plan is not None and not self.to_come
        self.close_button.setText(say.with_key(say.text("Close") if is_done else say.text("Cancel"), "Esc"))
        self._show_whole()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for label in (self._heading, self.counts):
            column.addWidget(label)
        column.addWidget(self.table, 1)
        for label in (self.whole, self._hint):
            column.addWidget(label)
        column.addLayout(ButtonRow(self.close_button, self.bring_in_button))


def _counted(plan: ProgrammePlan, say: Wording) -> str:
    """How many sessions are new, changed and the same, and how many rows do not come in."""
    counts = say.text("{new} new, {changed} changed, {removed} withdrawn, {same} unchanged").format(
        new=len(plan.new), changed=len(plan.changed), removed=0, same=plan.same
    )
    left_out = (
        (Fate.REJECTED, len(plan.rejected)),
        (Fate.SKIPPED, len(plan.skipped)),
    )
    return ", ".join(
        [counts, *(f"{number} {fate_in_words(fate, say)}" for fate, number in left_out if number)]
    )


def _columns(say: Wording, bad: str) -> Sequence[TableColumn[CheckRow]]:
    return (
        TableColumn(
            say.text("Status"),
            lambda each: fate_in_words(each.fate, say),
            lambda each: each.fate,
            colour=partial(_colour, bad),
        ),
        TableColumn(say.text("Session"), lambda each: each.title),
        TableColumn(say.text("What changes"), lambda each: each.told),
    )


def _colour(bad: str, each: CheckRow) -> str:
    return bad if each.fate is Fate.REJECTED else ""
