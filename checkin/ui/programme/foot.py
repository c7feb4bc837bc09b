"""The bottom of the Programme page: the clashes of sessions, the last change, and the Undo button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.domain.undoing import OF_PROGRAMME
from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedLabel
from checkin.ui.frames.undo_button import UndoButton
from checkin.ui.rows import row
from checkin.wording.clashes import clash_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.clashes import Clash
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts


class ProgrammeFoot(QWidget, Dressed):
    """A button that leads to the sessions that clash, a line of words, and the Undo button of the page."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look = parts.look
        self._told: Words | None = None
        self.clash_button, self.line = QPushButton(), ElidedLabel()
        self.undo_button = UndoButton(parts, OF_PROGRAMME)
        parts.look.put_icon(self.clash_button, "triangle-alert", "bad")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self.clash_button, (self.line, 2), (self.undo_button, 3)))

    def tell(self, words: Words | None) -> None:
        """Set the words about the last change, which `show_line` shows; None if there are none to show any more."""
        self._told = words

    def show_line(self, these: Sequence[Clash], event: Event) -> None:
        """Show the words about the last change or, if there are none, `these` clashes of the selected session."""
        told = self._told(self._say) if self._told is not None else ""
        clashes = " ".join(clash_in_words(self._say, each, event) for each in these)
        self.line.setText(told or clashes)
        self.line.put_colour(self._colours.bad if these and not told else "")

    def show_clashes(self, number: int) -> None:
        """Show on the button how many sessions clash; if there are none, hide the button."""
        words = self._say.many("{count} session clashes", "{count} sessions clash", number)
        self.clash_button.setText(self._say.with_key(words, "Ctrl+T"))
        self.clash_button.setVisible(number > 0)
