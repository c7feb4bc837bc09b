"""The left side of the People page: the filters, and below them the table of the people who match."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.domain.listing import ListColumn
from checkin.ui.appearance import Dressed
from checkin.ui.hint import not_read
from checkin.ui.people.columns import USUAL
from checkin.ui.people.filters import Filters
from checkin.ui.people.people_model import PeopleModel
from checkin.ui.people.people_table import PeopleTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checkin.domain.listing import Listed, Sought
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.ui.people.people_work import Found, PeopleWork


class PeopleList(QWidget, Dressed):
    """The table of people with the filters above; a `PeopleWork` finds the people and reads the visible rows."""

    wanted = Signal()
    """Emitted when the filters or the order have changed, so that the people must be found again."""

    shown = Signal()
    """Emitted when the table shows the people who were found."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self._order, self._is_down = ListColumn.NAME, False
        self._wanted_person = ""
        """The id of the person whose row is selected as soon as it is there."""
        self._of_all, self._is_known, self._is_fitted = 0, False, False
        self._why_not: Words | None = None
        self.filters = Filters(parts.look)
        self.model = PeopleModel(parts.file, parts.look, parts.now, self)
        self.table = PeopleTable(self.model, parts.file, parts.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        self.filters.offer_event(parts.file.known_event)
        self.table.mark_order(self._order, is_down=False)
        self.filters.changed.connect(self._on_wanted)
        self.model.order_wanted.connect(self._on_order)
        parts.look.in_each_language(self._label)

    def listen_to(self, work: PeopleWork) -> None:
        """Use this work to find the people and to read the rows of the table."""
        self.wanted.connect(work.find)
        self.model.rows_wanted.connect(work.read_rows)
        work.found.connect(self._on_found)
        work.rows_read.connect(self._on_rows)
        work.not_found.connect(self._on_not_found)

    @property
    def sought(self) -> Sought:
        """The filters and the order of the table."""
        return replace(self.filters.sought, order=self._order, is_down=self._is_down)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the people who are shown, in their order."""
        return self.model.ids

    @property
    def state(self) -> State:
        """The state to save: columns, order, filters and selected person, but never the words of the filter."""
        return {
            "columns": " ".join(self.table.columns),
            "order": self._order.value,
            "is_down": self._is_down,
            "chosen": self.table.current or self._wanted_person,
            **self.filters.state,
        }

    def take_state(self, state: State) -> None:
        """Show what was shown when `state` was saved."""
        known = {column.value: column for column in ListColumn}
        columns = [known[name] for name in str(state.get("columns", "")).split() if name in known]
        self._order = known.get(str(state.get("order", "")), ListColumn.NAME)
        self._is_down = bool(state.get("is_down"))
        self.show_columns(tuple(dict.fromkeys(columns)) or USUAL)
        self._wanted_person = str(state.get("chosen", ""))
        self.filters.take_state(state)

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Show these columns, from left to right."""
        self.table.show_columns(columns)
        self.table.mark_order(self._order, is_down=self._is_down)

    def go_to(self, person: str) -> None:
        """Select the person with this id as soon as the table shows them; clear the filters if they hide the person."""
        self._wanted_person = person
        if person in self.ids:
            self._select_wanted()
        elif self._is_known and not self.sought.is_for_everybody:
            self.filters.clear()

    def take_focus(self) -> None:
        """Move the focus to the table if a person is selected there, else to the line for words."""
        has_person = bool(self._wanted_person or self.table.current)
        (self.table if has_person else self.filters.line).setFocus()

    def go_into_table(self) -> None:
        """Move the focus from the line for words to the first row of the table."""
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.ids:
            self.table.selectRow(0)

    def read_again(self, changed: Iterable[str] = ()) -> None:
        """Read the rows of the people with these ids again after a change; without ids, the rows of all people."""
        self.model.read_again(changed)

    def word_again(self) -> None:
        """Write all texts again, because the names or colours of the event have changed."""
        self.filters.offer_event(self._at.file.known_event)
        self.model.word_again()

    def _on_order(self, number: int, is_down: bool) -> None:  # noqa: FBT001 - as the signal tells it
        if 0 <= number < len(self.model.columns):
            self._order, self._is_down = self.model.columns[number], is_down
            self._on_wanted()

    def _on_wanted(self) -> None:
        self._write_hint()
        self.wanted.emit()

    def _on_found(self, found: Found) -> None:
        self._why_not, self._is_known, self._of_all = None, True, found.of_all
        self.filters.offer_delegations(found.delegations)
        self.table.show_people(found.ids)
        self._label()
        self._select_wanted()
        self.shown.emit()

    def _on_not_found(self, error: CheckinError) -> None:
        self._why_not = not_read(error)
        self.table.show_people([])
        self._label()
        self._at.trouble(error)

    def _on_rows(self, rows: Mapping[str, Listed]) -> None:
        self.model.show_rows(rows)
        if not self._is_fitted and rows:
            self._is_fitted = True
            self.table.fit_columns()

    def _select_wanted(self) -> None:
        person = self._wanted_person
        if person and person in self.ids:
            self._wanted_person = ""
            self.table.select_people(person, [person])

    def _label(self) -> None:
        self.table.setAccessibleName(self._say.text("People"))
        self.filters.show_count(len(self.ids), self._of_all)
        self._write_hint()

    def _write_hint(self) -> None:
        say = self._say
        if self._why_not is not None:
            words = self._why_not(say)
        elif not self._is_known:
            words = say.text("Please wait a moment.")
        elif self.sought.is_for_everybody:
            words = say.text(
                "Nobody is registered yet. Ctrl+I brings in a list, Ctrl+N registers one person."
            )
        else:
            words = say.text("Nobody fits these choices. “{button}” clears them.").format(
                button=self.filters.everybody.text()
            )
        self.table.set_hint(words)
