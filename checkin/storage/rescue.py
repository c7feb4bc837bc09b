"""Saves the content of an open event file that somebody else has deleted, replaced or overwritten."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from checkin import paths
from checkin.errors import CheckinError
from checkin.storage.back_up import write_copy
from checkin.storage.lost import lost
from checkin.storage.on_disk import unused
from checkin.storage.rotation import RESCUED

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.errors import LostFileError
    from checkin.storage.database import Database
    from checkin.storage.loss import Loss


def rescue(database: Database, loss: Loss, *, in_act: bool) -> LostFileError:
    """Write a complete copy of the lost file, which this program still has open; return the error for the operator.

    `loss` is what happened to the file; `in_act` says that it was noticed while an act was being recorded. The copy is
    put into the folder of the event file or, if that fails, into this program's own folder. If both fail, there is no
    copy, and the error names the back-ups instead. There is no copy either of a file that holds another event by now.
    """
    event = database.path
    if not database.holds_its_event():
        return lost(loss, event, in_act=in_act)
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for folder in (event.absolute().parent, paths.data_folder()):
        target = unused(folder / f"{event.stem}{RESCUED}{stamp}{event.suffix}")
        if _is_copied(database, target):
            return lost(loss, event, target, in_act=in_act)
    return lost(loss, event, in_act=in_act)


def _is_copied(database: Database, target: Path) -> bool:
    try:
        if target.parent == paths.data_folder():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_copy(database, target)
    except (CheckinError, OSError):
        return False
    return True
