"""The line for the operator: the reason of the verdict, what to do, and earlier verdicts that still need attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.appearance import Dressed
from checkin.ui.door.reason_field import ReasonField
from checkin.ui.door.shown import shown
from checkin.ui.door.signs import side_by_side
from checkin.ui.door.whole_label import WholeLabel
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.door.shown import Shown
    from checkin.wording import Wording

_GAP: Final = 8
_EDGES: Final = 28
"""What the edges of a button take, in dots."""


class OperatorLine(QFrame, Dressed):
    """The line for the operator, below the verdict; its text is never cut.

    There is always room for two lines of text, so that the verdict above hardly ever moves.
    """

    reason_chosen = Signal(int)
    """Emitted with the number (from 0) of the reason for which the person is to be let in."""

    reason_typed = Signal(str)
    """Emitted with the reason that was typed, for which a blocked person is to be let in."""

    held_put_away = Signal()

    def __init__(self, file: EventFile, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._file = file
        self._now = now
        self._look = look
        self._tell: Words = _nothing
        self._held: list[Shown] = []
        self._hides_names = False
        self._hidden_signs: tuple[str, ...] = ()
        self._signs = PlainLabel()
        self._text = WholeLabel(least_lines=2)
        look.put_font(self._text, 1.15)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
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
        look.colours_changed.connect(self._show_signs)
        look.size_changed.connect(self._write_reasons)

    @property
    def text(self) -> str:
        """The text that the operator reads."""
        return self._text.text()

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

        def tell(say: Wording) -> str:
            again = shown(known.answer, self._file.known_event, say)
            return again.for_operator(names=not self._hides_names)

        self._say_to_operator(tell, known.hidden_signs)
        self._offer(known.can_be_overridden and not known.needs_words, in_words=known.needs_words)

    def tell(self, words: Words) -> None:
        """Show a message that is not the verdict on a badge (such as “Undone: …”).

        The buttons with the reasons for letting somebody in are hidden.
        """
        self._say_to_operator(words)
        self._offer(False)

    def hide_names(self, *, are_hidden: bool) -> None:
        """Hide (or show) the name in each verdict of which guests see only discreet words, not the refusal."""
        self._hides_names = are_hidden
        self._label()

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

    def _say_to_operator(self, words: Words, signs: tuple[str, ...] = ()) -> None:
        self._tell, self._hidden_signs = words, signs
        self._text.setText(words(self._say))
        self._show_signs()

    def _show_signs(self) -> None:
        """Show the signs of the verdict that the panel hides, in the colour of the text, to attract no notice."""
        self._signs.setVisible(bool(self._hidden_signs))
        if self._hidden_signs:
            side = self._text.fontMetrics().height()
            self._signs.setPixmap(
                side_by_side(self._hidden_signs, self._colours.text, side, self.devicePixelRatioF())
            )

    def _label(self) -> None:
        say, event = self._say, self._file.known_event
        self._text.setAccessibleName(say.text("For the operator"))
        self._text.setText(self._tell(say))
        set_tool_tip(self.held, say.text("Seen to"))
        for number, (button, reason) in enumerate(zip(self.buttons, OVERRIDE_REASONS, strict=True), 1):
            set_tool_tip(button, f"{number}  {say.reason(reason)}")
            button.setAccessibleName(say.text("Admit: {reason}").format(reason=say.reason(reason)))
        self._held = [shown(each.answer, event, say) for each in self._held]
        self._show_held()
        self._write_reasons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the reasons into lines of the new width."""
        super().resizeEvent(event)
        self._write_reasons()

    def _write_reasons(self) -> None:
        """Write the reasons on their buttons: in one line or, if all do not fit side by side, in several."""
        metrics = self.fontMetrics()
        words = [f"{n}  {self._say.reason(reason)}" for n, reason in enumerate(OVERRIDE_REASONS, 1)]
        around = _EDGES + _GAP
        fits = sum(metrics.horizontalAdvance(each) + around for each in words) <= self.width()
        room = self.width() if fits else self.width() // len(words) - around
        for button, each in zip(self.buttons, words, strict=True):
            button.setText(wrapped(each, metrics, room).replace("&", "&&"))

    def _show_held(self) -> None:
        self.held.setVisible(bool(self._held))
        if not self._held:
            return
        newest = self._held[-1]
        text = self._say.text("Still to be seen to: {verdict}, {name} {time}")
        is_hidden = self._hides_names and newest.is_discreet
        name = "" if is_hidden else newest.short_name or newest.answer.text[:16]
        time = self._say.when(newest.answer.at, self._now(), self._file.known_event.zone)
        words = text.format(verdict=newest.words.title, name=name, time=time).replace(",  ", ", ")
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
        above.addWidget(self._signs)
        above.addWidget(self._text, 1)
        above.addWidget(self.held)
        below.setSpacing(_GAP)
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
