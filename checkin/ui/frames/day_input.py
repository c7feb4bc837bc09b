"""The input for a day: typed in any of the usual ways or picked from a calendar, and the day in full beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidgetAction

from checkin.importing.days import day_of_month, day_typed
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import Input, TextLine
from checkin.ui.plain import set_tool_tip
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from checkin.ui.appearance import Appearance

_EARLIEST, _LATEST = date(2000, 1, 1), date(2999, 12, 31)
_ARROWS: Final = {"qt_calendar_prevmonth": "arrow-left", "qt_calendar_nextmonth": "arrow-right"}
"""The icons of the two buttons of Qt's calendar, whose own arrows are black on any ground, by the buttons' names."""
_ICON_SIDE: Final = 14
_WIDEST: Final = "2000-00-00 "
_AIR: Final = 1.4
"""How much wider than Qt proposes a calendar is, so that no name of a day of the week is cut."""


class DayInput(Input, Dressed):
    """An input for a day. The up and down arrow keys go to the next or the previous day; Alt+Down opens a calendar.

    While the line holds no day, `day` is the last day that the line held, and `is_day` is False.
    """

    def __init__(self, look: Appearance, day: date) -> None:
        super().__init__()
        self._look, self._day = look, day
        self._is_being_typed = False
        self._before: DayInput | None = None
        self.line, self.calendar_button, self._in_full = _DayLine(self), QToolButton(), WholeLabel()
        look.put_icon(self.calendar_button, "calendar", side=_ICON_SIDE)
        self.calendar_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar_button.clicked.connect(lambda _checked=False: self.open_calendar())
        self._in_full.setProperty("tone", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(self.calendar_button)
        row.addWidget(self._in_full, stretch=1)
        self.setFocusProxy(self.line)
        self.line.setText(day.isoformat())
        self.line.textChanged.connect(self._on_text)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_finished)
        look.in_each_language(self._label)
        look.size_changed.connect(self._measure)
        self._measure()

    @property
    def day(self) -> date:
        """The day in the line, or the last one that was there."""
        return self._day

    @property
    def is_day(self) -> bool:
        """Whether the line holds a day."""
        return self._written() is not None

    @property
    def is_being_typed(self) -> bool:
        """Whether the operator is typing: since the last letter, they have neither pressed Enter nor left the line."""
        return self._is_being_typed

    def follow(self, other: DayInput) -> None:
        """Let a number alone, such as 14, mean the first 14th of a month from the date in the `other` input on."""
        self._before = other

    def set_day(self, day: date) -> None:
        """Show this day in place of the one before."""
        self.line.setText(day.isoformat())

    def step(self, days: int) -> None:
        """Go to the day that is this number of days later (earlier if negative), unless no event can be on that day."""
        self.set_day(min(max(self._day + timedelta(days), _EARLIEST), _LATEST))

    def content(self) -> str:
        """The text in the line, which a form compares with the text at the beginning."""
        return self.line.text().strip()

    def open_calendar(self) -> None:
        """Open a calendar below the line, from which a day is picked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = self._calendar()
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input, to its line and to its button."""
        super().setAccessibleName(name)
        self._label()

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the line; without one, the day in full describes the line."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description or self._in_full.text())

    def _calendar(self) -> QCalendarWidget:
        """A calendar in the window's language and colours that picks the day of this input."""
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(self._say.code))
        calendar.setDateRange(*(QDate(each.year, each.month, each.day) for each in (_EARLIEST, _LATEST)))
        calendar.setSelectedDate(QDate(self._day.year, self._day.month, self._day.day))
        as_others = QTextCharFormat()
        as_others.setForeground(QColor(self._colours.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, as_others)  # Qt's own red cannot be read on a dark ground
        for name, arrow in _ARROWS.items():
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                self._look.put_icon(button, arrow, side=_ICON_SIDE)
        calendar.setMinimumWidth(round(calendar.sizeHint().width() * _AIR))
        calendar.selectionChanged.connect(
            lambda: self.line.setText(calendar.selectedDate().toString(Qt.DateFormat.ISODate))
        )
        return calendar

    def _written(self) -> date | None:
        text, before = self.line.text(), self._before
        day = day_typed(text) or (day_of_month(text, before.day) if before is not None else None)
        return day if day is not None and _EARLIEST <= day <= _LATEST else None

    def _on_text(self) -> None:
        self._day = self._written() or self._day
        self._label()
        self.changed.emit()

    def _on_typed(self) -> None:
        self._is_being_typed = True

    def _on_finished(self) -> None:
        """Write the day as it was understood."""
        self._is_being_typed = False
        if self.is_day and self.line.text() != self._day.isoformat():
            self.line.setText(self._day.isoformat())
        elif not self.is_day:
            self.changed.emit()

    def _measure(self) -> None:
        width = self.line.fontMetrics().horizontalAdvance(_WIDEST)
        self.line.setFixedWidth(width + self.line.sizeHint().height())

    def _label(self) -> None:
        say, name = self._say, self.accessibleName()
        self._in_full.setText(say.day(self._day) if self.is_day else "")
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(self.accessibleDescription() or self._in_full.text())
        words = say.text("Calendar")
        self.calendar_button.setAccessibleName(say.about(name, words))
        set_tool_tip(self.calendar_button, say.with_key(words, "Alt+↓"))


class _DayLine(TextLine):
    """The line of a `DayInput`, whose arrow keys go from day to day and open the calendar."""

    def __init__(self, of: DayInput) -> None:
        super().__init__()
        self._of = of

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day at the up or down arrow key, and open the calendar at Alt+Down."""
        days = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if days is not None and not held:
            self._of.step(days)
        elif event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self._of.open_calendar()
        else:
            super().keyPressEvent(event)
