"""Bring in a programme from a sheet or a calendar: first plan what would change, then record it as one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk import define
from checkin.domain.things import Thing
from checkin.importing import DaySpan, plan_programme, read_programme_file

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.desk.define import Redefinition
    from checkin.desk.staff import Staff
    from checkin.importing import ProgrammePlan
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class BroughtProgramme:
    """The plan of a programme, and what it changes in the event, field by field."""

    plan: ProgrammePlan
    changed: Redefinition


def plan(file: EventFile, path: Path) -> BroughtProgramme:
    """Plan what bringing in this programme would change; nothing is changed yet.

    Raises CheckinError if the file cannot be read, names no session, or names no day for any.
    """
    event = file.event
    days = DaySpan(event.description.first_day, event.description.last_day)
    found = plan_programme(read_programme_file(path, days, event.zone), event, file.event_id)
    return BroughtProgramme(found, define.plan(file, found.wanted, frozenset({Thing.SESSION}), {}))


def bring_in(file: EventFile, staff: Staff, planned: ProgrammePlan) -> tuple[Redefinition, str]:
    """Record what the plan changes, as one act; return it and the act's id, "" if nothing had to be changed.

    What others have changed in the event since the plan was made stays, except fields that the plan changes too.
    """
    return define.amend(file, staff, planned.seen, planned.wanted)
