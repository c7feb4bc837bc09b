"""The desktop program: makes the window and its services, connects them, and closes them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from checkin import remembered, settings
from checkin.app.open_event import OpenEvent, now
from checkin.desk.staff import Shift, Staff
from checkin.errors import CheckinError, EventFileError, NoRoomError
from checkin.scanning import Scanners
from checkin.tasks import Changes, Tasks
from checkin.ui.appearance import Appearance
from checkin.ui.bug_report import BugReports
from checkin.ui.dialogs import Dialogs
from checkin.ui.enter_key import EnterPressesButtons
from checkin.ui.event_opener import EventOpener
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.other_events import OtherEvents
from checkin.ui.preferences import Preferences
from checkin.ui.recovering import Recovery
from checkin.ui.settings_menu import SettingsMenu
from checkin.ui.sounds import Sounds
from checkin.ui.theme import VERDICT_LOOKS, Look, program_icon, register_name_fonts, register_window_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.settings import Settings
    from checkin.storage.event_file import EventFile

_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_FIRST: Final = (
    f"checkin.ui.{PAGES[0].module}",
    "checkin.ui.left_inside",
    "checkin.ui.watching",
    "checkin.ui.remembering",
)
"""The modules that the first page needs; they are loaded while the event is read."""


def require_screen() -> None:
    """Raise CheckinError if this computer has no screen to show a window on.

    Without a screen, Qt would end the process.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise CheckinError(
            "There is no screen", "Start it in a desktop session; every other command works without one."
        )


def run_desk(
    event: Path | None, operator: str = "", *, is_demo: bool = False, trouble: CheckinError | None = None
) -> int:
    """Run the desktop program until its window is closed; return the exit code.

    `event` is the path of the event file to open; if it is None, the operator chooses an event in the window.
    `operator` is the operator's name, "" for the name in the settings. `trouble` is an error from before the start,
    which the window shows. Raises CheckinError if this computer cannot show the window.
    """
    require_screen()
    app = QApplication(sys.argv[:1])
    if event is not None:
        from checkin.ui.one_window import is_raised  # noqa: PLC0415 - needs no other part of the program

        if is_raised(event):
            return 0
    program = Program(app, settings.load(), operator)
    program.bugs.take_uncaught()
    program.show(event, is_demo=is_demo)
    if trouble is not None:
        program.show_trouble(trouble)
    return app.exec()


class Program(QObject):
    """The running desktop program. It shows the window first, and then loads the parts that take long to load."""

    def __init__(self, app: QApplication, here: Settings, operator: str = "") -> None:
        super().__init__()
        register_window_fonts(app)
        app.setDesktopFileName("checkin")
        self._app = app
        self.preferences = Preferences(here, self)
        self.shift = Shift(Staff(operator or here.operator, here.desk_name))
        self.look = Appearance(app, here.language, here.palette, here.text_size)
        self.tasks = Tasks(self)
        self.changes = Changes(self)
        self.scanners = Scanners(app)
        self._enter_key = EnterPressesButtons(app, self)
        self.sounds = Sounds((look.sound for look in VERDICT_LOOKS.values()), self)
        self.menu = SettingsMenu(self.preferences, self.look, self.sounds)
        self.window = MainWindow(self.look, menu=self.menu)
        self.window.give_way_back(self.menu.of_event)
        self.window.addAction(self.menu.sound)  # its key works also where the menu's button is hidden
        self.bugs = BugReports(self.look, self.window, self)
        self.opener = EventOpener(self.tasks, self.window, self.look, now, self.shift, load=_FIRST)
        self.recovery = Recovery(self.tasks, self.window, self.opener, self._let_go)
        self.others = OtherEvents(
            self.tasks, self.window, self.opener, self.menu.of_event, self.look, self._let_go_for_another
        )
        Dialogs(app, self.window, self.menu, self.shift, self.preferences, self.look, self.tasks)
        self._event: OpenEvent | None = None
        self._not_opened: CheckinError | None = None
        self._connect()
        app.aboutToQuit.connect(self.close)

    def show(self, event: Path | None, *, is_demo: bool = False) -> None:
        """Show the window; then open the given event, or let the operator choose one if None is given."""
        self.opener.is_demo = is_demo
        self.scanners.start()
        if event is not None:
            self.others.one_window.answer_for(event)
            self.window.show_opening(event.name)
        self.window.painted.connect(lambda: self._on_painted(event), Qt.ConnectionType.QueuedConnection)
        self.window.closed.connect(lambda: remembered.remember_window(self.window.place))
        self.window.show_at(remembered.window())

    def show_trouble(self, error: CheckinError) -> None:
        """Show an error in the strip at the top of the window; an EventFileError is shown in the footer too.

        If the open event file is lost, the window offers instead to restore the event or to open the file that is at
        the path now.
        """
        event = self._event
        if event is not None:
            event.stopped.look()
        if event is not None and isinstance(error, NoRoomError):
            event.stopped.take(error)
            self.sounds.play(VERDICT_LOOKS[Look.HELP_DESK].sound)
        if event is None:
            self.recovery.tell_instead(error)
        elif event.stopped.lost is None:
            self.window.strip.show_trouble(error)
            if isinstance(error, EventFileError):
                event.failed = error, event.file.newest_own
        elif isinstance(error, EventFileError):
            # Whatever else cannot be read of a lost file now, the operator must do the same about it.
            error = event.stopped.lost
            self.recovery.offer(event.stopped.lost, event.file)
            self.sounds.play(VERDICT_LOOKS[Look.HELP_DESK].sound)
        else:
            self.recovery.offer(event.stopped.lost, event.file, error)
        if isinstance(error, EventFileError):
            self.window.footer.show_journal_trouble(str(error))
            if event is not None and event.stopped.why is None:
                event.look()  # is the file lost, or busy or full only?

    def close(self) -> None:
        """Cancel or finish all background work, and close the event file; a second call does nothing.

        Long work (such as an import or a report) and work that can be asked for again (such as a search) are cancelled.
        All other work, even work that has not begun yet, is finished before the file is closed.
        """
        self.scanners.stop()
        self.others.one_window.answer_for(None)
        event, self._event = self._event, None
        if event is not None:
            event.stop()
        files = [*self.opener.closing, *([event.file] if event is not None else [])]

        def close_files() -> None:
            for file in files:
                file.close()

        self.tasks.close(close_files)
        close_files()

    def _connect(self) -> None:
        self.tasks.bug.connect(self.bugs.take)
        self.tasks.trouble.connect(self.show_trouble)
        self.preferences.changed.connect(self._apply)
        self.preferences.trouble.connect(self.show_trouble)
        self.opener.opened.connect(self._on_opened)
        self.opener.failed.connect(self._on_not_opened)
        self.scanners.scanned.connect(self.window.on_scanned)
        self.window.hearing.unheard.connect(self.show_trouble)
        self.sounds.muted_changed.connect(self.window.footer.show_sound)
        self.window.footer.sound_clicked.connect(self.sounds.toggle_mute)
        self.shift.tell(self.window.show_staff)

    def _apply(self) -> None:
        """Apply newly chosen settings to the window and the open event, without building anything again."""
        here = self.preferences.here
        with self.scanners.paused():
            self.look.speak(here.language)
            self.look.wear(here.palette)
            self.look.grow(here.text_size)
        if self._event is not None:
            self._event.apply(here)

    def _on_painted(self, event: Path | None) -> None:
        if event is not None:
            self.opener.open(event)
        else:
            self.opener.ask()
        # A key that is pressed now must not wait for these; a lane is still reading the event.
        QTimer.singleShot(0, self._register_name_fonts)
        QTimer.singleShot(0, lambda: self._app.setWindowIcon(program_icon()))
        QTimer.singleShot(0, self.sounds.load)

    def _register_name_fonts(self) -> None:
        try:
            register_name_fonts()
        except CheckinError as error:
            self.show_trouble(error)

    def _on_not_opened(self, error: CheckinError) -> None:
        self._not_opened = error
        # While an event is open, the error is about another file.
        show = self.show_trouble if self._event is None else self.window.strip.show_trouble
        show(error)

    def _on_opened(self, file: EventFile) -> None:
        if self._event is not None:
            self.others.put_away()
        self.window.strip.put_away(self._not_opened)
        self.window.footer.show_journal_trouble("")
        self._event = OpenEvent(self, file, is_demo=self.opener.is_demo)
        self.others.show_opened(file)
        self.changes.programme_changed.connect(self.others.remember)
        if file.notice is not None:
            self.show_trouble(file.notice)

        self.recovery.tell()

    def _let_go(self) -> EventFile | None:
        """Put the open event away, so that its file can be closed; the window stays. None if no event is open."""
        event, self._event = self._event, None
        if event is None:
            return None
        event.stop()
        self.window.close_event(event.file.path.name)
        event.deleteLater()
        self.changes.deleteLater()
        self.changes = Changes(self)  # what is left of the old pages hears nothing of the new ones
        return event.file

    def _let_go_for_another(self) -> tuple[EventFile, bool] | None:
        """Put the open event away for good; return its file, and whether the file is lost. None if no event is open."""
        is_lost = self._event is not None and self._event.stopped.lost is not None
        self.recovery.drop()
        self.scanners.trust(lambda _text: False)
        file = self._let_go()
        return (file, is_lost) if file is not None else None
