"""Open or close the doors of a session by hand, whatever the times of the programme say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.recording import record
from checkin.desk.scan_at_door import session_of
from checkin.domain.facts import DoorsSet
from checkin.domain.programme import DoorState
from checkin.errors import CheckinError
from checkin.storage import definitions

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Session
    from checkin.storage.event_file import EventFile


def set_doors(file: EventFile, staff: Staff, session: str, state: DoorState, now: datetime) -> Session:
    """Open or close the doors of this session, record this as one act, and return the session as it is now.

    Closed doors admit nobody until somebody opens them. Opened doors admit before their time, but not after the
    session's last entry (the latest time of entry). Raises CheckinError if the session does not exist, has no doors, or
    does not take place. Also raises CheckinError if doors that were not closed by hand are opened after the last
    entry.
    """
    with file.transaction():
        known = session_of(file.event, session)
        if not known.takes_place:
            raise CheckinError(
                f"The session “{session}” does not take place",
                "Nobody can enter it, whether its doors are open or closed.",
            )
        if state is DoorState.OPEN and now > known.last_entry and not known.is_closed_by_hand:
            raise CheckinError(
                f"The last entry to the session “{session}” has passed",
                "Opening its doors lets nobody in. Set a later last entry, or admit each person with a reason.",
            )
        record(file, staff, [DoorsSet(session, state, now, staff.station)])
        return file.event.sessions[session]


def by_hand_since(file: EventFile, session: str) -> datetime | None:
    """The time since which this session's doors have been as staff last set them; None if staff never set them.

    Acts that were undone are left out. Setting the doors to a state (open or closed) that they have already does not
    change this time.
    """
    return definitions.doors_by_hand_since(file.database, session)
