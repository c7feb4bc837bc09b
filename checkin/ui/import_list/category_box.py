"""The box of the Import page in which the operator chooses one category for all rows without a category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.ui.elided import ElidedCombo
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.wording import Wording


_LETTERS: Final = 20
"""The least width of the box, in letters."""


class CategoryBox(ElidedCombo):
    """The combo box for the category of all rows of a list that name no category.

    One of the event's categories can be chosen, or none, if the list itself names the categories.
    """

    def __init__(self) -> None:
        super().__init__(_LETTERS)

    @property
    def chosen(self) -> str:
        """The code of the chosen category; "" if the list itself names the categories."""
        return self.currentData() or ""

    def choose(self, code: object) -> None:
        """Choose the category with this code; an unknown code chooses none."""
        self.setCurrentIndex(max(self.findData(code), 0))

    def offer(self, event: Event, say: Wording) -> None:
        """Fill the box with the event's categories, in the language of `say`; the chosen category stays chosen."""
        chosen = self.currentData()
        self.clear()
        self.addItem(say.text("as the list says"), "")
        for category in event.categories.values():
            self.addItem(f"{category.letter}  {say.local(category.name)}", category.code)
        self.choose(chosen)
        self.setAccessibleName(say.text("Category of rows without one"))
        set_tool_tip(self, say.text("For a list without a category: one for all its rows"))
