"""What a look at a list has found, in groups: each with a sign, a count, and a table of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import PRIVATE, Delegate, Field, NameOrder, Sex, Status
from checkin.ui.table import Column, Table
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.importing import Candidate, Change, ColumnUse, ImportPlan, LookAlike, Rejection
    from checkin.wording import Wording

MOST_SHOWN: Final = 1000
"""A table of more rows keeps the window waiting, and nobody reads it."""


class Group(Enum):
    """The groups, in the order of their buttons."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    ALIKE = auto()
    MISSING = auto()
    REJECTED = auto()
    COLUMNS = auto()


@dataclass(frozen=True, slots=True)
class GroupLook:
    """A group's sign, its name, and what it means for the import."""

    sign: str
    name: str
    meaning: str


GROUPS: Final[dict[Group, GroupLook]] = {
    Group.NEW: GroupLook("+", marked("new"), marked("These rows come in as new delegates.")),
    Group.CHANGED: GroupLook(
        "~", marked("changed"), marked("The list says something else of these delegates.")
    ),
    Group.SAME: GroupLook("=", marked("same"), marked("These rows say what is known already.")),
    Group.ALIKE: GroupLook(
        "?", marked("look alike"), marked("New rows with the name of somebody known. They come in as new.")
    ),
    Group.MISSING: GroupLook(
        "–", marked("missing"), marked("These delegates are not in the list. They stay as they are.")
    ),
    Group.REJECTED: GroupLook(
        "✕",
        marked("rejected"),
        marked("These rows do not come in. Put them right in the list and import it again."),
    ),
    Group.COLUMNS: GroupLook("≡", marked("columns"), marked("What each column of the list is read as.")),
}


def count(plan: ImportPlan, group: Group) -> int:
    """How many rows, delegates or columns the group has."""
    return plan.same if group is Group.SAME else len(_rows(plan, group))


def table(plan: ImportPlan, group: Group, event: Event, say: Wording) -> Table[Any]:
    """The first rows of the group."""
    words = _Words(event, say)
    made: Table[Any] = Table(words.columns(group))
    made.show(_rows(plan, group)[:MOST_SHOWN])
    return made


def _rows(plan: ImportPlan, group: Group) -> Sequence[Any]:
    rows: dict[Group, Sequence[Any]] = {
        Group.NEW: plan.new,
        Group.CHANGED: plan.changed,
        Group.ALIKE: plan.alike,
        Group.MISSING: plan.missing,
        Group.REJECTED: plan.rejected,
        Group.COLUMNS: plan.columns,
    }
    return rows.get(group, ())


class _Words:
    """The columns of each group's table."""

    def __init__(self, event: Event, say: Wording) -> None:
        self._event = event
        self._say = say

    def columns(self, group: Group) -> Sequence[Column[Any]]:
        """One line for each column."""
        match group:
            case Group.NEW | Group.SAME:
                return self._new()
            case Group.CHANGED:
                return self._changed()
            case Group.ALIKE:
                return self._alike()
            case Group.MISSING:
                return self._missing()
            case Group.REJECTED:
                return self._rejected()
            case Group.COLUMNS:
                return self._uses()

    def _new(self) -> Sequence[Column[Candidate]]:
        say = self._say
        return (
            Column(say.text("Row"), lambda row: _place(row.sheet, row.row), lambda row: (row.sheet, row.row)),
            Column(say.text("Name"), lambda row: _name(row.details)),
            Column(say.field(Field.NATIVE_NAME), lambda row: str(row.details.get(Field.NATIVE_NAME, ""))),
            Column(say.field(Field.CATEGORY), lambda row: self._value(Field.CATEGORY, row.details)),
            Column(say.field(Field.ORGANISATION), lambda row: self._value(Field.ORGANISATION, row.details)),
        )

    def _changed(self) -> Sequence[Column[Change]]:
        say = self._say
        return (
            Column(say.text("Row"), lambda row: _place(row.sheet, row.row), lambda row: (row.sheet, row.row)),
            Column(say.text("Name"), lambda row: row.delegate.name),
            Column(say.text("What changes"), self._what_changes),
        )

    def _alike(self) -> Sequence[Column[LookAlike]]:
        say = self._say
        return (
            Column(
                say.text("Row"),
                lambda row: _place(row.candidate.sheet, row.candidate.row),
                lambda row: (row.candidate.sheet, row.candidate.row),
            ),
            Column(say.text("In the list"), lambda row: self._described(_delegate(row.candidate.details))),
            Column(say.text("Known already"), lambda row: self._described(row.delegate)),
        )

    def _missing(self) -> Sequence[Column[Delegate]]:
        say = self._say
        return (
            Column(say.text("Name"), lambda row: row.name),
            Column(say.field(Field.CATEGORY), lambda row: self._words(Field.CATEGORY, row.category)),
            Column(say.field(Field.ORGANISATION), lambda row: row.organisation),
            Column(say.field(Field.REFERENCE), lambda row: row.reference),
        )

    def _rejected(self) -> Sequence[Column[Rejection]]:
        say = self._say
        return (
            Column(say.text("Row"), lambda row: _place(row.sheet, row.row), lambda row: (row.sheet, row.row)),
            Column(say.text("Column"), lambda row: row.column or "–"),
            Column(say.text("What stands there"), lambda row: row.text or "–"),
            Column(say.text("Reason"), lambda row: say.rejection(row.reason)),
        )

    def _uses(self) -> Sequence[Column[ColumnUse]]:
        say = self._say
        return (
            Column(say.text("Sheet"), lambda row: row.sheet or "–"),
            Column(say.text("Column in the list"), lambda row: row.header),
            Column(
                say.text("Is read as"),
                lambda row: (
                    "→ " + say.field_of(self._event, row.field)
                    if row.field is not None
                    else say.text("not read")
                ),
            ),
        )

    def _what_changes(self, change: Change) -> str:
        return "; ".join(
            self._say.field_of(self._event, field)
            if field in PRIVATE  # guests see the screen too
            else f"{self._say.field_of(self._event, field)}: "
            f"{self._value(field, change.delegate)} → {self._words(field, value)}"
            for field, value in change.details.items()
        )

    def _described(self, delegate: Delegate) -> str:
        parts = (delegate.name, delegate.organisation, self._words(Field.CATEGORY, delegate.category))
        return " · ".join(part for part in parts if part)

    def _value(self, field: str, of: Details | Delegate) -> str:
        value = of.value(field) if isinstance(of, Delegate) else of.get(field)
        return self._words(field, value)

    def _words(self, field: str, value: Value) -> str:  # noqa: PLR0911 - a line for each kind
        """A value as people read it; "–" for nothing."""
        match field, value:
            case _, None | "":
                return "–"
            case Field.CATEGORY, str():
                known = self._event.categories.get(value)
                return self._say.local(known.name) if known is not None else value
            case Field.STATUS, _:
                return self._say.status(Status(str(value)))
            case Field.SEX, _:
                return self._say.sex(Sex(str(value)))
            case Field.NAME_ORDER, _:
                return self._say.name_order(NameOrder(str(value)))
            case _, bool():
                return self._say.yes_no(value=value)
            case _, float():
                return f"{value:g}"
            case _:
                return str(value)


def _delegate(details: Details) -> Delegate:
    return Delegate.of("", details)


def _name(details: Details) -> str:
    return _delegate(details).name


def _place(sheet: str, row: int) -> str:
    return f"{sheet} · {row}" if sheet else str(row)
