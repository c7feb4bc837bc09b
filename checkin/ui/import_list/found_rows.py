"""Rows of the Import page's tables that put together what the plan of an import says in several places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.domain.delegates import Delegate, Field
from checkin.domain.rejections import RejectReason
from checkin.importing.people.planned import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.delegates import Value
    from checkin.importing.people.planned import ImportPlan, Place, Unchanged
    from checkin.importing.people.rows import RowKind
    from checkin.ui.appearance import Words
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell of the list whose value differs from the value of a known delegate.

    `is_of_desk` says whether a desk has set the field, and `is_taken` whether the rule imports the cell.
    """

    sheet: str
    row: int
    delegate: Delegate
    field: str
    after: Value
    is_of_desk: bool
    is_taken: bool
    guest: int = 0

    @property
    def place(self) -> Place:
        """The position of the person in the list."""
        return self.sheet, self.row, self.guest


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row, a cell or a sheet of the list that is not read; `row` is 0 for a sheet, and `why` says the reason."""

    sheet: str
    row: int
    text: str
    why: Words


def changed_cells(plan: ImportPlan) -> Iterator[CellChange]:
    """The cells that change a delegate, and those that would if a desk had not set the field, row by row."""
    kept = (row for row in plan.same if row.kept)
    rows: list[Change | Unchanged] = [*plan.changed, *kept]
    names = names_of(plan) if any(each.principal for each in plan.changed) else {}
    for row in sorted(rows, key=lambda row: row.place):
        of_desks = row.of_desks if isinstance(row, Change) else frozenset(row.kept)
        taken: dict[str, Value] = dict(row.details) if isinstance(row, Change) else {}
        if isinstance(row, Change) and row.principal is not None:
            taken[Field.ACCOMPANIES] = names.get(row.principal, "")
        for values, is_taken in ((taken, True), (row.kept, False)):
            for field, value in values.items():
                is_of_desk = field in of_desks
                yield CellChange(
                    row.sheet, row.row, row.delegate, field, value, is_of_desk, is_taken, row.guest
                )


def names_of(plan: ImportPlan) -> dict[Place, str]:
    """The names of the persons of the list, by their positions in the list."""
    known: list[Change | Unchanged] = [*plan.changed, *plan.same]
    new = {each.place: Delegate.of("", each.details).name for each in plan.new}
    return {each.place: each.delegate.name for each in known} | new


def number_kept(plan: ImportPlan) -> int:
    """The number of the list's values that do not come in because a desk has set the fields."""
    return sum(len(row.kept) for row in plan.changed) + sum(len(row.kept) for row in plan.same)


def left_out(plan: ImportPlan) -> list[LeftOut]:
    """The sheets, the rows and the cells that are not read; the sheets first."""
    sheets = [
        LeftOut(each.sheet, 0, "", _sheet(each.rows, each.why)) for each in plan.sheets if not each.is_used
    ]
    rows = [LeftOut(each.sheet, each.row, each.text, _kind(each.kind)) for each in plan.skipped]
    rows += [LeftOut(sheet, row, "", _again(other)) for (sheet, row), (_, other) in plan.again.items()]
    rows += [LeftOut(each.sheet, each.row, each.column, _unread(each.reason)) for each in plan.unread]
    return [*sheets, *sorted(rows, key=lambda each: (each.sheet, each.row))]


def _sheet(rows: int, why: str) -> Words:
    def words(say: Wording) -> str:
        number = say.many("a sheet with {count} row", "a sheet with {count} rows", rows)
        return f"{number}. {say.why_unused(why)}"

    return words


def _kind(kind: RowKind) -> Words:
    return lambda say: say.row_kind(kind)


def _again(row: int) -> Words:
    return lambda say: say.text("the same person as row {row}").format(row=row)


def _unread(reason: RejectReason) -> Words:
    if reason is not RejectReason.UNREADABLE:
        return lambda say: say.unread(reason)
    return lambda say: say.text("This cell holds a formula error. The other cells of the row come in.")
