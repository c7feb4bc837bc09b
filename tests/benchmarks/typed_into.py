"""An application that types one letter into the first field that is seen, says so and ends: for cold starts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

READY = "typed"


class TypedInto(QApplication):
    """Presses a key as soon as a field that is seen takes it, and then closes its windows."""

    def exec(self) -> int:
        self._looking = QTimer(interval=0)
        self._looking.timeout.connect(self._look)
        self._looking.start()
        return super().exec()

    def _look(self) -> None:
        field = next((field for window in self.topLevelWidgets() if (field := _field_of(window))), None)
        if field is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s"))
        if field.text():
            print(READY, flush=True)
            self._looking.stop()
            self.closeAllWindows()
            self.quit()


def show_bare_window(name: str) -> None:
    """A window with one field and nothing else."""
    application = TypedInto([name])
    window = QMainWindow()
    field = QLineEdit()
    window.setCentralWidget(field)
    window.resize(1240, 760)
    window.show()
    field.setFocus()
    application.exec()


def _field_of(window: QWidget) -> QLineEdit | None:
    """The field in which the window would type, once the window is on the screen."""
    handle = window.windowHandle()
    field = window.focusWidget()
    is_seen = handle is not None and handle.isExposed()
    return field if is_seen and isinstance(field, QLineEdit) and field.isVisible() else None
