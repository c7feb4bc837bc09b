"""The event: its programme, categories, rooms, delegations, own fields and policy, and texts in several languages."""

# The storage layer reads these annotations when it turns facts into bytes, so dates are imported for real.
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Self
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in one or more languages, by language code.

    The language "" holds a text that is the same in all languages.
    """

    by_language: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str | Mapping[str, str]) -> Self:
        """Make the text from a plain string, or from a mapping of language codes to words."""
        by_language = {"": text} if isinstance(text, str) else text
        return cls(tuple(sorted((language, words) for language, words in by_language.items() if words)))

    def in_language(self, language: str = "en") -> str:
        """The text in that language.

        Without a text in that language, the text for all languages is returned, or else the English text, or else any
        text; "" if there is none.
        """
        texts = dict(self.by_language)
        for wanted in (language, "", "en"):
            if wanted in texts:
                return texts[wanted]
        return self.by_language[0][1] if self.by_language else ""

    def __str__(self) -> str:
        return self.in_language()

    def __bool__(self) -> bool:
        return bool(self.by_language)


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of participation. It determines a badge's colour and letter, and which sessions admit the badge's holder.

    `colour` is "#RRGGBB". `counts` says whether delegates of this category are counted in the totals.
    """

    code: str
    letter: str
    name: LocalText
    colour: str = "#4A5568"
    counts: bool = True
    """False for staff, press and security: reports list them, but do not count them in the totals."""


DOORS_OPEN_BEFORE: Final = timedelta(minutes=30)


def default_doors_open(start: datetime) -> datetime:
    """The time at which the doors open if the session does not set one: 30 minutes before its start."""
    return start - DOORS_OPEN_BEFORE


class DoorState(StrEnum):
    """The state of a session's doors that staff have set by hand."""

    OPEN = "open"
    CLOSED = "closed"


class SessionStatus(StrEnum):
    """The status of a session: it takes place, or it was cancelled."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """A timed item of the programme. All times are aware and in UTC.

    `open_to` is None if everybody is admitted, otherwise the codes of the categories admitted. If it is empty, only
    persons who are named for the session are admitted. If `capacity` is None, the capacity of the room counts
    (`Event.capacity_of`). `room` is a room's code or a name. If `doors` is False, nobody scans badges for the session,
    as for a coffee break. A withdrawn session is no longer in the programme, but its doors still answer scans.
    `by_hand` is the state to which staff last set the doors by hand; None if only the clock opens and closes the doors.
    `uid` is the session's identifier in the calendar of another program from which the session came, "" if it came from
    no calendar.
    """

    code: str
    title: LocalText
    room: LocalText
    start: datetime
    end: datetime
    doors_open: datetime
    last_entry: datetime
    topic: LocalText = LocalText()
    kind: LocalText = LocalText()
    theme: LocalText = LocalText()
    speakers: tuple[LocalText, ...] = ()
    capacity: int | None = None
    re_entry: bool = True
    doors: bool = True
    open_to: frozenset[str] | None = None
    status: SessionStatus = SessionStatus.PLANNED
    withdrawn: bool = False
    by_hand: DoorState | None = None
    uid: str = ""

    @property
    def takes_place(self) -> bool:
        """Whether the session is in the programme and was not cancelled."""
        return self.status is SessionStatus.PLANNED and not self.withdrawn

    def in_programme(self) -> tuple[datetime, str, str]:
        """The key by which sessions are sorted in the programme: start, room, code."""
        return (self.start, str(self.room), self.code)

    def admits(self, category: str) -> bool:
        """Whether delegates of that category are admitted to the session."""
        return self.open_to is None or category in self.open_to

    @property
    def is_closed_by_hand(self) -> bool:
        """Whether staff have closed the doors, and nobody has opened them since."""
        return self.by_hand is DoorState.CLOSED

    def doors_are_open(self, now: datetime, *, to_flagged: bool = False) -> bool:
        """Whether entry is possible at `now`; the times of the opening and of the last entry are included.

        Doors that staff have opened are open before their time, but not after the last entry. Doors that staff have
        closed are closed for everybody. With `to_flagged`, the answer is for a flagged person (`Delegate.attention`):
        for them the doors stay open after the last entry, because the first in rank arrive last.
        """
        if not self.takes_place or not self.doors or self.is_closed_by_hand:
            return False
        has_opened = self.doors_open <= now or self.by_hand is DoorState.OPEN
        return has_opened and (to_flagged or now <= self.last_entry)


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the venue; `capacity` is None for no limit."""

    code: str
    name: LocalText
    capacity: int | None = None


class DelegationKind(StrEnum):
    """The kinds of body that a delegation can represent."""

    STATE = "state"
    MINISTRY = "ministry"
    INSTITUTION = "institution"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Delegation:
    """A group of delegates who come together.

    The first of `names` is shown; the others are recognised too. `order` is the delegation's place in the order of
    precedence, and `quota` the number of delegates that it may send; a value that is not set is None. `liaison_name`
    is the officer who looks after the delegation.
    """

    code: str
    names: tuple[LocalText, ...]
    kind: DelegationKind = DelegationKind.STATE
    order: int | None = None
    quota: int | None = None
    represents_state: bool = False
    liaison_name: str = ""
    liaison_phone: str = ""

    def in_order(self) -> tuple[bool, int, str]:
        """The key by which delegations are sorted: order (delegations without an order last), then code."""
        return (self.order is None, self.order or 0, self.code)


class FieldKind(StrEnum):
    """The kind of value that an event's own field holds."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    DATE = "date"


class ShownOn(StrEnum):
    """A place where an event's own field is shown."""

    CARD = "card"
    DOOR = "door"
    BADGE = "badge"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field for delegates that only this event has."""

    code: str
    name: LocalText
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[LocalText, ...] = ()
    shown: tuple[ShownOn, ...] = ()
    private: bool = False


class NotArrived(StrEnum):
    """The answer of a door to a delegate whose arrival is not recorded yet: admit or refuse."""

    ADMIT = "admit"
    REFUSE = "refuse"


class Exits(StrEnum):
    """The choice whether the doors scan the people who leave."""

    NONE = "none"
    SCANNED = "scanned"


class DoorWords(StrEnum):
    """The choice whether a door's screen shows why somebody is refused, or only the operator sees the reason."""

    PLAIN = "plain"
    DISCREET = "discreet"


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of admission that the event's organiser chooses."""

    not_arrived: NotArrived = NotArrived.ADMIT
    exits: Exits = Exits.NONE
    door_words: DoorWords = DoorWords.PLAIN


def zone_named(name: str) -> ZoneInfo | None:
    """The time zone with this IANA name; None if there is none."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


@dataclass(frozen=True, slots=True)
class EventDescription:
    """The event itself, without its categories, sessions, rooms, delegations and own fields.

    `zone` is the IANA name of a time zone.
    """

    title: LocalText
    venue: LocalText
    zone: str
    first_day: date
    last_day: date
    languages: tuple[str, ...] = ("en",)
    policy: Policy = Policy()

    @property
    def language(self) -> str:
        """The event's first language, in which the badges are written."""
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Event:
    """The conference: its description and, by their codes, its categories, sessions, rooms, delegations and own fields.

    Categories are in the order of the event's definition, and delegations in their order of precedence. Sessions are
    sorted by start, room and code. Withdrawn sessions are included.
    """

    description: EventDescription
    categories: dict[str, Category] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    delegations: dict[str, Delegation] = field(default_factory=dict)
    fields: dict[str, OwnField] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        """The venue's time zone."""
        return ZoneInfo(self.description.zone)

    @property
    def policy(self) -> Policy:
        """The rules of admission that the event's organiser chose."""
        return self.description.policy

    def day_of(self, moment: datetime) -> date:
        """The date at the venue at this moment."""
        return moment.astimezone(self.zone).date()

    def room_of(self, session: Session) -> LocalText:
        """The name of the session's room.

        If `session.room` is the code of a room of this event, this is that room's name; otherwise it is `session.room`.
        """
        known = self.rooms.get(str(session.room))
        return known.name if known is not None else session.room

    def capacity_of(self, session: Session) -> int | None:
        """The number of persons whom the session admits: its own capacity, else its room's; None for no limit."""
        room = self.rooms.get(str(session.room))
        return room.capacity if session.capacity is None and room is not None else session.capacity

    def counts(self, category: str) -> bool:
        """Whether persons of that category are counted in the totals; an unknown category is counted."""
        known = self.categories.get(category)
        return known is None or known.counts

    def sessions_by_time(self) -> list[Session]:
        """The sessions of the programme, sorted by start, room and code, without the withdrawn ones."""
        known = (session for session in self.sessions.values() if not session.withdrawn)
        return sorted(known, key=Session.in_programme)

    def sessions_that_never_open(self) -> list[Session]:
        """The sessions whose last entry is before their doors open.

        This can happen when two people change the times separately.
        """
        return [
            session
            for session in self.sessions_by_time()
            if session.takes_place and session.last_entry < session.doors_open
        ]

    def names_of_rooms(self) -> dict[str, LocalText]:
        """The names of all rooms by the room's code; the rooms that the event defines come first.

        A session can also name a room that the event does not define. The code of such a room is the text of
        `Session.room`.
        """
        of_sessions = {str(each.room): self.room_of(each) for each in self.sessions.values() if each.room}
        return {**{room.code: room.name for room in self.rooms.values()}, **of_sessions}
