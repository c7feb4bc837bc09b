"""The mark at the top of a day for a session that began on the day before and goes on past midnight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip
from checkin.ui.programme.block_words import time_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Appearance


class GoingOn(QPushButton, Dressed):
    """A button as high as the rest of the session, with the session's end and title; a click shows the day it began."""

    wanted = Signal(str)
    """Emitted with the code of the session when it is clicked."""

    def __init__(self, code: str, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""
        self.setProperty("tone", "left")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _checked=False: self.wanted.emit(code))

    def show_session(self, event: Event, session: Session) -> None:
        """Show the end and the title of this session."""
        say = self._say
        title = say.local(session.title) or session.code
        self._words = f"↑ …–{say.time(session.end, event.zone)} {title}"
        begun = f"{say.weekday(event.day_of(session.start))}, {time_of(say, event, session)}"
        self.setAccessibleName(f"{title}, {begun}")
        set_tool_tip(self, f"{title}\n{begun}")
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the new width."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        room = self.width() - 4 * self.fontMetrics().averageCharWidth()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
