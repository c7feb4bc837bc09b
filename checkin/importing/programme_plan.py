"""Works out what a programme from a file would change in the event, without changing anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.domain.programme import Event, Session
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.agendas import read_agenda
from checkin.importing.calendar_rows import row_of_entry
from checkin.importing.days import DaySpan
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_days import Venue
from checkin.importing.programme_heading import find_programme_heading, has_unclear_columns
from checkin.importing.programme_matching import match_sessions
from checkin.importing.programme_rows import OpenTo, SessionRow, Skipped, refuse_too_many
from checkin.importing.programme_table import read_table
from checkin.importing.programme_taking import Taking
from checkin.importing.programme_texts import Rooms
from checkin.importing.programme_times import with_ends_told_by_the_next

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.importing.programme_file import ProgrammeFile
    from checkin.importing.programme_table import Found


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """The changes that a file makes in the programme: the event as it was `seen`, and the event that the file wants.

    `new` and `changed` are codes of sessions, `same` is the number of sessions that the file names and leaves as they
    are. `skipped` are rows that are no session.
    """

    seen: Event
    wanted: Event
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    rejected: tuple[Rejection, ...]
    skipped: tuple[Skipped, ...]


def plan_programme(file: ProgrammeFile, event: Event, event_id: str) -> ProgrammePlan:
    """Compare the sessions of the file with those of the event, and return what the file would change.

    Sessions that the file does not name stay, and so do the parts of a session that the file does not mention.
    `event_id` recognises calendar entries that this event has written. CheckinError is raised if the file names no
    session or more than 2,000, or if it gives the day of none of its sessions.
    """
    found = list(_found(file, event, event_id))
    told = [each for each in found if isinstance(each, SessionRow)]
    refuse_too_many(len(told))
    rows = with_ends_told_by_the_next(told)
    rejected = [each for each in found if isinstance(each, Rejection)]
    if not rows and not rejected:
        raise _no_sessions(file)
    planning = Taking(event)
    for row, known in zip(rows, match_sessions(rows, event), strict=True):
        planning.take(row, known)
    rejected += planning.rejected
    without_day = sum(each.reason is RejectReason.NO_DAY for each in rejected)
    if without_day and without_day == len(rows):
        raise _no_days(event)
    sessions = {**event.sessions, **planning.sessions}
    in_order = {each.code: each for each in sorted(sessions.values(), key=Session.in_programme)}
    return ProgrammePlan(
        event,
        replace(event, sessions=in_order),
        tuple(code for code in planning.sessions if _is_new(code, event)),
        tuple(code for code in planning.sessions if not _is_new(code, event)),
        planning.same,
        tuple(sorted(rejected, key=lambda each: each.row)),
        (*(each for each in found if isinstance(each, Skipped)), *planning.skipped),
    )


def _is_new(code: str, event: Event) -> bool:
    return code not in event.sessions or event.sessions[code].withdrawn


def _found(file: ProgrammeFile, event: Event, event_id: str) -> Iterable[Found]:
    """What the file says, from its calendar, its tables, or else from its agendas."""
    if file.entries is not None:
        yield from (row_of_entry(entry, event, event_id) for entry in file.entries)
        return
    days = DaySpan(event.description.first_day, event.description.last_day)
    venue = Venue(days, event.zone, OpenTo(event))
    rooms = Rooms(event)
    headed = [
        (sheet, heading) for sheet in file.sheets if (heading := find_programme_heading(sheet, rooms.keys))
    ]
    for sheet, heading in headed:
        yield from read_table(sheet, heading, venue)
    if not headed and not any(has_unclear_columns(sheet, rooms.keys) for sheet in file.sheets):
        for sheet in (file.lines,) if file.lines is not None else file.sheets:
            yield from read_agenda(sheet, venue, rooms)


def _no_sessions(file: ProgrammeFile) -> CheckinError:
    if file.entries is not None:
        return CheckinError("The calendar is empty", "It holds no entry. Choose the file with the programme.")
    return CheckinError(
        "The file has no sessions",
        "There is no header row with a title and a time, such as Time and Title, Horaire and Intitulé, or ម៉ោង and "
        "ប្រធានបទ; and no line begins with a time, such as 09:00–10:30 Opening. If the rooms are columns, call each a "
        "room, such as Room 1, or define the rooms first. Nothing was changed.",
    )


def _no_days(event: Event) -> CheckinError:
    days = event.description
    return CheckinError(
        "The programme names no days",
        f"The event lasts from {days.first_day} to {days.last_day}, and no row says on which day its session is. Add a "
        "column Day, put each day above its sessions, or make a sheet for each day. Nothing was changed.",
    )
