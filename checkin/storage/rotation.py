"""Finds the newest back-ups of an event, and deletes the oldest. The newest back-up is the one with the newest entries.

The times in the names of the files do not decide, because somebody may have set the computer's clock back.
"""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING, Final, TypeAlias

from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.journal import LAST_FOLLOWED, milliseconds_of
from checkin.storage.event_folder import folder_beside
from checkin.storage.moments import from_ms
from checkin.storage.reread import ends_in, event_in
from checkin.storage.trouble import ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from checkin.storage.database import Database

_KEPT: Final = 50
RESCUED: Final = ".rescued-"
"""The text between the event's name and the time in the file name of a copy of a lost event file."""
_STAMP: Final = re.compile(r"-\d{8}-\d{6}(-[a-z0-9-]+)?\.event$")
_LENGTH_OF_STAMP: Final = len("-20260914-090000")
_END: Final = "SELECT coalesce(max(min(last_order, ?)), 0), coalesce(sum(last_seq), 0) FROM streams"
_IS_TABLE: Final = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'streams'"
_End: TypeAlias = tuple[int, int]
"""How far a journal goes: the order of its newest entry, and the number of its entries."""
_UNREADABLE: Final = (-1, -1)


def newest(event: Path) -> Path | None:
    """The path of the automatic back-up of this event file that holds the newest entries; None if there is none."""
    return newest_of(back_ups_of(event))


def rescued_of(event: Path) -> list[Path]:
    """The copies beside this event file that were made when the file was lost, the earliest first."""
    return [
        path
        for path in sorted(event.parent.glob("*.event"))
        if path.name.startswith(f"{event.stem}{RESCUED}")
    ]


def back_ups_of(event: Path) -> list[Path]:
    """The automatic back-ups of this event file, sorted by the times in their names, the earliest first."""
    return _stamped(folder_beside(event))


def newest_of(copies: Iterable[Path]) -> Path | None:
    """The copy with the newest entries (the last one of equally new copies); None if there are no copies."""
    return max(enumerate(copies), key=lambda each: (_end_of(each[1]), each[0]), default=(0, None))[1]


def has_all_of(event: Path, copy: Path) -> bool:
    """Whether the file at the path `event` holds the same event as `copy`, and every entry of the copy."""
    with closing(sqlite.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        return holds(event, event_in(connection), ends_in(connection))


def has_all_of_open(copy: Path, database: Database) -> bool:
    """Whether this closed copy holds the same event as the open event file, and every entry of the event file."""
    ends = ends_in(database.peewee.connection())
    try:
        with closing(sqlite.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            known = ends_in(connection)
            return event_in(connection) == (database.event,) and _reaches(known, ends)
    except ERRORS:
        return False


def is_same_event(event: Path, copy: Path) -> bool:
    """Whether the file at the path `event`, which other programs may have open, and the copy hold the same event."""
    try:
        return holds(event, _event_in(copy), {})
    except ERRORS:
        return False


def holds(path: Path, event: object, ends: Mapping[str, int]) -> bool:
    """Whether the file at this path, with its write-ahead log, holds this event and the entries of all these streams.

    `event` is the event's id. `ends` maps the id of each stream to the number (seq) of the stream's last entry. Call
    this only while no connection of this program has the file open. The answer is False if the file cannot be read.
    """
    try:
        with closing(sqlite.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            known = ends_in(connection)
            return event_in(connection) == event and _reaches(known, ends)
    except ERRORS:
        return False


def _reaches(known: Mapping[str, int], ends: Mapping[str, int]) -> bool:
    return all(known.get(each, 0) >= end for each, end in ends.items())


def is_copy_of(copy: Path, event: bytes) -> bool:
    """Whether this closed file can be read and holds the event with this id."""
    try:
        return _event_in(copy) == (event,)
    except ERRORS:
        return False


def copies_of(event: Path) -> list[Path]:
    """The copies from which this event could be restored: the rescued ones beside the event file, and the back-ups."""
    return [*rescued_of(event), *back_ups_of(event)]


def number_of_entries(event: Path) -> int:
    """The number of entries in this event file, which other programs may have open; 0 if the file cannot be read.

    Call this only while no connection of this program has the file open.
    """
    try:
        with closing(sqlite.connect(f"{event.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            return sum(ends_in(connection).values())
    except ERRORS:
        return 0


def newest_entry_of(copy: Path) -> datetime:
    """The time (UTC) of the newest entry in a closed copy; 1970 if the copy cannot be read."""
    order, _ = _end_of(copy)
    return from_ms(milliseconds_of(max(order, 0)))


def let_oldest_go(folder: Path, *, made: Path) -> None:
    """Delete all back-ups in the folder except the fifty with the newest entries. The back-up `made` is always kept."""
    others = sorted((path for path in _stamped(folder) if path != made), key=_end_of)
    for path in others[: max(0, len(others) - _KEPT + 1)]:
        path.unlink(missing_ok=True)


def _stamped(folder: Path) -> list[Path]:
    """The back-ups in a folder, in the order of the times in their names."""
    known = [(found[0], path) for path in folder.glob("*.event") if (found := _STAMP.search(path.name))]
    in_order = sorted(known, key=lambda each: (each[0][:_LENGTH_OF_STAMP], each[1].stat().st_mtime_ns))
    return [path for _, path in in_order]


def _event_in(path: Path) -> object:
    with closing(sqlite.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        return event_in(connection)


def _end_of(copy: Path) -> _End:
    """The order of the newest entry in a copy, and the number of its entries; (-1, -1) if the copy cannot be read."""
    try:
        with closing(sqlite.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            if connection.execute(_IS_TABLE).fetchone() is None:
                return _UNREADABLE
            order, entries = connection.execute(_END, (LAST_FOLLOWED,)).fetchone()
            return (order, entries) if isinstance(order, int) and isinstance(entries, int) else _UNREADABLE
    except ERRORS:
        return _UNREADABLE
