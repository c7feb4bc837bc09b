"""Print the Latin name alone, for a delegate whose native name has characters that no font can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.correct import Correction, correct_at_desk
from checkin.domain.delegates import Field

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.storage.event_file import EventFile


def print_latin_alone(file: EventFile, staff: Staff, delegate: str) -> Correction:
    """Let all badges of the delegate with this id show the Latin name alone, at every desk and from now on.

    The choice is recorded as a correction of the delegate, which can be undone. Raises CheckinError for an unknown id.
    """
    return correct_at_desk(file, staff, delegate, {Field.LATIN_ONLY: True})
