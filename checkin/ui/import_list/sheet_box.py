"""The box of the Import page in which the operator chooses which sheet of a workbook is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from checkin.ui.elided import ElidedCombo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.wording import Wording

_LETTERS: Final = 10


class SheetBox(ElidedCombo):
    """A box with the sheets of a workbook; it is hidden where there is only one."""

    def __init__(self) -> None:
        super().__init__(_LETTERS)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Half of the preferred width, so that the boxes beside this one have room in a narrow window."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() // 2, hint.height())

    @property
    def chosen(self) -> str:
        """The name of the only sheet that is to be read; "" for all that are lists of guests."""
        return self.currentData() or ""

    def offer(self, sheets: Sequence[str], chosen: str, say: Wording) -> None:
        """Fill the box with these sheets, of which `chosen` is read; "" for all that are lists of guests."""
        self.clear()
        self.addItem(say.text("all sheets that are lists"), "")
        for name in sheets:
            self.addItem(name, name)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.setAccessibleName(say.text("Sheets that are read"))
        self.setVisible(len(sheets) > 1)
