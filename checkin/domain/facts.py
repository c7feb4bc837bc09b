"""What the journal can hold: a closed union of facts, one frozen dataclass for each kind of entry.

Each names the keys that it touches. A key names something whose state is folded from all entries that touch it: a
delegate, a code, an act, or a part of the event's definition.
"""

# The storage layer reads these annotations when it turns entries into bytes, so they are imported for real.
# ruff: noqa: TC001, TC003
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final, TypeAlias, get_args

from checkin.domain.admission import Refusal, Refused, Verdict
from checkin.domain.delegates import Details
from checkin.domain.presence import Direction
from checkin.domain.programme import Category, EventDescription, Session

UNREADABLE: Final = frozenset({Refusal.NOT_OURS, Refusal.MISREAD, Refusal.FORGED})
"""Verdicts on texts that name no badge of this event, so that such a scan touches nobody."""


def delegate_key(delegate: str) -> str:
    """The key of the delegate with this id."""
    return "d" + delegate


def code_key(code: str) -> str:
    """The key of the badge with this code."""
    return "c" + code


def act_key(act: str) -> str:
    """The key of the act with this id."""
    return "a" + act


@dataclass(frozen=True, slots=True)
class EventDescribed:
    """The event's title, venue, days and policy."""

    kind: ClassVar[str] = "event_described"
    description: EventDescription

    @property
    def subject(self) -> str:
        """There is one event."""
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return ("event",)


@dataclass(frozen=True, slots=True)
class CategoryDefined:
    """A category of participation, as it stands from now on."""

    kind: ClassVar[str] = "category_defined"
    category: Category

    @property
    def subject(self) -> str:
        """The category's code."""
        return self.category.code

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return ("category" + self.category.code,)


@dataclass(frozen=True, slots=True)
class SessionDefined:
    """A session of the programme, as it stands from now on."""

    kind: ClassVar[str] = "session_defined"
    session: Session

    @property
    def subject(self) -> str:
        """The session's code."""
        return self.session.code

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return ("session" + self.session.code,)


@dataclass(frozen=True, slots=True)
class Registered:
    """A delegate is known from now on, with these details."""

    kind: ClassVar[str] = "registered"
    delegate: str
    details: Details

    @property
    def subject(self) -> str:
        """The delegate's id."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Corrected:
    """Some details of a delegate are different; for each field the last writer wins."""

    kind: ClassVar[str] = "corrected"
    delegate: str
    details: Details

    @property
    def subject(self) -> str:
        """The delegate's id."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The delegate presented themself at a desk, at this wall time; `override` is the reason, "" for none needed."""

    kind: ClassVar[str] = "arrived"
    delegate: str
    at: datetime
    station: str
    override: str = ""

    @property
    def subject(self) -> str:
        """The delegate's id."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """A badge with this code belongs to this delegate."""

    kind: ClassVar[str] = "badge_issued"
    code: str
    delegate: str
    at: datetime

    @property
    def subject(self) -> str:
        """The badge's code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (code_key(self.code), delegate_key(self.delegate))


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """The badge was put on paper."""

    kind: ClassVar[str] = "badge_printed"
    code: str
    at: datetime

    @property
    def subject(self) -> str:
        """The badge's code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (code_key(self.code),)


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """The badge admits nobody from now on."""

    kind: ClassVar[str] = "badge_revoked"
    code: str
    reason: str

    @property
    def subject(self) -> str:
        """The badge's code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (code_key(self.code),)


@dataclass(frozen=True, slots=True)
class Scanned:
    """One reading at a session's door at this wall time, with the verdict given; refused ones too.

    `code` is "" where a delegate was admitted by hand, and `delegate` "" where the door did not know who it was;
    `override` is the operator's reason. A text that is no code of ours stands in `code` as it was read.
    """

    kind: ClassVar[str] = "scanned"
    session: str
    code: str
    delegate: str
    direction: Direction
    verdict: Verdict
    at: datetime
    station: str
    override: str = ""

    @property
    def subject(self) -> str:
        """The code, or the delegate where there is none."""
        return self.code or self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches: the badge, or the delegate admitted by hand."""
        if isinstance(self.verdict, Refused) and self.verdict.reason in UNREADABLE:
            return ()
        return (code_key(self.code) if self.code else delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Undone:
    """The act is as if it had not been; valid even before the act itself has come in."""

    kind: ClassVar[str] = "undone"
    act_undone: str

    @property
    def subject(self) -> str:
        """The id of the act."""
        return self.act_undone

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return (act_key(self.act_undone),)


@dataclass(frozen=True, slots=True)
class ActBegun:
    """A long act begins; without its closing entry it is undone at the next open."""

    kind: ClassVar[str] = "act_begun"
    what: str

    @property
    def subject(self) -> str:
        """What is being done: a word."""
        return self.what

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return ()


@dataclass(frozen=True, slots=True)
class ActEnded:
    """The long act is whole."""

    kind: ClassVar[str] = "act_ended"

    @property
    def subject(self) -> str:
        """Its act says which."""
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What it touches."""
        return ()


Fact: TypeAlias = (
    EventDescribed | CategoryDefined | SessionDefined | Registered | Corrected | Arrived | BadgeIssued
    | BadgePrinted | BadgeRevoked | Scanned | Undone | ActBegun | ActEnded
)  # fmt: skip

KINDS: Final[dict[str, type[Fact]]] = {fact.kind: fact for fact in get_args(Fact)}
"""Every kind of fact by the name that it has in the journal."""
