"""The top of the Programme page: the days as tabs, and the buttons that add to the programme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip
from checkin.ui.programme.day_tabs import DayTabs
from checkin.ui.rows import row

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance


class ProgrammeHead(QWidget, Dressed):
    """The tabs of the days, and the buttons for a new session, a programme from a file and a copy of the day."""

    copy_wanted = Signal(object)
    """Emitted with the day to which the sessions of the shown day shall be copied."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._is_narrow = False
        self.tabs = DayTabs(look)
        self.add_button, self.file_button, self.copy_day_button = QPushButton(), QPushButton(), QPushButton()
        look.put_icon(self.file_button, "upload")
        look.put_icon(self.add_button, "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row((self.tabs, 1), self.add_button, self.file_button, self.copy_day_button))
        self.copy_day_button.clicked.connect(self._offer_to_copy_day)
        look.in_each_language(self._label)

    def fit(self, *, is_narrow: bool) -> None:
        """If the page `is_narrow`, show the button for a file without its words, as a picture only."""
        self._is_narrow = is_narrow
        self._name_file_button()

    def _name_file_button(self) -> None:
        words = self._say.with_key(self._say.text("Programme from a file…"), "Ctrl+O")
        self.file_button.setText("" if self._is_narrow else words)
        self.file_button.setAccessibleName(self._say.text("Programme from a file…"))
        set_tool_tip(self.file_button, words if self._is_narrow else "")

    def _label(self) -> None:
        say = self._say
        self.copy_day_button.setText(say.text("Copy this day…"))
        self.add_button.setText(say.with_key(say.text("New session"), "Ctrl+N"))
        self._name_file_button()

    def _offer_to_copy_day(self) -> None:
        """Open a menu with the other days, to one of which this day is copied."""
        menu = QMenu(self)
        for day in self.tabs.days:
            if day != self.tabs.day:
                words = self._say.text("to {day}").format(day=self._say.weekday(day))
                menu.addAction(words, partial(self.copy_wanted.emit, day))
        menu.popup(self.copy_day_button.mapToGlobal(self.copy_day_button.rect().bottomLeft()))
