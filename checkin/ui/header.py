"""The head of the window: the pages with their keys, the event, the station and the venue's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from checkin.ui.elided import ElidedLabel
from checkin.ui.theme import icon

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from PySide6.QtWidgets import QMenu

    from checkin.desk.staff import Staff
    from checkin.ui.page import PageEntry
    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class Header(QWidget):
    """Pages on the left, what and where this is on the right."""

    page_chosen = Signal(int)
    """The place of a page in the list of pages."""

    def __init__(self, pages: tuple[PageEntry, ...], wording: Wording, colours: Colours, menu: QMenu) -> None:
        super().__init__()
        self._wording = wording
        self._zone: ZoneInfo | None = None
        self._pages = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 0)
        for number, entry in enumerate(pages):
            button = _page_button(entry, wording, colours)
            self._pages.addButton(button, number)
            row.addWidget(button)
        self._pages.idClicked.connect(self.page_chosen)
        self._title = ElidedLabel(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._station, self._clock = QLabel(), QLabel()
        self._station.setTextFormat(Qt.TextFormat.PlainText)
        self._clock.setStyleSheet("font-weight: bold; font-size: 15pt")
        self._clock.setAccessibleName(wording.text("Time at the venue"))
        settings = QToolButton(autoRaise=True)
        settings.setIcon(icon("settings", colours.text))
        settings.setAccessibleName(wording.text("Settings"))
        settings.setToolTip(wording.text("Settings") + " (F10)")
        settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        settings.setShortcut("F10")
        settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        settings.setMenu(menu)
        row.addWidget(self._title, 1)
        row.addSpacing(12)
        row.addWidget(self._station)
        row.addSpacing(12)
        row.addWidget(self._clock)
        row.addWidget(settings)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    def show_event(self, title: str, staff: Staff, zone: ZoneInfo) -> None:
        """Which event is open, who works here and where; the clock is the venue's from now on."""
        self._title.setText(title)
        self._station.setText(" · ".join(filter(None, (staff.station, staff.operator))))
        self._zone = zone
        self._second.start()
        self._tick()

    def show_page(self, number: int) -> None:
        """Mark the page that is open."""
        self._pages.button(number).setChecked(True)

    def _tick(self) -> None:
        if self._zone is not None:
            self._clock.setText(self._wording.time(datetime.now(UTC), self._zone))


def _page_button(entry: PageEntry, wording: Wording, colours: Colours) -> QToolButton:
    name = wording.text(entry.name)
    button = QToolButton()
    button.setProperty("tone", "page")
    button.setCheckable(True)
    button.setAutoExclusive(True)
    button.setText(f"{name}  {entry.key}")
    button.setIcon(icon(entry.icon, colours.text))
    button.setIconSize(QSize(20, 20))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({entry.key})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
