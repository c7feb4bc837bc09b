"""Keep the event safe: back-ups of the live file, and the way back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from checkin.storage import back_up as storage

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile


def back_up(file: EventFile, folder: Path | None = None) -> Path:
    """Write a copy of the event to a folder, by itself beside the event file; the path of the copy."""
    return storage.back_up(file.database, folder)


def last_back_up(file: EventFile) -> datetime | None:
    """When the newest automatic back-up of the event was written, in UTC; None where there is none."""
    newest = storage.newest(file.path)
    return None if newest is None else datetime.fromtimestamp(newest.stat().st_mtime, UTC)


def restore(copy: Path, event: Path) -> Path | None:
    """Make the event file from a back-up; where a file was there, its new path beside it."""
    return storage.restore(copy, event)
