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
    from PySide6.QtGui import QKeyEvent

    from checkin.ui.appearance import Appearance


class ReasonField(QLineEdit, Dressed):
    """The input in which the operator types why a blocked person is let in.

    Enter emits `typed` with the text if the text is long enough to be a reason.
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

    def _label(self) -> None:
        say = self._say
        self.setPlaceholderText(say.text("To let this person in, type the reason in a few words, then Enter"))
        set_tool_tip(self, self.placeholderText())
        self.setAccessibleName(say.text("the reason, in a few words"))
