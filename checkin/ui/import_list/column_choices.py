"""The choices for one column of a list: make the column a field of the event, or divide its names by a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from checkin.importing.people.headers import FULL_NAME
from checkin.importing.people.name_splits import SplitRule, samples, sign_in
from checkin.importing.people.own_fields import NEW_FIELD
from checkin.ui.table import TableColumn, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checkin.importing.people.name_splits import SplitName
    from checkin.importing.people.planned import ColumnUse
    from checkin.ui.import_list.findings import Findings
    from checkin.wording import Wording

_SAMPLES: Final = 5


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A question about a column: its words, the possible answers with their words, and the present answer."""

    words: str = ""
    possible: tuple[tuple[str, str], ...] = ()
    given: str = ""


def asked_of(found: Findings, use: ColumnUse, readings: Mapping[str, str], say: Wording) -> ColumnQuestion:
    """The question about this column, with the choices that one key makes.

    For a column that is read as a known field there are no choices.
    """
    given = readings.get(use.header, "")
    if use.field == FULL_NAME:
        cells = found.examples.get((use.sheet, use.header), ())
        return ColumnQuestion(
            say.text("How are the names in “{header}” divided?").format(header=use.header),
            tuple((f"{FULL_NAME} {rule}".strip(), words) for rule, words in _rules(cells, say)),
            given if given.startswith(FULL_NAME) else FULL_NAME,
        )
    if use.field is None or any(each.code == use.field for each in found.plan.fields):
        return ColumnQuestion(
            say.text("“{header}” fits no field.").format(header=use.header),
            (
                ("", say.text("leave it unread")),
                (NEW_FIELD, say.text("keep it as a field of this event")),
            ),
            NEW_FIELD if use.field is not None else "",
        )
    return ColumnQuestion()


def _rules(cells: Sequence[str], say: Wording) -> list[tuple[str, str]]:
    """The rules that can divide these names, with their words; the first leaves it to each name."""
    rules = [
        ("", say.text("as each name tells")),
        (SplitRule.FAMILY_FIRST, say.text("family name first")),
        (SplitRule.GIVEN_FIRST, say.text("given name first")),
    ]
    if any("," in cell for cell in cells):
        rules.append((SplitRule.COMMA, say.text("at the comma")))
    if sign := sign_in(cells):
        rules.append((SplitRule.SIGN, say.text("at the sign {sign}").format(sign=sign.strip())))
    return [(str(rule), words) for rule, words in rules]


class SplitSamples(TableView):
    """A table of five names of a column, with the parts into which the chosen rule divides each name."""

    def __init__(self) -> None:
        self._names: TableModel[Any] = TableModel(())
        super().__init__(self._names)
        self._names.setParent(self)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.hide()

    def show_names(
        self, found: Findings, use: ColumnUse | None, question: ColumnQuestion, say: Wording
    ) -> None:
        """Show the names of the column `use`; hide the table if `use` is None or is not a column of whole names."""
        is_shown = use is not None and use.field == FULL_NAME
        self.setVisible(is_shown)
        if use is None or not is_shown:
            return
        cells = found.examples.get((use.sheet, use.header), ())[:_SAMPLES]
        former, self._names = self._names, TableModel(_columns(use.header, say), self)
        self._names.show(samples(cells, question.given.partition(" ")[2]))
        self.setModel(self._names)
        former.deleteLater()
        self.setSortingEnabled(False)
        self.setAccessibleName(say.text("Names as they are divided"))
        self.fit_columns()
        head, edge = self.horizontalHeader().sizeHint().height(), 2 * self.frameWidth()
        rows = self._names.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(head + rows + edge)


def _columns(header: str, say: Wording) -> Sequence[TableColumn[SplitName]]:
    return (
        TableColumn(header, lambda name: name.text),
        TableColumn(say.text("Family name"), lambda name: name.family_name or "–"),
        TableColumn(say.text("Given name"), lambda name: name.given_name or "–"),
        TableColumn(say.text("Native name"), lambda name: name.native_name or "–"),
    )
