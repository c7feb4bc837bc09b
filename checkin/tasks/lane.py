"""A lane: one thread that does one piece of work after another and reports each outcome on the UI thread."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from checkin.errors import CheckinError
from checkin.tasks.handle import Cancelled, Handle, Ticker

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.tasks.handle import Progress

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Listeners(Generic[T]):
    """The functions to call on the UI thread with an outcome; None for an outcome that nobody wants to hear."""

    then: Callable[[T], object] | None
    fail: Callable[[CheckinError], object] | None
    progress: Callable[[Progress], object] | None = None
    stopped: Callable[[], object] | None = None
    is_told_late: bool = False
    """Whether the outcome is told all the same where the cancel came too late to stop the work."""


class Lane(QObject):
    """One background thread with its queue of work; the base class of QuickLane and LongLane.

    A lane is created and called on the UI thread, and reports the outcomes of work there. Only the work itself runs in
    the background thread.

    `trouble` is emitted if work raises a CheckinError and was given no function `fail` to call with it. `bug` is
    emitted for any other exception, whether the work or a function that was called with its outcome raised it.
    """

    trouble = Signal(CheckinError)
    bug = Signal(Exception)
    _outcome_ready = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._outcomes: deque[Callable[[], object]] = deque()
        self._waiting: set[Handle] = set()
        self._optional: set[Handle] = set()
        self._is_closed = False
        self._is_ended = False
        self._outcome_ready.connect(self._tell_outcomes, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any work is running or waiting, or has an outcome that was not yet told on the UI thread."""
        return bool(self._waiting)

    def refuse_more(self) -> None:
        """Cancel optional work and accept no more work; all other work that waits is still done.

        Optional work is all work of a LongLane, and the work that was given to a QuickLane with a key.
        """
        self._is_closed = True
        for handle in self._optional:
            handle.cancel()

    def close(self, last: Callable[[], object] | None = None) -> None:
        """Cancel optional work, finish all other work, call `last` in the background thread and end the thread.

        Optional work is as in `refuse_more`. Outcomes are reported before `close` returns. Work that is given to the
        lane afterwards is cancelled from the start.
        """
        if self._is_ended:
            return
        self._is_ended = True
        self.refuse_more()
        if last is not None:
            self._thread.submit(self._do, lambda _tick: last(), _Listeners(None, None), Handle())
        self._thread.shutdown(wait=True)
        self._tell_outcomes()

    def _submit(self, work: Callable[[Ticker], T], listeners: _Listeners[T], handle: Handle) -> Handle:
        if self._is_closed:
            handle.cancel()
            handle.mark_done()
            return handle
        self._waiting.add(handle)
        self._thread.submit(self._do, work, listeners, handle)
        return handle

    def _do(self, work: Callable[[Ticker], T], listeners: _Listeners[T], handle: Handle) -> None:
        """Do the work in the lane's thread, and queue its outcome for the UI thread."""
        try:
            if handle.is_cancelled:
                raise Cancelled  # noqa: TRY301 - the one way out for cancelled work, started or not
            result = work(Ticker(handle, listeners.progress, self._put_up))
        except Cancelled:
            self._put_up(lambda: self._ended(handle, listeners.stopped))
        except CheckinError as error:
            trouble, fail = error, listeners.fail or self.trouble.emit
            self._put_up(lambda: self._ended(handle, lambda: fail(trouble), listeners))
        except Exception as error:  # noqa: BLE001 - whatever it is, the desk keeps running
            bug = error
            self._put_up(lambda: self._ended(handle, lambda: self.bug.emit(bug)))
            self._put_up(listeners.stopped or _nothing)
        else:
            then = listeners.then or _nobody
            self._put_up(lambda: self._ended(handle, lambda: then(result), listeners))

    def _put_up(self, outcome: Callable[[], object]) -> None:
        self._outcomes.append(outcome)
        self._outcome_ready.emit()

    def _tell_outcomes(self) -> None:
        """Report all queued outcomes, on the UI thread."""
        while self._outcomes:
            try:
                self._outcomes.popleft()()
            except Exception as error:  # noqa: BLE001 - a listener's fault must not lose the next outcome
                self.bug.emit(error)

    def _ended(
        self,
        handle: Handle,
        tell: Callable[[], object] | None,
        listeners: _Listeners[T] | None = None,
    ) -> None:
        """Mark the work as ended, on the UI thread, and report its outcome.

        The result of cancelled work is not reported, unless it is long work that ended before it noticed the
        cancelling.
        """
        handle.mark_done()
        self._waiting.discard(handle)
        self._optional.discard(handle)
        is_unwanted = listeners is not None and handle.is_cancelled and not listeners.is_told_late
        if tell is not None and not is_unwanted:
            tell()


def _nobody(_result: object) -> None:
    """Ignore a result to which nobody listens."""


def _nothing() -> None:
    """Do nothing; called if nobody wants to hear that work was stopped."""


class QuickLane(Lane):
    """A lane (a background thread with a queue) for work that takes milliseconds and has no progress bar."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(name, parent)
        self._latest: dict[str, Handle] = {}

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        fail: Callable[[CheckinError], object] | None = None,
        *,
        key: str = "",
    ) -> Handle:
        """Do the work after all work that already waits, then report its outcome on the UI thread.

        `then` is called with the result, or `fail` with the CheckinError that the work raised. Work that newer work
        makes pointless, such as a search while somebody types, should have a `key`: new work cancels former work with
        the same key, and the result of the former work is then never reported. Closing the lane also cancels work that
        has a key.
        """
        handle = Handle()
        if key:
            former = self._latest.get(key)
            if former is not None:
                former.cancel()
            self._latest[key] = handle
            self._optional.add(handle)
        return self._submit(lambda _tick: work(), _Listeners(then, fail), handle)


class LongLane(Lane):
    """A lane (a background thread with a queue) for work that takes seconds, shows its progress and can be stopped."""

    def run(
        self,
        work: Callable[[Ticker], T],
        then: Callable[[T], object] | None = None,
        fail: Callable[[CheckinError], object] | None = None,
        *,
        progress: Callable[[Progress], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Handle:
        """Do the work after all work that already waits, then report its outcome on the UI thread.

        The work is given the function `tick(done, total=0)`, by which it reports its progress; `tick` raises Cancelled
        once the handle is cancelled. On the UI thread, `progress` is called with the newest progress, and at the end
        `then` with the result or `fail` with the CheckinError. If the work was cancelled, or broken off by a fault of
        the program, `stopped` is called instead. Work that ended before it noticed the cancelling still calls `then` or
        `fail`. Closing the lane cancels the work that runs or waits.
        """
        handle = Handle()
        self._optional.add(handle)
        return self._submit(work, _Listeners(then, fail, progress, stopped, is_told_late=True), handle)
