"""A question with a few answers and one that can be typed, such as the reason to let somebody in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from checkin.domain.overriding import is_reason
from checkin.ui.announcing import announce
from checkin.ui.frames.inputs import TextLine
from checkin.ui.frames.panel import Panel
from checkin.ui.frames.scrolled_inputs import ScrolledInputs
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from checkin.scanning import Scanners
    from checkin.ui.appearance import Appearance, Words

_GAP: Final = 6
_EDGES: Final = 84
"""What the edges of the question and of a button, and the scroll bar, take of the width, in dots."""


class Question(Panel):
    """A question on the page, with a few answers; a digit key gives an answer, and Escape closes the question.

    The digit after the last answer moves the focus to the line in which the operator types an answer of their own. If
    there is only one answer and nothing can be typed, Enter gives that answer. If there are no answers to choose, the
    operator has to type a reason of a few words; only Tab or a click leads to the line for it.

    The digits of the next badge must not answer the question, so only digits count that the scanners report as pressed
    by a person. Letters, and digits that are no answer, go to the page, which closes the question and searches. Once
    the operator has begun to type an answer, letters leave the question open, and only the second Escape closes it.
    """

    closes_from_anywhere = True

    answered = Signal(int)
    """Emitted with the number of the answer, from 0."""

    typed = Signal(str)
    """Emitted with the answer that the operator has typed."""

    def __init__(
        self,
        look: Appearance,
        scanners: Scanners,
        question: Words,
        why: Words,
        answers: Sequence[Words],
        *,
        takes_own_words: bool = True,
        note: str = "",
    ) -> None:
        """Ask the question. `note` is the private note about the person, shown here because the card is covered."""
        super().__init__()
        self._look = look
        self._takes_own_words, self._was_shown = takes_own_words, False
        self._question, self._why, self._answers = question, why, tuple(answers)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asked, self._explained, self._note = PlainLabel(), PlainLabel(), PlainLabel(note)
        self._asked.setProperty("tone", "heading")
        self._note.setProperty("tone", "note")
        self._how = PlainLabel()
        self._how.setProperty("tone", "bad")
        self._how.hide()
        self._buttons = [self._answer_button(number) for number in range(len(self._answers))]
        self.own = TextLine()
        self.own.returnPressed.connect(self._on_typed)
        self.own.textChanged.connect(lambda _text: self.keep())
        self._cancel = QPushButton()
        self._cancel.clicked.connect(self.given_up)
        self._lay_out()
        self._note.setVisible(bool(note))
        self.own.setVisible(takes_own_words)
        scanners.pressed_alone.connect(self._on_pressed_alone)
        look.in_each_language(self._label)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(_GAP)
        for label in (self._asked, self._note, self._explained, self._how):
            label.setWordWrap(True)
        for label in (self._asked, self._note, self._explained):
            column.addWidget(label)
        answers = QWidget()
        rows = QVBoxLayout(answers)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        for widget in (*self._buttons, self.own):
            rows.addWidget(widget)
        rows.addStretch(1)
        column.addWidget(ScrolledInputs(answers, self._hidden_answers), 1)
        for widget in (self._how, self._cancel):
            column.addWidget(widget)

    def _label(self) -> None:
        say = self._say
        question, why = self._question(say), self._why(say)
        self.setAccessibleName(f"{question} {why}".strip())
        self._asked.setText(question)
        self._explained.setText(why)
        self._explained.setVisible(bool(why))
        self._write_answers()
        if self._answers:
            self.own.setPlaceholderText(
                f"{len(self._answers) + 1}   {say.text('or another reason, then Enter')}"
            )
            self.own.setAccessibleName(say.text("another reason"))
        else:
            self.own.setPlaceholderText(
                f"{say.keys('Tab')}   {say.text('type the reason in a few words, then Enter')}"
            )
            self.own.setAccessibleName(say.text("the reason, in a few words"))
        set_tool_tip(self.own, self.own.placeholderText())
        if not self._how.isHidden():
            self._say_how()
        self._cancel.setText(say.with_key(say.text("Cancel"), "Esc"))

    def _write_answers(self) -> None:
        """Write the answers on their buttons; a long one takes several lines."""
        say, metrics, room = self._say, self.fontMetrics(), self.width() - _EDGES
        for number, (button, answer) in enumerate(zip(self._buttons, self._answers, strict=True), 1):
            by_digit = f"{number}\u00a0\u00a0 {answer(say)}"
            words = by_digit if self._is_answered_by_digits else say.with_key(answer(say), "Enter")
            button.setText(wrapped(words, metrics, room).replace("&", "&&"))

    def _hidden_answers(self, height: int) -> str:
        """The numbers of the answers that are hidden below this height, so that nobody believes there are no more."""
        if not self._is_answered_by_digits:
            return ""
        places = enumerate((*self._buttons, *((self.own,) if self._takes_own_words else ())), 1)
        return "   ".join(str(number) for number, each in places if each.geometry().bottom() > height + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the answers into lines of the new width."""
        super().resizeEvent(event)
        self._write_answers()

    def _answer_button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("tone", "answer")
        button.clicked.connect(lambda _checked=False: self.answered.emit(number))
        return button

    @property
    def _is_answered_by_digits(self) -> bool:
        return (self._takes_own_words and bool(self._answers)) or len(self._answers) > 1

    @property
    def is_begun(self) -> bool:
        """Whether the operator has begun to type an answer of their own."""
        return bool(self.own.text().strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the focus, so that the question receives the keys, and let a screen reader say the question.

        When the question is shown again, the focus goes to the part of the question that had it before.
        """
        super().showEvent(event)
        (self.focusWidget() if self._was_shown else self).setFocus()
        self._was_shown = True
        announce(self, self.accessibleName(), at_once=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Escape (close the question) and Enter (give the only possible answer); letters go to the page.

        Digits that are answers are not handled here, because the scanners report them.
        """
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.escape()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if len(self._answers) == 1 and not self._takes_own_words:
                self.answered.emit(0)
            else:
                self._say_how()
        elif event.text().isprintable() and event.text() and not self._is_answer(event.text()):
            event.ignore()

    def _say_how(self) -> None:
        """Say how the question is answered, because the key that was pressed is no answer."""
        by_digit = self._say.text("Press the number of the answer.")
        self._how.setText(by_digit if self._is_answered_by_digits else self.own.placeholderText())
        self._how.show()
        announce(self, self._how.text(), at_once=True)

    def _is_answer(self, character: str) -> bool:
        """Whether the character is a digit that gives an answer, or that leads to the line for one."""
        if not (self._is_answered_by_digits and character.isdecimal()):
            return False
        return 1 <= int(character) <= len(self._answers) + self._takes_own_words

    def _on_pressed_alone(self, character: str) -> None:
        if not self.isVisible() or self.own.hasFocus() or not self._is_answer(character):
            return
        if int(character) <= len(self._answers):
            self.answered.emit(int(character) - 1)
        else:
            self.own.setFocus()

    def _on_typed(self) -> None:
        words = self.own.text().strip()
        if words and (self._answers or is_reason(words)):
            self.typed.emit(words)
        else:
            self.own.selectAll()
            self._say_how()
