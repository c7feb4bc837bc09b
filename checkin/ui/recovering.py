"""Restoring an event whose file somebody else has deleted, replaced or overwritten while the event was open."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin.errors import CheckinError
from checkin.ui.strip import Offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.errors import LostFileError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.event_opener import EventOpener
    from checkin.ui.main_window import MainWindow


class Recovery(QObject):
    """Recovers from the loss of the event file, if another program deletes, replaces or overwrites it.

    The operator chooses to restore the event, or to open the file that now lies at the path. The program goes on
    running: the pages are deleted, the file is closed in each background thread, and the event is opened again.
    """

    def __init__(
        self, tasks: Tasks, window: MainWindow, opener: EventOpener, let_go: Callable[[], EventFile | None]
    ) -> None:
        """Store what is needed; `let_go` puts the open event away and returns its file, which is still open."""
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._opener = opener
        self._let_go = let_go
        self._notice: CheckinError | None = None

    def offer(self, error: LostFileError, file: EventFile) -> None:
        """Show what happened to the event file, with the two choices as buttons."""
        offers = [Offer(lambda say: say.text("Bring the event back"), partial(self._begin, error))]
        if file.path.is_file():
            offers.append(Offer(lambda say: say.text("Open what lies there now"), partial(self._begin, None)))
        self._window.strip.show_trouble(error, tuple(offers))

    def tell(self) -> None:
        """Show in the window's strip what was restored; call this method when the event is open again."""
        told, self._notice = self._notice, None
        if told is not None:
            self._window.strip.show_trouble(told)

    def _begin(self, error: LostFileError | None) -> None:
        """Close the file in each lane, one after another; then restore the event, for an error, and open it."""
        file = self._let_go()
        if file is None:
            return
        self._window.strip.hide()
        self._tasks.in_each_lane(file.close, partial(self._restore, file, error))

    def _restore(self, file: EventFile, error: LostFileError | None) -> None:
        from checkin.desk.keep import bring_back  # noqa: PLC0415 - needed only here, after the first paint

        with suppress(CheckinError):
            file.close()  # of this thread, if any page has asked here
        if error is None:
            self._opener.open(file.path)
            return
        self._tasks.batch.run(
            lambda _tick: bring_back(file.path, error.rescued, lambda _: None),
            then=partial(self._on_restored, file),
            fail=self._opener.give_up,
        )

    def _on_restored(self, file: EventFile, told: CheckinError) -> None:
        self._notice = told
        self._opener.open(file.path)
