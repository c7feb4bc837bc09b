"""Open an event file for the desk of this computer, or make a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin import settings
from checkin.storage.event_file import EventFile

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event


def open_event(path: Path) -> EventFile:
    """Open the event file at this path; raises CheckinError if it cannot be used."""
    return EventFile.open(path, settings.load().desk_id)


def new_event(path: Path, event: Event, staff: Staff) -> EventFile:
    """Make a new file for this event and open it; raises CheckinError if a file of that name exists."""
    return EventFile.create(path, event, settings.load().desk_id, staff.operator)
