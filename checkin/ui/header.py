"""The top row of the window: the buttons of the pages with their keys, the event, the station and the venue's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.ui.rehearsal_mark import RehearsalButton

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from checkin.desk.staff import Staff
    from checkin.domain.programme import LocalText
    from checkin.ui.appearance import Appearance
    from checkin.ui.page import PageEntry


_GAP: Final = 6
_AIR: Final = 60
"""The margins, the space between the groups, and the least room for the event's title."""
_LEAST_WIDTH: Final = 320
_FROM_ALL_TO_LEAST: Final = (
    (True, True, True, True), (False, True, True, True), (False, False, True, True), (False, True, False, True),
    (False, False, False, True), (False, False, False, False),
)  # fmt: skip
"""Whether the keys, the station, the names of the pages and the clock are shown, from the most to the least."""


class Header(QWidget, Dressed):
    """The top row of the window.

    A button for each page is on the left. On the right are the event's title, the names of the station and the
    operator, the time, and the settings menu.
    """

    page_chosen = Signal(int)
    """Emitted when the operator chose a page, with the page's number (from 0) in the list of pages."""

    def __init__(self, pages: tuple[PageEntry, ...], look: Appearance, menu: QMenu) -> None:
        super().__init__()
        self._look = look
        self._entries = pages
        self._event: LocalText | None = None
        self._zone: ZoneInfo | None = None
        self._pages = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 0)
        row.setSpacing(_GAP)
        for number, entry in enumerate(pages):
            button = _page_button(entry, look)
            self._pages.addButton(button, number)
            row.addWidget(button)
        self._pages.idClicked.connect(self.page_chosen)
        self._mark = RehearsalButton(look)
        self._title = ElidedLabel(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._station, self._clock = PlainLabel(), PlainLabel()
        self._clock.setProperty("tone", "clock")
        self._settings = QToolButton(autoRaise=True)
        look.put_icon(self._settings, "settings")
        self._settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._settings.setMenu(menu)
        row.addWidget(self._title, 1)
        row.addWidget(self._mark)
        row.addSpacing(12)
        row.addWidget(self._station)
        row.addSpacing(12)
        row.addWidget(self._clock)
        row.addWidget(self._settings)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        look.in_each_language(self._label)
        look.size_changed.connect(self._fit)

    def minimumSizeHint(self) -> QSize:
        """The least size, with room for the icons of the pages, the clock and the settings only."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out parts if the row is too narrow: the keys of the pages, the station, the pages' names, the clock."""
        super().resizeEvent(event)
        self._fit()

    def show_staff(self, staff: Staff) -> None:
        """Show the name of the operator and the name of the station (desk or door)."""
        self._station.setText(" · ".join(filter(None, (staff.station, staff.operator))))
        self._fit()

    def show_event(self, title: LocalText, zone: ZoneInfo, *, is_rehearsal: bool = False) -> None:
        """Show the title of the open event and, from now on, the time in `zone`; the pages can be chosen now.

        A rehearsal is marked in words and colour, which are never left out.
        """
        self._event, self._zone = title, zone
        self._mark.setVisible(is_rehearsal)
        self._label()
        self._title.setText(self._say.local(title))
        self._second.start()
        self._tick()

    def give_way_back(self, menu: QMenu) -> None:
        """Let the mark of a rehearsal open this menu, which leads back to the event."""
        self._mark.setMenu(menu)

    def show_page(self, number: int) -> None:
        """Mark the button of the page that is open; `number` is the page's number (from 0) in the list of pages."""
        self._pages.button(number).setChecked(True)
        self._fit()

    def show_no_event(self) -> None:
        """Show that no event is open: no page is marked, and none can be chosen."""
        self._event = self._zone = None
        self._mark.hide()
        self._second.stop()
        for label in (self._title, self._clock):
            label.setText("")
        self._pages.setExclusive(False)
        for button in self._pages.buttons():
            button.setChecked(False)
        self._pages.setExclusive(True)
        self._label()

    def open_settings(self) -> None:
        """Open the menu of the settings below its button; if the header is hidden, in the upper right corner."""
        menu = self._settings.menu()
        below = self._settings if self._settings.isVisible() else None
        corner = self.window().rect().topRight() if below is None else below.rect().bottomLeft()
        menu.popup((below or self.window()).mapToGlobal(corner))

    def _tick(self) -> None:
        if self._zone is not None:
            self._clock.setText(self._say.time(datetime.now(UTC), self._zone))

    def _label(self) -> None:
        say = self._say
        for button, entry in zip(self._pages.buttons(), self._entries, strict=True):
            name = say.text(entry.name)
            button.setAccessibleName(name)
            button.setEnabled(self._event is not None)
            why_not = say.text("Open an event first")
            set_tool_tip(button, f"{name} ({entry.key})" if button.isEnabled() else why_not)
            button.setAccessibleDescription("" if button.isEnabled() else why_not)
        self._clock.setAccessibleName(say.text("Time at the venue"))
        self._settings.setAccessibleName(say.text("Settings"))
        set_tool_tip(self._settings, say.text("Settings") + " (F10)")
        if self._event is not None:
            self._title.setText(say.local(self._event))
        if self.isVisible():  # otherwise the first size does it
            self._fit()

    def _fit(self) -> None:
        """Show as much as there is room for; tool tips have the rest."""
        for has_keys, has_station, has_names, has_clock in _FROM_ALL_TO_LEAST:
            self._station.setVisible(has_station)
            self._clock.setVisible(has_clock)
            for button, entry in zip(self._pages.buttons(), self._entries, strict=True):
                name = self._say.text(entry.name) if has_names else ""
                button.setText(f"{name}  {entry.key}" if has_keys else name)
            if self._wanted() <= self.width():
                return

    def _wanted(self) -> int:
        """The width that all wants that is shown, without the event's title."""
        shown: list[QWidget] = [*self._pages.buttons(), self._settings]
        shown += [each for each in (self._station, self._clock, self._mark) if not each.isHidden()]
        widths = [each.sizeHint().width() + _GAP for each in shown]
        return sum(widths) + _AIR


def _page_button(entry: PageEntry, look: Appearance) -> QToolButton:
    button = QToolButton()
    button.setProperty("tone", "page")
    button.setCheckable(True)
    look.put_icon(button, entry.icon, side=20)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
