"""The event and its programme: categories, sessions, policy, and texts in several languages."""

# The storage layer reads these annotations when it turns facts into bytes, so dates are imported for real.
# ruff: noqa: TC003
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text by language code; the language "" holds a text that is the same in all of them."""

    by_language: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str | Mapping[str, str]) -> Self:
        """From a plain string or a table by language."""
        return cls((("", text),)) if isinstance(text, str) else cls(tuple(text.items()))

    def in_language(self, language: str = "en") -> str:
        """The text in that language, else in English, else the first there is, else ""."""
        texts = dict(self.by_language)
        for wanted in (language, "", "en"):
            if wanted in texts:
                return texts[wanted]
        return self.by_language[0][1] if self.by_language else ""

    def __str__(self) -> str:
        return self.in_language()


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of participation: gives badge colour (#RRGGBB), letter and default rights."""

    code: str
    letter: str
    name: LocalText
    colour: str = "#4A5568"
    counts: bool = True
    """False for staff, press and security: they have rows in reports and are never in the totals."""


class SessionStatus(StrEnum):
    """Whether a session takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """A timed item of the programme. All times are aware and in UTC.

    `open_to` is None for everybody, else the codes of the categories admitted; `capacity` is None for no limit.
    """

    code: str
    title: LocalText
    room: str
    start: datetime
    end: datetime
    doors_open: datetime
    last_entry: datetime
    topic: str = ""
    kind: str = ""
    capacity: int | None = None
    re_entry: bool = True
    open_to: frozenset[str] | None = None
    status: SessionStatus = SessionStatus.PLANNED

    def admits(self, category: str) -> bool:
        """Whether delegates of that category are admitted."""
        return self.open_to is None or category in self.open_to

    def doors_are_open(self, now: datetime) -> bool:
        """Whether entry is possible at this moment; both limits pass."""
        return self.status is SessionStatus.PLANNED and self.doors_open <= now <= self.last_entry


class NotArrived(StrEnum):
    """What a door does with somebody whom no desk has seen yet."""

    ADMIT = "admit"
    REFUSE = "refuse"


class Exits(StrEnum):
    """Whether doors scan people who leave."""

    SCANNED = "scanned"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Policy:
    """The event's own choices about admission."""

    not_arrived: NotArrived = NotArrived.ADMIT
    exits: Exits = Exits.SCANNED


@dataclass(frozen=True, slots=True)
class EventDescription:
    """What the event itself is: everything but its categories and sessions. `zone` is an IANA name."""

    title: LocalText
    venue: LocalText
    zone: str
    first_day: date
    last_day: date
    languages: tuple[str, ...] = ("en",)
    policy: Policy = Policy()

    @property
    def language(self) -> str:
        """The first of its languages, which its badges speak."""
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Event:
    """The conference: its description, categories by code and sessions by code, in the programme's order."""

    description: EventDescription
    categories: dict[str, Category] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        """The venue's time zone."""
        return ZoneInfo(self.description.zone)

    @property
    def policy(self) -> Policy:
        """The event's own choices about admission."""
        return self.description.policy

    def counts(self, category: str) -> bool:
        """Whether persons of that category are in the totals; an unknown category is."""
        known = self.categories.get(category)
        return known is None or known.counts

    def sessions_by_time(self) -> list[Session]:
        """All sessions by start, then room."""
        return sorted(self.sessions.values(), key=lambda session: (session.start, session.room, session.code))

    def session_for(self, now: datetime) -> Session | None:
        """The session whose door is open now; of several, the one that starts next or started last."""
        open_now = [session for session in self.sessions_by_time() if session.doors_are_open(now)]
        return min(open_now, key=lambda session: abs(session.start - now)) if open_now else None
