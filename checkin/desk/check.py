"""Check the event file: everything is built again from the journal and compared; and mend what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage.refolding import fold_anew
from checkin.storage.verifying import Verification, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.storage.event_file import EventFile


def check(file: EventFile, progress: Callable[[int], None]) -> Verification:
    """What is wrong with the event file, if anything; `progress` gets the entries seen, and cancels by raising."""
    return verify(file.database, progress)


def mend(file: EventFile, found: Verification, progress: Callable[[int], None]) -> bool:
    """Compute the tables anew from the journal, while desks go on; whether that was done.

    The journal stays as it is. Where it is not sound itself, nothing is done; nor where nothing differs.
    """
    if found.of_the_journal or not found.of_the_tables:
        return False
    fold_anew(file.database, progress)
    return True
