"""Programmes as organisers write them, read from real files and planned for an event of four days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import Category, Event, EventDescription, LocalText, Room, Session
from checkin.importing.days import DaySpan
from checkin.importing.programme_file import pieces_of_programme, programme_of
from checkin.importing.programme_plan import plan_programme

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.importing.programme_plan import ProgrammePlan

EVENT_ID: Final = "0123456789abcdef"
EVENT: Final = Event(
    EventDescription(
        LocalText.of("Forum"), LocalText.of({"en": "Cambodiana Hotel, Phnom Penh", "fr": "Hôtel Cambodiana"}),
        "Europe/Paris", date(2027, 3, 26), date(2027, 3, 29), ("en", "fr", "km"),
    ),
    {
        "P": Category("P", "P", LocalText.of({"en": "Parliament", "fr": "Parlement"})),
        "G": Category("G", "G", LocalText.of({"en": "Scholars and Students"})),
        "VIP": Category("VIP", "V", LocalText.of({"en": "Guests of honour"})),
    },
    rooms={
        "ballroom": Room("ballroom", LocalText.of({"en": "Ballroom", "fr": "Grande salle", "km": "សាលធំ"}), 300),
        "mekong": Room("mekong", LocalText.of("Mekong"), 40),
    },
)  # fmt: skip
"""Four days in Paris; in the night before 28 March the clocks there are put forward."""


def of_one_day(event: Event = EVENT) -> Event:
    """The event, on its first day alone."""
    return replace(event, description=replace(event.description, last_day=event.description.first_day))


def planned(path: Path, event: Event = EVENT) -> ProgrammePlan:
    """What the file would change, read in this process: to start another takes most of the time of a test."""
    days = DaySpan(event.description.first_day, event.description.last_day)
    file = programme_of(pieces_of_programme(path, days, event.zone), path)
    return plan_programme(file, event, EVENT_ID)


def told(session: Session, event: Event = EVENT) -> tuple[str, str, str, str]:
    """The title, the room, and the times of a session by the wall's clock."""
    start, end = session.start.astimezone(event.zone), session.end.astimezone(event.zone)
    return str(session.title), str(session.room), f"{start:%d %H:%M}", f"{end:%d %H:%M}"


def sessions(plan: ProgrammePlan) -> list[tuple[str, str, str, str]]:
    """The new sessions of the plan in the programme's order."""
    return [told(each, plan.wanted) for each in plan.wanted.sessions_by_time() if each.code in plan.new]


def rejected(plan: ProgrammePlan) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, each.reason.value) for each in plan.rejected]


def a_text(folder: Path, *lines: str, name: str = "agenda.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def a_calendar(folder: Path, *entries: str, zones: str = "", has_uids: bool = True) -> Path:
    """A calendar with these entries, each the lines of one VEVENT without its first and last.

    An entry without an identifier is given one, unless `has_uids` is False.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *zones.splitlines()]
    for number, entry in enumerate(entries):
        uid = [f"UID:{number}@tests"] if has_uids and "UID:" not in entry else []
        lines += ["BEGIN:VEVENT", *uid, *entry.splitlines(), "END:VEVENT"]
    path = folder / "programme.ics"
    path.write_bytes("\r\n".join([*lines, "END:VCALENDAR", ""]).encode())
    return path


def by_title(plan: ProgrammePlan) -> dict[str, Session]:
    return {str(each.title): each for each in plan.wanted.sessions.values()}
