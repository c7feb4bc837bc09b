"""Reads what a scanner means by each key event, whatever keyboard layout the computer has.

Keys are read by their physical place, because most scanners type as if they were a US keyboard. What the layout made of
the key is read as well, for scanners that are set to that layout.

Some layouts turn one key, or a dead key and the next, into a text of its own (Khmer's ាំ under Shift+A, Vietnamese
tones under 5 to 9). Qt then reports no press, only that text and the release; such a key is read at its release.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from checkin.scanning import keys
from checkin.scanning.before import Before

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent
    from PySide6.QtWidgets import QApplication

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
"""The character that is used for a key that gives no text, or several characters, in the active keyboard layout."""

AGAIN_MS: Final = 4
"""A repeat within this time (ms) after the press is a second press, because no system repeats a held key so soon.

X and Qt report a release and a press in the same millisecond as a repeat. A fast scanner causes this when it sends the
same character twice.
"""

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
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CHORDS: Final = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Struck:
    """One key that was pressed; `character` is what it gives on a US keyboard, "" for a key that no scanner sends.

    `typed` is what the key gives in the active keyboard layout, `at` the time in ms. `before` is the state of the
    window before the key; it is set only if the key had its effect before this program saw the key.
    """

    character: str
    typed: str
    at: int
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class _Composed:
    """A text that the keyboard layout composed of keys whose press Qt did not report."""

    shifted: bool
    typed: str
    before: Before


class KeyReader:
    """Turns the application's key events into the characters that a scanner means by them, on any keyboard layout.

    The reader must be given every key event, in order.
    """

    def __init__(self, app: QApplication, offset: int) -> None:
        self._app = app
        self._offset = offset
        self._shift_is_down = False
        self._held: set[int] = set()
        self._pressed_at: dict[int, int] = {}
        self._composed: _Composed | None = None

    def note_composed(self, event: QInputMethodEvent) -> None:
        """Keep a text that the keyboard layout composed, until the release of a key tells which key it came from."""
        if event.commitString():
            self._composed = _Composed(
                self._shift_is_down, _one_character(event.commitString()), Before(self._app)
            )

    def asked_as_shortcut(self, event: QKeyEvent) -> bool:
        """Note a key with Ctrl, Alt or Meta that may become a shortcut; return True if no scanner sends such a key.

        Qt does not report the press of a shortcut's key. The release of the key is not enough to recognise the
        shortcut: if Ctrl was released first, the key would look like a letter.
        """
        if not event.modifiers() & _CHORDS or event.key() in _MODIFIERS or self.meant_by(event).character:
            return False
        self._held.add(event.nativeScanCode())
        return True

    def pressed(self, event: QKeyEvent) -> Struck | None:
        """The key that this event presses; None for a modifier (such as Shift) and for a repeat of a key held down.

        Repeats are left out, because a busy computer may see the release so late that it repeats a scanner's key.
        """
        if event.key() == Qt.Key.Key_Shift:
            self._shift_is_down = True
        if event.key() in _MODIFIERS or self.is_repeat(event):
            return None
        self._held.add(event.nativeScanCode())
        self._pressed_at[event.nativeScanCode()] = event.timestamp()
        return self.meant_by(event)

    def released(self, event: QKeyEvent) -> Struck | None:
        """The key that this event releases, if Qt did not report its press; None for any other key.

        Qt does not report the press of a key from which the keyboard layout composed a text. Whether Shift was down is
        taken from the moment at which the text came, because Shift may be up again at the release.
        """
        if event.isAutoRepeat():
            return None
        if event.key() == Qt.Key.Key_Shift:
            self._shift_is_down = False
        if event.nativeScanCode() in self._held:
            self._held.discard(event.nativeScanCode())
            return None
        if event.key() in _MODIFIERS:
            return None
        composed, self._composed = self._composed, None
        if composed is None:
            return self.meant_by(event)
        character = self._character(event, shifted=composed.shifted)
        return Struck(character, composed.typed, event.timestamp(), composed.before)

    def meant_by(self, event: QKeyEvent) -> Struck:
        """The key of this event, with the character that a scanner means by it; the key must be no modifier (Shift)."""
        character = self._character(event, shifted=_is_shifted(event))
        is_control = character and not character.isprintable()
        typed = character if is_control else _one_character(event.text())
        return Struck(character, typed, event.timestamp())

    def is_repeat(self, event: QKeyEvent) -> bool:
        """Whether the system repeats a key that is held down, as far as its time and the last press tell."""
        pressed_at = self._pressed_at.get(event.nativeScanCode(), -AGAIN_MS)
        return event.isAutoRepeat() and event.timestamp() - pressed_at >= AGAIN_MS

    def is_modifier(self, event: QKeyEvent) -> bool:
        """Whether the key is Shift or another key that only changes what other keys mean."""
        return event.key() in _MODIFIERS

    def ends_scan(self, event: QKeyEvent) -> bool:
        """Whether a scanner may end a scan with this key."""
        return keys.ends_scan(self._key(event), with_control=bool(event.modifiers() & _CONTROL))

    def _key(self, event: QKeyEvent) -> int:
        """The evdev code of the physical key; 0 or less if the event names none."""
        return event.nativeScanCode() - self._offset

    def _character(self, event: QKeyEvent, *, shifted: bool) -> str:
        """The character that a scanner means by this key.

        With Ctrl that is a control character such as STX. It is "" for a key pressed as no scanner presses it: together
        with Alt or Meta, or with Ctrl as a shortcut.
        """
        if event.modifiers() & _CHORDS == _CONTROL:
            return keys.control_spelled_by(self._key(event))
        return "" if event.modifiers() & _CHORDS else keys.spelled_by(self._key(event), shifted=shifted)


def _is_shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _one_character(text: str) -> str:
    return text if len(text) == 1 else UNKNOWN
