"""The printing of one event's badges: connects the recorded print jobs, the queue and the chosen printer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.printing.choice import chosen_printer
from checkin.printing.queue import PrintQueue
from checkin.printing.recorded_jobs import RecordedJobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QObject

    from checkin.desk.staff import Shift
    from checkin.printing.port import Printer
    from checkin.settings import Settings
    from checkin.storage.event_file import EventFile
    from checkin.tasks import QuickLane


class BadgePrinting(PrintQueue):
    """The print queue of one event's badges.

    The badges of a demo event are written into a folder beside the event file, unless a printer or a folder was chosen
    for this computer. So badges of invented delegates do not come out of the office's printer, and somebody without a
    printer sees a badge all the same.
    """

    def __init__(
        self,
        lane: QuickLane,
        file: EventFile,
        shift: Shift,
        now: Callable[[], datetime],
        here: Settings,
        *,
        is_demo: bool,
        parent: QObject,
    ) -> None:
        self._beside = file.path.with_name("Badges") if is_demo else None
        super().__init__(lane, RecordedJobs(file, shift, now), self._printer_of(here), parent)

    def apply(self, here: Settings) -> None:
        """From now on, print to the printer or folder that these settings name."""
        self.use(self._printer_of(here))

    def _printer_of(self, here: Settings) -> Printer:
        if self._beside is not None and not (here.printer or here.pdf_folder):
            here = replace(here, pdf_folder=str(self._beside))
        return chosen_printer(here)
