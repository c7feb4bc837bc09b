"""Open an event file for the desk of this computer, or make a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin import settings
from checkin.storage.event_file import EventFile
from checkin.storage.event_folder import is_open_elsewhere

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event


def open_event(path: Path) -> EventFile:
    """Open the event file at this path; raises CheckinError if it cannot be used."""
    return EventFile.open(path, settings.load().desk_id)


def is_in_use(path: Path) -> bool:
    """Whether a program has the event file at this path open: another window, a command, another user's window.

    A program on another computer, with which the folder is shared, is not noticed. Call this before the file is opened.
    """
    return is_open_elsewhere(path)


def new_event(path: Path, event: Event, staff: Staff) -> EventFile:
    """Make a new file for this event and open it; raises CheckinError if a file of that name exists."""
    return EventFile.create(path, event, settings.load().desk_id, staff.operator)
