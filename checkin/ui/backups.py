"""Automatic back-ups of the open event: when, and how the last one went."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk import keep

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import LongLane

_FIRST_AFTER_S: Final = 60
"""The first of a run is made soon, but not while the desk is being opened."""


class Backups(QObject):
    """Makes one soon after `start` and then every `minutes`, in the batch lane; 0 minutes for none by itself."""

    made = Signal(datetime)
    """A back-up was written, at this time (UTC)."""

    failed = Signal(str)
    """It was not, for this reason."""

    def __init__(self, lane: LongLane, file: EventFile, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file = file
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.make)
        self._every_ms = minutes * 60_000
        self._is_going_on = False

    def start(self) -> None:
        """Make them by themselves from now on; and tell when the last was made, in whatever run."""
        self._lane.run(lambda _tick: keep.last_back_up(self._file), then=self._on_last)
        if self._every_ms:
            self._next.start(min(_FIRST_AFTER_S * 1000, self._every_ms))

    def apply(self, minutes: int) -> None:
        """Make one every so many minutes from now on."""
        every_ms = minutes * 60_000
        if every_ms != self._every_ms:
            self._every_ms = every_ms
            self._next.start(every_ms) if every_ms else self._next.stop()

    def stop(self) -> None:
        """Begin no more."""
        self._next.stop()

    def make(self) -> None:
        """Make one now; while one is being made, that one will do."""
        if self._is_going_on:
            return
        self._is_going_on = True
        self._lane.run(
            lambda _tick: keep.back_up(self._file),
            then=self._on_made,
            fail=self._on_failed,
            stopped=self._go_on,
        )

    def _on_last(self, at: datetime | None) -> None:
        if at is not None:
            self.made.emit(at)

    def _on_made(self, _path: Path) -> None:
        self._go_on()
        self.made.emit(datetime.now(UTC))

    def _on_failed(self, error: CheckinError) -> None:
        self._go_on()
        self.failed.emit(str(error))

    def _go_on(self) -> None:
        self._is_going_on = False
        if self._every_ms:
            self._next.start(self._every_ms)
