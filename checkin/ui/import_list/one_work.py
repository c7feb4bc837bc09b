"""The background work of a page that does only one task at a time, with a sentence that says what is being done."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.errors import CheckinError
    from checkin.tasks import Handle, Progress, Ticker
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

T = TypeVar("T")
Outcome = TypeVar("Outcome")


class OneWork(QObject):
    """Runs one task at a time in the background; a new task replaces the running one."""

    changed = Signal()
    """Emitted when a task has begun or ended, or when something new is known about the list."""

    progressed = Signal(object)
    """Emitted while a task is running, with a Progress that says how much is done."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._at = parts
        self._handle: Handle | None = None
        self._number = 0
        """How many works were begun."""
        self._is_again = False
        self.doing: Words | None = None
        """The sentence that says which task is running or ran last; None before the first task."""
        self.result: Words | None = None
        """The sentence that says what the last task resulted in; None if there is nothing to say."""

    @property
    def is_busy(self) -> bool:
        """Whether a list is being examined or imported, or an import is being undone."""
        return self._handle is not None and not self._handle.is_done

    @property
    def is_looking_again(self) -> bool:
        """Whether the list that the page shows is being examined again because the operator has made a choice.

        The operator can make a further choice meanwhile: then the list is examined once more.
        """
        return self.is_busy and self._is_again

    def cancel(self) -> None:
        """Stop the running task. A stopped import has imported nothing; a stopped undo has undone nothing."""
        if self._handle is not None:
            self._handle.cancel()

    def tell(self, words: Words) -> None:
        """Show this sentence as the result of the last task."""
        if shiboken6.isValid(self):  # else the window was closed meanwhile
            self.result = words
            self.changed.emit()

    def _begin(
        self,
        doing: Words,
        work: Callable[[Ticker], T],
        then: Callable[[T], object],
        stopped: Words,
        fail: Callable[[CheckinError], object] | None = None,
        *,
        is_again: bool = False,
    ) -> None:
        """Begin this work; what is still reported of former work is not listened to any more."""
        self.doing, self.result, self._is_again = doing, None, is_again
        self._number = number = self._number + 1

        def if_newest(listener: Callable[[Outcome], object]) -> Callable[[Outcome], object]:
            return lambda outcome: listener(outcome) if number == self._number else None

        self._handle = self._at.tasks.batch.run(
            work,
            then=if_newest(then),
            fail=if_newest(fail or self._on_trouble),
            progress=if_newest(self._on_progress),
            stopped=lambda: if_newest(self.tell)(stopped),
        )
        self.changed.emit()

    def _on_trouble(self, error: CheckinError) -> None:
        """Tell the operator that the work has failed."""
        self._at.trouble(error)

    def _on_progress(self, progress: Progress) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(progress)
