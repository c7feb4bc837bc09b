"""Correct the recorded details of a delegate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.find import registered
from checkin.desk.recording import record
from checkin.desk.register import as_typed, require_name_and_category, require_own_reference
from checkin.domain.delegates import Field
from checkin.domain.facts import Corrected

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Details
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


def correct(file: EventFile, staff: Staff, delegate: str, details: Details) -> Registration:
    """Set these fields of a delegate (id), but record only those that differ; return the changed delegate.

    Raises CheckinError if the id is unknown, if the delegate would be left without a name or without a category of
    this event, or if another delegate has the new reference (the delegate's number in the organiser's list).
    """
    with file.transaction():
        known = registered(file, delegate)
        corrected = known.delegate.with_details(as_typed(details))
        different = {
            code: corrected.value(code)
            for code in details
            if corrected.value(code) != known.delegate.value(code)
        }
        if different:
            require_name_and_category(file, corrected)
            if Field.REFERENCE in different:
                require_own_reference(file, corrected)
            record(file, staff, [Corrected(delegate, different)])
        return registered(file, delegate)
