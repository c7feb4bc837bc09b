"""The middle of the Programme page: the sessions of a day or, if the programme is empty, the ways to begin one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.ui.programme.day_tabs import ZoneNote
from checkin.ui.programme.day_view import DayView
from checkin.ui.programme.welcome import Welcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.ui.appearance import Appearance


class Timetable(QWidget):
    """The note about the venue's time zone, and below it the sessions, or the ways to begin an empty programme."""

    def __init__(self, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.zone, self.view, self.welcome = ZoneNote(look), DayView(look, now), Welcome(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.zone)
        column.addWidget(self.view, 1)
        column.addWidget(self.welcome, 1)

    def show_sessions(self, *, is_empty: bool) -> None:
        """Show the sessions, or the ways to begin if the programme `is_empty`."""
        self.welcome.setVisible(is_empty)
        self.view.setVisible(not is_empty)
