"""The character that each physical key gives on a US keyboard; every USB scanner types as if it were a US keyboard.

Keys have the numbers of Linux's evdev (linux/input-event-codes.h). Up to 0x53, Windows' scan code set 1 has the same
numbers.
"""

from __future__ import annotations

import sys
from typing import Final

X11_OFFSET: Final = 8
"""X11 and Wayland count from 8: keycode = evdev code + 8."""

OFFSET: Final = 0 if sys.platform == "win32" else X11_OFFSET
"""What is subtracted from `QKeyEvent.nativeScanCode()` on this system."""

_ROWS: Final = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
    # The number pad
    (55, "*", "*"),
    (71, "789-456+1230.", "789-456+1230."),
)

_SPELLED: Final[dict[int, tuple[str, str]]] = {
    first + place: pair
    for first, plain, shifted in _ROWS
    for place, pair in enumerate(zip(plain, shifted, strict=True))
}

_ENTER: Final = frozenset({28, 96, 0x11C})  # the last is the number pad's on Windows
_TAB: Final = 15
_J_AND_M: Final = frozenset({36, 50})
_CONTROLS: Final = {
    letter: chr(ord(letter.upper()) & 0x1F)
    for letter in "abcd\\]"  # SOH, STX, ETX, EOT, FS, GS
} | {"6": "\x1e", "-": "\x1f"}  # RS is Ctrl+^, US is Ctrl+_


def spelled_by(key: int, *, shifted: bool) -> str:
    """The character that the key with this evdev code (Linux's key number) gives on a US keyboard; "" if none."""
    return _SPELLED.get(key, ("", ""))[shifted]


def control_spelled_by(key: int) -> str:
    """The control character that a scanner sends as Ctrl with this key (evdev code); "" if there is none."""
    return _CONTROLS.get(spelled_by(key, shifted=False), "")


def ends_scan(key: int, *, with_control: bool) -> bool:
    """Whether a scanner may end a scan with this key (evdev code): Enter or Tab, and with Ctrl the keys M or J.

    Ctrl+M and Ctrl+J are the control characters CR and LF.
    """
    return key in _J_AND_M if with_control else key in _ENTER or key == _TAB
