"""Persons by category: each with the chip of its colour and letter, as on the badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.chip import CategoryChip
from checkin.ui.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.domain.programme import Category, Event
    from checkin.ui.appearance import Appearance

_COLUMNS: Final = 3


class CategoryTotals(QWidget, Dressed):
    """One entry for each category of a report's totals, and their sum."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._entries: dict[str, _Entry] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    @property
    def text(self) -> str:
        """All of it in one line, as a screen reader says it."""
        return self.accessibleName()

    def show_totals(self, totals: Mapping[str, int], event: Event) -> None:
        """Show these, by category code; nothing where a report counts nobody."""
        if list(totals) != list(self._entries):
            self._make_entries(totals)
        said = []
        for code, count in totals.items():
            category = event.categories.get(code)
            name = self._say.local(category.name) if category is not None else code
            self._entries[code].show_count(category, name, count)
            said.append(f"{name}: {count}")
        self.setAccessibleName("; ".join(said))

    def _make_entries(self, codes: Iterable[str]) -> None:
        for former in self._entries.values():
            former.deleteLater()
        self._entries = {code: _Entry() for code in codes}
        for number, entry in enumerate(self._entries.values()):
            self._grid.addWidget(entry, number // _COLUMNS, number % _COLUMNS)


class _Entry(QWidget):
    """The chip of a category, how many persons, and its name."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._chip, self._number, self._name = CategoryChip(), QLabel(), ElidedLabel()
        font = self._number.font()
        font.setBold(True)
        self._number.setFont(font)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("0000"))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._chip)
        row.addWidget(self._number)
        row.addWidget(self._name, 1)

    def show_count(self, category: Category | None, name: str, count: int) -> None:
        """Show so many persons of the category; None for one that the event does not know."""
        self._chip.show_category(category)
        self._number.setText(str(count))
        self._name.setText(name)
