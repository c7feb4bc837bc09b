"""Restoring an event whose file somebody else has deleted, replaced or overwritten while the event was open."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from checkin.errors import CheckinError, LostFileError
from checkin.ui.lost_question import LostQuestion
from checkin.ui.strip import Offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.desk.keep import BroughtBack
    from checkin.storage.event_file import EventFile
    from checkin.storage.lacking import Lacking
    from checkin.tasks import Tasks
    from checkin.ui.event_opener import EventOpener
    from checkin.ui.main_window import MainWindow
    from checkin.wording import Wording

_EVERY_MS: Final = 2000


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
        self._notice: BroughtBack | None = None
        self._without: Callable[[Wording], tuple[str, str]] | None = None
        self._offered: tuple[LostFileError, EventFile, bool] | None = None
        self._tried: tuple[LostFileError, EventFile] | None = None
        self._opened_again: EventFile | None = None
        self._is_asking = False
        """Whether the operator has chosen to open what lies there, and is being asked whether to go on without acts."""
        opener.failed.connect(self._on_not_opened, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def offer(self, lost: LostFileError, file: EventFile, instead: CheckinError | None = None) -> None:
        """Show what happened to the event file, with the operator's choices as buttons.

        The choices are to restore the event, if there is a copy of it, and to open the file that now lies at the path,
        if it is an event file. They are shown anew whenever such a file appears at the path or disappears. If `instead`
        is given, this error is shown in place of what happened to the event file; else an open question stays.
        """
        from checkin.desk.keep import can_be_opened  # noqa: PLC0415 - needed only here, after the first paint

        if self._is_asking and instead is None:
            return  # a page that cannot read now must not take the question away
        self._is_asking = False
        if self._offered is None:
            # An overwritten file that this window holds open could not be put aside by another window.
            self._tasks.in_each_lane(
                partial(_let_go_if_unreadable, file), lambda: _let_go_if_unreadable(file)
            )
        self._offered = lost, file, can_be_opened(file)
        offers = [self._to_save(lost, file)]
        if self._offered[2]:
            offers.append(Offer(lambda say: say.text("Open what lies there now"), self._compare))
        words = None if instead is not None else partial(_what_now, lost)
        self._window.strip.show_trouble(instead or lost, tuple(offers), words)
        self._timer.start()

    def tell_instead(self, error: CheckinError) -> None:
        """Show this error; the choices about a lost event stay beside the error, if they are still offered."""
        if self._offered is None:
            self._window.strip.show_trouble(error)
        else:
            self.offer(*self._offered[:2], error)

    def tell_come_in(self, acts: int) -> None:
        """Show in the window's strip that another window has added this number of acts from its copy of the event."""

        def tell(say: Wording) -> tuple[str, str]:
            title = say.many(
                "Another window has added {count} act that was missing here",
                "Another window has added {count} acts that were missing here",
                acts,
            )
            return title, say.text("Look at the last acts before you go on.")

        self._window.strip.show_outcome(tell, is_well=True)

    def look_again(self, file: EventFile) -> None:
        """If a file that could only be read can be written now, offer once to open it anew."""
        if self._opened_again is file or not file.could_be_written:
            return
        self._opened_again = file

        def told(say: Wording) -> tuple[str, str]:
            title = say.text("The event file can be written to again")
            return title, say.text("Nothing is recorded until the event is open again.")

        again = Offer(lambda say: say.text("Open it again"), partial(self._begin, None))
        self._window.strip.ask(told, (again,))

    def _to_save(self, lost: LostFileError, file: EventFile) -> Offer:
        """The offer that stands first: to restore the event or, where nothing is left of it, to choose another one."""
        from checkin.desk.keep import can_be_brought_back  # noqa: PLC0415 - needed only here, after the first paint

        if can_be_brought_back(file.path, lost.rescued):
            return Offer(lambda say: say.text("Bring the event back"), partial(self._begin, lost))
        return Offer(lambda say: say.text("Choose another event"), self._choose_another)

    def _choose_another(self) -> None:
        self._is_asking = False
        offered, self._offered = self._offered, None
        file = self._let_go() or (offered[1] if offered is not None else None)
        self._window.strip.hide()
        if file is not None:
            self._tasks.in_each_lane(file.close, self._opener.ask)

    def _compare(self) -> None:
        """Ask before the file that lies at the path is opened, if acts are not in this file."""
        from checkin.desk.keep import lacks  # noqa: PLC0415 - needed only here, after the first paint

        if self._offered is None:
            return
        lost, file, _ = self._offered
        if file.is_back:
            self._begin(None)
            return
        self._is_asking = True
        self._tasks.batch.run(
            lambda _tick: lacks(file.path, lost.rescued),
            then=partial(self._ask, lost, file),
            fail=partial(self.offer, lost, file),
        )

    def _ask(self, lost: LostFileError, file: EventFile, lacking: Lacking | None) -> None:
        if self._offered is None:
            return
        if lacking is None:
            self._begin(None)
            return
        question = LostQuestion(lacking, lost.rescued, file.known_event.zone)

        def open_it() -> None:
            self._without = question.opened
            self._begin(None)

        offers = (
            self._to_save(lost, file),
            Offer(lambda say: say.text("Open it without them"), open_it),
        )
        self._window.strip.ask(question.asked, offers)

    def _on_not_opened(self, error: CheckinError) -> None:
        """Offer the choices again, if the file that lay at the path could not be opened."""
        if self._tried is not None:
            (lost, file), self._tried = self._tried, None
            self._without = None
            self.offer(lost, file, error)

    def _look(self) -> None:
        from checkin.desk.keep import can_be_opened  # noqa: PLC0415 - needed only here, after the first paint

        if self._offered is None:
            self._timer.stop()
            return
        lost, file, was_there = self._offered
        if can_be_opened(file) != was_there:
            self._is_asking = False
            self.offer(lost, file)

    def tell(self) -> None:
        """Show in the window's strip what was restored; call this method when the event is open again."""
        self._offered = self._tried = None
        self._is_asking = False
        back, self._notice = self._notice, None
        without, self._without = self._without, None
        if back is not None and back.missing:
            self._window.strip.show_trouble(back.told)
        elif back is not None:
            self._window.strip.show_good_news(back.told)
        elif without is not None:
            self._window.strip.show_outcome(without, is_well=False)

    def drop(self) -> None:
        """Make no more offers about a lost event, because the operator has closed it."""
        self._offered = self._tried = None
        self._is_asking = False

    def _begin(self, error: LostFileError | None) -> None:
        """Close the file in each lane, one after another; then restore the event, for an error, and open it."""
        self._is_asking = False
        if error is not None and self._offered is not None and not self._offered[1].path.parent.is_dir():
            folder = self._offered[1].path.parent
            missing = CheckinError(
                "The folder of the event is not there",
                f"Put the stick or the folder {folder} back to its place, then press the button again.",
            )
            self.offer(error, self._offered[1], missing)
            return
        offered, self._offered = self._offered, None
        file = self._let_go() or (offered[1] if offered is not None else None)
        if file is None:
            return
        if error is None and offered is not None:
            self._tried = offered[:2]
        self._window.strip.hide()
        self._tasks.in_each_lane(file.close, partial(self._restore, file, error))

    def _restore(self, file: EventFile, error: LostFileError | None) -> None:
        with suppress(CheckinError):
            file.close()  # of this thread, if any page has asked here
        self._tasks.batch.run(
            lambda _tick: _brought_back(file, error),
            then=partial(self._on_restored, file),
            fail=partial(self._on_not_restored, file, error),
        )

    def _on_not_restored(self, file: EventFile, lost: LostFileError | None, told: CheckinError) -> None:
        """Let the operator choose another event, or try again as soon as the reason is gone."""
        self._opener.give_up(told)
        if lost is not None:
            self.offer(lost, file, told)

    def _on_restored(self, file: EventFile, back: BroughtBack | None) -> None:
        self._notice = back
        self._opener.open(file.path)


def _brought_back(file: EventFile, error: LostFileError | None) -> BroughtBack | None:
    """Bring the event back to its place; return what came of it, None if nothing was done.

    Without an error, do so only if the file itself has come back.
    """
    from checkin.desk.keep import BroughtBack, bring_back  # noqa: PLC0415 - needed only here, after the first paint

    if file.take_up_again():
        return BroughtBack(
            CheckinError("The event is back", "The file lies at its place again, with all that was recorded.")
        )
    if error is None:
        return None
    return bring_back(file.path, error.rescued, lambda _: None, file.event_id, error.recorded)


def _let_go_if_unreadable(file: EventFile) -> None:
    try:
        file.database.require_readable()
    except LostFileError:
        file.let_go()


def _what_now(lost: LostFileError, say: Wording) -> str:
    """What the operator must know at once about a lost file; the way on is on the buttons."""
    doubt = say.text("The last act may be missing: look before you do it again.") if lost.in_act else ""
    return " ".join(filter(None, (say.text("Nothing is recorded until the event is back."), doubt)))
