"""What there is of the program while an event is open: its pages, its printing, its back-ups."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from checkin.domain import codes
from checkin.ui.keeping_words import KeepingWords
from checkin.ui.main_window import PAGES
from checkin.ui.page import Parts
from checkin.ui.printer_trouble import PrinterTrouble

if TYPE_CHECKING:
    from checkin.app.program import Program
    from checkin.errors import EventFileError
    from checkin.printing import QueueState
    from checkin.printing.badge_printing import BadgePrinting
    from checkin.remembered import State
    from checkin.settings import Settings
    from checkin.storage.event_file import EventFile
    from checkin.ui.awake import Awake
    from checkin.ui.backups import Backups
    from checkin.ui.left_inside import LeftInside
    from checkin.ui.photos.photo_folder import PhotoFolder
    from checkin.ui.remembering import Remembering
    from checkin.ui.stopped import Stopped
    from checkin.ui.watching import Watch

_LEFT_INSIDE: Final = "left_inside"
"""The name under which it is remembered what was answered about people left inside."""
_THEN: Final = (
    "checkin.printing.badge_printing",
    "checkin.ui.awake",
    "checkin.ui.backups",
    *(f"checkin.ui.{entry.module}" for entry in PAGES),
)
"""The modules that the window needs next; they are loaded in a lane while the first page is shown."""


def now() -> datetime:
    """The current time of this computer as an aware datetime in UTC, in whole milliseconds like all recorded times."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class OpenEvent(QObject):
    """The parts of the program that exist while an event is open: its pages, its printing and its back-ups.

    The pages are there at once; the other parts start a moment later.
    """

    def __init__(self, program: Program, file: EventFile, *, is_demo: bool) -> None:
        super().__init__(program)
        from checkin.ui.left_inside import LeftInside  # noqa: PLC0415 - loaded by now, in the lane
        from checkin.ui.photos.photo_folder import PhotoFolder  # noqa: PLC0415 - the same
        from checkin.ui.remembering import Remembering  # noqa: PLC0415 - loaded by now, in the lane
        from checkin.ui.stopped import Stopped  # noqa: PLC0415 - the same
        from checkin.ui.watching import Watch  # noqa: PLC0415 - the same

        self.file = file
        self.stopped: Stopped = Stopped(file, program.show_trouble)
        self._program = program
        self._is_demo = is_demo
        self._printer_trouble = PrinterTrouble(program.window.strip, self.stopped, program.show_trouble)
        self.failed: tuple[EventFileError, object] | None = None
        """The newest trouble with the file, and the newest entry before it."""
        self._printing: BadgePrinting | None = None
        self._backups: Backups | None = None
        self._awake: Awake | None = None
        self._words: KeepingWords | None = None
        self._is_stopped = False
        program.scanners.trust(lambda text: isinstance(file.read_code(text), codes.Code))
        self._watch: Watch = Watch(program.tasks.prompt, file, program.changes, self)
        self._watch.lost.connect(program.show_trouble)
        self._watch.looked.connect(self._on_looked)
        self._watch.came_in.connect(program.recovery.tell_come_in)
        self._watch.start()
        known_as = f"{file.event_id}.rehearsal" if file.is_rehearsal else file.event_id
        self._remembering: Remembering = Remembering(known_as, self._state, self)
        parts, known = self._parts(), self._remembering.known
        self._left_inside: LeftInside = LeftInside(
            parts, program.window.strip, known.get(_LEFT_INSIDE, {}), self
        )
        program.window.open_event(parts, known)
        self._left_inside.look()
        self.photos: PhotoFolder = PhotoFolder(parts, program.window, self)
        program.menu.of_event.photos_wanted.connect(self.photos.choose)
        program.others.photos_dropped.connect(self.photos.take_dropped)
        program.changes.acts_changed.connect(self._on_act)
        program.tasks.devices.run(_load_the_rest, then=lambda _: self._start_devices())

    def look(self) -> None:
        """Check the event file: whether it was deleted, replaced or overwritten, and what others have recorded in it.

        The check runs in the background; what it finds is announced by signals.
        """
        self._watch.look()

    def apply(self, here: Settings) -> None:
        """Make printing and back-ups follow these settings from now on."""
        if self._printing is not None and self._backups is not None:
            self._printing.apply(here)
            self._backups.apply(here.backup_minutes)

    def stop(self) -> None:
        """Stop all automatic work, such as back-ups and printing, and let the computer sleep again."""
        self._is_stopped = True
        self._printer_trouble.put_away()
        self._left_inside.stop()
        self._remembering.stop()
        self._watch.stop()
        if self._printing is not None and self._backups is not None:
            self._backups.stop()
            self._printing.stop()
        if self._words is not None:
            self._words.stop()
        if self._awake is not None:
            self._awake.let_go()

    def _state(self) -> dict[str, State]:
        """What is remembered of the event on this computer: what the window shows, and what was answered."""
        return {**self._program.window.state, _LEFT_INSIDE: self._left_inside.state}

    def _parts(self) -> Parts:
        at = self._program
        return Parts(
            self.file, at.shift, at.tasks, at.changes, at.look, at.scanners, at.sounds, now, at.show_trouble,
            self.stopped, lambda: self._printing is None or self._printing.is_printing, at.window.strip.put_away,
            at.window.lead_to,
        )  # fmt: skip

    def _start_devices(self) -> None:
        """Start what the first page does not need at once: printing, back-ups, and keeping the computer awake."""
        if self._is_stopped:
            return
        from checkin.printing.badge_printing import BadgePrinting  # noqa: PLC0415 - loaded by now, in a lane
        from checkin.ui.arrivals.preview import make_ready  # noqa: PLC0415 - the same
        from checkin.ui.awake import Awake  # noqa: PLC0415 - the same
        from checkin.ui.backups import Backups  # noqa: PLC0415 - the same

        at, footer, here = self._program, self._program.window.footer, self._program.preferences.here
        self._printing = printing = BadgePrinting(
            at.tasks.devices, self.file, at.shift, now, here, is_demo=self._is_demo, parent=self
        )
        printing.state_changed.connect(self._on_printer_state)
        printing.job_sent.connect(self._on_printed)
        printing.tried_again.connect(self._printer_trouble.show_outcome)
        footer.printer_clicked.connect(printing.try_again)
        at.changes.printing_changed.connect(printing.wake)
        self._backups = backups = Backups(at.tasks.batch, self.file, here.backup_minutes, self)
        backups.made.connect(footer.show_backup)
        backups.failed.connect(lambda trouble: footer.show_backup(None, trouble))
        footer.backup_clicked.connect(backups.make)
        at.menu.backup_wanted.connect(backups.make)
        at.changes.list_came_in.connect(backups.make)
        footer.show_backup(None)
        self._awake = awake = Awake(self)
        awake.told.connect(footer.show_awake)
        self._words = KeepingWords(at.tasks.batch, self.file, at.changes, self)
        printing.start()
        backups.start()
        awake.keep()
        file = self.file
        at.tasks.drawing.run(lambda: make_ready(file))

    def _on_printer_state(self, state: QueueState) -> None:
        self._program.changes.printer_changed.emit()
        self._program.window.footer.show_printer(state)
        self._printer_trouble.show(state)

    def _on_printed(self, _job: int) -> None:
        self._program.changes.printer_changed.emit()
        self._program.changes.delegates_changed.emit(frozenset())
        self._program.changes.acts_changed.emit()

    def _on_looked(self) -> None:
        self.stopped.look()
        self._program.recovery.look_again(self.file)

    def _on_act(self) -> None:
        self.stopped.look()
        if self.failed is not None and self.file.newest_own != self.failed[1]:
            self._program.window.strip.put_away(self.failed[0])
            self.failed = None
        if self.stopped.why is None:
            self._program.window.footer.show_recorded(now(), self.file.known_event.zone)


def _load_the_rest() -> None:
    for name in _THEN:
        import_module(name)
