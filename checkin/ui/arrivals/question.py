"""A question with a few answers, and one that can be typed: why somebody is let in, or printed for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

from checkin.ui.announcing import announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from checkin.scanning import Scanners
    from checkin.wording import Wording


class Question(QFrame):
    """The digits give an answer, the last of them lets own words be typed; Escape gives none.

    Where there is but one answer and nothing to be typed, Enter gives it. Digits are taken from the scanners' port:
    those of the next badge must not answer. Nor may the name of the next guest: a letter gives the question up and
    goes where letters go.
    """

    answered = Signal(int)
    """The number of the answer, from 0."""

    typed = Signal(str)
    """The operator's own words."""

    given_up = Signal()

    def __init__(
        self,
        wording: Wording,
        scanners: Scanners,
        question: str,
        why: str,
        answers: Sequence[str],
        *,
        takes_own_words: bool = True,
    ) -> None:
        super().__init__()
        self._takes_own_words = takes_own_words
        self._answers = tuple(answers)
        self._question = question
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{question} {why}".strip())
        asked, explained = QLabel(question), QLabel(why)
        asked.setStyleSheet("font-weight: bold; font-size: 13pt")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for label in (asked, explained):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        explained.setVisible(bool(why))
        for number, answer in enumerate(self._answers):
            key = f"{number + 1}   " if self._is_answered_by_digits else ""
            enter = "" if self._is_answered_by_digits else "   Enter"
            button = QPushButton(f"{key}{answer}{enter}".replace("&", "&&"))
            button.setStyleSheet("text-align: left; padding: 8px 12px")
            button.clicked.connect(lambda _checked=False, chosen=number: self.answered.emit(chosen))
            column.addWidget(button)
        self.own = QLineEdit()
        self.own.setPlaceholderText(
            f"{len(self._answers) + 1}   {wording.text('or another reason, then Enter')}"
        )
        self.own.setAccessibleName(wording.text("another reason"))
        self.own.returnPressed.connect(self._on_typed)
        column.addWidget(self.own)
        self.own.setVisible(takes_own_words)
        cancel = QPushButton(wording.text("Cancel") + "   Esc")
        cancel.clicked.connect(self.given_up)
        column.addWidget(cancel)
        column.addStretch(1)
        scanners.pressed_alone.connect(self._on_pressed_alone)

    @property
    def _is_answered_by_digits(self) -> bool:
        return self._takes_own_words or len(self._answers) > 1

    def showEvent(self, event: QShowEvent) -> None:
        """Be heard, and listen to keys."""
        super().showEvent(event)
        self.setFocus()
        announce(self, self.accessibleName(), at_once=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up; a letter begins a search on the page; digits are heard through the scanners."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._is_answered_by_digits:
            self.answered.emit(0)
        elif event.text().isprintable() and event.text() and not event.text().isdigit():
            event.ignore()

    def _on_pressed_alone(self, character: str) -> None:
        if not (self.isVisible() and character.isdecimal()) or self.own.hasFocus():
            return
        if 1 <= int(character) <= len(self._answers):
            self.answered.emit(int(character) - 1)
        elif self._takes_own_words and int(character) == len(self._answers) + 1:
            self.own.setFocus()

    def _on_typed(self) -> None:
        if self.own.text().strip():
            self.typed.emit(self.own.text().strip())
