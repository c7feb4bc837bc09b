"""Tells which keys are letters that belong to a search, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_CHORDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def is_letter(event: QKeyEvent) -> bool:
    """Whether the key types a character, such as a letter, a digit or a space."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _CHORDS
