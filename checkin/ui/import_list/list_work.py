"""What is done with one list: looked at, brought in as one act, and taken back, all in the batch lane."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from checkin.desk.bring_in import OutdatedPlanError, bring_in, plan
from checkin.desk.undo import finish_undo, undo
from checkin.domain.delegates import Field
from checkin.importing import Overrides, content_named

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.errors import CheckinError
    from checkin.importing import Content, ImportPlan
    from checkin.tasks import Handle, Progress, Ticker
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.wording import Wording

T = TypeVar("T")


class ListWork(QObject):
    """One list at a time. What was found stays while the work goes on, and what came of it until another is chosen."""

    changed = Signal()
    """Work has begun or ended, or something else is known of the list."""

    looked = Signal()
    """A list was looked at: the plan is another."""

    progressed = Signal(object)
    """How far the work is: a Progress."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._at = parts
        self._handle: Handle | None = None
        self._readings: dict[str, Content] = {}
        self.category = ""
        """The category (its code) of rows without one; "" for as the list says."""
        self.path: Path | None = None
        self.plan: ImportPlan | None = None
        """What bringing the list in would do, or did; None before a list was looked at."""
        self.act = ""
        """The act (its id) by which the list came in; "" where it did not."""
        self.doing: Words | None = None
        """What is being done, or was done last."""
        self.result: Words | None = None
        """What came of it."""

    @property
    def is_busy(self) -> bool:
        """Whether a list is being looked at, brought in or taken back."""
        return self._handle is not None and not self._handle.is_done

    @property
    def to_come(self) -> int:
        """How many rows bringing the list in would change."""
        if self.plan is None or self.act:
            return 0
        return len(self.plan.new) + len(self.plan.changed)

    def look_at(self, path: Path) -> None:
        """Look what this list would do; nothing is changed."""
        if not self.is_busy:
            self.path, self._readings = path, {}
            self.look_again()

    def look_again(self) -> None:
        """Look at the same list again."""
        path, file = self.path, self._at.file
        if path is None or self.is_busy:
            return
        overrides = Overrides(self._readings, {Field.CATEGORY: self.category} if self.category else {})
        self.plan, self.act = None, ""
        self._begin(
            lambda say: say.text("Looking at {file}…").format(file=path.name),
            lambda tick: plan(file, path, overrides, tick),
            self._on_looked,
            lambda say: say.text("Stopped. Nothing has come in."),
        )

    def read_column_as(self, header: str, name: str) -> None:
        """Read a column of the list as something else, and look again; `name` is a field's, or full_name."""
        if not self.act:
            self._readings[header] = content_named(name, header)
            self.look_again()

    def bring_in(self) -> None:
        """Bring in what was found, as one act."""
        found, to_come = self.plan, self.to_come
        if found is None or self.is_busy or not to_come:
            return
        file, staff = self._at.file, self._at.shift.staff
        self._begin(
            lambda say: say.text("Bringing in…"),
            lambda tick: bring_in(file, staff, found, lambda done: tick(done, to_come)),
            self._on_brought_in,
            lambda say: say.text("Stopped. Nothing has come in."),
        )

    def undo(self) -> None:
        """Take the whole import back."""
        act = self.act
        if not act or self.is_busy:
            return
        file, staff = self._at.file, self._at.shift.staff

        def work(_tick: Ticker) -> None:
            undo(file, staff, act)
            finish_undo(file)

        self._begin(
            lambda say: say.text("Undoing…"),
            work,
            self._on_undone,
            lambda say: say.text("Stopped. The import was not undone."),
        )

    def cancel(self) -> None:
        """Stop what runs: then nothing has come in, or nothing was taken back."""
        if self._handle is not None:
            self._handle.cancel()

    def _begin(
        self, doing: Words, work: Callable[[Ticker], T], then: Callable[[T], object], stopped: Words
    ) -> None:
        self.doing = doing
        if not self.act:
            self.result = None
        self._handle = self._at.tasks.batch.run(
            work,
            then=then,
            fail=self._on_trouble,
            progress=self._on_progress,
            stopped=lambda: self._tell(stopped),
        )
        self.changed.emit()

    def _on_progress(self, progress: Progress) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(progress)

    def _on_looked(self, found: ImportPlan) -> None:
        if shiboken6.isValid(self):
            self.plan = found
            self.looked.emit()
            self.changed.emit()

    def _on_brought_in(self, act: str | None) -> None:
        self._announce()
        found, self.act = self.plan, act or ""
        # What was rejected or looks alike stays in sight after the rest has come in: somebody has still to see to it.
        if not (found and act and (found.rejected or found.alike)):
            self.plan = None
        if found is not None:
            new, changed = len(found.new), len(found.changed)
            self._tell(lambda say: _brought_in(say, new, changed))

    def _on_undone(self, _none: None) -> None:
        self._announce()
        self.act, self.plan = "", None
        self._tell(lambda say: say.text("The import was undone."))

    def _on_trouble(self, error: CheckinError) -> None:
        self._at.trouble(error)
        if not shiboken6.isValid(self):
            return
        self.changed.emit()
        if isinstance(error, OutdatedPlanError):
            self.look_again()

    def _announce(self) -> None:
        self._at.changes.delegates_changed.emit(frozenset())
        self._at.changes.acts_changed.emit()

    def _tell(self, words: Words) -> None:
        if shiboken6.isValid(self):  # or the window was closed meanwhile
            self.result = words
            self.changed.emit()


def _brought_in(say: Wording, new: int, changed: int) -> str:
    words = say.many("{count} row came in", "{count} rows came in", new + changed)
    return f"{words}: {say.text('{new} new, {changed} changed').format(new=new, changed=changed)}."
