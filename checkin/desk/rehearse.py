"""Rehearse an event in a copy of its file, and delete the copy afterwards. Save another copy of an event."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.storage.back_up import write_copy
from checkin.storage.event_folder import folder_beside, is_open_elsewhere, unused
from checkin.storage.on_disk import ENDINGS
from checkin.storage.rehearsing import is_rehearsal_at, make_rehearsal

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile

_NAMED: Final = ".rehearsal"


def save_copy(file: EventFile, target: Path) -> Path:
    """Write a complete copy of the event to the path `target` while the event is open; return the path.

    Raises CheckinError if the copy cannot be written, or if there is a file at the path.
    """
    if target.exists():
        raise CheckinError(
            "There is a file of this name already", f"{target} was left as it is. Choose another name."
        )
    _write(file, target)
    return target


def begin_rehearsal(file: EventFile) -> Path:
    """Make a rehearsal of the event, a marked copy beside its file, and return its path (see `storage.rehearsing`).

    Raises CheckinError if the copy cannot be written.
    """
    target = unused(rehearsal_of(file.path))
    _write(file, target, is_rehearsal=True)
    return target


def rehearsal_of(event: Path) -> Path:
    """The path at which a rehearsal of this event is made; if there is a file, a number is added."""
    return event.with_name(f"{event.stem}{_NAMED}{event.suffix}")


def event_of(rehearsal: Path) -> Path | None:
    """The path of the event of which this file is a rehearsal; None if `begin_rehearsal` gives no such name."""
    stem, named, number = rehearsal.stem.rpartition(_NAMED)
    is_named = named and (not number or number[1:].isdecimal())
    return rehearsal.with_name(f"{stem}{rehearsal.suffix}") if is_named else None


def delete_rehearsal(event: Path) -> None:
    """Delete the file of a rehearsal and its back-ups.

    Raises CheckinError, and deletes nothing, if the file is no rehearsal, or if a program has the file open.
    """
    if not is_rehearsal_at(event):
        raise CheckinError("This is not a rehearsal", f"{event} was left as it is.")
    if is_open_elsewhere(event):
        raise CheckinError(
            "The rehearsal is open in another program",
            f"Close every window that has {event} open, then try again.",
        )
    folder = folder_beside(event)
    try:
        for ending in ENDINGS:
            event.with_name(event.name + ending).unlink(missing_ok=True)
        for copy in folder.glob("*.event"):
            copy.unlink()
    except OSError as error:
        raise CheckinError(
            "The rehearsal could not be deleted",
            f"{event}: {error.strerror or error}. Delete the file yourself.",
        ) from error
    with suppress(OSError):
        folder.rmdir()


def _write(file: EventFile, target: Path, *, is_rehearsal: bool = False) -> None:
    file.database.require_readable()
    try:
        write_copy(file.database, target, make_rehearsal if is_rehearsal else None)
    except OSError as error:
        raise CheckinError(
            "The copy could not be written",
            f"{target}: {error.strerror or error}. Choose another folder or stick.",
        ) from error
