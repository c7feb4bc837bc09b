"""Removing control characters and marks of writing direction, which would make a screen show a text falsely."""

from __future__ import annotations

import re
from typing import Final

_BREAKS: Final = "\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029"
_INVISIBLE: Final = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
)
"""Control characters, marks of direction, the byte order mark, and what annotates lines.

Not among them are the zero width space, joiner and non-joiner, which several scripts need.
"""
_BREAK: Final = re.compile(f"[{_BREAKS}]+")
_UNWANTED: Final = re.compile(f"[{_BREAKS}{_INVISIBLE}]")
_NOT_PRINTED: Final = re.compile(f"[\x1c-\x1f\x0b\x0c\x85\u2028\u2029{_INVISIBLE}]")


def plain(text: str) -> str:
    """The text as it is stored: without control characters and marks of direction, and on one line.

    Line breaks and tabs become single spaces.
    """
    if _UNWANTED.search(text) is None:
        return text
    return _NOT_PRINTED.sub("", _BREAK.sub(" ", text))


def printable(text: str) -> str:
    """The text as it is sent to a terminal: like `plain`, but line breaks and tabs are kept.

    The character ESC is removed, so a name can neither colour the terminal nor clear it.
    """
    return _NOT_PRINTED.sub("", text)


def escaped(json: str) -> str:
    """The JSON text with escapes of JSON for the characters that `printable` would remove.

    The values in the JSON stay the same.
    """
    return _NOT_PRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
