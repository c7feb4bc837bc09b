"""The bottom row of the window: status lamps and the help button (F1).

The lamps tell of the printer, the back-up, the journal, a computer that may fall asleep, and a sound that is off.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.lamp import Lamp, Light, Part
from checkin.ui.printer_words import told_of_printer

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent

    from checkin.printing import QueueState
    from checkin.ui.appearance import Appearance


_LEAST_WIDTH: Final = 320
_MINUTE_MS: Final = 60_000
_JUST_NOW_S: Final = 60


class Footer(QWidget, Dressed):
    """The row at the bottom of the window, with the status lamps and the help button.

    The row stores the state of each lamp, and words the lamps again when the language changes.
    """

    printer_clicked = Signal()
    sound_clicked = Signal()
    backup_clicked = Signal()
    help_clicked = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._printer_state: QueueState | None = None
        self._backed_up_at: datetime | None = None
        self._backup_trouble = ""
        self._is_backup_known = False
        self._recorded: tuple[datetime, ZoneInfo] | None = None
        self._journal_trouble = ""
        self._printer = Lamp(lambda say: say.text("Printer"), look)
        self._backup = Lamp(lambda say: say.text("Back-up"), look)
        self._journal = Lamp(lambda say: say.text("Journal"), look)
        self._screen = Lamp(lambda say: say.text("Screen"), look)
        self._sound = Lamp(lambda say: say.text("Sound is off (F12)"), look)
        for lamp in (self._screen, self._sound):
            lamp.hide()
        self._printer.clicked.connect(self.printer_clicked)
        self._backup.clicked.connect(self.backup_clicked)
        self._sound.clicked.connect(self.sound_clicked)
        self._help = QToolButton(autoRaise=True)
        self._help.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._help.clicked.connect(self.help_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 4)
        self._lamps = (self._printer, self._backup, self._journal, self._screen, self._sound)
        for lamp in self._lamps:
            row.addWidget(lamp)
            lamp.said_more.connect(self._fit)
        row.addStretch(1)
        row.addWidget(self._help)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._light_backup)
        self._minute.start()
        look.in_each_language(self._label)
        look.size_changed.connect(self._fit)

    def minimumSizeHint(self) -> QSize:
        """The least size, in which each lamp is shown as its icon alone."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words of the lamps if the row is too narrow for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as much of all lamps as there is room for, from the right on less; tool tips have the rest."""
        row = self.layout()
        assert row is not None  # noqa: S101 - it was given one
        for lamp in self._lamps:
            lamp.show_part(Part.ALL)
        for part in (Part.SOME, Part.NAME, Part.SIGN):
            for lamp in reversed(self._lamps):
                if row.sizeHint().width() <= self.width():
                    return
                lamp.show_part(part)

    def show_printer(self, state: QueueState) -> None:
        """Show which printer is used, whether it accepts badges, and how many badges wait for it."""
        self._printer_state = state
        self._light_printer()

    def show_backup(self, at: datetime | None, trouble: str = "") -> None:
        """Show when the last back-up was made (`at`, in UTC), or why the newest attempt failed (`trouble`)."""
        self._backed_up_at = at or self._backed_up_at
        self._backup_trouble, self._is_backup_known = trouble, True
        self._light_backup()

    def forget_event(self) -> None:
        """Show nothing more about an event that was closed: neither its printer nor its back-ups nor its journal."""
        self._printer_state = self._recorded = self._backed_up_at = None
        self._backup_trouble, self._is_backup_known, self._journal_trouble = "", False, ""
        self._screen.hide()
        self._label()

    def show_recorded(self, at: datetime, zone: ZoneInfo) -> None:
        """Show when this desk last recorded something in the journal; `at` is shown as a time in `zone`."""
        self._recorded, self._journal_trouble = (at, zone), ""
        self._light_journal()

    def show_journal_trouble(self, trouble: str) -> None:
        """Show why something could not be recorded in the journal."""
        self._journal_trouble = trouble
        self._light_journal()

    def show_awake(self, is_promised: bool) -> None:  # noqa: FBT001 - the only thing there is to say
        """Show a warning that this computer may sleep or lock by itself, unless `is_promised`.

        `is_promised` is True if the operating system has promised to stay awake.
        """
        self._screen.setVisible(not is_promised)
        self._fit()

    def show_sound(self, is_muted: bool) -> None:  # noqa: FBT001 - as the signal tells it
        """Show that the sound is off, or nothing if it is on."""
        self._sound.setVisible(is_muted)
        self._fit()
        if is_muted:
            announce(self, self._sound.accessibleName())

    def _label(self) -> None:
        self._help.setText("F1 " + self._say.text("Help"))
        self._light_printer()
        self._light_backup()
        self._light_journal()
        more = self._say.text(
            "This system did not promise to stay awake. Turn off its screen lock and its sleep while guests come in."
        )
        self._screen.light(Light.WARNING, self._say.text("may lock by itself"), more)
        self._sound.light(Light.WARNING)

    def _light_printer(self) -> None:
        say, state = self._say, self._printer_state
        if state is None:
            self._printer.light(Light.UNKNOWN)
            return
        words, more = told_of_printer(state, say)
        is_chosen = bool(state.printer) or state.state.value != "missing"
        bad = Light.BAD if is_chosen else Light.WARNING
        self._printer.light(Light.GOOD if state.is_well else bad, words, more)

    def _light_backup(self) -> None:
        say = self._say
        if not self._is_backup_known:
            self._backup.light(Light.UNKNOWN)
            return
        if self._backup_trouble:
            self._backup.light(Light.BAD, say.text("failed"), self._backup_trouble)
            return
        if self._backed_up_at is None:
            self._backup.light(Light.WARNING, say.text("none yet"))
            return
        seconds = (datetime.now(UTC) - self._backed_up_at).total_seconds()
        if seconds < _JUST_NOW_S:
            self._backup.light(Light.GOOD, say.text("just now"))
            return
        self._backup.light(Light.GOOD, say.text("{minutes} min ago").format(minutes=int(seconds // 60)))

    def _light_journal(self) -> None:
        if self._journal_trouble:
            self._journal.light(Light.BAD, self._say.text("failed"), self._journal_trouble)
        elif self._recorded is not None:
            self._journal.light(Light.GOOD, self._say.time(*self._recorded))
        else:
            self._journal.light(Light.UNKNOWN)
