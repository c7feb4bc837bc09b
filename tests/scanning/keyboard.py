"""A keyboard for the tests: real key events with physical keys and times, given to the window as the system does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin.scanning import keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PHYSICAL = {
    keys.spelled_by(key, shifted=shifted): (key, shifted)
    for key in range(99, 0, -1)
    for shifted in (True, False)
}
ENTER, TAB, LETTER_J, FUNCTION_3 = 28, 15, 36, 61
_QT_KEYS = {ENTER: Qt.Key.Key_Return, TAB: Qt.Key.Key_Tab, LETTER_J: Qt.Key.Key_J, FUNCTION_3: Qt.Key.Key_F3}
_PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Keyboard:
    """Types on a window; `now` is the time stamp of the next event in ms."""

    window: QWidget
    now: int = 100_000
    offset: int = keys.X11_OFFSET
    layout: dict[str, str] = field(default_factory=dict)
    """What the active layout gives for a key, by what a US keyboard gives for it, where the two differ."""

    def wait(self, ms: int) -> None:
        """Let time pass."""
        self.now += ms

    def press(
        self,
        key: int,
        text: str = "",
        modifiers: Qt.KeyboardModifier = _PLAIN,
        *,
        is_repeat: bool = False,
    ) -> None:
        """One key down and up; down first asks whoever has the focus whether it is meant for shortcuts."""
        qt_key = _QT_KEYS.get(key) or Qt.Key(ord(text.upper()) if text else 0x01FFFFFF)
        focused = QApplication.focusWidget() or self.window
        for kind, receiver in (
            (QEvent.Type.ShortcutOverride, focused),
            (QEvent.Type.KeyPress, self.window.windowHandle()),
            (QEvent.Type.KeyRelease, self.window.windowHandle()),
        ):
            event = QKeyEvent(kind, qt_key, modifiers, key + self.offset, 0, 0, text, is_repeat)
            event.setTimestamp(self.now)
            QApplication.sendEvent(receiver, event)

    def shortcut(self, letter: str, *, is_control_up_first: bool) -> None:
        """Ctrl with a letter that is a shortcut: nobody hears of the letter's press, only of its release."""
        control = Qt.KeyboardModifier.ControlModifier
        key, focused = PHYSICAL[letter][0] + self.offset, QApplication.focusWidget() or self.window
        held = _PLAIN if is_control_up_first else control
        for kind, modifiers, receiver in (
            (QEvent.Type.ShortcutOverride, control, focused),
            (QEvent.Type.KeyRelease, held, self.window.windowHandle()),
        ):
            text = "" if modifiers == control else letter
            event = QKeyEvent(kind, Qt.Key(ord(letter.upper())), modifiers, key, 0, 0, text)
            event.setTimestamp(self.now)
            QApplication.sendEvent(receiver, event)
            self.wait(60)

    def type(self, text: str, gap: int) -> None:
        """Press the keys that spell this text on a US keyboard, so many ms apart."""
        for character in text:
            key, shifted = PHYSICAL[character]
            self.press(
                key,
                self.layout.get(character, character),
                Qt.KeyboardModifier.ShiftModifier if shifted else _PLAIN,
            )
            self.wait(gap)

    def type_framed(self, text: str, gap: int) -> None:
        """Type as `type` does; a letter after ^ is pressed with Ctrl, as scanners send control characters."""
        is_chord = False
        for character in text:
            if is_chord:
                control = Qt.KeyboardModifier.ControlModifier
                self.press(PHYSICAL[character.lower()][0], character, control)
                self.wait(gap)
            elif character != "^":
                self.type(character, gap)
            is_chord = character == "^"

    def scan(self, text: str, gap: int = 3) -> None:
        """Type as a scanner does: in a burst, then Enter."""
        self.type(text, gap)
        self.press(ENTER, "\r")
