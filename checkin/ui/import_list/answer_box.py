"""The box below the table of questions: the selected question with its answers, each of which a digit gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from checkin.ui.frames.scrolled_inputs import ScrolledInputs
from checkin.ui.plain import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_DIGITS: Final = "1234567890"
_GAP: Final = 6
_LETTERS: Final = 14
"""The least width of a button, in letters."""
_MOST_LINES: Final = 3
_MOST_SHOWN: Final = 40


class AnswerBox(QWidget):
    """A question about the selected row of the table, with a button for each possible answer."""

    answered = Signal(str)
    """Emitted with the answer that the operator has chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._possible: Sequence[tuple[str, str]] = ()
        self.question = PlainLabel(wordWrap=True)
        self.question.setProperty("tone", "heading")
        self.buttons: list[QPushButton] = []
        self._inputs = QWidget()
        self._grid = QGridLayout(self._inputs)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._scrolled = ScrolledInputs(self._inputs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.question)
        column.addWidget(self._scrolled)

    def show_question(self, question: str, possible: Sequence[tuple[str, str]], given: str) -> None:
        """Show this question and its possible answers (each with its words), and mark the answer that was given."""
        self._possible = possible[:_MOST_SHOWN]
        self.question.setText(question)
        self.question.setVisible(bool(question))
        while len(self.buttons) < len(self._possible):
            self.buttons.append(self._button(len(self.buttons)))
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(self._possible))
        for number, (answer, told) in enumerate(self._possible):
            digit = f"{_DIGITS[number]}  " if number < len(_DIGITS) else ""
            text = f"{digit}{told}{'  ✓' if answer == given else ''}"
            self.buttons[number].setText(text.replace("&", "&&"))
            self.buttons[number].setAccessibleName(f"{question} {told}".strip())
            set_tool_tip(self.buttons[number], told)
        self._place()

    def press(self, digit: str) -> None:
        """Give the answer of this digit, if there is one."""
        number = _DIGITS.find(digit) if len(digit) == 1 else -1
        if 0 <= number < len(self._possible):
            self._give(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many buttons into a line as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        shown = self.buttons[: len(self._possible)]
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        widest = max((button.sizeHint().width() for button in shown), default=least)
        in_line = max(1, min(len(shown), (self.width() + _GAP) // (max(widest, least) + _GAP)))
        for number, button in enumerate(shown):
            self._grid.addWidget(button, number // in_line, number % in_line)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(in_line, 1)
        lines = -(-len(shown) // in_line) if shown else 0
        height = max((button.sizeHint().height() for button in shown), default=0)
        self._scrolled.setFixedHeight(min(lines, _MOST_LINES) * (height + _GAP))

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self._inputs)  # without a parent it would be shown as a window
        button.setProperty("tone", "answer")
        # The focus stays on the table, so that the next question is answered by the next digit.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self._give(number))
        return button

    def _give(self, number: int) -> None:
        if self.isEnabled():
            self.answered.emit(self._possible[number][0])
