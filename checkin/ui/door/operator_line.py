"""The small line below the verdict: its reason, what the operator can do, and earlier verdicts not yet seen to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.appearance import Dressed
from checkin.ui.door.shown import shown
from checkin.ui.elided import ElidedLabel

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.door.shown import Shown
    from checkin.wording import Wording


class OperatorLine(QFrame, Dressed):
    """The line that the operator reads. It keeps its height, so that the verdict above does not jump."""

    reason_chosen = Signal(int)
    """The number of a reason, from 0, for which the person is to be let in."""

    held_put_away = Signal()

    def __init__(self, file: EventFile, look: Appearance) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self._tell: Words = _nothing
        self._held: list[Shown] = []
        self._text = ElidedLabel()
        font = self._text.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._text.setFont(font)
        self.held = QToolButton()
        self.held.setAutoRaise(True)
        self.held.setProperty("tone", "strip")
        self.held.clicked.connect(self.put_held_away)
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
        """The verdicts that were not seen to before the next badge was read, the oldest first."""
        return tuple(self._held)

    @property
    def focused_reason(self) -> int | None:
        """The number of the reason that has the focus, or None."""
        return next((number for number, button in enumerate(self.buttons) if button.hasFocus()), None)

    def show_answer(self, known: Shown) -> None:
        """Say why the verdict was given, and offer the reasons to admit where it may be overridden."""
        self._say_to_operator(lambda say: shown(known.answer, self._file.known_event, say).for_operator)
        self._offer(known.can_be_overridden)

    def tell(self, words: Words) -> None:
        """Say something that is no answer, and offer no reasons."""
        self._say_to_operator(words)
        self._offer(False)

    def begin_choosing(self) -> None:
        """Move the focus to the first reason; then arrows choose and Enter admits."""
        self.buttons[0].setFocus()

    def hold(self, former: Shown) -> None:
        """Keep telling of a verdict that waits for the operator while the next one is shown."""
        self._held.append(former)
        self._show_held()

    def put_held_away(self) -> None:
        """Put away the newest held verdict, because it was seen to."""
        del self._held[-1:]
        self._show_held()
        self.held_put_away.emit()

    def clear(self) -> None:
        """Say nothing about the verdict above, and offer no reasons."""
        self.tell(_nothing)

    def _say_to_operator(self, words: Words) -> None:
        self._tell = words
        self._text.setText(words(self._say))

    def _label(self) -> None:
        say, event = self._say, self._file.known_event
        self._text.setAccessibleName(say.text("For the operator"))
        self._text.setText(self._tell(say))
        self.held.setToolTip(say.text("Seen to"))
        for number, (button, reason) in enumerate(zip(self.buttons, OVERRIDE_REASONS, strict=True), 1):
            button.setText(f"{number}  {say.reason(reason)}".replace("&", "&&"))
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

    def _offer(self, may_admit: bool) -> None:  # noqa: FBT001 - one thing, on or off
        for button in self.buttons:
            button.setVisible(may_admit)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("tone", "left")  # on a narrow page the number at the left must be seen
        button.clicked.connect(lambda: self.reason_chosen.emit(number))
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._text, 1)
        above.addWidget(self.held)
        below.setSpacing(8)
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
