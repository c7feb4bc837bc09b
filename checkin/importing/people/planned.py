"""What the plan of an import says: who is new, changed, unchanged or missing, who looks alike, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from checkin.domain.delegates import Field
from checkin.domain.rejections import RejectReason
from checkin.importing.people.questions import STOPPING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.delegates import Delegate, Details, Status
    from checkin.domain.programme import OwnField
    from checkin.importing.people.heading import By
    from checkin.importing.people.not_drawn import NotDrawn
    from checkin.importing.people.questions import Question
    from checkin.importing.people.rows import RowKind

Place: TypeAlias = tuple[str, int, int]
"""The position of a person in a list: the sheet, the row, and 0 for the row's own person or the number of the guest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that would be imported as a new delegate.

    `row` is the row's number in the spreadsheet; `details` has the values that are not empty. `is_turned` says that the
    list writes the given name before the family name, while the program writes the family name first. `guest` is 0 for
    the row's own person, 1 for the first guest whom the row names beside this person, and so on. `principal` is the
    place of the person of this list whom the new delegate accompanies, if any. `also` are further references of the
    same person.
    """

    sheet: str
    row: int
    details: Details
    is_turned: bool = False
    guest: int = 0
    principal: Place | None = None
    also: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """The position of the person in the list."""
        return self.sheet, self.row, self.guest


@dataclass(frozen=True, slots=True)
class Change:
    """A row that would change a known delegate; `details` holds the new value of each field that differs.

    `kept` holds the values of the list that are not taken, because a desk has set these fields itself.
    """

    sheet: str
    row: int
    delegate: Delegate
    details: Details
    kept: Details = field(default_factory=dict)
    of_desks: frozenset[str] = frozenset()
    """The fields of `details` and `kept` that a desk has set."""
    registration: str = ""
    """The id of the merged registration under which the change is recorded; "" for the delegate's own id."""
    guest: int = 0
    principal: Place | None = None
    """The position in the list of the person whom the delegate accompanies from now on, if this is a change."""

    @property
    def place(self) -> Place:
        """The position of the person in the list."""
        return self.sheet, self.row, self.guest

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the fields that would change."""
        accompanies = () if self.principal is None else (str(Field.ACCOMPANIES),)
        return (*map(str, self.details), *accompanies)

    @property
    def is_any(self) -> bool:
        """Whether the import would change anything."""
        return bool(self.details) or self.principal is not None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A row about a known delegate that would change nothing.

    `kept` holds values of the list that differ and are not taken, because a desk has set these fields itself.
    """

    sheet: str
    row: int
    delegate: Delegate
    kept: Details = field(default_factory=dict)
    guest: int = 0

    @property
    def place(self) -> Place:
        """The position of the person in the list."""
        return self.sheet, self.row, self.guest


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A row for a new delegate who may be the same person as `like`: a known delegate, or an earlier row of the list.

    `LookAlikes` says what makes two persons look alike. `as_same` is what the row would change if it were the known
    delegate; None for an earlier row.
    """

    candidate: Candidate
    like: Delegate | Candidate
    as_same: Change | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that cannot be imported, and the reason.

    `column` is the header of the column with the fault, `text` the row's text in this column. `name` is the name in the
    row, which tells the operator whose row it is.
    """

    sheet: str
    row: int
    column: str
    reason: RejectReason
    text: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no person, and what the row is; `text` is its first text."""

    sheet: str
    row: int
    kind: RowKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that is not read, such as one with the error of a formula. It changes nothing; the rest comes in."""

    sheet: str
    row: int
    column: str
    reason: RejectReason = RejectReason.UNREADABLE


@dataclass(frozen=True, slots=True)
class SheetUse:
    """A sheet of the list, whether it is read, the number of its rows, and why it is not read ("" if it is)."""

    sheet: str
    is_used: bool
    rows: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """A column of the list, and the code of the field that is read from it; `field` is None for an ignored column.

    `by` says how the field is known; it is None for an ignored column.
    """

    sheet: str
    header: str
    field: str | None
    by: By | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that importing a list would do. The rows in `alike` are also in `new`."""

    new: tuple[Candidate, ...] = ()
    changed: tuple[Change, ...] = ()
    same: tuple[Unchanged, ...] = ()
    alike: tuple[LookAlike, ...] = ()
    missing: tuple[Delegate, ...] = ()
    """The delegates who are not in this list."""
    rejected: tuple[Rejection, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    not_drawn: tuple[NotDrawn, ...] = ()
    still_blocked: tuple[Delegate, ...] = ()
    """The blocked delegates to whom the list gives another status. They stay blocked: no list lifts a block."""
    as_of: int = 0
    """The last entry of the journal that was known when the delegates were looked at."""
    sheets: tuple[SheetUse, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    unread: tuple[UnreadCell, ...] = ()
    questions: tuple[Question, ...] = ()
    """The questions that are open."""
    again: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    """The sheet and row of the earlier row that names the same person, by the sheet and row of the later one."""
    encoding: str = ""
    """The encoding of a text file; "" for a workbook."""
    fields: tuple[OwnField, ...] = ()
    """The fields that the import adds to the event's own fields."""
    gone: tuple[tuple[Delegate, Status], ...] = ()
    """People who are not in this list, each with the new status that the operator has chosen for them."""
    moved: Mapping[Place, Place] = field(default_factory=dict)
    """Rows that the operator has declared to be another row's person, each with the position of that other row."""

    @property
    def number(self) -> int:
        """The number of persons whom the import would register or change."""
        return len(self.new) + len(self.changed) + len(self.gone)

    @property
    def is_stopped(self) -> bool:
        """Whether a question is open that brings nothing in until it is answered."""
        return any(question.kind in STOPPING for question in self.questions)
