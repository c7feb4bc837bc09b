"""Bring in a programme from a sheet or a calendar: first plan what would change, then record it as one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk import define
from checkin.domain.things import Thing
from checkin.importing.days import DaySpan
from checkin.importing.programme_file import programme_of_text, read_programme_file
from checkin.importing.programme_plan import plan_programme

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from checkin.desk.define import Redefinition
    from checkin.desk.staff import Staff
    from checkin.importing.programme_file import ProgrammeFile
    from checkin.importing.programme_plan import ProgrammePlan
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class BroughtProgramme:
    """The plan of a programme, and what it changes in the event, field by field."""

    plan: ProgrammePlan
    changed: Redefinition


def plan(file: EventFile, path: Path) -> BroughtProgramme:
    """Plan what bringing in this programme would change; nothing is changed yet.

    Raises CheckinError if the file cannot be read, if it names no session, or if it gives the day of none of its
    sessions.
    """
    event = file.event
    days = DaySpan(event.description.first_day, event.description.last_day)
    return _planned(file, read_programme_file(path, days, event.zone))


def plan_text(file: EventFile, text: str, day: date) -> BroughtProgramme:
    """Make a plan for importing these lines of a programme; a session without a day is on this `day`.

    Nothing is changed yet. Raises CheckinError if no line is a session.
    """
    return _planned(file, programme_of_text(text, day))


def _planned(file: EventFile, read: ProgrammeFile) -> BroughtProgramme:
    found = plan_programme(read, file.event, file.event_id)
    return BroughtProgramme(found, define.plan(file, found.wanted, frozenset({Thing.SESSION}), {}))


def bring_in(file: EventFile, staff: Staff, planned: ProgrammePlan) -> tuple[Redefinition, str]:
    """Record what the plan changes, as one act. Return the changes and the act's id, "" if nothing had to be changed.

    If others have changed the event since the plan was made, their changes stay, except in fields that the plan sets
    too.
    """
    return define.amend(file, staff, planned.seen, planned.wanted)
