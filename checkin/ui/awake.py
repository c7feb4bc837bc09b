"""Keeping this computer awake while an event is open, so that no guest waits before a locked screen.

On Windows this is a system call. On other systems it is a request over D-Bus to the desktop session (KDE, GNOME, Xfce
and others).
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

_WAY: Final = "checkin-awake"
"""The name of a connection of its own: the session keeps its promise until this connection ends."""
_PATIENCE_MS: Final = 5000
_SCREEN_SAVER: Final = "org.freedesktop.ScreenSaver"
_OBJECT: Final = "/org/freedesktop/ScreenSaver"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
"""The parts of what Windows is told: from now on, the computer and its screen are needed."""


class Awake(QObject):
    """Asks the operating system not to sleep and not to lock the screen, from a call of `keep` until `let_go`."""

    told = Signal(bool)
    """Emitted after `keep`: whether the system has promised to stay awake."""

    def keep(self) -> None:
        """Ask the system to stay awake, without waiting for its answer."""
        if sys.platform == "win32":
            self.told.emit(_tell_windows(_CONTINUOUS | _SYSTEM | _DISPLAY))
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _WAY)
        if not bus.isConnected():
            self.told.emit(False)
            return
        wish = QDBusMessage.createMethodCall(_SCREEN_SAVER, _OBJECT, _SCREEN_SAVER, "Inhibit")
        wish.setArguments(["checkin", "Participants are being checked in"])
        answer = QDBusPendingCallWatcher(bus.asyncCall(wish, _PATIENCE_MS), self)
        answer.finished.connect(self._on_answer)

    def let_go(self) -> None:
        """Let the computer sleep and lock again as its settings say; a second call does nothing."""
        if sys.platform == "win32":
            _tell_windows(_CONTINUOUS)
        else:
            QDBusConnection.disconnectFromBus(_WAY)

    def _on_answer(self, answer: QDBusPendingCallWatcher) -> None:
        self.told.emit(not answer.isError())
        answer.deleteLater()


def _tell_windows(state: int) -> bool:
    """Tell Windows what is needed from now on; whether it agrees. It holds for the thread that calls."""
    import ctypes  # noqa: PLC0415 - only here

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(state))  # type: ignore[attr-defined,unused-ignore]
