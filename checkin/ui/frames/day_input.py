"""The input for a day: its date, which is typed or picked from a calendar, and beside it the day in full."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QStyle, QStyleOptionComboBox, QToolButton, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import Input
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from checkin.ui.appearance import Appearance

_EARLIEST: Final = QDate(2000, 1, 1)
_LATEST: Final = QDate(2999, 12, 31)
_ARROWS: Final = {"qt_calendar_prevmonth": "arrow-left", "qt_calendar_nextmonth": "arrow-right"}
"""The icons of the two buttons of Qt's calendar, whose own arrows are black on any ground, by the buttons' names."""
_ARROW_SIDE: Final = 14


class DayInput(Input, Dressed):
    """An input for a day, which is typed or picked from a calendar; beside it the day is written in full."""

    def __init__(self, look: Appearance, day: date) -> None:
        super().__init__()
        self._look = look
        self.edit = _DayEdit(look)
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.setDateRange(_EARLIEST, _LATEST)
        self._full = WholeLabel()
        self._full.setProperty("tone", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        row.addWidget(self._full, stretch=1)
        self.setFocusProxy(self.edit)
        self.set_day(day)
        self.edit.dateChanged.connect(self._on_changed)
        look.in_each_language(self._label)

    @property
    def day(self) -> date:
        """The day."""
        known = self.edit.date()
        return date(known.year(), known.month(), known.day())

    def set_day(self, day: date) -> None:
        """Show this day in place of the one before."""
        self.edit.setDate(QDate(day.year, day.month, day.day))

    def content(self) -> date:
        """The day, which a form compares with the day at the beginning."""
        return self.day

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input, and to the field in which the day is typed."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the field; without one, the day in full describes it."""
        super().setAccessibleDescription(description)
        self.edit.setAccessibleDescription(description or self._full.text())

    def _on_changed(self) -> None:
        self._label()
        self.changed.emit()

    def _label(self) -> None:
        self._full.setText(self._say.day(self.day))
        self.edit.setAccessibleDescription(self._full.text())


class _DayEdit(QDateEdit):
    """A field for a day that Tab leaves at once; the arrow keys go from year to month to day."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar at Alt+Down; the arrow keys choose a day there, and Enter closes the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Dress the calendar before the press opens it."""
        self._dress_calendar()
        super().mousePressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - as Qt asks
        """Move the focus to another field, and not to another part of the day."""
        return QWidget.focusNextPrevChild(self, is_next)

    def _open_calendar(self) -> None:
        """Open the calendar as a press on its arrow does, because Qt has no other way to open it."""
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.editable = True
        arrow = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, self
        )
        place, left = QPointF(arrow.center()), Qt.MouseButton.LeftButton
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress, place, self.mapToGlobal(place), left, left,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        self.mousePressEvent(press)

    def _dress_calendar(self) -> None:
        """Give the calendar the window's language and colours; it is made only now, to save time."""
        calendar = self.calendarWidget()
        calendar.setLocale(QLocale(self._look.say.code))
        as_others = QTextCharFormat()
        as_others.setForeground(QColor(self._look.colours.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, as_others)  # Qt's own red cannot be read on a dark ground
        for name, arrow in _ARROWS.items():
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                self._look.put_icon(button, arrow, side=_ARROW_SIDE)
