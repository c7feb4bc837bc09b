"""Automatic back-ups of the open event: when they are made, and whether the last one succeeded."""

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
"""The seconds from the start to the first back-up of this run, if there is an up-to-date back-up already."""


class Backups(QObject):
    """Makes back-ups of the open event, in the background thread for long work.

    If the newest back-up lacks anything, or if there is none, `start` makes one at once. Otherwise the first back-up is
    made a minute after `start` at the latest. The next ones follow every `minutes` minutes. With 0 minutes a back-up is
    made only when `make` is called.
    """

    made = Signal(datetime)
    """Emitted when a back-up was written, with its time (UTC)."""

    failed = Signal(str)
    """Emitted when a back-up could not be written, with the reason."""

    def __init__(self, lane: LongLane, file: EventFile, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._file = file
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.make)
        self._every_ms = minutes * 60_000
        self._is_going_on = False

    def start(self) -> None:
        """Begin the automatic back-ups.

        If a back-up exists already, `made` is emitted with the time of the newest one, even if it was made before the
        program was started.
        """
        file = self._file
        self._lane.run(lambda _tick: (keep.last_back_up(file), keep.is_backed_up(file)), then=self._on_last)
        if self._every_ms:
            self._next.start(min(_FIRST_AFTER_S * 1000, self._every_ms))

    def apply(self, minutes: int) -> None:
        """Change the interval of the automatic back-ups to this number of minutes; 0 turns them off."""
        every_ms = minutes * 60_000
        if every_ms != self._every_ms:
            self._every_ms = every_ms
            self._next.start(every_ms) if every_ms else self._next.stop()

    def stop(self) -> None:
        """Stop the automatic back-ups for good; a back-up that is being made is finished."""
        self._every_ms = 0
        self._next.stop()

    def make(self) -> None:
        """Make a back-up now, unless one is being made already."""
        if self._is_going_on:
            return
        self._is_going_on = True
        self._lane.run(
            lambda _tick: keep.back_up(self._file),
            then=self._on_made,
            fail=self._on_failed,
            stopped=self._go_on,
        )

    def _on_last(self, known: tuple[datetime | None, bool]) -> None:
        at, is_backed_up = known
        if at is not None:
            self.made.emit(at)
        if self._next.isActive() and not is_backed_up:
            self.make()

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
