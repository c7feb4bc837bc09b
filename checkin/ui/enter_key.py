"""Lets Enter press the button that has the focus, in every window, and lets no Space within a name press a button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from checkin.ui.letters import is_letter

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WITHOUT_MODIFIER: Final = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


class EnterButton(QPushButton):
    """A button that records for many people at once, so that Enter presses it and Space does not.

    Space is a part of names, and somebody who types a name must not import a whole list.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space alone."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)


class EnterPressesButtons(QObject):
    """Lets Enter press the button that has the focus, before any page or form can use Enter for its own main action.

    On some systems Qt lets only Space press a button. The scanners see each key earlier, so that the Enter at the end
    of a scan presses nothing. A Space that follows a letter belongs to a typed name, and presses nothing.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._is_in_name = False
        app.focusWindowChanged.connect(self._listen_to)

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Press the focused button if the event is an Enter key, and return True, so that nobody else handles the key.

        While Enter is held down, the button is pressed only once. Also return True for a Space within a name.
        """
        if event.type() is QEvent.Type.MouseButtonPress:
            self._is_in_name = False
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focused = QApplication.focusWidget()
        is_on_button = QApplication.activePopupWidget() is None and isinstance(
            focused, QPushButton | QToolButton
        )
        is_space = event.key() == Qt.Key.Key_Space
        self._is_in_name = is_letter(event) and (not is_space or self._is_in_name)
        if is_space and self._is_in_name:
            return is_on_button
        if event.key() not in _ENTER or event.modifiers() not in _WITHOUT_MODIFIER or not is_on_button:
            return False
        if isinstance(focused, QPushButton | QToolButton) and not event.isAutoRepeat():
            focused.click()
        return True
