"""The list of the events that were open on this computer last, on the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from checkin.domain.programme import LocalText
from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip
from checkin.ui.whole_rows import of_whole_rows

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from checkin.recents import RecentEvent
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

_AIR: Final = 14
"""The space above and below the two lines of a row, in dots."""
_FRAME: Final = 6
"""What the style sheet's edge and padding take, in dots."""


class RecentList(QListWidget, Dressed):
    """The list of recent events: two lines for each, the title, and below it the days and the place of the file.

    Enter or a double click opens the event, Delete takes it off the list.
    """

    chosen = Signal(object)
    """Emitted with the path of the event that the operator wants to open."""

    removal_wanted = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._events: tuple[RecentEvent, ...] = ()
        self._missing: frozenset[Path] = frozenset()
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(self._events[self.row(item)].path))
        look.language_changed.connect(self._fill)
        look.colours_changed.connect(self._fill)
        look.size_changed.connect(self._fill)

    @property
    def path(self) -> Path | None:
        """The path of the event in the current row; None if there is no row."""
        at = self.currentRow()
        return self._events[at].path if 0 <= at < len(self._events) else None

    def show_events(self, events: tuple[RecentEvent, ...]) -> None:
        """List these events in their order; the current row stays with its event."""
        self._events = events
        self._fill()

    def show_missing(self, missing: frozenset[Path]) -> None:
        """Mark the events at these paths as events whose files were not found."""
        self._missing = missing
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Enter (open the event) and Delete (take it off the list)."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.path is not None:
            self.chosen.emit(self.path)
        elif event.key() == Qt.Key.Key_Delete and self.path is not None:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only the rows that can be seen in full."""
        super().paintEvent(of_whole_rows(self, event))

    def sizeHint(self) -> QSize:
        """A size with room for all rows."""
        rows = max(1, self.count())
        return QSize(super().sizeHint().width(), rows * self._row_height + self._frame)

    def minimumSizeHint(self) -> QSize:
        """A size with room for two rows."""
        return QSize(0, min(2, max(1, self.count())) * self._row_height + self._frame)

    @property
    def _frame(self) -> int:
        return 2 * self.frameWidth() + _FRAME

    @property
    def _row_height(self) -> int:
        return 2 * self.fontMetrics().lineSpacing() + _AIR

    def _fill(self) -> None:
        row = max(0, self.currentRow())
        self.clear()
        for event in self._events:
            words = self._words(event, self._say)
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, self._row_height))
            if event.path in self._missing:
                item.setForeground(QBrush(QColor(self._colours.warning)))
            set_tool_tip(item, words)
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _words(self, event: RecentEvent, say: Wording) -> str:
        title = say.local(LocalText(event.title))
        if event.is_rehearsal:
            title = say.about(say.text("Rehearsal"), title)
        days = [say.short_day(event.first_day)]
        if event.last_day != event.first_day:
            days.append(say.short_day(event.last_day))
        place = str(event.path)
        if event.path in self._missing:
            place = say.about(say.text("not found"), place)
        return f"{title}\n{' – '.join(days)} · {place}"
