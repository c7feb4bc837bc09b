"""Saves the content of an open event file that somebody else has deleted, replaced or overwritten."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from checkin import paths
from checkin.errors import CheckinError
from checkin.storage import long_acts, receiving, rotation, write_pictures
from checkin.storage.back_up import write_copy
from checkin.storage.database import Database
from checkin.storage.drafts import draft_of
from checkin.storage.event_folder import unused
from checkin.storage.loss import Loss
from checkin.storage.lost import lost
from checkin.storage.migrating import migrate
from checkin.storage.rotation import RESCUED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checkin.domain.journal import Entry
    from checkin.errors import LostFileError


def rescue(
    database: Database,
    committed: Callable[[], Sequence[Entry]],
    kept: Callable[[], Sequence[bytes]],
    loss: Loss,
    *,
    in_act: bool,
) -> LostFileError:
    """Write a complete copy of the lost file, which this program still has open; return the error for the operator.

    `loss` is what happened to the file; `in_act` says that it was noticed while an act was being recorded. The copy is
    put into the folder of the event file or, if that fails, into this program's own folder. If both fail, there is no
    copy, and the error names the back-ups instead.

    A file that was overwritten or cut may hold another event or an older state by now. Then the copy is the newest one
    of this event that can be found, with the entries that this program has `committed` since, and the pictures that it
    has `kept` for them.
    """
    event = database.path
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for folder in (event.absolute().parent, paths.data_folder()):
        target = unused(folder / f"{event.stem}{RESCUED}{stamp}{event.suffix}")
        if folder == paths.data_folder():
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_copied = database.holds_its_event() and _is_done(partial(write_copy, database, target))
        if loss in {Loss.CUT, Loss.OVERWRITTEN}:
            copies = [*_copies_of(database), *([target] if is_copied else [])]
            is_copied |= _is_done(partial(_join, copies, committed(), kept(), target))
        if is_copied:
            return lost(loss, event, target, in_act=in_act, recorded=database.recorded)
    return lost(loss, event, in_act=in_act, recorded=database.recorded)


def _copies_of(database: Database) -> list[Path]:
    known = rotation.copies_of(database.path)
    return [each for each in known if rotation.is_copy_of(each, database.event)]


def _join(copies: Sequence[Path], entries: Sequence[Entry], kept: Sequence[bytes], target: Path) -> None:
    """Write to `target` the newest of the copies, with those entries and pictures that this copy does not hold.

    The entries are sealed: raises CheckinError if they do not follow on what the copy holds, or if there is no copy.
    """
    newest = rotation.newest_of(copies)
    if newest is None:
        raise CheckinError("There is no back-up of this event", f"{target} cannot be made.")
    with draft_of(target) as draft:
        shutil.copyfile(newest, draft)
        joined = Database(draft)
        try:
            migrate(joined)
            with joined.transaction(batch=True):
                write_pictures.write_all(joined, kept)
            receiving.receive(joined, entries)
            long_acts.finish_undo(joined)
        finally:
            joined.close()
        draft.replace(target)


def _is_done(work: Callable[[], object]) -> bool:
    try:
        work()
    except (CheckinError, OSError):
        return False
    return True
