"""The line at the door in which the operator types why a blocked person is let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from checkin.domain.overriding import is_reason
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording


class ReasonField(QLineEdit, Dressed):
    """The input in which the operator types why a blocked person is let in.

    Enter emits `typed` with the text if the text is long enough to be a reason. While the input does not have the
    focus, letters begin a search; so the input says that Enter comes first.
    """

    typed = Signal(str)
    """Emitted with the reason."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        look.in_each_language(self._label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `typed` on Enter; if the text cannot be a reason, select it instead.

        Enter is never passed on to the page, which would take the key as the choice of a reason.
        """
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif is_reason(self.text()):
            self.typed.emit(self.text().strip())
        else:
            self.selectAll()
            announce(self, self.accessibleName(), at_once=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show as a hint in the line that the reason can be typed now."""
        super().focusInEvent(event)
        self._label()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show as a hint in the line that Enter must be pressed before the reason is typed."""
        super().focusOutEvent(event)
        self._label()

    def _label(self) -> None:
        say = self._say
        now = say.text("To let this person in, type the reason in a few words, then Enter")
        self.setPlaceholderText(now if self.hasFocus() else how_to_give_reason(say))
        set_tool_tip(self, self.placeholderText())
        self.setAccessibleName(say.text("the reason, in a few words"))


def how_to_give_reason(say: Wording) -> str:
    """The sentence that tells the operator how to let in a blocked person: with a typed reason, after Enter."""
    return say.text("To let this person in: Enter, then the reason in a few words, then Enter")
