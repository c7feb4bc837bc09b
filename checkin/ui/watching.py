"""Watching the event file: acts that another program records are announced like the acts of this window's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.changed_since import changed_since, mark
from checkin.errors import LostFileError

if TYPE_CHECKING:
    from checkin.desk.changed_since import Changed, Mark
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, QuickLane

EVERY_MS: Final = 500
"""The time in ms between two looks; a page shows within a second what another program has changed."""


class Watch(QObject):
    """Watches the event file: more than once a second it looks in the background for what other programs have recorded.

    It also checks whether the file at the path is still the file that was opened, and emits `lost` if not.
    """

    lost = Signal(LostFileError)
    """Emitted once when somebody else has deleted, replaced or overwritten the event file."""

    came_in = Signal(int)
    """Emitted with the number of acts that another window has added from its copy of the event."""

    looked = Signal()
    """Emitted after each look, unless the event file is lost."""

    def __init__(self, lane: QuickLane, file: EventFile, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file = file
        self._changes = changes
        self._seen: Mark | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch the event file, and announce by signals whatever is recorded from now on.

        Call this method before the pages read anything, so that no change is missed.
        """
        self.look()
        self._timer.start()

    def stop(self) -> None:
        """Stop watching the event file."""
        self._timer.stop()

    def look(self) -> None:
        """Look now for what was recorded since the last look, and announce it by signals."""
        file, seen = self._file, self._seen
        self._lane.run(lambda: _looked(file, seen), then=self._on_seen, fail=self._on_failed, key="watch")

    def _on_failed(self, error: CheckinError) -> None:
        """Tell of a lost file. Another error may only mean that another program uses the file; the next look tells."""
        if isinstance(error, LostFileError):
            self._timer.stop()
            self.lost.emit(error)
        else:
            self.looked.emit()

    def _on_seen(self, looked: tuple[Mark, Changed | None]) -> None:
        self._seen, changed = looked
        self.looked.emit()
        if changed is None:
            return
        changes = self._changes
        if changed.programme:
            changes.programme_changed.emit()
        if changed.delegates is None or changed.delegates:
            changes.delegates_changed.emit(changed.delegates or frozenset())
        for session in ("",) if changed.sessions is None else changed.sessions:
            changes.presence_changed.emit(session)
        changes.acts_changed.emit()
        if changed.came_in:
            self.came_in.emit(changed.came_in)


def _looked(file: EventFile, seen: Mark | None) -> tuple[Mark, Changed | None]:
    file.require_in_place()
    now = mark(file)
    changed = changed_since(file, seen, now) if seen is not None else None
    if changed is not None and changed.programme:
        _ = file.event  # so that the window knows the programme as another program has changed it
    return now, changed
