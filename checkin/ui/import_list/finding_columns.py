"""The columns of the tables on the Import page; each group of findings, such as the new rows, has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkin.domain.delegates import PRIVATE, Delegate, Field, NameOrder, Sex, Status
from checkin.text import name_order
from checkin.ui.import_list.findings import Group
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.importing import Candidate, Change, ColumnUse, LookAlike, NotDrawn, Rejection, Unchanged
    from checkin.wording import Wording


def columns(group: Group, event: Event, say: Wording) -> Sequence[TableColumn[Any]]:
    """The columns of the table that lists one group of findings, such as the new rows or the rejected rows."""
    return _Words(event, say).columns(group)


class _Words:
    """The maker of the tables' columns, for one event and one language."""

    def __init__(self, event: Event, say: Wording) -> None:
        self._event = event
        self._say = say

    def columns(self, group: Group) -> Sequence[TableColumn[Any]]:  # noqa: PLR0911 - a line for each
        """The columns of the table that shows the findings of this group."""
        match group:
            case Group.NEW:
                return self._new()
            case Group.SAME:
                return self._same()
            case Group.CHANGED:
                return self._changed()
            case Group.ALIKE:
                return self._alike()
            case Group.NOT_DRAWN:
                return self._not_drawn()
            case Group.MISSING:
                return self._missing()
            case Group.REJECTED:
                return self._rejected()
            case Group.COLUMNS:
                return self._uses()

    def _row(self) -> TableColumn[Any]:
        """The column with the place of a row in the list."""
        return TableColumn(
            self._say.text("Row"), lambda row: _place(row.sheet, row.row), lambda row: (row.sheet, row.row)
        )

    def _known_name(self) -> TableColumn[Any]:
        """The column with the name of the known delegate whom a row means."""
        return TableColumn(
            self._say.text("Name"), lambda row: row.delegate.name, lambda row: name_order(row.delegate)
        )

    def _new(self) -> Sequence[TableColumn[Candidate]]:
        say = self._say
        return (
            self._row(),
            TableColumn(
                say.text("Name"),
                lambda row: _name(row.details),
                lambda row: name_order(_delegate(row.details)),
            ),
            TableColumn(
                say.field(Field.NATIVE_NAME), lambda row: str(row.details.get(Field.NATIVE_NAME, ""))
            ),
            TableColumn(say.field(Field.CATEGORY), lambda row: self._value(Field.CATEGORY, row.details)),
            TableColumn(
                say.field(Field.ORGANISATION), lambda row: self._value(Field.ORGANISATION, row.details)
            ),
        )

    def _changed(self) -> Sequence[TableColumn[Change]]:
        say = self._say
        return (
            self._row(),
            self._known_name(),
            TableColumn(say.text("What changes"), self._what_changes),
        )

    def _same(self) -> Sequence[TableColumn[Unchanged]]:
        say = self._say
        return (
            self._row(),
            self._known_name(),
            TableColumn(say.field(Field.NATIVE_NAME), lambda row: row.delegate.native_name),
            TableColumn(
                say.field(Field.CATEGORY), lambda row: self._words(Field.CATEGORY, row.delegate.category)
            ),
            TableColumn(say.field(Field.ORGANISATION), lambda row: row.delegate.organisation),
        )

    def _alike(self) -> Sequence[TableColumn[LookAlike]]:
        say = self._say
        return (
            TableColumn(
                say.text("Row"),
                lambda row: _place(row.candidate.sheet, row.candidate.row),
                lambda row: (row.candidate.sheet, row.candidate.row),
            ),
            TableColumn(
                say.text("In the list"), lambda row: self._described(_delegate(row.candidate.details))
            ),
            TableColumn(say.text("Looks like"), lambda row: self._whom(row.like)),
        )

    def _not_drawn(self) -> Sequence[TableColumn[NotDrawn]]:
        say = self._say
        return (
            self._row(),
            TableColumn(say.text("Column"), lambda row: row.column or "–"),
            TableColumn(say.text("What stands there"), lambda row: row.text),
            TableColumn(say.text("Reason"), lambda row: say.not_drawn(row.signs)),
        )

    def _missing(self) -> Sequence[TableColumn[Delegate]]:
        say = self._say
        return (
            TableColumn(say.text("Name"), lambda row: row.name, name_order),
            TableColumn(say.field(Field.CATEGORY), lambda row: self._words(Field.CATEGORY, row.category)),
            TableColumn(say.field(Field.ORGANISATION), lambda row: row.organisation),
            TableColumn(say.field(Field.REFERENCE), lambda row: row.reference),
        )

    def _rejected(self) -> Sequence[TableColumn[Rejection]]:
        say = self._say
        return (
            self._row(),
            TableColumn(say.text("Name"), lambda row: row.name or "–"),
            TableColumn(say.text("Column"), lambda row: row.column or "–"),
            TableColumn(say.text("What stands there"), lambda row: row.text or "–"),
            TableColumn(say.text("Reason"), lambda row: say.rejection(row.reason)),
        )

    def _uses(self) -> Sequence[TableColumn[ColumnUse]]:
        say = self._say
        return (
            TableColumn(say.text("Sheet"), lambda row: row.sheet or "–"),
            TableColumn(say.text("Column in the list"), lambda row: row.header),
            TableColumn(
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
            if field in PRIVATE  # not the values: guests see the screen too
            else f"{self._say.field_of(self._event, field)}: "
            f"{self._value(field, change.delegate)} → {self._words(field, value)}"
            for field, value in change.details.items()
        )

    def _whom(self, one: Delegate | Candidate) -> str:
        """Whom a row looks like: somebody known, or the person in an earlier row with the number of that row."""
        if isinstance(one, Delegate):
            return self._described(one)
        row = self._say.text("row {row}").format(row=one.row)
        place = f"{one.sheet} · {row}" if one.sheet else row
        return self._say.about(place, self._described(_delegate(one.details)))

    def _described(self, delegate: Delegate) -> str:
        parts = (delegate.name, delegate.organisation, self._words(Field.CATEGORY, delegate.category))
        return " · ".join(part for part in parts if part)

    def _value(self, field: str, of: Details | Delegate) -> str:
        value = of.value(field) if isinstance(of, Delegate) else of.get(field)
        return self._words(field, value)

    def _words(self, field: str, value: Value) -> str:  # noqa: PLR0911 - a line for each kind
        """The value of a field as text for the operator; "–" if it is empty."""
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
