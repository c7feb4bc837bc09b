"""A question with a few answers and one that can be typed: why somebody is let in, or printed for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from checkin.wording import Wording


class Question(QFrame):
    """Keys 1 to 9 give an answer, another can be typed; Escape gives none."""

    answered = Signal(str)
    given_up = Signal()

    def __init__(self, wording: Wording, question: str, answers: Sequence[str]) -> None:
        super().__init__()
        self._answers = tuple(answers)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        asked = QLabel(question, wordWrap=True)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setStyleSheet("font-weight: bold")
        column = QVBoxLayout(self)
        column.addWidget(asked)
        for number, answer in enumerate(self._answers, 1):
            button = QPushButton(f"{number}   {answer}")
            button.setStyleSheet("text-align: left; padding: 8px")
            button.clicked.connect(lambda _checked=False, chosen=answer: self.answered.emit(chosen))
            column.addWidget(button)
        self.own = QLineEdit(placeholderText=wording.text("or another reason, then Enter"))
        self.own.setAccessibleName(wording.text("another reason"))
        self.own.returnPressed.connect(self._on_typed)
        column.addWidget(self.own)
        cancel = QPushButton(wording.text("Cancel   Esc"))
        cancel.clicked.connect(self.given_up)
        column.addWidget(cancel)
        column.addStretch()

    def begin(self) -> None:
        """Listen to keys."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number answers, letters begin an answer of one's own."""
        key = event.text()
        if key.isdigit() and 1 <= int(key) <= len(self._answers):
            self.answered.emit(self._answers[int(key) - 1])
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key.isprintable() and key:
            self.own.setFocus()
            self.own.insert(key)

    def _on_typed(self) -> None:
        if self.own.text().strip():
            self.answered.emit(self.own.text().strip())
