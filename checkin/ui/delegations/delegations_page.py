"""The Delegations page itself: the table of delegations with their figures, and the people in order of precedence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from checkin.domain.undoing import OF_DELEGATIONS
from checkin.remembered import whole_number
from checkin.ui.announcing import announce
from checkin.ui.delegations.delegations_view import DelegationsView
from checkin.ui.delegations.order_view import FIRST, OrderView
from checkin.ui.delegations.protocol_work import ProtocolWork
from checkin.ui.delegations.second_screen import SecondScreen
from checkin.ui.file_dialog import choose_where_to_save
from checkin.ui.frames.saved_strip import SavedStrip
from checkin.ui.frames.shown_stack import ShownStack
from checkin.ui.frames.undo_button import UndoButton
from checkin.ui.page import KeyGroup, Page
from checkin.ui.rows import row
from checkin.ui.table_view import rows_copied
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.event.ordered_table import OrderedTable
    from checkin.ui.page import Parts

_DELEGATIONS, _ORDER = 0, 1


class DelegationsPage(Page):
    """The Delegations page. Every change soon appears on the page and in the window on the second screen."""

    def __init__(
        self, parts: Parts, ask_where: Callable[[QWidget, str, str], Path | None] | None = None
    ) -> None:
        super().__init__(parts)
        self._at = parts
        self._ask_where = ask_where or self._ask
        self._words: Words | None = None
        self._screen: SecondScreen | None = None
        self.work = ProtocolWork(parts, self, lambda: self.isVisible() or self._has_screen)
        self.delegations, self.order = DelegationsView(parts, self.work), OrderView(parts, self.work)
        self.tabs, self._stack = QTabBar(), ShownStack()
        self.undo = UndoButton(parts, OF_DELEGATIONS)
        self.told, self.saved = WholeLabel(), SavedStrip(parts.look)
        self._lay_out()
        self._connect()
        parts.look.in_each_language(self._label)

    @property
    def screen_window(self) -> SecondScreen | None:
        """The window on the second screen; None if it was never opened."""
        return self._screen

    @property
    def state(self) -> State:
        """The state to save: the visible part, the number of people, and the filter and order of the delegations."""
        view = self.delegations
        return {
            "part": self.tabs.currentIndex(),
            "first": self.order.number,
            "which": view.which.currentData(),
            "order": view.order.currentData(),
        }

    def take_state(self, state: State) -> None:
        """Show what the page showed when its `state` was saved."""
        view, first = self.delegations, whole_number(state, "first")
        view.which.setCurrentIndex(max(view.which.findData(state.get("which")), 0))
        view.order.setCurrentIndex(max(view.order.findData(state.get("order")), 0))
        if first in FIRST:
            self.order.first.setCurrentIndex(FIRST.index(first))
        self.tabs.setCurrentIndex(_ORDER if state.get("part") == _ORDER else _DELEGATIONS)

    def on_opened(self) -> None:
        """Move the focus to the visible table, and read everything again."""
        self._table.setFocus()
        self.undo.refresh()
        self.work.read()

    @property
    def _table(self) -> OrderedTable:
        return self.order.table if self.tabs.currentIndex() == _ORDER else self.delegations.table

    @property
    def _has_screen(self) -> bool:
        return self._screen is not None and self._screen.isVisible()

    # ---- what the operator does

    def show_screen(self) -> None:
        """Open the window for the second screen, or close it if it is open."""
        if self._screen is not None and self._screen.isVisible():
            self._screen.close()
            return
        if self._screen is None:
            self._screen = SecondScreen(self._at)
            self.destroyed.connect(self._screen.deleteLater)
        self._screen.show_people(self.order.people)
        self._screen.show_on(self._other_screen())

    def save(self) -> None:
        """Ask for a file name, and save the visible part as a PDF: the delegations, or the first people on a sheet."""
        is_order = self.tabs.currentIndex() == _ORDER
        when = self._at.now().astimezone(self._at.file.known_event.zone).strftime("%Y-%m-%d-%H%M")
        name = f"{'precedence' if is_order else 'delegations'}-{when}.pdf"
        path = self._ask_where(self, name, "pdf")
        if path is not None:
            self.work.save(path, self.order.number if is_order else None)

    def _ask(self, parent: QWidget, name: str, _ending: str) -> Path | None:
        folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        return choose_where_to_save(parent, self._say.text("Save the report"), folder / name, self._say)

    def _other_screen(self) -> QScreen | None:
        """A screen on which the program's window does not stand; None if there is only one."""
        here = self.window().screen()
        return next((each for each in QGuiApplication.screens() if each is not here), None)

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _on_part(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._tell(None)
        self.saved.keep_for(number)
        if not self.tabs.hasFocus():
            self._table.setFocus()

    def _on_changed(self) -> None:
        if self._screen is not None:
            self._screen.show_people(self.order.people)

    def _copy(self) -> None:
        self._tell(rows_copied(self._table.copy()))

    # ---- the screen

    def _tell(self, words: Words | None) -> None:
        self._words = words
        self.told.setText(words(self._say) if words is not None else "")
        announce(self, self.told.text())

    def _tell_not_read(self, error: CheckinError) -> None:
        self._at.trouble(error)

    def _label(self) -> None:
        say = self._say
        self.tabs.setTabText(_DELEGATIONS, say.text("Delegations"))
        self.tabs.setTabText(_ORDER, say.text("Order of precedence"))
        self.tabs.setAccessibleName(say.text("Parts of the page"))
        self.told.setText(self._words(say) if self._words is not None else "")

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.told.setProperty("tone", "muted")
        for view in (self.delegations, self.order):
            self.tabs.addTab("")
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.saved)
        column.addLayout(row((self.told, 1), (self.undo, 1)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_part)
        self.undo.done.connect(self._tell)
        for view in (self.delegations, self.order):
            view.told.connect(self._tell)
        self.order.screen_wanted.connect(self.show_screen)
        self.order.sheet_wanted.connect(self.save)
        self.order.first.currentIndexChanged.connect(lambda _number: self._on_changed())
        self.work.changed.connect(self._on_changed)
        self.work.not_read.connect(self._tell_not_read)
        self.work.saved.connect(
            lambda path, rows: self.saved.show_saved(path, rows, self.tabs.currentIndex())
        )
        self.tell_key("Alt+↑ ↓", lambda say: say.text("Move the row"))
        self.add_key("Ctrl+D", lambda say: say.text("Who is missing, on a second screen"), self.show_screen)
        self.add_key("Ctrl+S", lambda say: say.text("Save as {format}").format(format="PDF"), self.save)
        self.add_key(
            "Ctrl+PgDown", lambda say: say.text("Next part"), lambda: self._turn(1), group=KeyGroup.LOOK
        )
        self.add_key(
            "Ctrl+PgUp", lambda say: say.text("Previous part"), lambda: self._turn(-1), group=KeyGroup.LOOK
        )
        self.add_key("Ctrl+C", lambda say: say.text("Copy the table"), self._copy, group=KeyGroup.LOOK)
        self.undo.add_keys(self)
