"""What the journal can hold: a closed union of facts, one frozen dataclass for each.

Each fact has a `kind`, which is its name in the journal; a `subject`, the id of what it is about, "" where the kind
says it all; and the `keys` that it touches. A key names something whose state is folded from all entries that touch
it: a delegate, a code, an act, an operator, or a thing that is defined.
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
"""Verdicts on texts that name no badge of this event, so that such a scan touches nobody."""


OF_A_THING: Final = "t"
"""With this letter begin the keys of all things that are defined."""


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
    """Who an operator's id is. The name stands here alone; every other entry holds the id."""

    kind: ClassVar[str] = "operator_named"
    operator: str
    name: str

    @property
    def subject(self) -> str:
        """The id of the operator."""
        return self.operator

    @property
    def keys(self) -> tuple[str, ...]:
        """The operator."""
        return (operator_key(self.operator),)


@dataclass(frozen=True, slots=True)
class Defined:
    """Some fields of the event, its policy, a category, a session, a room, a delegation or a field of its own are set.

    For each field the last writer wins; what is not named stays. `code` is "" for the event and its policy.
    """

    kind: ClassVar[str] = "defined"
    what: Thing
    code: str
    values: Mapping[str, DefinedValue]

    @property
    def subject(self) -> str:
        """The code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The thing."""
        return (thing_key(self.what, self.code),)


@dataclass(frozen=True, slots=True)
class Registered:
    """A delegate is known from now on, with these details.

    `source` is None where a person said it, else the source of the list that says it ("" for a list without one);
    `row` is the row of that list.
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
        """The delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Corrected:
    """Some details of a delegate are different; for each field the last writer wins.

    `source` and `row` as in `Registered`. A list that says what is known already may be recorded too: the agreement
    makes the field the list's again.
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
        """The delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The delegate presented themself at a desk, at this wall time; `override` says why against a refusal."""

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
        """The delegate."""
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
        """The code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The code and the delegate."""
        return (code_key(self.code), delegate_key(self.delegate))


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """The badge was put on paper; `face` is the digest of what was drawn of the person."""

    kind: ClassVar[str] = "badge_printed"
    code: str
    at: datetime
    face: str = ""

    @property
    def subject(self) -> str:
        """The code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The code."""
        return (code_key(self.code),)


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """The badge admits nobody from now on; `why` is None where nobody gave a reason."""

    kind: ClassVar[str] = "badge_revoked"
    code: str
    why: Why | None = None

    @property
    def subject(self) -> str:
        """The code."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The code."""
        return (code_key(self.code),)


SCANNED: Final = "scanned"
SCAN_REFUSED: Final = "scan_refused"
LEFT_WITHOUT_ENTRY: Final = "left_without_entry"


@dataclass(frozen=True, slots=True)
class Scanned:
    """One reading at a session's door at this wall time, with the verdict given.

    Its kind says what came of it: somebody was let in or out, or refused, or left who had not been seen to enter. So
    the many that changed nothing are told apart by the header alone. `code` is "" where a delegate was admitted by
    hand, and where the text that was read is no genuine code of ours, a visiting card or the number of a bank card say:
    of such a text only the `length` is kept. `delegate` is "" where the door did not know who it was; `override` says
    why somebody was let in against a refusal.
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
        """The code or the delegate; nothing where no code could be read."""
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
        """The id of the act that is undone."""
        return self.act_undone

    @property
    def keys(self) -> tuple[str, ...]:
        """The act."""
        return (act_key(self.act_undone),)


class LongAct(StrEnum):
    """What is done in an act of many entries."""

    IMPORT = "import"
    ISSUE = "issue"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class ActBegun:
    """A long act begins; without its closing entry its own desk undoes it at the next open."""

    kind: ClassVar[str] = "act_begun"
    what: LongAct

    @property
    def subject(self) -> str:
        """What the act does."""
        return self.what.value

    @property
    def keys(self) -> tuple[str, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class ActEnded:
    """The long act is whole."""

    kind: ClassVar[str] = "act_ended"

    @property
    def subject(self) -> str:
        """Nothing."""
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Nothing."""
        return ()


Fact: TypeAlias = (
    OperatorNamed | Defined | Registered | Corrected | Arrived | BadgeIssued | BadgePrinted | BadgeRevoked | Scanned
    | Undone | ActBegun | ActEnded
)  # fmt: skip

_OF_A_SCAN: Final = (SCANNED, SCAN_REFUSED, LEFT_WITHOUT_ENTRY)
KINDS: Final[dict[str, type[Fact]]] = {
    kind: fact for fact in get_args(Fact) for kind in (_OF_A_SCAN if fact is Scanned else (fact.kind,))
}
"""Every kind of entry by its name in the journal, and the fact that it holds."""
CHANGED_NOTHING: Final = (
    SCAN_REFUSED,
    LEFT_WITHOUT_ENTRY,
    Undone.kind,
    BadgePrinted.kind,
    OperatorNamed.kind,
)
"""Kinds that begin acts of which an undo would take nothing back, and which it therefore passes over."""
