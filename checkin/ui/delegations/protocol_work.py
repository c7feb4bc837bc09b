"""The background work of the Delegations page: reading the delegations, changing their order, and saving sheets."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.protocol import Protocol, move_delegation, move_member, protocol
from checkin.desk.report import precedence_sheet, report
from checkin.reports import write_report
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from checkin.desk.staff import Staff
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Handle
    from checkin.ui.page import Parts

_REFRESH_MS: Final = 700
_PAUSE: Final = 10
"""What is shown is read anew after ten times as long as the reading took, as arrivals come every few seconds."""


class ProtocolWork(QObject):
    """Reads the delegations and the order of precedence, reads them again after each change, and changes the order."""

    changed = Signal()
    """Emitted when the delegations and the order (`known`) have been read again."""

    not_read = Signal(object)
    """Emitted with the CheckinError that says why the delegations could not be read."""

    saved = Signal(object, int)
    """Emitted with the path of the saved file and its number of rows."""

    def __init__(self, parts: Parts, page: QWidget, is_looked_at: Callable[[], bool]) -> None:
        """`is_looked_at` returns whether a widget that shows the delegations is visible now."""
        super().__init__(page)
        self._at, self._page, self._is_looked_at = parts, page, is_looked_at
        self._reading: Handle | None = None
        self._began = 0.0
        self.known = Protocol(parts.file.known_event)
        self._soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._soon.timeout.connect(self._on_soon)
        changes = parts.changes
        changes.delegates_changed.connect(lambda _ids: self._read_soon())
        changes.programme_changed.connect(self._read_soon)
        changes.printing_changed.connect(self._read_soon)

    def read(self) -> None:
        """Read the delegations and the order of the people now."""
        if self._reading is not None and not self._reading.is_done:
            self._reading.cancel()
        file = self._at.file
        self._began = time.monotonic()
        self._reading = self._at.tasks.batch.run(
            lambda _tick: protocol(file),
            then=if_alive(self._page, self._on_read),
            fail=if_alive(self._page, self.not_read.emit),
        )

    def move_member(self, delegate: str, before: str) -> None:
        """Put this delegate (id) directly before the delegate `before` (id); "": behind the rest of the delegation."""
        self._change(lambda file, staff: move_member(file, staff, delegate, before), is_of_people=True)

    def move_delegation(self, delegation: str, before: str) -> None:
        """Put this delegation (code) directly before the delegation `before` (code); "": behind all others."""
        self._change(lambda file, staff: move_delegation(file, staff, delegation, before), is_of_people=False)

    def save(self, path: Path, first: int | None) -> None:
        """Save a file: the `first` people in order of precedence or, if `first` is None, the report of delegations."""
        file, at, say = self._at.file, self._at.now(), self._at.look.say

        def work(_tick: object) -> int:
            made = (
                report(file, "delegations", at, say)
                if first is None
                else precedence_sheet(file, at, say, first)
            )
            file.require_in_place()
            write_report(made, path, file.event, say)
            return len(made.main.rows)

        self._at.tasks.batch.run(
            work,
            then=if_alive(self._page, lambda rows: self.saved.emit(path, rows)),
            fail=if_alive(self._page, self._at.trouble),
        )

    def _change(self, work: Callable[[EventFile, Staff], str], *, is_of_people: bool) -> None:
        file, staff, changes = self._at.file, self._at.shift.staff, self._at.changes

        def tell(act: str) -> None:
            if not act:
                return
            if is_of_people:
                changes.delegates_changed.emit(frozenset())
            else:
                changes.programme_changed.emit()
            changes.acts_changed.emit()
            if_alive(self._page, lambda _act: self.read())(act)

        self._at.tasks.prompt.run(
            lambda: work(file, staff), then=tell, fail=if_alive(self._page, self._at.trouble)
        )

    def _read_soon(self) -> None:
        if not self._soon.isActive() and self._is_looked_at():
            self._soon.start()

    def _on_soon(self) -> None:
        """Read again, or wait once more if the last reading still goes on, so that no change is missed."""
        if self._reading is not None and not self._reading.is_done:
            self._soon.start()
        else:
            self.read()

    def _on_read(self, known: Protocol) -> None:
        self._soon.setInterval(max(_REFRESH_MS, round(_PAUSE * 1000 * (time.monotonic() - self._began))))
        self.known = known
        self.changed.emit()
