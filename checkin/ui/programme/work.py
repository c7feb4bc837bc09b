"""The event as the Programme page shows it, the number of people in each session, and the recording of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from checkin.desk.define import amend
from checkin.desk.survey import survey
from checkin.desk.watch import named, occupancies
from checkin.storage.presence import Occupancy
from checkin.ui.programme.early import EarlyShown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checkin.domain.programme import Event
    from checkin.errors import CheckinError
    from checkin.ui.page import Parts


class ProgrammeWork(QObject):
    """The event as the page shows it, the people inside, and the recording of changes in the background.

    A change is shown before it is recorded. If it cannot be recorded, the page shows the recorded event again.
    """

    changed = Signal()
    """Emitted when the event has changed, on this page or elsewhere."""

    counted = Signal()
    """Emitted when `inside` and `named` have been read."""

    recorded = Signal()
    """Emitted when a change of this page was recorded."""

    recoded = Signal(object)
    """Emitted if new sessions got other codes than proposed, with a mapping from the proposed to the new codes."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._at = parts
        self._going_on = 0
        self._early = EarlyShown()
        self.shown: Event = parts.file.known_event
        """The event as the page shows it."""
        self._occupancies: Mapping[str, Occupancy] = {}
        self.inside: Mapping[str, int] = {}
        """The number of people inside each session, by the session's code; sessions without any are left out."""
        self.named: Mapping[str, int] = {}
        """The number of people who are named for each session, by the session's code."""
        self.is_counted = False
        """Whether `inside` and `named` have been read."""
        parts.changes.programme_changed.connect(self._on_programme_changed)

    def record(self, wanted: Event, seen: Event | None = None) -> None:
        """Show the event `wanted`, and record as one act the differences between the events `seen` and `wanted`.

        If `seen` is None, it is the event that is shown now. What others have changed since `seen` was read stays.
        """
        at, staff = self._at, self._at.shift.staff
        seen = seen or self.shown
        if wanted == seen:
            return
        codes = self._early.codes_since(seen)

        def work() -> Mapping[str, str]:
            done, _act = amend(at.file, staff, *codes.put_into(seen, wanted))
            codes.note(done.recoded)
            _ = at.file.event  # so that the window knows the programme as it was changed
            return codes.given

        def then(recoded: Mapping[str, str]) -> None:
            self._end()
            at.changes.programme_changed.emit()
            at.changes.acts_changed.emit()
            if shiboken6.isValid(self):
                self.recorded.emit()
                if recoded:
                    self.recoded.emit(recoded)

        self._going_on += 1
        self._early.show(wanted, codes)
        self.shown = wanted
        self.changed.emit()
        at.tasks.prompt.run(work, then=then, fail=self._on_failed)

    def occupancy_of(self, session: str) -> Occupancy:
        """The numbers of people who are inside the session with this code and who ever entered it, as last counted."""
        return self._occupancies.get(session, Occupancy())

    def count(self) -> None:
        """Count in the background the people inside each session, and the people named for it."""
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: (occupancies(file), named(file)),
            then=self._on_counted,
            fail=lambda _error: None,
            key="inside all sessions",
        )

    def count_people(self, then: Callable[[Mapping[str, int]], object]) -> None:
        """Count the people of each category in the background, and call `then` with the numbers by category."""
        file = self._at.file
        self._at.tasks.batch.run(lambda _tick: survey(file).in_category, then=then, fail=lambda _error: None)

    def _on_failed(self, error: CheckinError) -> None:
        self._end()
        self._at.trouble(error)
        self._on_programme_changed()

    def _end(self) -> None:
        self._going_on -= 1
        if not self._going_on:
            self._early.settle()

    def _on_programme_changed(self) -> None:
        """Show the event as it is on record, unless a later change of this page is still being recorded."""
        if self._going_on or not shiboken6.isValid(self):
            return
        known = self._at.file.known_event
        if known != self.shown:
            self.shown = known
            self.changed.emit()

    def _on_counted(self, known: tuple[Mapping[str, Occupancy], Mapping[str, int]]) -> None:
        if shiboken6.isValid(self):
            self._occupancies, self.named = known
            self.inside = {code: each.inside for code, each in self._occupancies.items() if each.inside}
            self.is_counted = True
            self.counted.emit()
