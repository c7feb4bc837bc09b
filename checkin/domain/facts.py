"""Everything that the journal can hold: a closed union of facts, one frozen dataclass for each.

Each fact has a `kind`, a `subject` and `keys` (see `entry_keys`). The kind is the name of such facts in the journal.
The subject is the id of the person or thing that the fact is about, or "" if the kind alone says everything.
"""

# The storage layer reads these annotations when it turns entries into bytes, so they are imported for real.
# ruff: noqa: TC001, TC003
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias, get_args

from checkin.domain.admission import UNREADABLE, ExitAlert, Left, Refused, Verdict
from checkin.domain.delegates import Details
from checkin.domain.entry_keys import (
    act_key,
    code_key,
    delegate_key,
    doors_key,
    named_key,
    operator_key,
    thing_key,
)  # fmt: skip
from checkin.domain.naming import Answer
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState
from checkin.domain.reasons import Why
from checkin.domain.things import DefinedValue, Thing


@dataclass(frozen=True, slots=True)
class OperatorNamed:
    """The fact that an operator id belongs to this name; every other entry holds only the id."""

    kind: ClassVar[str] = "operator_named"
    operator: str
    name: str

    @property
    def subject(self) -> str:
        """The id of the operator."""
        return self.operator

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: only the key of the operator."""
        return (operator_key(self.operator),)


@dataclass(frozen=True, slots=True)
class Defined:
    """The fact that fields of one thing in the event's definition were set to these `values`.

    `what` is the kind of the thing: the event, its policy, a category, a session, a room, a delegation or an own field.
    `code` is the code of the thing, "" for the event and its policy. For each field the last writer wins; fields that
    are not in `values` stay as they are.
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
        """The keys under which the journal finds this fact: only the key of the thing."""
        return (thing_key(self.what, self.code),)


@dataclass(frozen=True, slots=True)
class Registered:
    """The fact that a delegate was registered with these details.

    `source` is None if an operator typed the details. If the details come from an imported list, `source` says whose
    list it is ("" if that is not known), and `row` is the row of the list.
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
        """The keys under which the journal finds this fact: only the key of the delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Corrected:
    """The fact that some details of a delegate were set; for each field the last writer wins.

    `source` and `row` are as in `Registered`. A value from a list may be recorded even if the field has that value
    already: the list then becomes the last writer of the field again.
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
        """The keys under which the journal finds this fact: only the key of the delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The fact that a delegate came to a desk at this time (UTC, by the desk's clock).

    `override` is the reason given for receiving them in spite of a refusal.
    """

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
        """The keys under which the journal finds this fact: only the key of the delegate."""
        return (delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """The fact that a badge with this code was issued to this delegate.

    `day` is the one day on which a day badge admits; None for any other badge.
    """

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
        """The keys under which the journal finds this fact: the keys of the badge and of the delegate."""
        return (code_key(self.code), delegate_key(self.delegate))


@dataclass(frozen=True, slots=True)
class BadgePrinted:
    """The fact that a badge was printed; `face` is a digest (hash) of what the badge shows of the person."""

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
        """The keys under which the journal finds this fact: only the key of the badge."""
        return (code_key(self.code),)


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """The fact that a badge was revoked and admits nobody any more; `why` is None if no reason was given."""

    kind: ClassVar[str] = "badge_revoked"
    code: str
    why: Why | None = None

    @property
    def subject(self) -> str:
        """The code of the badge."""
        return self.code

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: only the key of the badge."""
        return (code_key(self.code),)


SCANNED: Final = "scanned"
SCAN_REFUSED: Final = "scan_refused"
LEFT_WITHOUT_ENTRY: Final = "left_without_entry"


@dataclass(frozen=True, slots=True)
class Scanned:
    """The fact of one scan at a session's door at this time (UTC, by the desk's clock), with its verdict.

    `kind` gives the outcome: somebody was let in or out, was refused, or left without having been seen to enter. So
    scans that changed nothing are recognised without reading the bodies of their entries. `session` is "" if none
    opened any more at the door. `code` is "" if the delegate was chosen by name or a refusal was overridden. Of a
    `ticket` of another system only the delegate is recorded, and of a text that is no genuine code only the `length`.
    `delegate` is "" if the door did not know whose badge it was. `override` is why a refused person was admitted.
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
    ticket: bool = False

    @property
    def kind(self) -> str:
        """The name of the reading's outcome: SCANNED, SCAN_REFUSED or LEFT_WITHOUT_ENTRY, depending on the verdict."""
        match self.verdict:
            case Refused():
                return SCAN_REFUSED
            case Left(alert=ExitAlert.NO_ENTRY):
                return LEFT_WITHOUT_ENTRY
            case _:
                return SCANNED

    @property
    def subject(self) -> str:
        """The code that was scanned, or the id of the delegate chosen by name; "" if the scanned text was no code."""
        return self.code or self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """The key under which the journal finds this fact: the badge's or the delegate's; () if no code was read."""
        if isinstance(self.verdict, Refused) and self.verdict.reason in UNREADABLE:
            return ()
        return (code_key(self.code) if self.code else delegate_key(self.delegate),)


@dataclass(frozen=True, slots=True)
class DoorsSet:
    """The fact that staff opened or closed the doors of a session by hand at this time (UTC); the last one counts."""

    kind: ClassVar[str] = "doors_set"
    session: str
    state: DoorState
    at: datetime
    station: str

    @property
    def subject(self) -> str:
        """The code of the session."""
        return self.session

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: only the key of the session's doors."""
        return (doors_key(self.session),)


@dataclass(frozen=True, slots=True)
class Named:
    """The fact that a delegate was named for a session, or that some parts of this naming were set.

    The parts have the same meaning as in `Naming`. For each part the last writer wins; a part that is None stays as it
    is. `withdrawn` False names the delegate; `withdrawn` True takes the name off the session's list again.
    """

    kind: ClassVar[str] = "named"
    delegate: str
    session: str
    answer: Answer | None = None
    seat: str | None = None
    persons: int | None = None
    withdrawn: bool | None = None

    @property
    def subject(self) -> str:
        """The id of the delegate."""
        return self.delegate

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: of the delegate, and of all namings for the session."""
        return (delegate_key(self.delegate), named_key(self.session))


@dataclass(frozen=True, slots=True)
class Undone:
    """The fact that an act was undone, so that the act counts as if it had never been done.

    The undo is valid even if it comes in from another desk before the act itself.
    """

    kind: ClassVar[str] = "undone"
    act_undone: str

    @property
    def subject(self) -> str:
        """The id of the act that is undone."""
        return self.act_undone

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: only the key of the act that is undone."""
        return (act_key(self.act_undone),)


class LongAct(StrEnum):
    """The kinds of long acts: acts that write many entries to the journal."""

    IMPORT = "import"
    PHOTOS = "photos"
    """The photos of many delegates were imported from a folder."""
    ISSUE = "issue"
    PRINT = "print"
    OUT_NOW = "out_now"
    """Everybody who was inside a session left it, because the session does not take place any more."""
    CHANGE = "change"
    """A field of many delegates was set to one value."""


@dataclass(frozen=True, slots=True)
class ActBegun:
    """The fact that a long act (one of many entries, such as an import) began.

    If the entry that ends the act is missing, the desk that began it undoes the act the next time it opens the event.
    """

    kind: ClassVar[str] = "act_begun"
    what: LongAct

    @property
    def subject(self) -> str:
        """The kind of the long act."""
        return self.what.value

    @property
    def keys(self) -> tuple[str, ...]:
        """An empty tuple: nothing is computed from this fact, so the journal need not find it by a key."""
        return ()


@dataclass(frozen=True, slots=True)
class ActEnded:
    """The fact that a long act (one of many entries, such as an import) is complete."""

    kind: ClassVar[str] = "act_ended"

    @property
    def subject(self) -> str:
        """The empty text, because the end of an act is about no delegate, badge or other thing."""
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        """An empty tuple: nothing is computed from this fact, so the journal need not find it by a key."""
        return ()


Fact: TypeAlias = (
    OperatorNamed | Defined | Registered | Corrected | Arrived | BadgeIssued | BadgePrinted | BadgeRevoked | Scanned
    | DoorsSet | Named | Merged | Separated | Undone | ActBegun | ActEnded
)  # fmt: skip

OF_A_SCAN: Final = (SCANNED, SCAN_REFUSED, LEFT_WITHOUT_ENTRY)
KINDS: Final[dict[str, type[Fact]]] = {
    kind: fact for fact in get_args(Fact) for kind in (OF_A_SCAN if fact is Scanned else (fact.kind,))
}
"""The class of fact for each name of a kind of entry."""
