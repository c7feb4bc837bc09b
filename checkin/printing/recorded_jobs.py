"""The print jobs recorded in the event file, which the print queue reads and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.badges import layouts
from checkin.desk import print_badges
from checkin.errors import CheckinError, NotDrawnError
from checkin.printing.port import Size
from checkin.printing.queue import PrintJob

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.desk.staff import Shift
    from checkin.storage.event_file import EventFile
    from checkin.storage.print_jobs import RecordedJob


class RecordedJobs:
    """The print jobs of an event file.

    Each badge is drawn only just before printing, so that it shows corrections made while the job waited.
    """

    def __init__(self, file: EventFile, shift: Shift, now: Callable[[], datetime]) -> None:
        self._file = file
        self._shift = shift
        self._now = now
        self._known: dict[int, RecordedJob] = {}
        self._faces: dict[int, str] = {}
        self._not_drawn: CheckinError | None = None

    def first_waiting(self) -> PrintJob | None:
        """The next job that waits, with its badge drawn; None if there is none.

        A job is passed over if its badge cannot be drawn or has just been revoked.
        """
        following: PrintJob | None = None
        failed: list[CheckinError] = []
        for job in print_badges.waiting_jobs(self._file):
            try:
                badge = print_badges.drawn(self._file, job)
            except CheckinError as error:
                failed.append(error)
                continue
            if badge is not None:
                layout = layouts.standard()
                following = PrintJob(job.no, job.code, badge.pdf, Size(layout.width, layout.height))
                self._known[job.no] = job
                self._faces[job.no] = badge.face
                break
        not_drawn = _all_told(failed)
        if str(not_drawn) != str(self._not_drawn):
            self._not_drawn = not_drawn
        return following

    @property
    def not_drawn(self) -> CheckinError | None:
        """The error about the badges that the last call of `first_waiting` could not draw; None if there were none.

        As long as the text of the error does not change, the same error object is returned.
        """
        return self._not_drawn

    def waiting(self) -> int:
        """The number of jobs that wait: those that are queued or have failed."""
        return len(print_badges.waiting_jobs(self._file))

    def mark_sent(self, no: int, printer: str) -> None:
        """Record that the printer has taken the job."""
        job, face = self._known.pop(no), self._faces.pop(no)
        print_badges.note_sent(self._file, self._shift.staff, job, printer, self._now(), face=face)

    def mark_failed(self, no: int, printer: str, trouble: str) -> None:
        """Record that the printer has not taken the job, and why; the job goes on waiting."""
        print_badges.note_failed(self._file, self._known[no], printer, trouble)


def _all_told(failed: list[CheckinError]) -> CheckinError | None:
    """The last of these errors, which names the badges of the others too, the newest first; None if there is none.

    The errors are in the order of the queue, so the last one is about the guest who probably stands at the desk now.
    """
    if not failed:
        return None
    newest, *others = reversed(failed)
    named = [other for other in others if isinstance(other, NotDrawnError)]
    return newest.with_others(named) if isinstance(newest, NotDrawnError) and named else newest
