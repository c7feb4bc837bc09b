"""One window for each event file: a second start with the same file brings the first window to the front.

The windows of one user find each other by a local socket, whose name is made from the real path of the event file.
Windows of another user, of another computer or of another settings folder are not found; they may share the file.
"""

from __future__ import annotations

import hashlib
import os
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from checkin import paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CONNECTED_MS: Final = 500
_RAISED_MS: Final = 3000
_HERE: Final = b"here\n"


class OneWindow(QObject):
    """The local socket by which a second start of the program finds the window that has an event open.

    A window “answers for” an event file if it comes to the front when the program is started again with this file.
    """

    wanted = Signal()
    """Emitted when this window must come to the front, because the operator has opened its event again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._name = ""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_asked)

    def answers_for(self, event: Path) -> bool:
        """Whether this window answers for the event file at this path."""
        return self._server.isListening() and self._name == _name_for(event)

    def answer_for(self, event: Path | None) -> None:
        """From now on answer for the event file at this path only; None to answer for no event.

        The socket of a killed program is removed. If another window answers for the event, this one does not.
        """
        name = _name_for(event) if event is not None else ""
        if self._server.isListening() and name == self._name:
            return
        self._server.close()
        self._name = name
        if name and not self._server.listen(name) and not _connected(name)[1]:
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def ask(self, event: Path, then: Callable[[bool], object]) -> None:
        """Bring another window that has this event open to the front, without waiting; then call `then`.

        `then` is told whether there is such a window. A window that does not answer for three seconds counts as none.
        """
        socket, timer = QLocalSocket(self), QTimer(self, singleShot=True, interval=_RAISED_MS)
        name, answer, ended = _name_for(event), bytearray(), list[bool]()

        def end(*, is_raised: bool) -> None:
            if not ended:
                ended.append(True)
                timer.stop()
                socket.abort()
                socket.deleteLater()
                timer.deleteLater()
                then(is_raised)

        def read() -> None:
            answer.extend(socket.readAll().data())
            if _HERE in answer:
                end(is_raised=True)

        socket.readyRead.connect(read)
        socket.errorOccurred.connect(lambda _error: end(is_raised=False))
        timer.timeout.connect(lambda: end(is_raised=False))
        timer.start()
        if _is_of_this_user(name):
            _let_it_come_to_the_front()
            socket.connectToServer(name)
        else:
            end(is_raised=False)

    def _on_asked(self) -> None:
        while (asking := self._server.nextPendingConnection()) is not None:
            self.wanted.emit()
            asking.disconnected.connect(asking.deleteLater)
            asking.write(_HERE)
            asking.flush()


def is_raised(event: Path) -> bool:
    """Bring the window that has the event at this path open to the front; return False if there is no such window.

    A window that does not answer for three seconds counts as none. This waits for the answer; it is for a program that
    shows no window yet. A window calls `OneWindow.ask`.
    """
    socket, is_connected = _connected(_name_for(event))
    if not is_connected:
        return False
    _let_it_come_to_the_front()
    answer = b""
    while _HERE not in answer and socket.waitForReadyRead(_RAISED_MS):
        answer += socket.readAll().data()
    socket.abort()
    return _HERE in answer


def _connected(name: str) -> tuple[QLocalSocket, bool]:
    """A socket, and whether it is connected to the window of this user that answers under this name."""
    socket = QLocalSocket()
    if not _is_of_this_user(name):
        return socket, False
    socket.connectToServer(name)
    return socket, socket.waitForConnected(_CONNECTED_MS)


def _is_of_this_user(name: str) -> bool:
    """Whether the socket of this name is not another user's; on Windows, the server itself sees to it."""
    if sys.platform == "win32":
        return True
    try:
        return os.stat(f"{QDir.tempPath()}/{name}").st_uid == os.getuid()  # noqa: PTH116 - a name of Qt
    except OSError:
        return False


def _name_for(event: Path) -> str:
    """The name of the socket for this event file, the same for all paths that lead to the file."""
    place = f"{os.path.realpath(event)}\n{os.path.realpath(paths.config_folder())}"
    return f"checkin-{hashlib.sha256(os.fsencode(place)).hexdigest()[:32]}"


def _let_it_come_to_the_front() -> None:
    """Let another program take the focus from this one; Windows allows it only to the program that was started last."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - needed on Windows only

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
