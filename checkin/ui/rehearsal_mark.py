"""The marks on the window of a rehearsal, in words and colour: a button among others, and a label before guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance


class RehearsalMark(PlainLabel, Dressed):
    """The word “Rehearsal” in a colour of its own; it is hidden until the open event is a rehearsal."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setProperty("tone", "rehearsal")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.setText(self._say.text("Rehearsal"))


class RehearsalButton(QPushButton, Dressed):
    """A button with the word “Rehearsal”, whose menu leads back to the event; it is hidden as the mark is."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setProperty("tone", "rehearsal")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()
        look.in_each_language(self._label)

    def _label(self) -> None:
        say = self._say
        self.setText(say.text("Rehearsal"))
        set_tool_tip(self, say.text("Nothing of this comes into the event. A click shows the way back."))
