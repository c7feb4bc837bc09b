"""Check the tables of the event file against its journal, and correct the tables that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage.refolding import fold_anew
from checkin.storage.verifying import Verification, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.storage.event_file import EventFile


def check(file: EventFile, progress: Callable[[int], None]) -> Verification:
    """Check that the journal is intact and that the tables agree with it; return what was found.

    `progress` is called with the number of entries read; an exception that it raises cancels the work.
    """
    return verify(file.database, progress)


def mend(file: EventFile, found: Verification, progress: Callable[[int], None]) -> bool:
    """Compute the tables of the event file anew from its journal; return whether this was done.

    `found` is the result of `check`. The desks can go on working meanwhile, and the journal is not changed. Nothing is
    done if the journal itself has a fault, or if no table differs from the journal. `progress` is called with the
    number of entries read.
    """
    if found.of_the_journal or not found.of_the_tables:
        return False
    fold_anew(file.database, progress)
    return True
