"""Stops using an event file that somebody else has deleted, replaced or overwritten, and makes the error for it."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Protocol

from checkin.errors import LostFileError
from checkin.storage.event_folder import folder_beside
from checkin.storage.loss import Loss
from checkin.storage.trouble import ERRORS

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.guard import Guard

_TITLES: Final = {
    Loss.DELETED: "The event file was deleted while it was open",
    Loss.MOVED: "The event file is no longer at its place",
    Loss.REPLACED: "The event file was replaced by another file while it was open",
    Loss.CUT: "The event file was cut short by another program",
    Loss.OVERWRITTEN: "The event file was overwritten by another program",
    Loss.LOG: "A part of the event file was deleted or replaced while it was open",
}
_ALL_INTO_THE_FILE: Final = "PRAGMA wal_checkpoint(FULL)"
_STOPPED: Final = "Nothing more is recorded in {path}. "
_UNDER_WAY: Final = "The last act may be missing: look before you do it again. "
_RESCUED: Final = "All that was recorded before is kept. Go on with 'checkin restore {rescued} {path}'."
_READ: Final = (
    "What could still be read is kept in {rescued}. Compare it with the newest back-up in {backups}, and go on with "
    "one of them: 'checkin restore FILE {path}'."
)
_NOT_RESCUED: Final = "Go on with the newest back-up in {backups}: 'checkin restore FILE {path}'."


class WhenLost(Protocol):
    """The type of the functions that make the error for a lost event file."""

    def __call__(self, loss: Loss, *, in_act: bool) -> LostFileError:
        """The error for this loss; `in_act` says that it was noticed while an act was being recorded."""


def lost(
    loss: Loss, path: Path, rescued: Path | None = None, *, in_act: bool = False, recorded: int = 0
) -> LostFileError:
    """The error that tells the operator what happened to the event file at this path, and what to do now.

    `rescued` is the path of the copy of the lost file; None if no copy was made. `in_act` says that the loss was
    noticed while an act was being recorded, so that nobody knows whether the act is in the copy. `recorded` is the
    number of entries that the file is known to have held.
    """
    remedy = _READ if loss in {Loss.CUT, Loss.OVERWRITTEN} else _RESCUED
    remedy = remedy if rescued is not None else _NOT_RESCUED
    told = f"{_STOPPED}{_UNDER_WAY if in_act else ''}{remedy}"
    told = told.format(path=path, backups=folder_beside(path), rescued=rescued)
    return LostFileError(_TITLES[loss], told, rescued, in_act=in_act, recorded=recorded)


def give_up(loss: Loss, path: Path, guard: Guard, connection: Any) -> None:  # noqa: ANN401 - a connection of SQLite
    """Stop SQLite from writing content of the lost file into the file that is at the lost file's path now.

    Otherwise SQLite would copy the log of the lost file into the new file. When `connection`, which has the lost file
    open, is closed, SQLite would also delete the log beside the new file, which another program may have begun.

    The lost file may come back to its place. So all that its log holds is first carried into the file itself, because
    the log is deleted here, and nothing can carry the log over later while another program has the file open.
    """
    owns_log = guard.owns_log()
    if loss.is_elsewhere or (loss is Loss.LOG and owns_log):
        with suppress(*ERRORS):
            connection.execute(_ALL_INTO_THE_FILE)
    if loss is Loss.LOG:
        return
    if loss.is_elsewhere:
        # A connection that is never closed is never the last one, and only the last one deletes the log.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
    if not owns_log:
        return
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        with suppress(OSError):
            beside.unlink() if loss.is_elsewhere else _empty(beside)


def _empty(log: Path) -> None:
    if log.name.endswith("-wal"):
        os.truncate(log, 0)
