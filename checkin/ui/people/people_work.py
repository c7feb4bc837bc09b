"""The background work of the People page: finding people, reading rows and persons, recording changes, saving files."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.change_many import change_many
from checkin.desk.correct import correct
from checkin.desk.find import registered
from checkin.desk.history import history
from checkin.desk.list_people import delegations_listed, each_listed, find_listed, listed, number_of_people
from checkin.desk.register import register
from checkin.errors import CheckinError
from checkin.reports import let_go, listed_people, write_report
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from checkin.desk.change_many import ManyChanged
    from checkin.domain.delegates import Details, Value
    from checkin.domain.listing import ListColumn, Sought
    from checkin.domain.person_history import Happening
    from checkin.domain.registration import Registration
    from checkin.tasks import Handle, Progress
    from checkin.ui.page import Parts

_REFRESH_MS: Final = 400
_PAUSE: Final = 10
"""The order is found anew after ten times as long as it took, as arrivals would ask for it every few seconds."""


@dataclass(frozen=True, slots=True)
class Found:
    """The result of finding people: the ids of those who match, the number of all people, and the known delegations.

    `delegations` maps the name of each delegation to the number of its people.
    """

    ids: list[str]
    of_all: int
    delegations: Mapping[str, int]


class PeopleWork(QObject):
    """The work of the People page that is done in background threads.

    The people who match the filters are found in the thread for long work (the batch lane). The visible rows are read
    in the thread for quick answers (the prompt lane), some fifty rows together, so that they appear even during an
    import. If the operator scrolls on, only the rows that are visible now are read.
    """

    found = Signal(object)
    """Emitted with a `Found`, the result of finding people."""

    rows_read = Signal(object)
    """Emitted with the rows that have been read, by the ids of the people."""

    person_read = Signal(object, object)
    """Emitted with the `Registration` and history of the person who was read; None if they are no longer registered."""

    not_found = Signal(object)
    """Emitted with the error that prevented the people from being read."""

    is_busy_changed = Signal()

    def __init__(self, parts: Parts, page: QWidget, sought: Callable[[], Sought]) -> None:
        """`sought` returns the present filters and order of the table."""
        super().__init__(page)
        self._at, self._page, self._sought = parts, page, sought
        self._finding: Handle | None = None
        self._began = 0.0
        self.is_busy = False
        """Whether many people are being changed, or a file is being written."""
        self.progress = 0
        self.soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self.soon.timeout.connect(self.find)

    # ---- reading

    def find(self) -> None:
        """Find the people who match the present filters; a search for former filters is cancelled."""
        if self._finding is not None and not self._finding.is_done:
            self._finding.cancel()
        file, sought = self._at.file, self._sought()
        self._began = time.monotonic()
        self._finding = self._at.tasks.batch.run(
            lambda tick: Found(
                find_listed(file, sought, lambda: tick(0)),
                number_of_people(file),
                delegations_listed(file),
            ),
            then=if_alive(self._page, lambda known: self._on_found(sought, known)),
            fail=if_alive(self._page, self.not_found.emit),
        )

    def find_soon(self) -> None:
        """Find the people after a short pause, so that many successive changes cause only one search."""
        if not self.soon.isActive():
            self.soon.start()

    def read_rows(self, ids: Sequence[str]) -> None:
        """Read the rows of the people with these ids."""
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: listed(file, ids),
            then=if_alive(self._page, self.rows_read.emit),
            fail=if_alive(self._page, self._at.trouble),
            key="rows of people",
        )

    def read_person(self, who: str) -> None:
        """Read the person with this id, and the person's history.

        This is done in the thread for devices (the devices lane): a long history would delay a scan in the prompt lane,
        and would itself be delayed by an import in the batch lane.
        """
        file, staff = self._at.file, self._at.shift.staff

        def read() -> tuple[Registration, tuple[Happening, ...]] | None:
            try:
                return registered(file, who), history(file, staff, who)
            except CheckinError:
                return None

        self._at.tasks.devices.run(
            read,
            then=if_alive(self._page, lambda known: self.person_read.emit(*(known or (None, ())))),
            fail=if_alive(self._page, self._at.trouble),
            key="person on the People page",
        )

    # ---- recording

    def correct(
        self, who: str, details: Details, then: Callable[[Registration], object],
        fail: Callable[[CheckinError], object],
    ) -> None:  # fmt: skip
        """Correct the person with this id, or register a new person if the id is ""; `then` gets the registration."""
        file, staff = self._at.file, self._at.shift.staff
        self._at.tasks.prompt.run(
            lambda: correct(file, staff, who, details) if who else register(file, staff, details),
            then=lambda changed: self._on_corrected(changed, then),
            fail=fail,
        )

    def change(
        self,
        people: Sequence[str],
        code: str,
        value: Value,
        then: Callable[[ManyChanged], object],
        fail: Callable[[CheckinError], object],
    ) -> None:
        """Set the field with this code to `value` for all these people, as one act; `then` gets the result."""
        file, staff = self._at.file, self._at.shift.staff
        self._set_busy(is_busy=True)

        def done(changed: ManyChanged) -> None:
            self._set_busy(is_busy=False)
            self._announce()
            then(changed)

        def failed(error: CheckinError) -> None:
            self._set_busy(is_busy=False)
            self._announce()
            fail(error)

        self._at.tasks.batch.run(
            lambda tick: change_many(
                file, staff, people, code, value, lambda number: tick(number, len(people))
            ),
            then=done,
            fail=failed,
            progress=if_alive(self._page, self._on_progress),
            stopped=lambda: self._set_busy(is_busy=False),
        )

    def save(
        self,
        path: Path,
        ids: Sequence[str],
        columns: Sequence[ListColumn],
        then: Callable[[int], object],
        fail: Callable[[CheckinError], object],
    ) -> None:
        """Save these people with these columns, in this order, to a file; `then` is called with the number of rows."""
        file, say, now = self._at.file, self._at.look.say, self._at.now()
        self._set_busy(is_busy=True)

        def write(tick: Callable[[int], object]) -> int:
            rows = list(each_listed(file, ids, lambda: tick(0)))
            report = listed_people(rows, columns, file.event, say, now)
            write_report(report, path, file.event, say)
            number = len(rows)
            let_go(rows)
            return number

        def done(outcome: Callable[[], object]) -> None:
            self._set_busy(is_busy=False)
            outcome()

        self._at.tasks.batch.run(
            write,
            then=if_alive(self._page, lambda number: done(lambda: then(number))),
            fail=if_alive(self._page, lambda error: done(lambda: fail(error))),
            stopped=lambda: self._set_busy(is_busy=False),
        )

    # ---- inside

    def _on_found(self, sought: Sought, known: Found) -> None:
        took = time.monotonic() - self._began
        self.soon.setInterval(max(_REFRESH_MS, round(1000 * _PAUSE * took)))
        if sought == self._sought():
            self.found.emit(known)

    def _on_corrected(self, changed: Registration, then: Callable[[Registration], object]) -> None:
        then(changed)
        self._at.changes.delegates_changed.emit(frozenset({changed.delegate.id}))
        self._at.changes.acts_changed.emit()

    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress.done
        self.is_busy_changed.emit()

    def _announce(self) -> None:
        self._at.changes.delegates_changed.emit(frozenset())
        self._at.changes.acts_changed.emit()

    def _set_busy(self, *, is_busy: bool) -> None:
        self.is_busy, self.progress = is_busy, 0
        self.is_busy_changed.emit()
