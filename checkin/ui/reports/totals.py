"""Persons by category: each with the chip of its colour and letter, as on the badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from checkin.domain.colours import text_colour_on
from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.programme import Category, Event
    from checkin.ui.appearance import Appearance

_COLUMNS: Final = 3
_CHIP: Final = 22


class CategoryTotals(QWidget, Dressed):
    """One entry for each category of a report's totals, and their sum."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
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
        while (former := self._grid.takeAt(0)) is not None:
            if (widget := former.widget()) is not None:
                widget.deleteLater()
        said = []
        for number, (code, count) in enumerate(totals.items()):
            category = event.categories.get(code)
            name = self._say.local(category.name) if category is not None else code
            self._grid.addWidget(_entry(category, name, count), number // _COLUMNS, number % _COLUMNS)
            said.append(f"{name}: {count}")
        self.setAccessibleName("; ".join(said))


def _entry(category: Category | None, name: str, count: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    colour = category.colour if category is not None else "#4A5568"
    chip = QLabel(category.letter if category is not None else "?")
    chip.setFixedSize(_CHIP, _CHIP)
    chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    chip.setStyleSheet(
        f"background: {colour}; color: {text_colour_on(colour)}; border-radius: 4px; font-weight: bold;"
        "border: 1px solid #737C8B;"
    )
    number = QLabel(str(count))
    font = number.font()
    font.setBold(True)
    number.setFont(font)
    number.setMinimumWidth(number.fontMetrics().horizontalAdvance("0000"))
    number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label = ElidedLabel()
    label.setText(name)
    row.addWidget(chip)
    row.addWidget(number)
    row.addWidget(label, 1)
    return holder
