"""The four lanes in which the program does its background work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from checkin.errors import CheckinError
from checkin.tasks.garbage import Garbage
from checkin.tasks.lane import LongLane, QuickLane

if TYPE_CHECKING:
    from collections.abc import Callable


SWITCH_S: Final = 0.0001
"""The time in seconds for which a busy thread of Python keeps other threads waiting (`sys.setswitchinterval`).

Python's own value is 5 ms. Measured while the batch lane was computing: work sent to the prompt lane was answered, in
99 of 100 cases, within 16 ms with 5 ms, and within 3 to 5 ms with 0.5 ms. Measured while a list was read: the work of a
scan took, in 99 of 100 cases, up to 13 to 17 ms with 0.5 ms, and up to 10 ms with the value used here.
"""


class Tasks(QObject):
    """The lanes (background threads) of the program, and the signals for what goes wrong in any of them.

    `prompt` is for work of milliseconds (scans, search), `batch` for work of seconds (import, reports, many badges),
    `devices` for waiting on a printer, which must neither wait for an import nor hold up a scan, and `drawing` for
    pictures, which must not wait for a printer.
    `trouble` is emitted for a CheckinError of work that was given no function `fail`, `bug` for any other exception.
    """

    trouble = Signal(CheckinError)
    bug = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        self.prompt = QuickLane("prompt", self)
        self.batch = LongLane("batch", self)
        self.devices = QuickLane("devices", self)
        self.drawing = QuickLane("drawing", self)
        self._garbage = Garbage(lambda: self.batch.is_busy, self)
        for lane in self._lanes:
            lane.trouble.connect(self.trouble)
            lane.bug.connect(self.bug)

    @property
    def _lanes(self) -> tuple[LongLane | QuickLane, ...]:
        return (self.batch, self.devices, self.drawing, self.prompt)

    def in_each_lane(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        """Do this work in every lane, one lane after another, whether or not it fails there; then call `then`."""
        lanes = iter(self._lanes)

        def go_on(_outcome: object = None) -> None:
            lane = next(lanes, None)
            if lane is None:
                then()
            elif isinstance(lane, LongLane):
                lane.run(lambda _tick: work(), then=go_on, fail=go_on)
            else:
                lane.run(work, then=go_on, fail=go_on)

        go_on()

    def close(self, last: Callable[[], object] | None = None) -> None:
        """End all lanes, `prompt` last; each calls `last` in its own thread (to close its database connection)."""
        for lane in self._lanes:
            lane.refuse_more()
        for lane in self._lanes:
            lane.close(last)
        self._garbage.close()
