"""The composition root of the window: builds its parts, puts them together, and takes them apart at the end."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from checkin import settings
from checkin.desk.staff import Shift, Staff
from checkin.errors import CheckinError, EventFileError
from checkin.scanning import Scanners
from checkin.tasks import Changes, Tasks
from checkin.ui.appearance import Appearance
from checkin.ui.bug_report import BugReports
from checkin.ui.main_window import PAGES, MainWindow
from checkin.ui.page import Parts
from checkin.ui.settings_menu import SettingsMenu
from checkin.ui.sounds import Sounds
from checkin.ui.staff_dialog import StaffDialog
from checkin.ui.theme import VERDICT_LOOKS, register_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.printing import Printer, PrintQueue, QueueState
    from checkin.settings import Settings
    from checkin.storage.event_file import EventFile
    from checkin.ui.backups import Backups
    from checkin.ui.watching import Watch

_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def require_screen() -> None:
    """Raise CheckinError where no window can be shown; Qt itself would end the process."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise CheckinError(
            "There is no screen", "Start it in a desktop session; every other command works without one."
        )


def run_desk(event: Path | None, operator: str = "", *, is_demo: bool = False) -> int:
    """Show the window until it is closed; the exit code. Without an event the operator chooses one in the window.

    Badges of a demo go into a folder beside it unless a printer was chosen for this computer: nobody wants
    invented delegates out of the office's printer, and who has none should still see a badge.
    Raises CheckinError where this computer cannot show the window.
    """
    require_screen()
    app = QApplication(sys.argv[:1])
    program = Program(app, settings.load(), operator)
    program.bugs.take_uncaught()
    program.show(event, is_demo=is_demo)
    return app.exec()


def now() -> datetime:
    """This computer's wall time, aware and in UTC; in whole milliseconds, as it is kept."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Program(QObject):
    """The program while it runs. The window comes first; what takes long is loaded after it was painted."""

    def __init__(self, app: QApplication, here: Settings, operator: str = "") -> None:
        super().__init__()
        self._here = here
        self._shift = Shift(Staff(operator or here.operator, here.desk_name))
        self._look = Appearance(app, here.language, here.palette)
        self._is_demo = False
        self._parts: Parts | None = None
        self._queue: PrintQueue | None = None
        self._backups: Backups | None = None
        self._watch: Watch | None = None
        self._printer_state: QueueState | None = None
        self._backed_up_at: datetime | None = None
        register_fonts(app)
        self.tasks = Tasks(self)
        self.changes = Changes(self)
        self.scanners = Scanners(app)
        self._sounds = Sounds((look.sound for look in VERDICT_LOOKS.values()), self)
        self._menu = SettingsMenu(here, self._look, self._sounds)
        self.window = MainWindow(self._look, menu=self._menu)
        self.bugs = BugReports(self._look, self)
        self.bugs.stand_before(self.window)
        self.tasks.bug.connect(self.bugs.take)
        self.tasks.trouble.connect(self._show_trouble)
        self._menu.chosen.connect(self._on_settings)
        self._menu.staff_wanted.connect(self._ask_for_staff)
        self._menu.printers_wanted.connect(self._list_printers)
        self._menu.backup_wanted.connect(self._on_backup_wanted)
        self.window.footer.printer_clicked.connect(self._on_printer_wanted)
        self.window.footer.backup_clicked.connect(self._on_backup_wanted)
        self.scanners.scanned.connect(self.window.on_scanned)
        self.changes.acts_changed.connect(self._on_act)
        app.aboutToQuit.connect(self.close)

    def show(self, event: Path | None, *, is_demo: bool = False) -> None:
        """Show the window and then open the event, or ask for one."""
        self._is_demo = is_demo
        self.scanners.start()
        if event is not None:
            self.window.show_opening(event.name)
        self.window.painted.connect(lambda: self._on_painted(event), Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def open(self, event: Path) -> None:
        """Open this event file; its pages come as soon as it is read."""
        if not self.window.is_opening:
            self.window.show_opening(event.name)
        self.tasks.prompt.run(lambda: _opened(event), then=self._on_opened, fail=self._on_not_opened)

    def close(self) -> None:
        """Finish what was begun and let go of the event file; a second time does nothing."""
        self.scanners.stop()
        if self._backups is not None:
            self._backups.stop()
        if self._queue is not None:
            self._queue.stop()
        if self._watch is not None:
            self._watch.stop()
        file = self._parts.file if self._parts is not None else None
        self._parts = None
        self.tasks.close(file.close if file is not None else None)
        if file is not None:
            file.close()

    def _on_painted(self, event: Path | None) -> None:
        if event is not None:
            self.open(event)
        else:
            self._ask_for_event()
        QTimer.singleShot(0, self._sounds.load)

    def _ask_for_event(self) -> None:
        self._is_demo = False
        from checkin.ui.start import StartPage  # noqa: PLC0415 - only who names no event needs it

        start = StartPage(self._look)
        start.chosen.connect(self.open)
        start.demo_wanted.connect(self._open_demo)
        self.window.show_instead(start)

    def _open_demo(self) -> None:
        self.window.show_notice(lambda say: say.text("Making the demo …"))
        self.tasks.batch.run(lambda _tick: _made_demo(), then=self._on_demo_made, fail=self._on_not_opened)

    def _on_demo_made(self, event: Path) -> None:
        self._is_demo = True
        self.open(event)

    def _on_opened(self, file: EventFile) -> None:
        from checkin.ui.watching import Watch  # noqa: PLC0415 - loaded by now, in the lane

        self._parts = self._new_parts(file)
        self._watch = Watch(self.tasks.prompt, file, self.changes, self)
        self._watch.start()
        self.window.open_event(self._parts)
        if file.notice is not None:
            self._show_trouble(file.notice)
        self.tasks.devices.run(_load_the_rest, then=lambda _: self._start_devices(file))

    def _start_devices(self, file: EventFile) -> None:
        """What the first page can do without for a moment: the printer and the back-ups."""
        from checkin.printing import PrintQueue  # noqa: PLC0415 - loaded by now, in a lane
        from checkin.printing.recorded_jobs import RecordedJobs  # noqa: PLC0415 - the same
        from checkin.ui.backups import Backups  # noqa: PLC0415 - the same

        if self._parts is None:
            return
        jobs = RecordedJobs(file, self._shift, now)
        self._queue = PrintQueue(self.tasks.devices, jobs, self._printer(file), self)
        self._queue.state_changed.connect(self._on_printer_state)
        self._queue.job_sent.connect(self._on_printed)
        self.changes.printing_changed.connect(self._queue.wake)
        self._backups = Backups(self.tasks.batch, file, self._here.backup_minutes, self)
        self._backups.made.connect(self._on_backed_up)
        self._backups.failed.connect(lambda trouble: self.window.footer.show_backup(None, trouble))
        self._queue.start()
        self._backups.start()
        self._show_lamps()

    def _new_parts(self, file: EventFile) -> Parts:
        return Parts(
            file,
            self._shift,
            self.tasks,
            self.changes,
            self._look,
            self.scanners,
            self._sounds,
            now,
            self._show_trouble,
            lambda: self._printer_state is None or self._printer_state.is_well,
        )

    def _show_trouble(self, error: CheckinError) -> None:
        self.window.strip.show_trouble(error)
        if isinstance(error, EventFileError):
            self.window.footer.show_journal_trouble(str(error))

    def _on_not_opened(self, error: CheckinError) -> None:
        self._ask_for_event()
        self.window.strip.show_trouble(error)

    def _on_settings(self, chosen: Settings) -> None:
        """Keep what was chosen, and let it be so from now on."""
        before, self._here = self._here, chosen
        try:
            settings.save(chosen)
        except CheckinError as error:
            self._show_trouble(error)
        self._menu.use(chosen)
        if (chosen.operator, chosen.desk_name) != (before.operator, before.desk_name):
            self._shift.hand_over(Staff(chosen.operator, chosen.desk_name))
        if chosen.palette is not before.palette:
            self._look.wear(chosen.palette)
        self._look.speak(chosen.language)
        if (chosen.printer, chosen.pdf_folder) != (before.printer, before.pdf_folder):
            self._use_printer()

    def _ask_for_staff(self) -> None:
        dialog = StaffDialog(self._here, self._look, self.window)
        dialog.chosen.connect(self._on_settings)
        dialog.show()

    def _use_printer(self) -> None:
        if self._queue is not None and self._parts is not None:
            self._queue.use(self._printer(self._parts.file))

    def _printer(self, file: EventFile) -> Printer:
        from checkin.printing import chosen_printer  # noqa: PLC0415 - after the first paint

        here = self._here
        if self._is_demo and not (here.printer or here.pdf_folder):
            here = replace(here, pdf_folder=str(file.path.with_name("Badges")))
        return chosen_printer(here)

    def _list_printers(self) -> None:
        from checkin.printing import printer_names  # noqa: PLC0415 - after the first paint

        self.tasks.devices.run(printer_names, then=self._menu.show_printers, key="printers")

    def _on_printer_wanted(self) -> None:
        if self._queue is not None:
            self._queue.wake()

    def _on_backup_wanted(self) -> None:
        if self._backups is not None:
            self._backups.make()

    def _on_printer_state(self, state: QueueState) -> None:
        before = self._printer_state.not_drawn if self._printer_state is not None else None
        self._printer_state = state
        self.window.footer.show_printer(state)
        if state.not_drawn is not None and str(state.not_drawn) != str(before):
            self._show_trouble(state.not_drawn)

    def _on_printed(self, _job: int) -> None:
        self.changes.delegates_changed.emit(frozenset())
        self.changes.acts_changed.emit()

    def _on_backed_up(self, at: datetime) -> None:
        self._backed_up_at = at
        self.window.footer.show_backup(at)

    def _on_act(self) -> None:
        if self._parts is not None:
            self.window.footer.show_recorded(now(), self._parts.file.known_event.zone)

    def _show_lamps(self) -> None:
        if self._printer_state is not None:
            self.window.footer.show_printer(self._printer_state)
        self.window.footer.show_backup(self._backed_up_at)


def _opened(event: Path) -> EventFile:
    """The event file; runs in the prompt lane, which also loads what the pages will want."""
    file: EventFile = import_module("checkin.desk.open_event").open_event(event)
    for name in (PAGES[0].module, "watching"):
        import_module(f"checkin.ui.{name}")
    _ = file.event  # read once here, then kept
    return file


def _load_the_rest() -> None:
    """What the window will want next, so that it does not wait for it; runs in a lane."""
    for name in ("checkin.printing.recorded_jobs", "checkin.ui.backups"):
        import_module(name)
    for entry in PAGES:
        import_module(f"checkin.ui.{entry.module}")


def _made_demo() -> Path:
    from checkin import paths  # noqa: PLC0415 - runs in a lane

    made: Path = import_module("checkin.desk.demo").make_demo(paths.data_folder(), now())
    return made
