"""The foot of the window: lamps for the printer, the back-up and the journal, and what F1 is for."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from checkin.ui.theme import icon

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from checkin.printing import QueueState
    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class Light(Enum):
    """What a lamp says: its icon tells the same as its colour."""

    UNKNOWN = "clock"
    GOOD = "check"
    WARNING = "circle-alert"
    BAD = "triangle-alert"


_MINUTE_MS: Final = 60_000
_JUST_NOW_S: Final = 60


class Lamp(QToolButton):
    """A sign in a colour, and a few words; a click asks for more or for another try."""

    def __init__(self, name: str, colours: Colours) -> None:
        super().__init__(autoRaise=True)
        self._name = name
        self._colours = colours
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.light(Light.UNKNOWN)

    def light(self, light: Light, words: str = "", more: str = "") -> None:
        """Show how it stands; `more` is the next step for who points at the lamp."""
        tones = {
            Light.UNKNOWN: self._colours.muted,
            Light.GOOD: self._colours.good,
            Light.WARNING: self._colours.warning,
            Light.BAD: self._colours.bad,
        }
        self.setIcon(icon(light.value, tones[light]))
        said = f"{self._name}: {words}" if words else self._name
        self.setText(said.replace("&", "&&"))
        self.setToolTip(more or said)
        self.setAccessibleName(f"{said} {more}".strip())


class Footer(QWidget):
    """The row of lamps."""

    printer_clicked = Signal()
    backup_clicked = Signal()
    help_clicked = Signal()

    def __init__(self, wording: Wording, colours: Colours) -> None:
        super().__init__()
        self._wording = wording
        self._backed_up_at: datetime | None = None
        self._printer = Lamp(wording.text("Printer"), colours)
        self._backup = Lamp(wording.text("Back-up"), colours)
        self._journal = Lamp(wording.text("Journal"), colours)
        self._printer.clicked.connect(self.printer_clicked)
        self._backup.clicked.connect(self.backup_clicked)
        help_button = QToolButton(autoRaise=True)
        help_button.setText("F1 " + wording.text("Help"))
        help_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        help_button.clicked.connect(self.help_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 4)
        for lamp in (self._printer, self._backup, self._journal):
            row.addWidget(lamp)
        row.addStretch(1)
        row.addWidget(help_button)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._show_age)
        self._minute.start()

    def show_printer(self, state: QueueState) -> None:
        """The printer, whether it takes badges, and how many wait for it."""
        say = self._wording
        name = state.printer or say.text("the system's own")
        waiting = say.many("{count} badge waits", "{count} badges wait", state.waiting)
        words = f"{name} · {waiting}" if state.waiting else name
        if state.is_well:
            self._printer.light(Light.GOOD, words)
            return
        is_missing = state.state.value == "missing"
        if is_missing:
            told = (state.printer, say.text("not found"), waiting if state.waiting else "")
            words = " · ".join(filter(None, told))
        missing = say.text(
            "There is no such printer. Click to try again; arrivals go on and the badges wait."
        )
        stopped = say.text("The printer is stopped. Look at its paper and its cable; the badges wait.")
        more = state.trouble or str(state.not_drawn or "") or (missing if is_missing else stopped)
        self._printer.light(Light.BAD, words, more)

    def show_backup(self, at: datetime | None, trouble: str = "") -> None:
        """When the last back-up was made (UTC), or why there is none."""
        self._backed_up_at = at or self._backed_up_at
        if trouble:
            self._backup.light(Light.BAD, self._wording.text("failed"), trouble)
        else:
            self._show_age()

    def show_recorded(self, at: datetime, zone: ZoneInfo) -> None:
        """When this desk recorded something last."""
        self._journal.light(Light.GOOD, self._wording.time(at, zone))

    def show_journal_trouble(self, trouble: str) -> None:
        """Something could not be recorded."""
        self._journal.light(Light.BAD, self._wording.text("failed"), trouble)

    def _show_age(self) -> None:
        if self._backed_up_at is None:
            self._backup.light(Light.WARNING, self._wording.text("none yet"))
            return
        seconds = (datetime.now(UTC) - self._backed_up_at).total_seconds()
        if seconds < _JUST_NOW_S:
            self._backup.light(Light.GOOD, self._wording.text("just now"))
            return
        minutes = int(seconds // 60)
        self._backup.light(Light.GOOD, self._wording.text("{minutes} min ago").format(minutes=minutes))
