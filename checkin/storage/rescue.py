"""Saves what an event file held that somebody else has deleted, replaced or overwritten while it was open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from checkin import paths
from checkin.errors import CheckinError
from checkin.storage.back_up import write_copy
from checkin.storage.lost import lost
from checkin.storage.on_disk import unused

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.errors import LostFileError
    from checkin.storage.database import Database
    from checkin.storage.guard import Loss


def rescue(database: Database, loss: Loss) -> LostFileError:
    """Write a whole copy of the lost file, which this program still has open, and return the error that tells of it.

    The copy lies beside the place of the event file or, where that folder is gone too, in this program's own folder.
    """
    event = database.path
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for folder in (event.absolute().parent, paths.data_folder()):
        target = unused(folder / f"{event.stem}.rescued-{stamp}{event.suffix}")
        if _is_copied(database, target):
            return lost(loss, event, target)
    return lost(loss, event)


def _is_copied(database: Database, target: Path) -> bool:
    try:
        if target.parent == paths.data_folder():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_copy(database, target)
    except (CheckinError, OSError):
        return False
    return True
