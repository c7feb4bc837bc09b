"""Rehearsals: copies of an event file to practise with, of which nothing comes back into the event.

A rehearsal has the event's id, key and journal, so that everything works in it, and the real badges are genuine in it.
It differs from the event by a mark in the table of the values that belong to this file alone; no entry of the journal
can set the mark. These rules hold:

- A badge that is issued in a rehearsal has a code made with another key. The event itself reads the code as forged.
- A back-up of a rehearsal has the mark too, and is never restored over an event that is no rehearsal.
- Entries from a copy of a rehearsal are not added to the event.
- Code that exchanges entries between files must call `require_no_rehearsal` first, because an entry does not show
  whether it comes from a rehearsal.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from checkin.errors import CheckinError
from checkin.storage import own, write_own, write_print_jobs
from checkin.storage.trouble import ERRORS

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.database import Database


def make_rehearsal(database: Database) -> None:
    """Make a copy of an event file a rehearsal: mark it, and withdraw the badges that wait for the printer.

    So no badge is printed twice. The caller must have opened a transaction.
    """
    write_own.mark_as_rehearsal(database)
    write_print_jobs.withdraw_all(database)


def require_no_rehearsal(source: Database, event: Path) -> None:
    """Raise CheckinError if `source` is a rehearsal and the file at the path `event` is not; `event` may be open."""
    if event.exists() and own.is_rehearsal(source) and not is_rehearsal_at(event):
        raise CheckinError(
            "This is a copy of a rehearsal",
            f"Nothing of {source.path} may come into {event}. Choose a copy of the event itself.",
        )


def is_rehearsal_at(event: Path) -> bool:
    """Whether the file at this path is a rehearsal; False if it cannot be read."""
    try:
        with closing(sqlite.connect(f"{event.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            found = connection.execute("SELECT 1 FROM own WHERE name = ?", (own.REHEARSAL,)).fetchone()
            return found is not None
    except ERRORS:
        return False
