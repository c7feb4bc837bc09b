"""The line for the operator: the reason of the verdict, what to do, and earlier verdicts that still need attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.appearance import Dressed
from checkin.ui.door.reason_field import ReasonField
from checkin.ui.door.shown import shown
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.door.shown import Shown
    from checkin.wording import Wording


class OperatorLine(QFrame, Dressed):
    """The line for the operator, below the verdict. It keeps its height, so that the verdict above does not move."""

    reason_chosen = Signal(int)
    """Emitted with the number (from 0) of the reason for which the person is to be let in."""

    reason_typed = Signal(str)
    """Emitted with the reason that was typed, for which a blocked person is to be let in."""

    held_put_away = Signal()

    def __init__(self, file: EventFile, look: Appearance) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self._tell: Words = _nothing
        self._held: list[Shown] = []
        self._text = ElidedLabel()
        look.put_font(self._text, 1.15)
        self.held = QToolButton()
        self.held.setAutoRaise(True)
        self.held.setProperty("tone", "strip")
        self.held.clicked.connect(self.put_held_away)
        self.words = ReasonField(look)
        self.words.typed.connect(self.reason_typed)
        self.buttons = tuple(map(self._button, range(len(OVERRIDE_REASONS))))
        self._lay_out()
        self.held.hide()
        self.clear()
        look.in_each_language(self._label)

    @property
    def text(self) -> str:
        """The text that the operator reads."""
        return self._text.text

    @property
    def held_verdicts(self) -> tuple[Shown, ...]:
        """The earlier verdicts that the operator has not yet seen to, the oldest first."""
        return tuple(self._held)

    @property
    def focused_reason(self) -> int | None:
        """The number (from 0) of the reason whose button has the focus; None if none has it."""
        return next((number for number, button in enumerate(self.buttons) if button.hasFocus()), None)

    def show_answer(self, known: Shown) -> None:
        """Show why the verdict was given. If it can be overridden, show the buttons with the reasons to admit.

        For a blocked person there is a line in their place, in which the reason is typed.
        """
        self._say_to_operator(lambda say: shown(known.answer, self._file.known_event, say).for_operator)
        self._offer(known.can_be_overridden and not known.needs_words, in_words=known.needs_words)

    def tell(self, words: Words) -> None:
        """Show a message that is not the verdict on a badge (such as “Undone: …”).

        The buttons with the reasons for letting somebody in are hidden.
        """
        self._say_to_operator(words)
        self._offer(False)

    def begin_choosing(self) -> None:
        """Move the focus to the first reason, or to the line for the reason of a blocked person.

        The arrow keys then choose a reason, and Enter admits.
        """
        (self.words if self.words.isVisible() else self.buttons[0]).setFocus()

    def hold(self, former: Shown) -> None:
        """Keep a verdict that the operator has not yet seen to on the line, while the next verdict is shown above."""
        self._held.append(former)
        self._show_held()

    def put_held_away(self) -> None:
        """Remove the newest held verdict, because the operator has seen to it."""
        del self._held[-1:]
        self._show_held()
        self.held_put_away.emit()

    def clear(self) -> None:
        """Clear the text about the verdict, and hide the buttons with the reasons; held verdicts stay."""
        self.tell(_nothing)

    def _say_to_operator(self, words: Words) -> None:
        self._tell = words
        self._text.setText(words(self._say))

    def _label(self) -> None:
        say, event = self._say, self._file.known_event
        self._text.setAccessibleName(say.text("For the operator"))
        self._text.setText(self._tell(say))
        set_tool_tip(self.held, say.text("Seen to"))
        for number, (button, reason) in enumerate(zip(self.buttons, OVERRIDE_REASONS, strict=True), 1):
            button.setText(f"{number}  {say.reason(reason)}".replace("&", "&&"))
            set_tool_tip(button, f"{number}  {say.reason(reason)}")
            button.setAccessibleName(say.text("Admit: {reason}").format(reason=say.reason(reason)))
        self._held = [shown(each.answer, event, say) for each in self._held]
        self._show_held()

    def _show_held(self) -> None:
        self.held.setVisible(bool(self._held))
        if not self._held:
            return
        newest = self._held[-1]
        text = self._say.text("Still to be seen to: {verdict}, {name} {time}")
        name = newest.short_name or newest.answer.text[:16]
        words = text.format(verdict=newest.words.title, name=name, time=newest.time)
        more = f"  +{len(self._held) - 1}" if len(self._held) > 1 else ""
        self.held.setText(words.replace("&", "&&") + more + "  ×")
        self.held.setAccessibleName(words + more)

    def _offer(self, may_admit: bool, *, in_words: bool = False) -> None:  # noqa: FBT001 - one thing, on or off
        self.words.clear()
        self.words.setVisible(in_words)
        for button in self.buttons:
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(not in_words)
            button.setSizePolicy(policy)
            button.setVisible(may_admit)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("tone", "left")  # on a narrow page the number at the left must be seen
        button.clicked.connect(lambda: self.reason_chosen.emit(number))
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._text, 1)
        above.addWidget(self.held)
        below.setSpacing(8)
        below.addWidget(self.words, 1)
        for button in self.buttons:
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(below)


def _nothing(_say: Wording) -> str:
    return ""
