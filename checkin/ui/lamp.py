"""One lamp of the footer, which shows by a dot and words how a part of the program is."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance, Words


class Light(Enum):
    """The states of a status lamp. The value of each state is the name of the icon that shows it beside the colour."""

    UNKNOWN = "clock"
    GOOD = "check"
    WARNING = "circle-alert"
    BAD = "triangle-alert"


_TONES: Final = {
    Light.UNKNOWN: "muted",
    Light.GOOD: "good",
    Light.WARNING: "warning",
    Light.BAD: "bad",
}
_SOME_LETTERS: Final = 36
"""The largest width of a lamp's words, in letters, where there is too little room for all, as for a long path."""


class Part(Enum):
    """How much of a status lamp is shown: its icon with all words, with shortened words, with its name, or alone."""

    ALL = auto()
    SOME = auto()
    NAME = auto()
    SIGN = auto()


class Lamp(QToolButton):
    """A status lamp: a button with a coloured icon and a few words.

    The owner of the lamp decides what a click does, such as trying again.
    """

    said_more = Signal()
    """Emitted when the lamp shows another state, whose words may need more room."""

    def __init__(self, name: Words, look: Appearance) -> None:
        super().__init__(autoRaise=True)
        self._name = name
        self._look = look
        self._said = self._shorter = self._more = ""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.light(Light.UNKNOWN)

    def light(self, light: Light, words: str = "", more: str = "") -> None:
        """Show this state and these words; `more`, in the tool tip, tells the operator what to do next."""
        self._look.put_icon(self, light.value, _TONES[light])
        name, say = self._name(self._look.say), self._look.say
        said = say.about(name, words) if words else name
        self._said, self._shorter, self._more = said, name, more
        self.setAccessibleName(f"{said} {more}".strip())
        self.show_part(Part.ALL)
        self.said_more.emit()

    def show_part(self, part: Part) -> None:
        """Show as much of the lamp as `part` says; the tool tip has the rest of the words."""
        metrics, middle = self.fontMetrics(), Qt.TextElideMode.ElideMiddle
        some = metrics.elidedText(self._said, middle, metrics.averageCharWidth() * _SOME_LETTERS)
        text = {Part.ALL: self._said, Part.SOME: some, Part.NAME: self._shorter, Part.SIGN: ""}[part]
        self.setText(text.replace("&", "&&"))
        told = (self._more,) if text == self._said and self._more else (self._said, self._more)
        set_tool_tip(self, "\n".join(filter(None, told)))
