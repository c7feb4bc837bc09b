"""Watching the event file: what another program records in it is announced as if a page of this window had done it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from checkin.desk.look_back import others_changes

if TYPE_CHECKING:
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, QuickLane

EVERY_MS: Final = 2000


class Watch(QObject):
    """Looks every two seconds, in the prompt lane, from which everything that the pages ask for is read too."""

    def __init__(self, lane: QuickLane, file: EventFile, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file = file
        self._changes = changes
        self._seen: int | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Whatever is recorded from now on is announced; begin before the pages read."""
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look now."""
        self._lane.run(lambda: _seen(self._file), then=self._on_seen, fail=_wait, key="watch")

    def _on_seen(self, now: int) -> None:
        before, self._seen = self._seen, now
        if before is None or before == now:
            return
        self._changes.delegates_changed.emit(frozenset())
        self._changes.presence_changed.emit("")
        self._changes.acts_changed.emit()


def _seen(file: EventFile) -> int:
    _ = file.event  # so that the window knows what another program made of the programme
    return others_changes(file)


def _wait(_error: CheckinError) -> None:
    """Whoever asks for something is told that the file is in the way; two seconds later it is looked at again."""
