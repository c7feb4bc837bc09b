"""The base of what a side panel opens in place of its usual contents: a form, a question, or a list with ticks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from checkin.ui.appearance import Dressed


class Panel(QFrame, Dressed):
    """Base class of the forms and questions that stand in a side panel until they are answered or given up."""

    given_up = Signal()
    """Emitted when the operator closes the panel without an answer."""

    asked_to_give_up = Signal()
    """Emitted when the operator presses Esc and something would be lost; only the next Esc gives the panel up."""

    closes_from_anywhere = False
    """Whether Esc means this panel even if the focus is on another part of the page."""

    def __init__(self) -> None:
        super().__init__()
        self._is_asked = False

    def ask_to_give_up(self) -> None:
        """Show that something would be lost; the next Esc gives the panel up."""
        self._is_asked = True
        self.asked_to_give_up.emit()

    def escape(self) -> None:
        """Handle Esc: give the panel up; if something would be lost, only at the second Esc in a row."""
        if self.is_begun and not self._is_asked:
            self.ask_to_give_up()
        else:
            self.given_up.emit()

    def keep(self) -> None:
        """Ask again before the next Esc gives the panel up, because the operator has done something else meanwhile."""
        self._is_asked = False

    @property
    def is_begun(self) -> bool:
        """Whether the panel holds anything that would be lost if it were closed."""
        return False
