"""A seminar for the services' tests: an event of two sessions, staff, people who are registered, and moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from checkin.desk.arrive import arrive
from checkin.desk.register import register
from checkin.desk.staff import Staff
from checkin.domain.delegates import Field
from checkin.domain.programme import Category, Event, EventDescription, Exits, LocalText, Policy, Session
from checkin.domain.reasons import Reason, Why

if TYPE_CHECKING:
    from checkin.domain.delegates import Value
    from checkin.storage.event_file import EventFile

LOST: Final = Why(Reason.LOST)
KNOWN: Final = Why.typed("known")
START: Final = datetime(2026, 9, 14, 2, 0, tzinfo=UTC)
"""The opening begins: 09:00 in Phnom Penh."""
DARA: Final = Staff("Dara", "Desk 1")
VUTHY: Final = Staff("Vuthy", "Door 1")


def at(minute: float) -> datetime:
    """So many minutes after the opening's start."""
    return START + timedelta(minutes=minute)


def a_seminar() -> Event:
    """An event with an opening for all and a lunch for guests; staff is not counted."""
    description = EventDescription(
        LocalText.of("Seminar"),
        LocalText.of("Annexe"),
        "Asia/Phnom_Penh",
        date(2026, 9, 14),
        date(2026, 9, 14),
        policy=Policy(exits=Exits.SCANNED),
    )
    categories = {
        code: Category(code, code, LocalText.of(name)) for code, name in (("P", "People"), ("G", "Guests"))
    }
    categories["F"] = Category("F", "F", LocalText.of("Staff"), counts=False)
    sessions = {"opening": _session("opening"), "lunch": _session("lunch", frozenset({"G"}))}
    return Event(description, categories, sessions)


def _session(code: str, open_to: frozenset[str] | None = None) -> Session:
    return Session(
        code, LocalText.of(code), LocalText.of("Apsara"), START, at(90), at(-30), at(60), open_to=open_to
    )


def a_delegate(file: EventFile, family: str = "SOK", **more: Value) -> str:
    """Register somebody; their id."""
    return register(file, DARA, {Field.FAMILY_NAME: family, Field.CATEGORY: "P", **more}).delegate.id


def a_badge(file: EventFile, delegate: str, minute: float = -20) -> str:
    """Let a delegate arrive; the code of their badge."""
    (answer,) = arrive(file, DARA, [delegate], at(minute))
    return answer.code
