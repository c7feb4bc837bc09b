"""Below the verdict, small: why, what the operator can do, and a verdict before it that nobody has seen to yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.elided import ElidedLabel

if TYPE_CHECKING:
    from checkin.ui.door.shown import Shown
    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class OperatorLine(QFrame):
    """For the operator's eyes. It keeps its height, so that the verdict above does not jump."""

    reason_chosen = Signal(int)
    """The number of a reason, from 0, for which the person is to be let in."""

    held_put_away = Signal()

    def __init__(self, wording: Wording, colours: Colours) -> None:
        super().__init__()
        self._wording = wording
        self._held: list[Shown] = []
        self._text = ElidedLabel()
        font = self._text.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._text.setFont(font)
        self._text.setAccessibleName(wording.text("For the operator"))
        self.held = QToolButton()
        self.held.setAutoRaise(True)
        self.held.setToolTip(wording.text("Seen to"))
        self.held.clicked.connect(self.put_held_away)
        self.held.setStyleSheet(
            f"background: {colours.strip}; color: {colours.on_strip}; border: 1px solid {colours.on_strip};"
            "border-radius: 4px; padding: 3px 8px;"
        )
        self.buttons = tuple(
            self._button(number, wording.reason(reason)) for number, reason in enumerate(OVERRIDE_REASONS)
        )
        self._lay_out()
        self.held.hide()
        self.clear()

    @property
    def text(self) -> str:
        """What the operator reads."""
        return self._text.text

    @property
    def held_verdicts(self) -> tuple[Shown, ...]:
        """The verdicts that were not seen to before the next badge was read, the oldest first."""
        return tuple(self._held)

    @property
    def focused_reason(self) -> int | None:
        """The number of the reason that has the focus, or None."""
        return next((number for number, button in enumerate(self.buttons) if button.hasFocus()), None)

    def show_answer(self, shown: Shown) -> None:
        """Say why, and offer the reasons where the row may be overridden."""
        self._text.setText(shown.for_operator)
        self._offer(shown.can_be_overridden)

    def tell(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self._offer(False)

    def begin_choosing(self) -> None:
        """The focus on the first reason: arrows choose, Enter admits."""
        self.buttons[0].setFocus()

    def hold(self, former: Shown) -> None:
        """Keep telling of a verdict that waits for the operator while the next one is shown."""
        self._held.append(former)
        self._show_held()

    def put_held_away(self) -> None:
        """The newest of them was seen to."""
        del self._held[-1:]
        self._show_held()
        self.held_put_away.emit()

    def clear(self) -> None:
        """There is nothing to say of the verdict above."""
        self._text.setText("")
        self._offer(False)

    def _show_held(self) -> None:
        self.held.setVisible(bool(self._held))
        if not self._held:
            return
        newest = self._held[-1]
        text = self._wording.text("Still to be seen to: {verdict}, {name} {time}")
        name = newest.short_name or newest.answer.text[:16]
        words = text.format(verdict=newest.words.title, name=name, time=newest.time)
        more = f"  +{len(self._held) - 1}" if len(self._held) > 1 else ""
        self.held.setText(words.replace("&", "&&") + more + "  ×")
        self.held.setAccessibleName(words + more)

    def _offer(self, may_admit: bool) -> None:  # noqa: FBT001 - one thing, on or off
        for button in self.buttons:
            button.setVisible(may_admit)

    def _button(self, number: int, reason: str) -> QPushButton:
        button = QPushButton(f"{number + 1}  {reason}".replace("&", "&&"))
        button.setStyleSheet("text-align: left")  # where it is narrow, the number is what must be seen
        button.setAccessibleName(self._wording.text("Admit: {reason}").format(reason=reason))
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
