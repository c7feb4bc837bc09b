"""The columns of the tables on the Import page; each group of findings, such as the new rows, has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from checkin.domain.delegates import PRIVATE, Field
from checkin.importing.people.heading import By
from checkin.text import name_order
from checkin.ui.import_list.findings import Group
from checkin.ui.import_list.found_rows import names_of
from checkin.ui.import_list.ticking import is_ticked
from checkin.ui.import_list.value_words import ValueWords, content_words, delegate_of, place_of
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.delegates import Delegate, Value
    from checkin.domain.programme import Event
    from checkin.importing.people.not_drawn import NotDrawn
    from checkin.importing.people.planned import Candidate, ColumnUse, LookAlike, Rejection, Unchanged
    from checkin.ui.import_list.asked import Asked
    from checkin.ui.import_list.findings import Findings
    from checkin.ui.import_list.found_rows import CellChange, LeftOut
    from checkin.wording import Wording

_EXAMPLES: Final = 3
"""The cells of a column that are shown in a line."""


def columns(found: Findings, group: Group, event: Event, say: Wording) -> Sequence[TableColumn[Any]]:
    """The columns of the table that lists one group of findings, such as the new rows or the rejected rows."""
    return _Tables(found, event, say).columns(group)


class _Tables:
    """The maker of the tables' columns, for one event and one language."""

    def __init__(self, found: Findings, event: Event, say: Wording) -> None:
        self._found = found
        self._event = event
        self._say = say
        self._words = ValueWords(event, say)

    def columns(self, group: Group) -> Sequence[TableColumn[Any]]:  # noqa: PLR0911, C901 - a line for each
        """The columns of the table that shows the findings of this group."""
        match group:
            case Group.ASKED:
                return self._asked()
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
            case Group.LEFT_OUT:
                return self._left_out()
            case Group.COLUMNS:
                return self._uses()

    def _row(self) -> TableColumn[Any]:
        """The column with the place of a row in the list; where the row can be ticked, with the box."""
        return TableColumn(
            self._say.text("Row"),
            lambda row: place_of(row.sheet, row.row),
            lambda row: (row.sheet, row.row),
            tick=lambda row: is_ticked(self._found, row),
        )

    def _known_name(self) -> TableColumn[Any]:
        """The column with the name of the known delegate whom a row means."""
        return TableColumn(
            self._say.text("Name"), lambda row: row.delegate.name, lambda row: name_order(row.delegate)
        )

    def _asked(self) -> Sequence[TableColumn[Asked]]:
        say = self._say
        return (
            TableColumn(say.text("About"), lambda row: row.about(say)),
            TableColumn(say.text("What stands there"), lambda row: row.shown or "–"),
            TableColumn(
                say.text("Rows"),
                lambda row: str(row.count) if row.count else "",
                lambda row: row.count,
                is_number=True,
            ),
            TableColumn(say.text("Answer"), lambda row: self._answer(row) or "–"),
        )

    def _answer(self, asked: Asked) -> str:
        """The words for the answer that the operator has given; "" while the question is open."""
        return dict(asked.possible(self._event, self._say)).get(asked.answer, asked.answer)

    def _new(self) -> Sequence[TableColumn[Candidate]]:
        say = self._say
        return (
            self._row(),
            TableColumn(
                say.text("Name"),
                lambda row: delegate_of(row.details).name,
                lambda row: name_order(delegate_of(row.details)),
            ),
            TableColumn(
                say.field(Field.NATIVE_NAME), lambda row: str(row.details.get(Field.NATIVE_NAME, ""))
            ),
            TableColumn(
                say.field(Field.CATEGORY),
                lambda row: self._words.value(Field.CATEGORY, row.details.get(Field.CATEGORY)),
            ),
            TableColumn(
                say.field(Field.ORGANISATION),
                lambda row: self._words.value(Field.ORGANISATION, row.details.get(Field.ORGANISATION)),
            ),
            *self._accompanied(),
        )

    def _accompanied(self) -> Sequence[TableColumn[Candidate]]:
        """The column that says whom somebody accompanies, if the list has such persons."""
        if not any(each.principal is not None for each in self._found.plan.new):
            return ()
        names = names_of(self._found.plan)
        return (
            TableColumn(
                self._say.field(Field.ACCOMPANIES),
                lambda row: names.get(row.principal, "") if row.principal is not None else "",
            ),
        )

    def _changed(self) -> Sequence[TableColumn[CellChange]]:
        say = self._say
        return (
            self._row(),
            self._known_name(),
            TableColumn(say.text("Field"), lambda row: say.field_of(self._event, row.field)),
            TableColumn(say.text("Until now"), lambda row: self._cell(row, row.delegate.value(row.field))),
            TableColumn(
                say.text("Set by"), lambda row: say.text("a desk") if row.is_of_desk else say.text("a list")
            ),
            TableColumn(say.text("In the list"), lambda row: self._cell(row, row.after)),
            TableColumn(say.text("Comes in"), self._comes_in),
        )

    def _comes_in(self, change: CellChange) -> str:
        say = self._say
        if is_ticked(self._found, change):
            return say.yes_no(value=True)
        return say.yes_no(value=False) if change.is_taken else say.text("no: the desk's stays")

    def _cell(self, change: CellChange, value: Value) -> str:
        """The value of a cell; that of a private field is not shown, because guests see the screen too."""
        return "•••" if change.field in PRIVATE and value else self._words.value(change.field, value)

    def _left_out(self) -> Sequence[TableColumn[LeftOut]]:
        say = self._say
        return (
            TableColumn(
                say.text("Row"),
                lambda row: place_of(row.sheet, row.row) if row.row else row.sheet,
                lambda row: (row.sheet, row.row),
            ),
            TableColumn(say.text("What stands there"), lambda row: row.text or "–"),
            TableColumn(say.text("What it is"), lambda row: row.why(say)),
        )

    def _same(self) -> Sequence[TableColumn[Unchanged]]:
        say = self._say
        return (
            self._row(),
            self._known_name(),
            TableColumn(say.field(Field.NATIVE_NAME), lambda row: row.delegate.native_name),
            TableColumn(
                say.field(Field.CATEGORY),
                lambda row: self._words.value(Field.CATEGORY, row.delegate.category),
            ),
            TableColumn(say.field(Field.ORGANISATION), lambda row: row.delegate.organisation),
        )

    def _alike(self) -> Sequence[TableColumn[LookAlike]]:
        say = self._say
        return (
            TableColumn(
                say.text("Row"),
                lambda row: place_of(row.candidate.sheet, row.candidate.row),
                lambda row: (row.candidate.sheet, row.candidate.row),
                tick=lambda row: is_ticked(self._found, row),
            ),
            TableColumn(
                say.text("In the list"), lambda row: self._words.described(delegate_of(row.candidate.details))
            ),
            TableColumn(say.text("Looks like"), lambda row: self._words.whom(row.like)),
            TableColumn(say.text("Comes in as"), self._comes_as),
        )

    def _comes_as(self, alike: LookAlike) -> str:
        say, place = self._say, alike.candidate.place
        if place in self._found.ticks.rows:
            return say.text("nobody: left out")
        return say.text("the same person") if place in self._found.ticks.same else say.text("another person")

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
            TableColumn(
                say.text("Name"),
                lambda row: row.name,
                name_order,
                tick=lambda row: is_ticked(self._found, row),
            ),
            TableColumn(say.text("From now on"), self._from_now_on),
            TableColumn(
                say.field(Field.CATEGORY), lambda row: self._words.value(Field.CATEGORY, row.category)
            ),
            TableColumn(say.field(Field.ORGANISATION), lambda row: row.organisation),
            TableColumn(say.field(Field.REFERENCE), lambda row: row.reference),
        )

    def _from_now_on(self, delegate: Delegate) -> str:
        """The state in which a person who is not in the list is from now on."""
        status = self._found.ticks.gone.get(delegate.id)
        return self._say.status(status) if status is not None else self._say.text("stays as before")

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
            TableColumn(say.text("Example"), self._example),
            TableColumn(
                say.text("Is read as"),
                lambda row: "→ " + self._read_as(row) if row.field is not None else say.text("not read"),
            ),
            TableColumn(say.text("Known by"), lambda row: self._known_by(row.by)),
        )

    def _read_as(self, use: ColumnUse) -> str:
        if any(each.code == use.field for each in self._found.plan.fields):
            return self._say.text("a new field of this event")
        return content_words(str(use.field), self._event, self._say)

    def _example(self, use: ColumnUse) -> str:
        """A few cells of a column; those of a private field are not shown, because guests see the screen too."""
        cells = self._found.examples.get((use.sheet, use.header), ())
        return "•••" if use.field in PRIVATE and cells else " · ".join(cells[:_EXAMPLES])

    def _known_by(self, by: By | None) -> str:
        say = self._say
        match by:
            case None:
                return ""
            case By.NAME:
                return say.text("its name")
            case By.CONTENT:
                return say.text("its cells")
            case By.TOLD:
                return say.text("what you said")
            case _:
                assert_never(by)
