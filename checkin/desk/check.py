"""Check the event file: everything is built again from the journal and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage.verifying import Verification, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.storage.event_file import EventFile


def check(file: EventFile, progress: Callable[[int], None]) -> Verification:
    """What is wrong with the event file, if anything; `progress` gets the entries seen, and cancels by raising."""
    return verify(file.database, progress)
