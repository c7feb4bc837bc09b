"""Shows two persons who look alike side by side: the person of a row, and a known person or one of an earlier row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import PERSONS, PRIVATE, Delegate, Field
from checkin.ui.import_list.value_words import ValueWords, delegate_of, place_of
from checkin.ui.table import TableColumn, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.programme import Event
    from checkin.importing.people.planned import LookAlike
    from checkin.wording import Wording

_ROWS: Final = 5
"""The rows that are shown without scrolling."""
_NAMES: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
_FIRST: Final = (*_NAMES, Field.HONORIFIC, Field.POSITION, Field.ORGANISATION)


@dataclass(frozen=True, slots=True)
class _Pair:
    """What two persons have in one field."""

    field: str
    left: str
    right: str


class SideBySide(TableView):
    """A table of the fields of two persons who look alike; the names come first, then the fields that differ."""

    def __init__(self) -> None:
        self._pairs: TableModel[Any] = TableModel(())
        super().__init__(self._pairs)
        self._pairs.setParent(self)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.hide()

    def show_pair(self, alike: LookAlike | None, event: Event, say: Wording) -> None:
        """Show the two persons of this look-alike; None hides the table."""
        self.setVisible(alike is not None)
        if alike is None:
            return
        row = say.text("Row {place}")
        left, right = delegate_of(alike.candidate.details), alike.like
        known = say.text("In the event")
        head = known if isinstance(right, Delegate) else row.format(place=place_of(right.sheet, right.row))
        other = right if isinstance(right, Delegate) else delegate_of(right.details)
        place = place_of(alike.candidate.sheet, alike.candidate.row)
        former, self._pairs = self._pairs, TableModel(_columns(row.format(place=place), head, say), self)
        self._pairs.show(_pairs(left, other, event, say))
        self.setModel(self._pairs)
        former.deleteLater()
        self.setSortingEnabled(False)
        self.setAccessibleName(say.text("The two side by side"))
        self.fit_columns()
        head_height = self.horizontalHeader().sizeHint().height()
        rows = min(_ROWS, self._pairs.rowCount())
        self.setFixedHeight(
            head_height + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        )


def _columns(left: str, right: str, say: Wording) -> Sequence[TableColumn[_Pair]]:
    return (
        TableColumn(say.text("Field"), lambda pair: pair.field),
        TableColumn("", lambda pair: "=" if pair.left == pair.right else "≠"),
        TableColumn(left, lambda pair: pair.left),
        TableColumn(right, lambda pair: pair.right),
    )


def _pairs(left: Delegate, right: Delegate, event: Event, say: Wording) -> list[_Pair]:
    words = ValueWords(event, say)
    codes = [*_FIRST, *(code for code in (*Field, *event.fields) if code not in _FIRST)]
    found = list[tuple[bool, _Pair]]()
    for code in codes:
        one, other = left.value(code), right.value(code)
        if code in PERSONS or (one in {"", None, False} and other in {"", None, False}):
            continue
        hides = code in PRIVATE
        texts = ["•••" if hides and value else words.value(code, value) for value in (one, other)]
        is_late = code not in _NAMES and one == other
        found.append((is_late, _Pair(say.field_of(event, code), *texts)))
    return [pair for _, pair in sorted(found, key=lambda each: each[0])]
