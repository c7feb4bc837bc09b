"""Correct the recorded details of a delegate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.find import registered
from checkin.desk.name_on_badge import signs_not_drawn
from checkin.desk.recording import record
from checkin.desk.register import as_typed, require_name_and_category, require_own_reference
from checkin.domain.delegates import PERSONS, Field
from checkin.domain.facts import Corrected
from checkin.errors import CheckinError
from checkin.storage import merged, print_jobs

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Details
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Correction:
    """The corrected delegate (`registration`), and what becomes of their badge.

    `prints` says whether the badge waits in the print queue; it will then be printed with the new data. `not_drawn`
    holds the characters of the name that no font has; if there are any, the badge stays in the queue and is not
    printed.
    """

    registration: Registration
    prints: bool
    not_drawn: tuple[str, ...] = ()


def correct_at_desk(file: EventFile, staff: Staff, delegate: str, details: Details) -> Correction:
    """Correct a delegate as `correct` does, and find out what becomes of the badge if it waits to be printed.

    `delegate` is the delegate's id, and `details` holds the new values by field.
    """
    changed = correct(file, staff, delegate, details)
    code = changed.badge.code if changed.badge is not None else ""
    prints = any(job.code == code for job in print_jobs.waiting(file.database))
    return Correction(changed, prints, signs_not_drawn(changed.delegate))


def correct(file: EventFile, staff: Staff, delegate: str, details: Details) -> Registration:
    """Set these fields of a delegate (id), but record only those that differ; return the changed delegate.

    Raises CheckinError if the id is unknown, if the delegate would be left without a name or without a category of
    this event, if they would accompany or be represented by themself, or if another delegate has the new reference (the
    organiser's own id of a delegate).
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
            _require_another(file, delegate, different)
            if Field.REFERENCE in different:
                require_own_reference(file, corrected)
            record(file, staff, [Corrected(delegate, different)])
        return registered(file, delegate)


def _require_another(file: EventFile, delegate: str, details: Details) -> None:
    """Raise CheckinError if one of these details names the delegate as the person whom they stand beside."""
    own = merged.kept(file.database, delegate)
    for field in PERSONS:
        named = details.get(field)
        if named and merged.kept(file.database, str(named)) == own:
            raise CheckinError(
                "This is the participant themself", "Nothing was recorded. Name another person."
            )
