"""The print jobs that the desk recorded in the event file, as the queue takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.badges import layout as layouts
from checkin.desk import print_badges
from checkin.printing.port import Size
from checkin.printing.queue import PrintJob

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.storage.event_file import EventFile
    from checkin.storage.print_jobs import PrintJob as RecordedJob


class RecordedJobs:
    """Badges are drawn when their turn has come, so that a correction made meanwhile is on them."""

    def __init__(self, file: EventFile, staff: Staff, now: Callable[[], datetime]) -> None:
        self._file = file
        self._staff = staff
        self._now = now
        self._known: dict[int, RecordedJob] = {}

    def first_waiting(self) -> PrintJob | None:
        """The job that is next; a badge that was revoked this very moment is passed over."""
        for job in print_badges.waiting_jobs(self._file):
            pdf = print_badges.drawn(self._file, job)
            if pdf is None:
                continue
            self._known[job.no] = job
            layout = layouts.standard()
            return PrintJob(job.no, job.code, pdf, Size(layout.width, layout.height))
        return None

    def waiting(self) -> int:
        """How many wait."""
        return len(print_badges.waiting_jobs(self._file))

    def mark_sent(self, no: int, printer: str) -> None:
        """The printer has taken it."""
        print_badges.note_sent(self._file, self._staff, self._known.pop(no), printer, self._now())

    def mark_failed(self, no: int, printer: str, trouble: str) -> None:
        """The printer has not; the job waits on."""
        print_badges.note_failed(self._file, self._known[no], printer, trouble)
