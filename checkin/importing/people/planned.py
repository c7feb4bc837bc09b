"""What the plan of an import says: who is new, changed, unchanged or missing, who looks alike, what is rejected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate, Details
    from checkin.domain.rejections import RejectReason
    from checkin.importing.people.not_drawn import NotDrawn


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that would be imported as a new delegate.

    `row` is the row's number in the spreadsheet; `details` has the values that are not empty. `is_turned` says that the
    list writes the given name before the family name, while the program writes the family name first.
    """

    sheet: str
    row: int
    details: Details
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A row that would change a known delegate; `details` holds the new value of each field that differs."""

    sheet: str
    row: int
    delegate: Delegate
    details: Details


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A row about a known delegate that would change nothing, because all its values are recorded already."""

    sheet: str
    row: int
    delegate: Delegate


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A row for a new delegate who may be the same person as `like`: a known delegate, or an earlier row of the list.

    `Known.like` says what makes two persons look alike.
    """

    candidate: Candidate
    like: Delegate | Candidate


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
class ColumnUse:
    """A column of the list, and the code of the field that is read from it; `field` is None for an ignored column."""

    sheet: str
    header: str
    field: str | None


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
