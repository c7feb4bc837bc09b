"""The queue that sends print jobs to the printer in order, waits while there is no printer, and tries again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.errors import CheckinError, LostFileError
from checkin.printing.port import Printer, PrinterState, Size, title_of

if TYPE_CHECKING:
    from checkin.tasks import Handle, QuickLane

RETRY_MS: Final = 5_000
"""The time in ms after which the queue looks again whether the printer is ready; a green lamp is at most this old."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One badge that waits to be printed; `no` is the job's number, and lower numbers are printed first.

    `code` is the badge's code. `pdf` is the drawn badge, whose pages have the given size.
    """

    no: int
    code: str
    pdf: bytes
    size: Size


class PrintJobs(Protocol):
    """The record of the print jobs. Its methods are called in the queue's background lane, one call at a time."""

    def first_waiting(self) -> PrintJob | None:
        """The first job that waits and whose badge can be drawn, with the drawn badge; None if there is none.

        Jobs wait if they are queued or have failed. The first is the job with the lowest number.
        """

    @property
    def not_drawn(self) -> CheckinError | None:
        """The error about a badge that the last call of `first_waiting` could not draw; None if there was none."""

    def waiting(self) -> int:
        """The number of jobs that are queued or have failed."""

    def mark_sent(self, no: int, printer: str) -> None:
        """Record that the printer has taken the job, which then no longer waits."""

    def mark_failed(self, no: int, printer: str, trouble: str) -> None:
        """Record that the printer has not taken the job, and why; the job keeps its place and goes on waiting."""


@dataclass(frozen=True, slots=True)
class QueueState:
    """The state of the print queue, which the window shows as a lamp.

    `printer` is the printer's name, and `waiting` the number of waiting jobs. `trouble` tells the operator what is
    wrong, or is "". `not_drawn` is the error about a waiting badge that cannot be drawn and so cannot be printed. It is
    None while the printer is not ready, because waiting badges are drawn only for a printer that is ready. `is_folder`
    says that a folder is used in place of a printer.
    """

    printer: str
    state: PrinterState
    waiting: int
    trouble: str = ""
    not_drawn: CheckinError | None = None
    is_folder: bool = False

    @property
    def is_printing(self) -> bool:
        """Whether the printer is ready and takes badges, even if one of the waiting badges cannot be drawn."""
        return self.state is PrinterState.READY and not self.trouble

    @property
    def is_well(self) -> bool:
        """Whether the printer is ready and nothing is wrong; the lamp in the window is then green."""
        return self.is_printing and self.not_drawn is None


class PrintQueue(QObject):
    """The queue of print jobs, which sends one job after another to the printer.

    Its methods are called on the UI thread and return at once: the jobs are sent by a background thread (a lane).
    """

    state_changed = Signal(QueueState)
    """Emitted on the UI thread whenever the printer, its state or the number of waiting jobs has changed."""

    tried_again = Signal(QueueState)
    """Emitted on the UI thread after each attempt that `try_again` asked for, even if nothing has changed."""

    job_sent = Signal(int)
    """Emitted with the number of a job that the printer took."""

    def __init__(
        self, lane: QuickLane, jobs: PrintJobs, printer: Printer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._jobs = jobs
        self._printer = printer
        self._unmarked: set[int] = set()
        self._told: QueueState | None = None
        self._step: Handle | None = None
        self._is_wanted = self._is_outcome_wanted = False
        self._again = QTimer(self, interval=RETRY_MS)
        self._again.timeout.connect(self.wake)

    @property
    def is_printing(self) -> bool:
        """Whether a badge queued now will be printed soon, by the printer's last report; True without any report."""
        return self._told is None or self._told.is_printing

    def start(self) -> None:
        """Send the jobs left from the last run of the program, and look at the printer regularly until `stop`."""
        self._again.start()
        self.wake()

    def stop(self) -> None:
        """Stop sending jobs; the jobs that wait are kept for the next start."""
        self._again.stop()
        self._is_wanted = False

    def use(self, printer: Printer) -> None:
        """From now on, send all jobs to this printer, also those that already wait."""
        self._printer = printer
        self.wake()

    def try_again(self) -> None:
        """Look for jobs at once, because the operator wants another try; `tried_again` tells the outcome."""
        self._is_outcome_wanted = True
        self.wake()

    def wake(self) -> None:
        """Look for jobs at once. Call it after recording a job."""
        if self._step is not None and not self._step.is_done:
            self._is_wanted = True
            return
        printer = self._printer
        self._step = self._lane.run(
            lambda: self._send_one(printer), then=self._on_step, fail=self._on_trouble
        )

    def _send_one(self, printer: Printer) -> _Step:
        """Send the first job that waits, if the printer is ready.

        Only one job is sent, so that a change of printer takes effect soon. This method runs in the background lane,
        and is the only one to use `_unmarked`.
        """
        waiting, state = self._jobs.waiting(), printer.state()
        is_looked_at = waiting > 0 and state is PrinterState.READY
        job = self._jobs.first_waiting() if is_looked_at else None
        not_drawn = self._jobs.not_drawn if is_looked_at else None
        told = QueueState(printer.name, state, waiting, not_drawn=not_drawn, is_folder=printer.is_folder)
        if job is None:
            return _Step(told)
        if job.no not in self._unmarked:
            try:
                printer.submit(job.pdf, title_of(job.no), job.size)
            except CheckinError as error:
                self._jobs.mark_failed(job.no, printer.name, str(error))
                return _Step(replace(told, trouble=str(error)))
        self._unmarked.add(job.no)  # if marking fails now, the badge must not come out twice
        self._jobs.mark_sent(job.no, printer.name)
        self._unmarked.discard(job.no)
        return _Step(replace(told, waiting=waiting - 1), job.no)

    def _on_step(self, step: _Step) -> None:
        if step.sent is not None:
            self.job_sent.emit(step.sent)
        self._tell(step.state)
        if self._is_wanted or step.sent is not None:
            self._is_wanted = False
            self.wake()

    def _on_trouble(self, error: CheckinError) -> None:
        """Show that the recorded jobs cannot be read or marked; the queue tries again later.

        Of a lost event file nothing is told anew: it says nothing of the printer.
        """
        if isinstance(error, LostFileError):
            self._is_outcome_wanted = False
            return
        waiting = self._told.waiting if self._told is not None else 0
        printer, stopped = self._printer, PrinterState.STOPPED
        self._tell(QueueState(printer.name, stopped, waiting, str(error), is_folder=printer.is_folder))

    def _tell(self, state: QueueState) -> None:
        if state != self._told:
            self._told = state
            self.state_changed.emit(state)
        if self._is_outcome_wanted:
            self._is_outcome_wanted = False
            self.tried_again.emit(state)


@dataclass(frozen=True, slots=True)
class _Step:
    """The outcome of one attempt to send a job; `sent` is the number of the job sent, None if none was."""

    state: QueueState
    sent: int | None = None
