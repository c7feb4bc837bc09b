"""Lets Enter press the button that has the focus, in every window of the program, as Space does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WITHOUT_MODIFIER: Final = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


class EnterPressesButtons(QObject):
    """Lets Enter press the button that has the focus, before any page or form can use Enter for its own main action.

    On some systems Qt lets only Space press a button. The scanners see each key earlier, so that the Enter at the end
    of a scan presses nothing.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusWindowChanged.connect(self._listen_to)

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Press the focused button if the event is an Enter key, and return True, so that nobody else handles the key.

        While Enter is held down, the button is pressed only once.
        """
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER or event.modifiers() not in _WITHOUT_MODIFIER:
            return False
        focused = QApplication.focusWidget()
        if QApplication.activePopupWidget() is not None or not isinstance(focused, QPushButton | QToolButton):
            return False
        if not event.isAutoRepeat():
            focused.click()
        return True
