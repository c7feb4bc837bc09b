"""One step of the assistant: a form whose Enter goes on to the next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from checkin.desk.choices import Part
from checkin.ui.assistant import words
from checkin.ui.frames.form import Form
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from checkin.desk.new_event import Wish
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class Start:
    """What the assistant knows at its start: `today`, the zone of this computer, and the pages of the window.

    `zone` is an IANA name, "" if the system tells none. `pages` are the modules of the pages.
    """

    today: date
    zone: str
    pages: frozenset[str]


class Step(Form[Part]):
    """A step of the assistant: a form whose inputs are choices for the event.

    The operator can leave the form at any time; the assistant shows the faults beside the inputs.
    """

    back_wanted = Signal()
    """Emitted when the operator wants to go back to the step before."""

    def __init__(
        self,
        look: Appearance,
        title: Words,
        inputs: Mapping[Part, QWidget],
        save: Words = lambda say: say.text("Next"),
        *,
        is_first: bool = False,
    ) -> None:
        super().__init__(look, title, inputs, words.part, save)
        self._back = QPushButton()
        look.put_icon(self._back, "arrow-left")
        self._back.clicked.connect(self.back_wanted)
        self.add_button(self._back)
        self._back.setVisible(not is_first)
        look.in_each_language(self._label_back)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The choices of this step, from top to bottom."""
        return tuple(self._inputs)

    @classmethod
    def begin(cls, look: Appearance, start: Start, /) -> Self:
        """Make the step with what is proposed in it at the start."""
        raise NotImplementedError

    @staticmethod
    def name(say: Wording) -> str:
        """The name of the step in the list of steps."""
        raise NotImplementedError

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what is chosen in this step."""
        raise NotImplementedError

    def summary(self) -> str:
        """The choices of this step in a few words, for the list of steps."""
        raise NotImplementedError

    def filled_in(self) -> object:
        """Nothing: the assistant asks the inputs themselves."""
        return None

    def _label_back(self) -> None:
        words = self._say.text("Back")
        self._back.setAccessibleName(words)
        set_tool_tip(self._back, self._say.with_key(words, "Alt+←"))
