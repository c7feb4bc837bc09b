"""The input for a day: its date with a calendar, and the day in full beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout

from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import Input
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance


class DayInput(Input, Dressed):
    """An input for a day."""

    def __init__(self, look: Appearance, day: date) -> None:
        super().__init__()
        self._look = look
        self.box, self._in_full = QDateEdit(QDate(day.year, day.month, day.day)), WholeLabel()
        self.box.setDisplayFormat("yyyy-MM-dd")
        self.box.setCalendarPopup(True)
        self._in_full.setProperty("tone", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self._in_full, 1)
        self.setFocusProxy(self.box)
        self.box.dateChanged.connect(self._on_changed)
        look.in_each_language(self._label)

    def day(self) -> date:
        """The day that is shown."""
        shown = self.box.date()
        return date(shown.year(), shown.month(), shown.day())

    def content(self) -> date:
        """The day that is shown."""
        return self.day()

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the box too."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the box too."""
        super().setAccessibleDescription(description)
        self.box.setAccessibleDescription(description)

    def _on_changed(self) -> None:
        self._label()
        self.changed.emit()

    def _label(self) -> None:
        self._in_full.setText(self._say.day(self.day()))
