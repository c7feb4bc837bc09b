"""The sounds of verdicts, loaded in advance. On a computer without sound nothing is heard and no error occurs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from checkin import assets
from checkin.ui.qt_messages import hush_qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtMultimedia import QSoundEffect


class Sounds(QObject):
    """The player of the program's sounds, which are chosen by name and can be muted; it lives on the UI thread."""

    muted_changed = Signal(bool)

    def __init__(self, names: Iterable[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = frozenset(names)
        self._players: dict[str, QSoundEffect] = {}
        self._devices: QObject | None = None
        self._is_muted = False

    @property
    def is_muted(self) -> bool:
        """Whether the sounds are muted."""
        return self._is_muted

    def load(self) -> None:
        """Load the sounds; before this call no sound is heard.

        This takes some 60 ms, so call it after the window was painted for the first time.
        """
        if self._devices is not None or not _may_have_sound():
            return
        hush_qt()
        try:
            from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - 20 ms, and may lack a system library
        except ImportError:
            return
        devices = QMediaDevices(self)
        devices.audioOutputsChanged.connect(self._load_players)
        self._devices = devices
        self._load_players()

    def play(self, name: str) -> None:
        """Begin to play the sound with this name, and return at once."""
        player = self._players.get(name)
        if player is not None and not self._is_muted:
            player.play()

    def toggle_mute(self) -> None:
        """Mute the sounds or, if they are muted, play them again."""
        self._is_muted = not self._is_muted
        self.muted_changed.emit(self._is_muted)

    def _load_players(self) -> None:
        """Make a player for each sound, on the system's default sound output.

        Without a sound output no player is made.
        """
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - as in load

        output = QMediaDevices.defaultAudioOutput()
        while self._players:
            self._players.popitem()[1].deleteLater()
        for name in self._names if not output.isNull() else ():
            player = self._players[name] = QSoundEffect(output, self)
            player.setSource(QUrl.fromLocalFile(str(assets.sound(name))))


def _may_have_sound() -> bool:
    """Whether this computer may have sound.

    If not, Qt must not be asked for sound: on a Linux computer with neither a sound card nor a sound server, it would
    print complaints.
    """
    if sys.platform != "linux":
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    servers = (Path(runtime, "pulse", "native"), Path(runtime, "pipewire-0")) if runtime else ()
    has_card = any(Path("/dev/snd").glob("pcm*p"))
    return has_card or "PULSE_SERVER" in os.environ or any(server.exists() for server in servers)
