"""Check the event file against what its journal adds up to, and mend what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage.refolding import fold_anew
from checkin.storage.verifying import Verification, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.storage.event_file import EventFile


def check(file: EventFile, progress: Callable[[int], None]) -> Verification:
    """Verify the event file; return what was found. `progress` gets the entries seen, and cancels by raising."""
    return verify(file.database, progress)


def mend(file: EventFile, found: Verification, progress: Callable[[int], None]) -> bool:
    """Compute the tables anew from the journal, while desks go on; return whether this was done.

    The journal stays as it is. Nothing is done where the journal itself is wrong, or where no table differs from it.
    """
    if found.of_the_journal or not found.of_the_tables:
        return False
    fold_anew(file.database, progress)
    return True
