"""Receive somebody who is on no list: register them, record the arrival and issue a badge, as one act.

One undo takes the whole act back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.arrive import ArrivalAnswer
from checkin.desk.issue_badge import issued
from checkin.desk.name_on_badge import signs_not_drawn
from checkin.desk.recording import record
from checkin.desk.register import as_typed, require_name_and_category, require_own_reference
from checkin.domain.arriving import Received
from checkin.domain.delegates import Delegate, Details, new_delegate_id
from checkin.domain.facts import Arrived, Registered
from checkin.domain.registration import Registration
from checkin.storage import delegates, write_print_jobs
from checkin.text import are_in_capitals

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.storage.event_file import EventFile


_NAMES_LOOKED_AT: Final = 200


def writes_family_names_in_capitals(file: EventFile) -> bool:
    """Whether most delegates' family names are written in capitals (SOK Sopheap); True if there is no delegate yet."""
    return are_in_capitals(delegates.family_names(file.database, _NAMES_LOOKED_AT))


def walk_in(file: EventFile, staff: Staff, details: Details, now: datetime) -> ArrivalAnswer:
    """Register a delegate with these details, receive them, and put their badge in the print queue.

    Raises CheckinError, and records nothing, if there is no name in any script, no category of this event, or if
    another delegate has the same reference (the organiser's own id of a delegate).
    """
    delegate = Delegate.of(new_delegate_id(), as_typed(details))
    with file.transaction():
        require_name_and_category(file, delegate)
        require_own_reference(file, delegate)
        badge = issued(file, delegate.id, now)
        registered = Registered(delegate.id, delegate.details())
        record(file, staff, [registered, Arrived(delegate.id, now, staff.station), badge])
        write_print_jobs.queue(file.database, badge.code, now)
    signs = signs_not_drawn(delegate)
    return ArrivalAnswer(Registration(delegate), Received(), badge.code, prints=True, not_drawn=signs)
