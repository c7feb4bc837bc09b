"""Changes what the event defines, in the background, and counts the people who belong to its things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.define import amend
from checkin.desk.survey import Survey, survey
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from checkin.desk.define import Redefinition
    from checkin.domain.programme import Event
    from checkin.errors import CheckinError
    from checkin.tasks import Handle
    from checkin.ui.page import Parts

_COUNT_MS: Final = 700
"""The time after a change of people until they are counted again: a busy desk is not counted at each guest."""


class Editing(QObject):
    """The event as the page shows it, and the way to change it: each change is one act.

    The event follows every change at once, also of other programs. The people are counted a moment later.
    """

    changed = Signal()
    """Emitted when the event or a number of people has changed."""

    def __init__(self, parts: Parts, page: QWidget) -> None:
        super().__init__(page)
        self._at, self._page = parts, page
        self._counting: Handle | None = None
        self.known = Survey(parts.file.known_event)
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._soon.timeout.connect(self.count)
        parts.changes.programme_changed.connect(self._on_programme_changed)
        parts.changes.delegates_changed.connect(lambda _ids: self._soon.start())

    def count(self) -> None:
        """Count the people again, while the page is shown."""
        if not self._page.isVisible():
            return
        if self._counting is not None:
            self._counting.cancel()
        file = self._at.file
        self._counting = self._at.tasks.batch.run(
            lambda _tick: survey(file), then=if_alive(self._page, self._on_counted)
        )

    def amend(
        self,
        seen: Event,
        wanted: Event,
        then: Callable[[Redefinition], object],
        fail: Callable[[CheckinError], object],
        into: Mapping[str, str] | None = None,
    ) -> None:
        """Change what differs between `seen` and `wanted`, as one act; then tell all pages and call `then`.

        `into` gives the category into which the people of a withdrawn category go. If the change is not possible,
        `fail` is called with the reason.
        """
        file, staff, changes = self._at.file, self._at.shift.staff, self._at.changes

        def work() -> Redefinition:
            done, _act = amend(file, staff, seen, wanted, into)
            _ = file.event  # so that the window knows the event as it is now
            return done

        def tell(done: Redefinition) -> None:
            if done.changes:
                changes.programme_changed.emit()
                changes.acts_changed.emit()
            if done.moved:
                changes.delegates_changed.emit(frozenset())
            if_alive(self._page, then)(done)

        self._at.tasks.prompt.run(work, then=tell, fail=if_alive(self._page, fail))

    def _on_programme_changed(self) -> None:
        self.known = replace(self.known, event=self._at.file.known_event)
        self.changed.emit()
        self.count()

    def _on_counted(self, known: Survey) -> None:
        self.known = replace(known, event=self._at.file.known_event)
        self.changed.emit()
