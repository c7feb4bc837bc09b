"""The USB scanner that types like a keyboard ("wedge"), distinguished from a person's typing wherever the focus is.

The scanner's keys come faster than any hand can type, in a burst that ends with Enter. The physical keys are read,
because the scanner types as on a US keyboard, whatever layout the desk has switched on. No key is held back: each acts
on the focused field at once. When the end of a burst shows that it was a scan, the fields are restored.

For a key from which the keyboard layout composes a text (Khmer's ាំ under Shift+A, Vietnamese tones under 5 to 9), Qt
reports no press, only the composed text and the release of the key. So such a key is read when it is released.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from checkin.scanning import keys
from checkin.scanning.before import Before
from checkin.scanning.burst import Burst
from checkin.scanning.port import SETTLING_MS, Scanner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_ALONE_MS: Final = 100
"""A key that no other key follows within this time is a person's, even where this computer hands keys on slowly."""

_MODIFIERS: Final = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_CHORDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class _Composed:
    """A text that the keyboard layout composed of keys whose press Qt did not report."""

    shifted: bool
    before: Before


class WedgeScanner(Scanner):
    """The scanner that types like a keyboard; it listens to every key of the application.

    A key event that names no physical key never comes from a scanner: other programs, and Qt's own test functions, send
    such events.
    """

    def __init__(self, app: QApplication, *, key_offset: int = keys.OFFSET) -> None:
        super().__init__(app)
        self._offset = key_offset
        self._burst: Burst | None = None
        self._scanned_at = -SETTLING_MS - 1
        self._key_at = 0
        self._alone = ""
        self._shift_is_down = False
        self._held: set[int] = set()
        self._composed: _Composed | None = None
        self._swallowed: set[int] = set()
        self._pause = QTimer(self, singleShot=True, interval=_ALONE_MS)
        self._pause.timeout.connect(self._on_pause)

    def start(self) -> None:
        """Begin to listen to the application's keys."""
        self._app.installEventFilter(self)
        self._app.aboutToQuit.connect(self.stop)

    def pause(self) -> None:
        """Ignore the window's events until `resume`, because thousands are sent while a palette is changed."""
        self._app.removeEventFilter(self)

    def resume(self) -> None:
        """Read the events of the window again."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Stop listening to the application's keys."""
        self._app.removeEventFilter(self)

    @property
    def is_settling(self) -> bool:
        """Whether the key being handled came so soon after a scan that it cannot answer the verdict on the scan.

        The time between them is measured by the keys' time stamps.
        """
        return 0 <= self._key_at - self._scanned_at <= SETTLING_MS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the keys that end a scan; all other keys go where they would have gone.

        Each key is looked at once, on its way to the window and before any widget gets it. Even earlier, Qt tries the
        key as a shortcut on the widget that has the focus.
        """
        if isinstance(event, QInputMethodEvent):
            if event.commitString():
                self._composed = _Composed(self._shift_is_down, Before(self._app))
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

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        self._key_at = event.timestamp()
        if not self._is_ending_of_scan(event):
            return False
        event.accept()
        return True

    def _takes(self, event: QKeyEvent) -> bool:
        self._key_at = event.timestamp()
        if self._is_ending_of_scan(event):
            self._swallowed.add(event.nativeScanCode())
            self._end_scan()
            return True
        if event.key() == Qt.Key.Key_Shift:
            self._shift_is_down = True
        if event.key() not in _MODIFIERS:
            self._held.add(event.nativeScanCode())
            self._add(event, self._character(event, shifted=_is_shifted(event)))
        return False

    def _takes_release(self, event: QKeyEvent) -> bool:
        if event.nativeScanCode() in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(event.nativeScanCode())
            return True
        if event.key() == Qt.Key.Key_Shift:
            self._shift_is_down = False
        if event.nativeScanCode() in self._held:
            self._held.discard(event.nativeScanCode())
        elif event.key() not in _MODIFIERS:
            self._add_composed(event)
        return False

    def _add_composed(self, event: QKeyEvent) -> None:
        """Add a key whose release was reported without a press; Shift may already be up by then."""
        composed, self._composed = self._composed, None
        shifted = composed.shifted if composed is not None else _is_shifted(event)
        character = self._character(event, shifted=shifted)
        self._add(event, character, composed.before if composed is not None else None)
        self._alone = ""

    def _is_ending_of_scan(self, event: QKeyEvent) -> bool:
        """Whether the key ends a scan, or is a further one of several ending keys that the scanner sends."""
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not keys.ends_scan(self._key(event), with_control=with_control):
            return False
        at = event.timestamp()
        is_settling = 0 <= at - self._scanned_at <= SETTLING_MS
        return is_settling or (self._burst is not None and self._burst.is_a_scan_ended_at(at))

    def _key(self, event: QKeyEvent) -> int:
        """The evdev code of the physical key; 0 or less if the event names none."""
        return event.nativeScanCode() - self._offset

    def _add(self, event: QKeyEvent, character: str, before: Before | None = None) -> None:
        at, former = event.timestamp(), self._burst
        goes_on = former is not None and former.goes_on_at(at)
        if not character:
            self._burst = None
        elif former is not None and goes_on:
            self._burst = Burst(former.text + character, former.began_at, at, former.before)
        else:
            self._burst = Burst(character, at, at, before or Before(self._app))
        self._alone = "" if goes_on else character or event.text()
        self._pause.start()

    def _character(self, event: QKeyEvent, *, shifted: bool) -> str:
        """The character that a scanner means by this key.

        It is "" for a key pressed as no scanner presses it: together with Ctrl, Alt or Meta, or held down until it
        repeats.
        """
        if event.modifiers() & _CHORDS or event.isAutoRepeat():
            return ""
        return keys.spelled_by(self._key(event), shifted=shifted)

    def _end_scan(self) -> None:
        """Forget the burst, and report it as a scan if it is one.

        If it is not a scan, the key is only one more of the keys with which the scanner ended the last scan.
        """
        burst, self._burst = self._burst, None
        self._alone = ""
        if burst is None or not burst.is_a_scan_ended_at(self._key_at):
            return
        self._scanned_at = self._key_at
        burst.before.put_back()
        self._read(burst.text, self._key_at)

    def _on_pause(self) -> None:
        if self._alone.isprintable() and self._alone and not self.is_settling:
            self.pressed_alone.emit(self._alone)


def _is_shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
