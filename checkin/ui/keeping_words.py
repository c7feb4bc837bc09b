"""Keeps the words for the typo search up to date in memory, so that a search need not read them first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, LongLane

_SOON_MS: Final = 1000
"""Changes that follow each other so closely, as in an import, are read in one go."""


class KeepingWords(QObject):
    """Reads the words of the search index at once, and again after each change of delegates, until stopped."""

    def __init__(
        self, lane: LongLane, file: EventFile, changes: Changes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file = file
        self._is_stopped = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._read)
        changes.delegates_changed.connect(self._on_changed)
        self._read()

    def stop(self) -> None:
        """Stop reading the words."""
        self._soon.stop()
        self._is_stopped = True

    def _on_changed(self, _ids: frozenset[str]) -> None:
        if not self._is_stopped:
            self._soon.start()

    def _read(self) -> None:
        self._lane.run(lambda _tick: self._file.words.read_again(), fail=_not_now)


def _not_now(_trouble: CheckinError) -> None:
    """Say nothing: the words that were read before are used, and whoever searches is told of the trouble."""
