"""Print the Latin name alone, for a delegate whose native name has characters that no font can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.correct import correct
from checkin.domain.delegates import Field
from checkin.storage import print_jobs

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class LatinAlone:
    """The changed delegate; `prints` says that their badge waits in the print queue and so is printed now."""

    registration: Registration
    prints: bool


def print_latin_alone(file: EventFile, staff: Staff, delegate: str) -> LatinAlone:
    """Let all badges of the delegate with this id show the Latin name alone, at every desk and from now on.

    The choice is recorded as a correction of the delegate, which can be undone. Raises CheckinError for an unknown id.
    """
    changed = correct(file, staff, delegate, {Field.LATIN_ONLY: True})
    code = changed.badge.code if changed.badge is not None else ""
    return LatinAlone(changed, any(job.code == code for job in print_jobs.waiting(file.database)))
