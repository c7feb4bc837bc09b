"""What a side panel opens in place of its usual contents: a form, a question, or a list with ticks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from checkin.ui.appearance import Dressed


class Panel(QFrame, Dressed):
    """Base class of the forms and questions that stand in a side panel until they are answered or given up."""

    given_up = Signal()
    """Emitted when the operator closes the panel without an answer."""

    @property
    def is_begun(self) -> bool:
        """Whether the panel holds anything that would be lost if it were closed."""
        return False
