"""The USB scanner that types like a keyboard ("wedge"), distinguished from a person's typing wherever the focus is.

A code is recognised by its form: 16 characters whose check character fits, with or without other characters around the
code, an Enter or pauses. Any other text is a scan if it came too quickly for a person and ends with Enter; a modal
dialog, and a text field that expects no scans, keep any text that is no code. All keys act at once; if they turn out to
be a scan, the program undoes what they did to the fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from checkin.domain.code_frames import may_follow_code
from checkin.scanning import keys
from checkin.scanning.before import Before
from checkin.scanning.key_reader import KeyReader
from checkin.scanning.key_run import KeyRun
from checkin.scanning.port import SETTLING_MS, Scanner
from checkin.scanning.recognition import codes_at_end

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from checkin.scanning.key_reader import Struck
    from checkin.scanning.recognition import Recognised

ALONE_MS: Final = 100
"""A key that no other key follows within this time (ms) is the last key of a scan, or was pressed by a person."""


class WedgeScanner(Scanner):
    """The scanner that types like a keyboard: its codes are found among all keys that reach the application.

    Key events that name no physical key are left alone: other programs and Qt's own test functions send such events, a
    scanner never does.
    """

    def __init__(self, app: QApplication, *, key_offset: int = keys.OFFSET) -> None:
        super().__init__(app)
        self._reader, self._run = KeyReader(app, key_offset), KeyRun()
        self._scanned_at = -SETTLING_MS - 1
        self._ends_until = 0
        self._key_at = 0
        self._alone = ""
        self._swallowed: set[int] = set()
        self._pause = QTimer(self, singleShot=True, interval=ALONE_MS)
        self._pause.timeout.connect(self._on_pause)

    def start(self) -> None:
        """Begin to listen to the application's keys."""
        self._app.installEventFilter(self)
        self._app.aboutToQuit.connect(self.stop)

    def pause(self) -> None:
        """Ignore the window's events until `resume`, because thousands are sent while a palette is changed."""
        self._app.removeEventFilter(self)

    def resume(self) -> None:
        """Go on listening to the keys that the window receives, after `pause`."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Stop listening to the application's keys."""
        self._app.removeEventFilter(self)
        self._pause.stop()

    @property
    def is_settling(self) -> bool:
        """Whether the present key came so soon after a scan that nobody can have pressed it because of the result.

        The time between them is measured by the keys' time stamps.
        """
        return 0 <= self._key_at - self._scanned_at <= SETTLING_MS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the keys that end a scan; all other keys go where they would have gone.

        Each key is looked at once, on its way to the window and before any widget gets it. Even earlier, Qt tries the
        key as a shortcut on the widget that has the focus.
        """
        if isinstance(event, QInputMethodEvent):
            self._reader.note_composed(event)
            return False
        if not isinstance(event, QKeyEvent):
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                return self._keeps_from_shortcuts(event)
            case QEvent.Type.KeyPress if watched.isWindowType():
                return self._takes(event)
            case QEvent.Type.KeyRelease if watched.isWindowType():
                return self._takes_release(event)
            case _:
                return False

    # ---- the keys one by one

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        self._key_at = event.timestamp()
        if event.nativeScanCode():  # Qt itself sends the others, once more, for a key that was looked at
            self._report_what_is_over(event)
        if not (self._is_ending_of_scan(event) or self._is_end_of_frame(event)):
            if event.nativeScanCode() and self._reader.asked_as_shortcut(event):
                self._run, self._alone = (
                    KeyRun(),
                    "",
                )  # what is typed from here on is a person's, or a new reading
            return False
        event.accept()
        return True

    def _takes(self, event: QKeyEvent) -> bool:
        self._key_at = event.timestamp()
        self._report_what_is_over(event)
        is_ending, is_frame = self._is_ending_of_scan(event), self._is_end_of_frame(event)
        if is_ending or is_frame:
            self._swallowed.add(event.nativeScanCode())
        if is_ending:
            self._end_scan()
        elif is_frame:
            self._prolong()
        elif (struck := self._reader.pressed(event)) is not None:
            self._add(struck, event.text())
        return is_ending or is_frame

    def _takes_release(self, event: QKeyEvent) -> bool:
        if event.nativeScanCode() in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(event.nativeScanCode())
            return True
        if (struck := self._reader.released(event)) is not None:
            self._add(struck, "")
            self._alone = ""
        return False

    def _add(self, struck: Struck, text: str) -> None:
        """Add a key to the run; `text` is what a person means by the key where a scanner means nothing."""
        is_first = not self._run.goes_on_at(struck.at) or self._run.has_only_digits
        is_in_burst = self._run.is_in_burst_at(struck.at)
        if not struck.character:
            self._run = KeyRun()
        else:
            self._ends_until = 0
            may_begin = self._run.may_begin_at(struck.at)
            before = (struck.before or Before(self._app)) if may_begin else None
            self._run = self._run.with_key(struck.character, struck.typed, struck.at, before)
        self._alone = (struck.character or text) if is_first and not is_in_burst else ""
        self._pause.start()

    def _prolong(self) -> None:
        """Go on waiting for the end of a scan after one of its last characters was swallowed."""
        if self._run.goes_on_at(self._key_at):
            self._run = self._run.with_time(self._key_at)
            self._pause.start()

    # ---- what the keys come to

    def _is_ending_of_scan(self, event: QKeyEvent) -> bool:
        """Whether the key ends a scan, or is a further one of several ending keys that the scanner sends."""
        if not self._reader.ends_scan(event):
            return False
        at = event.timestamp()
        is_late = self._scanned_at <= at <= max(self._scanned_at + SETTLING_MS, self._ends_until)
        is_code = self._run.goes_on_at(at) and self._codes() is not None
        return is_late or is_code or self._scan_ended_at(at) is not None

    def _scan_ended_at(self, at: int) -> KeyRun | None:
        """The keys of a scan, no code, that an ending key at this time would complete; None if there is no scan.

        A modal dialog, and a text field that expects no scans (see `fields.py`), keep what is typed into them: some
        people and programs type as quickly as a scanner.
        """
        scan = None if self._app.activeModalWidget() is not None else self._run.scan_ended_at(at)
        return None if scan is None or scan.bursts[0].before.was_in_text else scan

    def _is_end_of_frame(self, event: QKeyEvent) -> bool:
        """Whether the key is a character that the scanner sends after a code, or repeats the last key of a code.

        Such a key is meant for nobody.
        """
        if self._reader.is_modifier(event):
            return False
        struck = self._reader.meant_by(event)
        if not (self._reader.is_repeat(event) or (struck.character and may_follow_code(struck.character))):
            return False
        is_late = not self._run.bursts and self._scanned_at <= struck.at <= self._ends_until
        return is_late or (self._run.goes_on_at(struck.at) and self._codes() is not None)

    def _codes(self) -> Recognised | None:
        return codes_at_end(self._run, self._is_genuine)

    def _report_what_is_over(self, event: QKeyEvent) -> None:
        """Report the codes first, if this key cannot belong to them, so that the key acts after the scan."""
        is_same = self._reader.is_repeat(event) or self._reader.is_modifier(event)
        if is_same or self._reader.ends_scan(event) or not self._run.bursts:
            return
        goes_on = event.timestamp() - self._run.last_at <= ALONE_MS
        if not (goes_on and self._reader.meant_by(event).character):
            self._report_codes(has_ending=False)

    def _end_scan(self) -> None:
        """Forget the keys, and report them as a scan if they are one.

        If they are not a scan, the key is only one more of the keys with which the scanner ended the last scan.
        """
        if self._run.goes_on_at(self._key_at) and self._report_codes(has_ending=True):
            return
        scan, self._run = self._scan_ended_at(self._key_at), KeyRun()
        self._alone, self._ends_until = "", min(self._ends_until, self._key_at + ALONE_MS)
        if scan is not None:
            self._scanned_at = self._key_at
            scan.bursts[0].before.put_back()
            self._read(scan.text, self._key_at)

    def _report_codes(self, *, has_ending: bool) -> bool:
        """Report the codes with which the run ends, and forget the run. Return whether there were any."""
        found = self._codes()
        if found is None:
            return False
        last_at = self._run.last_at
        self._run, self._alone = KeyRun(), ""
        self._scanned_at = self._key_at if has_ending else last_at
        self._ends_until = 0 if has_ending else last_at + found.enter_may_come_ms
        found.before.put_back()
        for text in found.texts:
            self._read(text, self._scanned_at)
        return True

    def _on_pause(self) -> None:
        is_code = self._report_codes(has_ending=False)
        if not is_code and self._alone.isprintable() and self._alone and not self.is_settling:
            self.pressed_alone.emit(self._alone)
