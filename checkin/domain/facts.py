"""What the journal can hold: a closed union of facts, one frozen dataclass for each.

Each fact has a `kind`, the name of such facts in the journal; a `subject`, the id of the person or thing that the fact
is about, "" where the kind says it all; and `keys`. A key names something whose state is computed from all entries that
have this key: a delegate, a code, an act, an operator, or a thing that is defined.
"""

# The storage layer reads these annotations when it turns entries into bytes, so they are imported for real.
# ruff: noqa: TC001, TC003
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias, get_args

from checkin.domain.admission import ExitAlert, Left, Refusal, Refused, Verdict
from checkin.domain.delegates import Details
from checkin.domain.presence import Direction
from checkin.domain.reasons import Why
from checkin.domain.things import DefinedValue, Thing

UNREADABLE: Final = frozenset({Refusal.NOT_OURS, Refusal.MISREAD, Refusal.FORGED})
"""Refusals of texts that name no badge of this event, so that a scan refused in this way concerns nobody."""


OF_A_THING: Final = "t"
"""The letter with which the keys of all defined things begin."""


def delegate_key(delegate: str) -> str:
    """The key of the delegate with this id."""
    return "d" + delegate


def code_key(code: str) -> str:
    """The key of the badge with this code."""
    return "c" + code


def act_key(act: str) -> str:
    """The key of the act with this id."""
    return "a" + act


def operator_key(operator: str) -> str:
    """The key of the operator with this id."""
    return "o" + operator


def thing_key(what: Thing, code: str) -> str:
    """The key of a thing that is defined."""
    return f"{OF_A_THING}{what.value} {code}"


@dataclass(frozen=True, slots=True)
class OperatorNamed:
    """The name that belongs to an operator's id. Only this entry holds the name; every other entry holds the id."""

    kind: ClassVar[str] = "operator_named"
    operator: str
    name: str

    @property
    def subject(self) -> str:
        """The id of the operator."""
        return self.operator

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the operator."""
        return (operator_key(self.operator),)


@dataclass(frozen=True, slots=True)
class Defined:
    """Fields are set of the event, its policy, a category, a session, a room, a delegation or one of its own fields.

    For each field the last writer wins; fields that are not named stay. `code` is "" for the event and its policy.
    """

    kind: ClassVar[str] = "defined"
    what: Thing
    code: str
    values: Mapping[str, DefinedValue]

    @property
    def subject(self) -> str:
        """The code of the thing."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the thing."""
        return (thing_key(self.what, self.code),)


@dataclass(frozen=True, slots=True)
class Registered:
    """A delegate is known from now on, with these details.

    `source` is None where a person entered the details, else the source of the list that they come from ("" for a list
    without a source); `row` is the row of that list.
    """

    kind: ClassVar[str] = "registered"
    delegate: str
    details: Details
    source: str | None = None
    row: int = 0

    @property
    def subject(self) -> str:
        """The id of the delegate."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Corrected:
    """Some details of a delegate are changed; for each field the last writer wins.

    `source` and `row` as in `Registered`. A list that agrees with what is known may be recorded too: after that the
    list is the last writer of the field again.
    """

    kind: ClassVar[str] = "corrected"
    delegate: str
    details: Details
    source: str | None = None
    row: int = 0

    @property
    def subject(self) -> str:
        """The id of the delegate."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The delegate presented themself at a desk at this wall time; `override` says why a refusal was overridden."""

    kind: ClassVar[str] = "arrived"
    delegate: str
    at: datetime
    station: str
    override: Why | None = None

    @property
    def subject(self) -> str:
        """The id of the delegate."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """A credential with this code belongs to this delegate; `day` is the one day on which a day badge admits."""

    kind: ClassVar[str] = "badge_issued"
    code: str
    delegate: str
    at: datetime
    day: date | None = None

    @property
    def subject(self) -> str:
        """The code of the badge."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the badge and of the delegate."""
        return (code_key(self.code), delegate_key(self.delegate))


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """The badge was printed; `face` is the digest of what the print shows of the person."""

    kind: ClassVar[str] = "badge_printed"
    code: str
    at: datetime
    face: str = ""

    @property
    def subject(self) -> str:
        """The code of the badge."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the badge."""
        return (code_key(self.code),)


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """The badge admits nobody from now on; `why` is None where nobody gave a reason."""

    kind: ClassVar[str] = "badge_revoked"
    code: str
    why: Why | None = None

    @property
    def subject(self) -> str:
        """The code of the badge."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the badge."""
        return (code_key(self.code),)


SCANNED: Final = "scanned"
SCAN_REFUSED: Final = "scan_refused"
LEFT_WITHOUT_ENTRY: Final = "left_without_entry"


@dataclass(frozen=True, slots=True)
class Scanned:
    """One reading at a session's door at this wall time, with the verdict given.

    `kind` says what came of the reading: somebody was let in or out, was refused, or left without having been seen to
    enter. So the many readings that changed nothing can be told by an entry's header alone. `code` is "" where a
    delegate was admitted by hand, and where the text that was read is no genuine code of ours (say, a visiting card or
    the number of a bank card): of such a text only the `length` is kept. `delegate` is "" where the door did not know
    whose badge it was; `override` says why somebody was let in against a refusal.
    """

    session: str
    code: str
    delegate: str
    direction: Direction
    verdict: Verdict
    at: datetime
    station: str
    override: Why | None = None
    length: int = 0

    @property
    def kind(self) -> str:
        """What came of the reading, by the verdict."""
        match self.verdict:
            case Refused():
                return SCAN_REFUSED
            case Left(alert=ExitAlert.NO_ENTRY):
                return LEFT_WITHOUT_ENTRY
            case _:
                return SCANNED

    @property
    def subject(self) -> str:
        """The code, or the id of the delegate who was admitted by hand."""
        return self.code or self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the badge or of the delegate; no key where no code could be read."""
        if isinstance(self.verdict, Refused) and self.verdict.reason in UNREADABLE:
            return ()
        return (code_key(self.code) if self.code else delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Undone:
    """The act counts as if it had never been done; valid even before the act itself has come in."""

    kind: ClassVar[str] = "undone"
    act_undone: str

    @property
    def subject(self) -> str:
        """The id of the act that is undone."""
        return self.act_undone

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of the act."""
        return (act_key(self.act_undone),)


class LongAct(StrEnum):
    """The kinds of acts that have many entries."""

    IMPORT = "import"
    ISSUE = "issue"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class ActBegun:
    """A long act begins; where its closing entry is missing, its own desk undoes the act at the next open."""

    kind: ClassVar[str] = "act_begun"
    what: LongAct

    @property
    def subject(self) -> str:
        """What the act does."""
        return self.what.value

    @property
    def keys(self) -> tuple[str, ...]:
        """No keys."""
        return ()


@dataclass(frozen=True, slots=True)
class ActEnded:
    """The long act is complete."""

    kind: ClassVar[str] = "act_ended"

    @property
    def subject(self) -> str:
        """The empty text, because the kind says it all."""
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        """No keys."""
        return ()


Fact: TypeAlias = (
    OperatorNamed | Defined | Registered | Corrected | Arrived | BadgeIssued | BadgePrinted | BadgeRevoked | Scanned
    | Undone | ActBegun | ActEnded
)  # fmt: skip

_OF_A_SCAN: Final = (SCANNED, SCAN_REFUSED, LEFT_WITHOUT_ENTRY)
KINDS: Final[dict[str, type[Fact]]] = {
    kind: fact for fact in get_args(Fact) for kind in (_OF_A_SCAN if fact is Scanned else (fact.kind,))
}
"""For the name of every kind of entry in the journal, the class of the fact that such an entry holds."""
CHANGED_NOTHING: Final = (
    SCAN_REFUSED,
    LEFT_WITHOUT_ENTRY,
    Undone.kind,
    BadgePrinted.kind,
    OperatorNamed.kind,
)
"""Kinds of entry that begin acts without anything to take back; an undo passes over such acts."""
