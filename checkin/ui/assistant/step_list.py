"""The list of the assistant's steps, with what was chosen in each, and the button that makes the event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.assistant.step_button import StepButton
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.ui.appearance import Appearance, Words

_LETTERS: Final = 26
"""The width of the list, in average letters."""
_MOST_OF_WINDOW: Final = 0.27
"""The part of the window's width that the list takes at most."""
_EDGE: Final = 14
"""Dots at each side of a button's words."""


class StepList(QWidget, Dressed):
    """A button for each step, and below them the button that makes the event."""

    chosen = Signal(int)
    """Emitted with the number (from 0) of the step that the operator wants to see."""

    make_wanted = Signal()
    """Emitted when the operator wants the event to be made."""

    def __init__(self, look: Appearance, names: Sequence[Words]) -> None:
        """`names` are the names of the steps, in their order."""
        super().__init__()
        self._look = look
        self._names = names
        self.buttons = tuple(StepButton(look) for _ in names)
        self.make_button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._choose, number))
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.make_button)
        self.make_button.clicked.connect(self.make_wanted)

    def fit(self, window: int) -> None:
        """Take the width that suits a window `window` dots wide, and break the text of the lower button into lines."""
        wide = min(self.fontMetrics().averageCharWidth() * _LETTERS, round(window * _MOST_OF_WINDOW))
        self.setFixedWidth(wide)
        words, keys = self._say.text("Make the event"), "Ctrl+Enter"
        one_line, room = self._say.with_key(words, keys), wide - 2 * _EDGE
        if self.fontMetrics().horizontalAdvance(one_line) > room:
            one_line = f"{wrapped(words, self.fontMetrics(), room)}\n{self._say.keys(keys)}"
        self.make_button.setText(one_line)

    def show_names(self) -> None:
        """Show only the names of the steps, while their choices are not known yet."""
        for number in range(len(self._names)):
            self.show_step(number, "", is_wrong=False)

    def show_step(self, number: int, chosen: str, *, is_wrong: bool) -> None:
        """Show at the step with this number (from 0) what was chosen there, or what is wrong with it."""
        name = f"{number + 1}   {self._names[number](self._say)}"
        self.buttons[number].show_step(name, chosen, is_wrong=is_wrong)

    def _choose(self, number: int) -> None:
        self.chosen.emit(number)
