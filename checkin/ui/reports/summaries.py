"""The summaries above the rows of a report: for example the number of persons in each category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from checkin.reports import Kind
from checkin.ui.appearance import Dressed
from checkin.ui.chip import CategoryChip
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.programme import Event
    from checkin.reports import Cell, Table
    from checkin.ui.appearance import Appearance

_COLUMNS: Final = 6
_OF_A_CATEGORY, _OF_A_SENTENCE = 2, 3
"""How many of the six columns of the grid an entry takes: a line holds three categories or two sentences."""


class Summaries(QWidget, Dressed):
    """The summaries above the rows of a report, such as the number of persons in each category, in a grid.

    The grid has one entry, a name and a number, for each row of each summary.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._entries: dict[tuple[str, Cell], _Entry] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    @property
    def text(self) -> str:
        """All entries in one line, as a screen reader says them."""
        return self.accessibleName()

    def show_summaries(self, summaries: Sequence[Table], event: Event) -> None:
        """Show these summaries; each row of a summary's table is a name (or the code of a category) and a number.

        If only the numbers differ from those shown before, the widgets are kept.
        """
        known = {(table.name, row[0]): (table, row) for table in summaries for row in table.rows}
        if list(known) != list(self._entries):
            self._make_entries(summaries)
        said = []
        for key, (table, (what, count)) in known.items():
            entry, name = self._entries[key], str(what)
            is_of_category = table.columns[0].kind is Kind.CATEGORY
            if is_of_category:
                category = event.categories.get(name)
                entry.chip.show_category(category)
                name = self._say.local(category.name) if category is not None else name
            entry.chip.setVisible(is_of_category)
            entry.show_count(name, str(count))
            said.append(self._say.about(name, str(count)))
        self.setAccessibleName("; ".join(said))

    def _make_entries(self, summaries: Sequence[Table]) -> None:
        for former in self._entries.values():
            former.deleteLater()
        self._entries = {(table.name, row[0]): _Entry() for table in summaries for row in table.rows}
        line = 0
        for table in summaries:
            wide = _OF_A_CATEGORY if table.columns[0].kind is Kind.CATEGORY else _OF_A_SENTENCE
            for number, (what, _) in enumerate(table.rows):
                down, at = divmod(number * wide, _COLUMNS)
                self._grid.addWidget(self._entries[table.name, what], line + down, at, 1, wide)
            line += -(-len(table.rows) * wide // _COLUMNS)


class _Number(PlainLabel):
    """A bold number, with room for four digits, so that the names beside several numbers stand below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("tone", "strong")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """The size of the number, and at least that of four digits."""
        return super().minimumSizeHint().expandedTo(QSize(self.fontMetrics().horizontalAdvance("0000"), 0))


class _Entry(QWidget):
    """One entry of a summary: the number, the name, and a category's chip if the entry is about a category."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.chip, self._number, self._name = CategoryChip(), _Number(), ElidedLabel()
        row.addWidget(self.chip)
        row.addWidget(self._number)
        row.addWidget(self._name, 1)

    def show_count(self, name: str, count: str) -> None:
        """Show the name of what is counted, and the count."""
        self._number.setText(count)
        self._name.setText(name)
