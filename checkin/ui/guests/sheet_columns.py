"""The boxes that say which columns of a sheet hold the people, and their seats, answers and numbers of persons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from checkin.importing.guest_columns import guest_columns, names_of_columns
from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedCombo
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.importing.files.sheet import Sheet
    from checkin.importing.guest_columns import GuestColumns
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

_LETTERS: Final = 6
SHEET, WHO, SEAT, ANSWER, PERSONS = "sheet", "who", "seat", "answer", "persons"
_OF_OTHERS: Final = (SEAT, ANSWER, PERSONS)


class SheetColumns(QWidget, Dressed):
    """A box for the sheet, one for the column of names or references, and one for each further column.

    At first the boxes show the columns that the sheet's header names.
    """

    changed = Signal()
    """Emitted when the operator has chosen another sheet or column."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._sheets: tuple[Sheet, ...] = ()
        self._told: GuestColumns | None = None
        self.boxes = {name: ElidedCombo(_LETTERS) for name in (SHEET, WHO, *_OF_OTHERS)}
        self._labels = {name: PlainLabel() for name in self.boxes}
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for column, (name, box) in enumerate(self.boxes.items()):
            self._labels[name].setBuddy(box)
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, 1)
            box.activated.connect(self._on_sheet if name == SHEET else self.changed)
        self.hide()
        look.in_each_language(self._label)

    @property
    def sheet(self) -> Sheet | None:
        """The chosen sheet; None if no file is shown."""
        place = self.boxes[SHEET].currentIndex()
        return self._sheets[place] if 0 <= place < len(self._sheets) else None

    @property
    def columns(self) -> GuestColumns | None:
        """The columns as they are chosen; None if no file is shown."""
        if self._told is None:
            return None
        return replace(
            self._told,
            who=self.boxes[WHO].currentData(),
            **{name: self.boxes[name].currentData() for name in _OF_OTHERS},
        )

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Offer these sheets, and choose the first one; if there are none, hide the boxes."""
        self._sheets = tuple(sheets)
        self.boxes[SHEET].clear()
        self.boxes[SHEET].addItems([each.name for each in sheets])
        for widget in (self.boxes[SHEET], self._labels[SHEET]):
            widget.setVisible(len(sheets) > 1)
        self._grid.setColumnStretch(0, int(len(sheets) > 1))
        self.setVisible(bool(sheets))
        self._offer_columns()

    def _on_sheet(self) -> None:
        self._offer_columns()
        self.changed.emit()

    def _offer_columns(self) -> None:
        sheet = self.sheet
        self._told = guest_columns(sheet) if sheet is not None else None
        if sheet is None or self._told is None:
            return
        names = names_of_columns(sheet, self._told.header)
        with QSignalBlocker(self.boxes[WHO]):
            self.boxes[WHO].clear()
            if len(self._told.who) > 1:
                self.boxes[WHO].addItem(" + ".join(names[index] for index in self._told.who), self._told.who)
            for index, name in enumerate(names):
                self.boxes[WHO].addItem(name, (index,))
            own = [self.boxes[WHO].itemData(place) for place in range(self.boxes[WHO].count())]
            self.boxes[WHO].setCurrentIndex(own.index(self._told.who))
        for part in _OF_OTHERS:
            box = self.boxes[part]
            box.clear()
            box.addItem("", None)
            for index, name in enumerate(names):
                box.addItem(name, index)
            index = getattr(self._told, part)
            box.setCurrentIndex(0 if index is None else index + 1)
        self._label()

    def _label(self) -> None:
        words = _words(self._say)
        for name, box in self.boxes.items():
            self._labels[name].setText(words[name])
            box.setAccessibleName(words[name])
            if name in _OF_OTHERS and box.count():
                box.setItemText(0, self._say.text("not read"))


def _words(say: Wording) -> dict[str, str]:
    return {
        SHEET: say.text("Sheet"),
        WHO: say.text("Names or references"),
        SEAT: say.text("Seat or table"),
        ANSWER: say.text("Answer"),
        PERSONS: say.text("Persons"),
    }
