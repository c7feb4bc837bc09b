"""The widgets around the blocks of a day: the grid behind the blocks, the names of the rooms, and the times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

    from checkin.ui.appearance import Appearance
    from checkin.ui.programme.geometry import DayScale

_GAP: Final = 8
_OF_HOURS, _OF_ROOMS = 0.55, 0.3
"""How strongly the lines at the hours and between the rooms are drawn, 0 to 1."""


class Canvas(QWidget, Dressed):
    """The sheet on which the blocks lie, with a line at each hour and between the rooms."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._scale: DayScale | None = None
        self._wide, self._columns = 1, 1
        look.colours_changed.connect(self.update)

    def show_scale(self, scale: DayScale, wide: int, columns: int) -> None:
        """Show the lines of this day, for `columns` columns that are each `wide` dots wide."""
        self._scale, self._wide, self._columns = scale, wide, columns
        self.resize(wide * columns, scale.height + 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of the part that is seen."""
        if self._scale is None:
            return
        painter, seen = QPainter(self), event.rect()
        painter.fillRect(seen, QColor(self._colours.window))
        painter.setPen(self._faint(_OF_HOURS))
        for hour in self._scale.hours():
            y = self._scale.y_of(hour)
            if seen.top() - 1 <= y <= seen.bottom() + 1:
                painter.drawLine(seen.left(), y, seen.right(), y)
        painter.setPen(self._faint(_OF_ROOMS))
        for column in range(1, self._columns):
            painter.drawLine(column * self._wide - 1, seen.top(), column * self._wide - 1, seen.bottom())
        painter.end()

    def _faint(self, share: float) -> QColor:
        colour = QColor(self._colours.edge)
        colour.setAlphaF(share)
        return colour


class _Ruler(QWidget, Dressed):
    """A strip beside the canvas that is scrolled along with the canvas."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._at = 0
        look.colours_changed.connect(self.update)

    def scroll_to(self, place: int) -> None:
        """Show the part that begins at this place, in dots."""
        if place != self._at:
            self._at = place
            self.update()


class Rooms(_Ruler):
    """The names of the rooms above their columns; if a name is cut, a tool tip shows it in full."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.names: Sequence[str] = ()
        self._wide = 1

    def show_rooms(self, names: Sequence[str], wide: int) -> None:
        """Show these names, for columns that are each `wide` dots wide."""
        self.names, self._wide = names, wide
        self.setAccessibleName(", ".join(names))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text))
        metrics = QFontMetrics(font)
        for number, name in enumerate(self.names):
            room = QRect(number * self._wide - self._at + _GAP, 0, self._wide - 2 * _GAP, self.height())
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the full name of a room in a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QHelpEvent.Type.ToolTip and self._wide:
            number = (event.pos().x() + self._at) // self._wide
            set_tool_tip(self, self.names[number] if number < len(self.names) else "")
        return super().event(event)


class Times(_Ruler):
    """The full hours at the left of the canvas, on the venue's clock."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._scale: DayScale | None = None
        self._zone: ZoneInfo | None = None

    def wanted_width(self) -> int:
        """The width in dots that a time needs."""
        return self.fontMetrics().horizontalAdvance("00:00") + 2 * _GAP

    def show_scale(self, scale: DayScale, zone: ZoneInfo) -> None:
        """Show the hours of this day."""
        self._scale, self._zone = scale, zone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hours that are seen."""
        if self._scale is None or self._zone is None:
            return
        painter = QPainter(self)
        painter.setPen(QColor(self._colours.muted))
        high = self.fontMetrics().height()
        for hour in self._scale.hours():
            y = self._scale.y_of(hour) - self._at
            if -high <= y <= self.height():
                told = self._say.time(hour, self._zone)
                painter.drawText(QRect(0, y, self.width() - _GAP, high), Qt.AlignmentFlag.AlignRight, told)
        painter.end()
