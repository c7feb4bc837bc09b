"""The People page itself: a table of everybody in the event, beside the selected person, a form or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.domain.undoing import OF_PEOPLE
from checkin.ui.announcing import announce
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.saved_strip import SavedStrip
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.frames.undo_button import UndoButton
from checkin.ui.letters import is_letter
from checkin.ui.page import Page
from checkin.ui.people.keys import add_keys
from checkin.ui.people.people_acts import PeopleActs
from checkin.ui.people.people_list import PeopleList
from checkin.ui.people.people_work import PeopleWork
from checkin.ui.people.person_panel import PersonPanel
from checkin.ui.people.save_buttons import SaveButtons
from checkin.ui.people.undo_asking import UndoAsking
from checkin.ui.plain import set_tool_tip
from checkin.ui.rows import row
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent

    from checkin.domain.person_history import Happening
    from checkin.domain.registration import Registration
    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_WIDE: Final = 112
"""The least width, in letters, of a page on which a person has room beside the table."""
_LOW_LINES: Final = 34
_LIST, _SIDE = 5, 3
"""The shares of the width."""


class PeoplePage(Page):
    """The page on which the operator finds, compares, corrects and lists everybody in the event."""

    def __init__(self, parts: Parts, ask_where: Callable[[QWidget, str], Path | None] | None = None) -> None:
        super().__init__(parts)
        self._at = parts
        self._words: Words | None = None
        self._shown_person = ""
        self._shows_details, self._is_narrow, self._has_details_instead = True, False, False
        self._is_low = False
        self.people = PeopleList(parts)
        self.table, self.filters = self.people.table, self.people.filters
        self.work = PeopleWork(parts, self, lambda: self.people.sought)
        self.panel = PersonPanel(parts)
        self.side = SidePanel(self.panel)
        self.undo, self.saved = UndoButton(parts, OF_PEOPLE), SavedStrip(parts.look)
        self.saving = SaveButtons(parts, self.work, self.people, self.saved, ask_where)
        self.acts = PeopleActs(parts, self.work, self.people, self.side, self.panel)
        self.undo_asking = UndoAsking(parts, self.undo, self)
        self.new_button, self.change_button = QPushButton(), QPushButton()
        self.columns_button, self.details_button = QPushButton(), QPushButton()
        self.told = WholeLabel()
        self._lay_out()
        self._connect()
        add_keys(self)
        parts.look.in_each_language(self._label)
        self._show_person(None, ())

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """The state to save: columns, order, filters and selected person, but never the words of the filter."""
        return {**self.people.state, "details": self._shows_details}

    def take_state(self, state: State) -> None:
        """Show what the page showed when its `state` was saved."""
        self.people.take_state(state)
        self._shows_details = bool(state.get("details", True))
        self._arrange()

    def show_person(self, person: str) -> None:
        """Show the person with this id, who was shown on another page, unless a form is half filled in."""
        if not self.side.is_writing:
            self.side.rest()
            self.people.go_to(person)

    def on_opened(self) -> None:
        """Find the people again, and move the focus to the widget in which the operator goes on working."""
        self.people.read_again()
        self.work.find()
        self.undo.refresh()
        self.side.go_on() if self.side.is_writing else self.people.take_focus()

    def fit(self, room: QSize) -> None:
        """On a narrow page, show the person or the form in place of the table instead of beside it."""
        self._is_narrow = room.width() < _WIDE * self.fontMetrics().averageCharWidth()
        self._is_low = room.height() < _LOW_LINES * self.fontMetrics().height()
        self.panel.fit(is_low=self._is_low)
        self.filters.fit(is_low=self._is_low)
        self._arrange()
        self._label()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass typed letters to the filter; on Esc, close the form or clear the filters."""
        is_here = is_letter(event) and event.key() != Qt.Key.Key_Space
        if is_here and self.side.is_asking:
            event.accept()
        elif is_here and not self.filters.line.hasFocus():
            self.filters.line.setFocus()
            QApplication.sendEvent(self.filters.line, event)
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._escape()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return} and self.filters.line.hasFocus():
            self.people.go_into_table()
        else:
            super().keyPressEvent(event)

    # ---- what happens

    def _escape(self) -> None:
        if self.side.is_asking:
            self.side.go_on() if self.side.is_writing else self.acts.close()
        elif self._is_narrow and self._has_details_instead:
            self.toggle_details()
        elif self.filters.line.text():
            self.filters.line.clear()
            self.filters.line.setFocus()

    def toggle_details(self) -> None:
        """Show or hide the person beside the table; on a narrow page, switch between the person and the table."""
        if self.side.is_asking:
            return
        if self._is_narrow:
            self._has_details_instead = not self._has_details_instead
        else:
            self._shows_details = not self._shows_details
        self._arrange()
        (self.panel.history if self._has_details_instead and self._is_narrow else self.table).setFocus()

    def _on_chosen(self) -> None:
        self._label_change()
        if self.table.current == self._shown_person:
            return
        self._shown_person = self.table.current
        if self._shown_person:
            self.work.read_person(self._shown_person)
        else:
            self._show_person(None, ())

    def _show_person(self, person: Registration | None, history: tuple[Happening, ...]) -> None:
        if person is None or person.delegate.id != self.table.current:
            self.panel.show_hint(
                lambda say: say.text("Choose somebody: who they are and their history stand here.")
            )
        else:
            self.panel.show_person(person, history)

    def _on_changed(self, changed: frozenset[str] = frozenset()) -> None:
        """Read again what has changed and is in sight, while the page is seen."""
        if not self.isVisible():
            return
        self.people.read_again(changed)
        self.work.find_soon()
        if self._shown_person and (not changed or self._shown_person in changed):
            self.work.read_person(self._shown_person)

    def _on_acts(self) -> None:
        if self.isVisible() and self._shown_person:
            self.work.read_person(self._shown_person)

    def _on_programme(self) -> None:
        self.people.word_again()
        self._on_changed()

    def _on_busy(self) -> None:
        self._label_change()
        done = self.work.progress
        if self.work.is_busy and done:
            self._tell(lambda say: say.many("{count} done …", "{count} done …", done), is_said=False)

    def _on_question(self, question: QWidget) -> None:
        if self.side.is_writing:
            self.side.go_on()
        else:
            self.acts.open(question)  # type: ignore[arg-type]

    # ---- the screen

    def _arrange(self) -> None:
        is_asking = self.side.is_asking
        shows_side = is_asking or (self._has_details_instead if self._is_narrow else self._shows_details)
        self.people.setVisible(not (self._is_narrow and shows_side))
        self.side.setVisible(shows_side)
        self.details_button.setChecked(shows_side)

    def _tell(self, words: Words | None, *, is_said: bool = True) -> None:
        self._words = words
        self.told.setText(words(self._say) if words is not None else "")
        if is_said:
            announce(self, self.told.text())

    def _label_change(self) -> None:
        say, selected = self._say, self.table.number_selected
        number = selected if selected > 1 else len(self.people.ids)
        words = say.many("Change {count} person", "Change {count} people", number)
        self._write_on(self.change_button, f"{words} …", "Ctrl+Shift+E")
        can_record = self._stopped.why is None
        self.change_button.setEnabled(can_record and number > 0 and not self.work.is_busy)
        for button in (self.new_button, self.panel.correct_button):
            button.setEnabled(can_record)

    def _label(self) -> None:
        say = self._say
        self._write_on(self.new_button, say.text("New person"), "Ctrl+N")
        self._write_on(self.columns_button, f"{say.text('Columns')} …", "Ctrl+Shift+C")
        self._write_on(self.details_button, say.text("Details"), "Ctrl+D")
        self.told.setText(self._words(say) if self._words is not None else "")
        self._label_change()

    def _write_on(self, button: QPushButton, words: str, keys: str) -> None:
        """Write the words on a button, with its key where there is room; the tool tip has both."""
        whole = self._say.with_key(words, keys)
        button.setText(words if self._is_low or button is self.columns_button else whole)
        button.setAccessibleName(words)
        set_tool_tip(button, whole)

    def _lay_out(self) -> None:
        self.told.setProperty("tone", "muted")
        self.details_button.setCheckable(True)
        self.details_button.setProperty("tone", "group")
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.people, _LIST)
        middle.addWidget(self.side, _SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(middle, 1)
        column.addLayout(
            ButtonRow(
                self.new_button, self.change_button, self.columns_button, self.details_button, self.saving,
                is_at_left=True,
            )
        )  # fmt: skip
        column.addWidget(self.saved)
        column.addLayout(row((self.told, 1), (self.undo, 1)))

    def _connect(self) -> None:
        changes, at = self._at.changes, self._at
        self.people.listen_to(self.work)
        self.people.shown.connect(self._on_chosen)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(at.stopped.unless(self.acts.correct))
        self.work.person_read.connect(self._show_person)
        self.work.is_busy_changed.connect(self._on_busy)
        self.acts.told.connect(self._tell)
        self.acts.opened.connect(self._arrange)
        self.undo.done.connect(self._tell)
        self.undo_asking.opened.connect(self._on_question)
        self.undo_asking.answered.connect(self.acts.close)
        self.panel.history.undo_wanted.connect(self.undo_asking.undo)
        self.panel.correct_button.clicked.connect(at.stopped.unless(self.acts.correct))
        self.new_button.clicked.connect(at.stopped.unless(self.acts.register))
        self.change_button.clicked.connect(at.stopped.unless(self.acts.change_many))
        self.columns_button.clicked.connect(lambda _checked=False: self.acts.choose_columns())
        self.details_button.clicked.connect(lambda _checked=False: self.toggle_details())
        at.stopped.changed.connect(self._label_change)
        # Bound methods, which Qt disconnects when the page is deleted.
        changes.delegates_changed.connect(self._on_changed)
        changes.acts_changed.connect(self._on_acts)
        changes.programme_changed.connect(self._on_programme)
