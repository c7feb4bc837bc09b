"""The connections to an event file: as it is opened to be written, and to be read alone."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from playhouse.sqlcipher_ext import SqlCipherDatabase

from checkin.errors import EventFileError
from checkin.storage.trouble import DamagedError

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.guard import Guard

APPLICATION_ID: Final = 0x434B494E
"""The number that marks a SQLite file as an event file; its bytes are the letters CKIN."""
ENDINGS: Final = ("", "-wal", "-shm", "-journal")
"""The endings of the files of one event: none for the event file, the others for what SQLite keeps beside it."""
_PRAGMAS: Final[tuple[tuple[str, str | int], ...]] = (
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("wal_autocheckpoint", 0),
    ("cache_size", -32_000),
    ("busy_timeout", 1),  # in ms; `patiently` asks again
)


class GuardedDatabase(SqlCipherDatabase):  # type: ignore[misc]  # Peewee comes without types
    """The connections to one SQLite file.

    If `guard` is set, it is asked before a connection is opened. EventFileError is raised if the file has gone from its
    path, or if another file is there now.
    """

    guard: Guard | None = None

    def _connect(self) -> Any:  # noqa: ANN401 - a connection of SQLite
        self._require_in_place()
        connection = super()._connect()
        try:
            self._require_in_place()
        except BaseException:
            connection.close()
            raise
        return connection

    def _require_in_place(self) -> None:
        if self.guard is not None and not self.guard.is_in_place():
            raise EventFileError(
                "The event file is no longer at its place",
                f"{self.database} is gone, or is another file by now. Nothing was read or recorded.",
            )


def to_write(path: Path) -> GuardedDatabase:
    """The connections for reading and writing the file at this path; they are opened at the first use."""
    for ending in ("-wal", "-shm"):
        # A log or index that was made while the file was read-only is read-only too, and nobody could write any more.
        beside = path.with_name(path.name + ending)
        with suppress(OSError):
            if not os.access(beside, os.W_OK):
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
    return GuardedDatabase(str(path), pragmas=_PRAGMAS, check_same_thread=False)


def to_read(path: Path) -> GuardedDatabase:
    """The connections for reading the file at this path; they create no file beside it.

    See https://sqlite.org/wal.html#read_only_databases.
    """
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    pragmas = _PRAGMAS
    if not index.exists() and not (log.exists() and log.stat().st_size):
        how = "immutable=1"
    elif not os.access(path, os.W_OK):
        how = "mode=ro"
    else:
        # With an exclusive lock the log's index is kept in memory: https://sqlite.org/wal.html#noshm.
        how, pragmas = "mode=rw", (("locking_mode", "exclusive"), *_PRAGMAS)
    address = f"{path.absolute().as_uri()}?{how}"
    return GuardedDatabase(address, pragmas=pragmas, check_same_thread=False, uri=True)


def require_all_pages(path: Path) -> None:
    """Raise DamagedError if the file was cut short: SQLite itself notices this only when it reads a missing part.

    A file with a log beside it passes, because some of its pages may still be in the log only. The positions in the
    file's first hundred bytes are described at https://sqlite.org/fileformat2.html#the_database_header.
    """
    try:
        had_log = _has_log(path)
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
        has_log = had_log or _has_log(path)
    except OSError:
        return  # whoever opens the file tells why
    if has_log or not head.startswith(b"SQLite format 3\0") or head[24:28] != head[92:96]:
        return
    page_size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if size < pages * (page_size if page_size > 1 else 65_536):
        raise DamagedError(
            "The event file is damaged",
            f"{path} was cut short. Open the newest back-up beside it with 'checkin restore'; this file is kept.",
        )


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
