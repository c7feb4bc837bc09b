"""A process that opens a window, types one letter into its first field, says so and ends; started by `cold_start`."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

READY = "typed"


class TypedInto(QApplication):
    """An application that presses a key as soon as a field that is seen takes it, and then closes its windows."""

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


def _field_of(window: QWidget) -> QLineEdit | None:
    """The field in which the window would type, once the window is on the screen."""
    handle = window.windowHandle()
    field = window.focusWidget()
    is_seen = handle is not None and handle.isExposed()
    return field if is_seen and isinstance(field, QLineEdit) and field.isVisible() else None


def floor() -> None:
    """A bare window with one field."""
    application = TypedInto(sys.argv[:1])
    window = QMainWindow()
    field = QLineEdit()
    window.setCentralWidget(field)
    window.resize(1240, 760)
    window.show()
    field.setFocus()
    application.exec()


def ours(event: str) -> None:
    """The desk, as `checkin desk EVENT` opens it."""
    from checkin import app  # noqa: PLC0415 - the bare window must not wait for it
    from checkin.cli.main import main  # noqa: PLC0415

    app.QApplication = TypedInto  # type: ignore[misc]
    sys.exit(main(["desk", event, "--operator", "Dara"]))


if __name__ == "__main__":
    floor() if sys.argv[1] == "floor" else ours(sys.argv[2])
