"""Revoke a badge that was lost or given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.recording import record
from checkin.domain.codes import Code
from checkin.domain.facts import BadgeRevoked
from checkin.errors import CheckinError
from checkin.storage import badges

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.reasons import Why
    from checkin.storage.event_file import EventFile


def revoke(file: EventFile, staff: Staff, text: str, why: Why) -> bool:
    """Revoke the badge with the code `text`, so that the badge admits nobody. Return False if it was revoked before.

    A badge that this desk does not know yet is revoked too. Raises CheckinError if `text` is no code of this event.
    """
    reading = file.read_code(text)
    if not isinstance(reading, Code):
        raise CheckinError(
            "This is no code of this event",
            f"“{text}” was not invalidated. Read it again from the badge or the list.",
        )
    with file.transaction():
        known = badges.by_code(file.database, reading.text)
        if known is not None and not known.is_valid:
            return False
        record(file, staff, [BadgeRevoked(reading.text, why)])
    return True
