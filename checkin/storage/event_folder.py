"""Event files as files on the disk: who may read them, whether they are open elsewhere, whole, or in the way."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import chain, count
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from checkin.errors import CheckinError
from checkin.files import keep_private
from checkin.storage.on_disk import APPLICATION_ID, ENDINGS
from checkin.storage.trouble import ERRORS, is_busy

if TYPE_CHECKING:
    from pathlib import Path


class OpenElsewhereError(CheckinError):
    """The error for an event file that cannot be renamed, because another program has it open."""


def folder_beside(event: Path) -> Path:
    """The folder for the automatic back-ups of an event file; it lies beside the file."""
    return event.with_name(f"{event.stem}.backups")


def looks_like_event(path: Path) -> bool:
    """Whether a file of this program lies at the path, as far as the first hundred bytes of the file tell.

    This process must not have the file open: the locks that SQLite has on the file would be freed.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def keep_to_owner(event: Path) -> None:
    """Let only the owner read an event file, the files that SQLite keeps beside it, and its back-ups."""
    folder = folder_beside(event)
    for path in (
        *(event.with_name(event.name + ending) for ending in ENDINGS),
        folder,
        *folder.glob("*.event"),
    ):
        keep_private(path)


def can_be_written(path: Path) -> bool:
    """Whether this program has the right to write the file and the files that SQLite keeps beside it."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def is_open_elsewhere(path: Path) -> bool:
    """Whether a connection to the event file at this path is open; False if this cannot be found out.

    Nothing is written. Only SQLite may open the file for this: opening it in another way would free the locks that this
    process has on the file.
    """
    if not _has_log_beside(path) or not can_be_written(path):
        return False
    try:
        connection = sqlite.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=0, uri=True)
    except ERRORS:
        return False
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("ROLLBACK")
    except ERRORS as error:
        return is_busy(error)
    finally:
        connection.close()
    return False


def _has_log_beside(path: Path) -> bool:
    """Whether a log lies beside the event file: each program that has the file open has one, as has a killed one."""
    return path.with_name(f"{path.name}-wal").exists()


def make_whole(path: Path) -> None:
    """Move a database's write-ahead log into its main file, so that the file can be renamed.

    A damaged file stays as it is. Raises CheckinError while another program has the file open.
    """
    if path.stat().st_size == 0:
        return
    connection = sqlite.connect(str(path), timeout=0)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except ERRORS as error:
        if is_busy(error):
            raise OpenElsewhereError(
                "The event is open in another program",
                f"Close every window that has {path} open, then try again.",
            ) from error
    finally:
        connection.close()


def discard(draft: Path) -> None:
    """Delete an unfinished database file and all files that SQLite keeps beside it."""
    for ending in ENDINGS:
        with suppress(OSError):
            draft.with_name(draft.name + ending).unlink(missing_ok=True)


def unused(path: Path) -> Path:
    """This path if no file is there, otherwise the path with a number added to the file's name.

    The number is needed, for example, if two back-ups are written in the same second.
    """
    others = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in count(2))
    return next(each for each in chain([path], others) if not _is_taken(each))


def _is_taken(path: Path) -> bool:
    return any(path.with_name(path.name + ending).exists() for ending in ENDINGS)
