"""The search field, which has the focus. It takes letters, and passes arrows to the list and Ctrl keys to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from checkin.scanning import expect_scans
from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance, Words

_IN_LIST: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_OWN: Final = tuple(
    QKeySequence.StandardKey[name]
    for name in (
        "Copy",
        "Cut",
        "Paste",
        "SelectAll",
        "MoveToPreviousWord",
        "MoveToNextWord",
        "DeleteStartOfWord",
    )
)
"""The key chords that the field handles itself.

On some systems Qt would handle more of them in the field (on X11 Ctrl+E moves to the end of the line).
"""
_LARGER: Final = 1.5


class SearchField(QLineEdit, Dressed):
    """The field of a search. It passes arrow keys to the list and most Ctrl keys to the page."""

    list_key = Signal(QKeyEvent)
    """Emitted with a key that moves through the list, such as an arrow."""

    def __init__(self, look: Appearance, prompt: Words, *, is_large: bool = True) -> None:
        super().__init__()
        self._look = look
        self._prompt = prompt
        self.setClearButtonEnabled(True)
        expect_scans(self)
        look.put_font(self, _LARGER if is_large else 1.0)
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.setPlaceholderText(self._prompt(self._say))
        set_tool_tip(self, self.placeholderText())
        self.setAccessibleName(self._say.text("Search"))

    def ask(self, prompt: Words) -> None:
        """Show this prompt in the field while the field is empty."""
        self._prompt = prompt
        self._label()

    def put(self, text: str) -> None:
        """Show this text without searching for it; the next letter typed replaces the text."""
        with QSignalBlocker(self):
            self.setText(text)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Leave most keys with Ctrl to the page, so that Ctrl+Z undoes an act and not a typed letter."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if _is_for_the_desk(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass arrow keys to the list, and Enter and Esc to the page."""
        if event.key() in _IN_LIST:
            self.list_key.emit(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_for_the_desk(event: QKeyEvent) -> bool:
    is_chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return is_chord and not any(event.matches(own) for own in _OWN)
