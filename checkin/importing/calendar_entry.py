"""One entry of a calendar: as it is parsed, and as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from icalendar.error import BrokenCalendarProperty

from checkin.domain.clock import moment_at
from checkin.domain.rejections import RejectReason

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar, or one occurrence of a repeated entry; moments are in UTC.

    `number` is the number of the entry in the file, from 1. `uid` is the entry's identifier, "" if it has none; for one
    occurrence of a repeated entry, the original start of the occurrence is added to the identifier.
    """

    number: int
    uid: str
    start: datetime
    end: datetime
    title: str
    location: str = ""
    description: str = ""
    kinds: tuple[str, ...] = ()
    status: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class WrongEntry:
    """An entry that cannot be taken: its number in the file, the property that is wrong, the reason, and its title."""

    number: int
    name: str
    reason: RejectReason
    title: str


Read: TypeAlias = CalendarEntry | WrongEntry


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """An entry as the library has read it.

    `uid` is "" if the entry has no identifier. `instead_of` is the original start (UTC) of the one time that the entry
    replaces, None for any other entry.
    """

    number: int
    uid: str
    sequence: int
    instead_of: datetime | None
    component: Any

    @property
    def key(self) -> tuple[str, datetime | None]:
        """What tells the entry from the others, and one of its times from its others."""
        return self.in_file, self.instead_of

    @property
    def in_file(self) -> str:
        """What tells the entry from the others of its file: its identifier, else its number there."""
        return self.uid or f"\n{self.number}"  # no identifier begins with a line break


def moment_in(value: Any, zone: ZoneInfo) -> datetime | RejectReason:  # noqa: ANN401 - a property of icalendar
    """The moment of a property in UTC, or why there is none."""
    if value is None:
        return RejectReason.NO_TIME
    try:
        written = getattr(value, "dt", None)
    except BrokenCalendarProperty:
        return RejectReason.UNREADABLE
    if not isinstance(written, datetime):
        return RejectReason.ALL_DAY if isinstance(written, date) else RejectReason.UNREADABLE
    if written.tzinfo is None and "TZID" in value.params:
        return RejectReason.UNKNOWN_ZONE
    return moment_at(written, zone) or RejectReason.SKIPPED_BY_THE_CLOCKS


def words_in(component: Any, name: str) -> str:  # noqa: ANN401 - a component of icalendar
    """The first text of the property with this name, "" if there is none."""
    return str(next(iter(as_list(component.get(name))), "")).strip()


def as_list(value: Any) -> list[Any]:  # noqa: ANN401 - one property, or several of one name
    """The properties of one name as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
