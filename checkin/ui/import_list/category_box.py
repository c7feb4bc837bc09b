"""The box of the Import page for the category of all rows in which the list names no category of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from checkin.ui.elided import ElidedCombo
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.wording import Wording


_LETTERS: Final = 20
"""The least width of the box, in letters."""


class CategoryBox(ElidedCombo):
    """The combo box for the category of all rows in which the list names no category of the event.

    One of the event's categories can be chosen, or none; then such rows are rejected.
    """

    def __init__(self) -> None:
        super().__init__(_LETTERS)

    def minimumSizeHint(self) -> QSize:
        """Half of the preferred width, so that the boxes beside this one have room in a narrow window."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() // 2, hint.height())

    @property
    def chosen(self) -> str:
        """The code of the chosen category; "" if none was chosen."""
        return self.currentData() or ""

    def choose(self, code: object) -> None:
        """Choose the category with this code; an unknown code chooses none."""
        self.setCurrentIndex(max(self.findData(code), 0))

    def offer(self, event: Event, say: Wording) -> None:
        """Fill the box with the event's categories, in the language of `say`; the chosen category stays chosen."""
        chosen = self.currentData()
        self.clear()
        self.addItem(say.text("none: the row is rejected"), "")
        for category in event.categories.values():
            self.addItem(f"{category.letter}  {say.local(category.name)}", category.code)
        self.choose(chosen)
        self.setAccessibleName(say.text("Category of rows without one"))
        set_tool_tip(
            self, say.text("This category is for each row whose own cell names no category of the event.")
        )
