"""The days of the event as tabs, and a sentence about the venue's time zone if it differs from this computer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QTabBar

from checkin.domain.rearranging import at_venue
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel
from checkin.ui.programme.geometry import days_shown

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPoint

    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance

_NOON = 12


class DayTabs(QTabBar, Dressed):
    """A tab for each day of the event, and for each other day on which a session begins."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(expanding=False, usesScrollButtons=True, drawBase=False)
        self._look = look
        self._days: list[date] = []
        self.setElideMode(Qt.TextElideMode.ElideNone)

    @property
    def days(self) -> tuple[date, ...]:
        """All days, in order."""
        return tuple(self._days)

    @property
    def day(self) -> date:
        """The day that is chosen; `offer` must have been called before."""
        return self._days[max(self.currentIndex(), 0)]

    def offer(self, event: Event) -> None:
        """Make the tabs for this event, in the window's language; the chosen day stays if there still is such a day."""
        days, was = days_shown(event), self.day if self._days else None
        names = [self._say.weekday(day) for day in days]
        self.setAccessibleName(self._say.text("Days"))
        if names == [self.tabText(number) for number in range(self.count())]:
            self._days = days
            return
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for name in names:
                self.addTab(name)
            self._days = days
            self.setCurrentIndex(days.index(was) if was in days else 0)

    def turn_to(self, day: str) -> None:
        """Choose the day with this ISO date; nothing happens if there is no such day."""
        known = [each.isoformat() for each in self._days]
        if day in known:
            self.setCurrentIndex(known.index(day))

    def day_at(self, place: QPoint) -> date | None:
        """The day whose tab is at this place of the screen; None if there is no tab."""
        at = self.tabAt(self.mapFromGlobal(place))
        return self._days[at] if 0 <= at < len(self._days) else None

    def day_beside(self, step: int) -> date | None:
        """The day after (1) or before (-1) the chosen one; None if there is none."""
        at = self.currentIndex() + step
        return self._days[at] if 0 <= at < len(self._days) else None

    def go(self, step: int) -> None:
        """Choose the next day (1) or the day before (-1), if there is one."""
        self.setCurrentIndex(min(max(self.currentIndex() + step, 0), len(self._days) - 1))


class ZoneNote(PlainLabel, Dressed):
    """The sentence that says in whose time zone the times are; hidden if this computer's clock shows the same."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(wordWrap=True)
        self._look = look
        self.setProperty("tone", "strong")

    def tell(self, event: Event) -> None:
        """Write the sentence for this event, with the time that this computer shows at noon of the first day."""
        venue = at_venue(event, event.description.first_day, _NOON)
        here = venue.astimezone()
        words = self._say.text(
            "All times are those of {zone}: when it is 12:00 there, this computer shows {time}."
        )
        self.setText(words.format(zone=event.description.zone, time=f"{here:%H:%M}"))
        self.setVisible(here.utcoffset() != venue.astimezone(event.zone).utcoffset())
