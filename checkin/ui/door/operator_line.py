"""The line for the operator: the reason of the verdict, what to do, and earlier verdicts that still need attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.door.held import HeldVerdicts
from checkin.ui.door.reason_field import ReasonField
from checkin.ui.door.shown import shown
from checkin.ui.door.signs import side_by_side
from checkin.ui.plain import PlainLabel, set_tool_tip
from checkin.ui.whole_label import WholeLabel
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.ui.appearance import Words
    from checkin.ui.door.shown import Shown
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_LARGER: Final = 1.15
_LINES: Final = 2
"""The lines of text for which there is usually always room."""
_GAP: Final = 8
_EDGES: Final = 28
"""What the edges of a button take, in dots."""


class OperatorLine(QFrame, Dressed):
    """The text below the verdict that tells the operator the reason and what to do, with buttons to override a refusal.

    The text is never cut. There is always room for two lines, so that the verdict above hardly ever moves. Only on a
    low page that room is given to the verdict while there is no text.
    """

    reason_chosen = Signal(int)
    """Emitted with the number (from 0) of the reason for which the person is to be let in."""

    reason_typed = Signal(str)
    """Emitted with the reason that was typed, for which a blocked person is to be let in."""

    offered = Signal(bool)
    """Emitted with whether the keys 1 to 4 admit somebody now."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._file = parts.file
        self._look = look = parts.look
        self._tell: Words = _nothing
        self._remark: Words = _nothing
        self._known: Shown | None = None
        self._gives_way = False
        self._hides_names = False
        self._hidden_signs: tuple[str, ...] = ()
        self._signs = PlainLabel()
        self._is_low = self._in_words = False
        self._text = WholeLabel(least_lines=_LINES)
        look.put_font(self._text, _LARGER)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.held = HeldVerdicts(parts)
        self.words = ReasonField(look)
        self.words.typed.connect(self.reason_typed)
        self.buttons = tuple(map(self._button, range(len(OVERRIDE_REASONS))))
        self._lay_out()
        self.clear()
        look.in_each_language(self._label)
        look.colours_changed.connect(self._show_signs)
        look.size_changed.connect(self._write_reasons)

    def fit(self, *, is_low: bool) -> None:
        """Keep no room for what is not shown if the page `is_low`, and show the held verdicts in a row of their own."""
        if is_low != self._is_low:
            self._is_low = is_low
            self._look.put_font(self._text, 1.0 if is_low else _LARGER)
            self._above.setDirection(
                QBoxLayout.Direction.TopToBottom if is_low else QBoxLayout.Direction.LeftToRight
            )
            self._keep_room()

    @property
    def text(self) -> str:
        """The text that the operator reads."""
        return self._text.text()

    @property
    def focused_reason(self) -> int | None:
        """The number (from 0) of the reason whose button has the keyboard focus; None if no such button has it."""
        return next((number for number, button in enumerate(self.buttons) if button.hasFocus()), None)

    @property
    def hides_names(self) -> bool:
        """Whether guests see the line; then it names no person whom the verdict panel does not name."""
        return self._hides_names

    def hides(self, known: Shown) -> bool:
        """Whether the screen hides the name of the person in this verdict; the refusal cannot be overridden then."""
        return self._hides_names and known.is_discreet

    def show_answer(self, known: Shown) -> None:
        """Show why the verdict was given. For a refusal that can be overridden, show a button for each reason to admit.

        For a blocked person, an input in which the operator types the reason takes the place of the buttons. If the
        person's name is hidden, neither is shown, because the operator could let in somebody else by mistake.
        """

        def tell(say: Wording) -> str:
            event, is_elsewhere = self._file.known_event, bool(known.elsewhere)
            again = shown(known.answer, event, say, is_elsewhere=is_elsewhere)
            told = again.for_operator(names=not self._hides_names)
            is_nameless = known.can_be_overridden and self.hides(known)
            is_reasonless = self._hides_names and again.names_person and again.words.reason
            more = _who_it_is(say) if is_nameless else _why_it_is(say) if is_reasonless else ""
            return "  ·  ".join(filter(None, (told, more)))

        self._known = known
        self._say_to_operator(tell, known.hidden_signs)
        self._offer_reasons(known)

    def tell(self, words: Words, *, gives_way: bool = False) -> None:
        """Show a message that is not the verdict on a badge, such as why nothing can be recorded.

        If the message `gives_way`, the next remark takes its place. So a message about the last key that did something
        never stands beside a remark about a later key that did nothing. The buttons with the reasons for letting
        somebody in are hidden.
        """
        self._known = None
        self._say_to_operator(words)
        self._gives_way = gives_way
        self._offer(False)

    def remark(self, words: Words) -> None:
        """Show words that say why a key did nothing; the next text replaces them.

        The words stand in front of the present text, or in its place if the text gives way (see `tell`).
        """
        if self._gives_way and words is not _nothing:
            self._tell = _nothing
        self._remark = words
        self._write()
        if words is not _nothing:
            announce(self._text, words(self._say), at_once=True)

    @property
    def remarked(self) -> Words:
        """The words of the remark that is shown (see `remark`); they are "" if there is none."""
        return self._remark

    def repeat(self) -> None:
        """Let a screen reader say the text for the operator once more."""
        announce(self._text, self.text, at_once=True)

    def drop_remark(self) -> None:
        """Remove the remark, because the page shows something else now."""
        self._remark = _nothing
        self._write()

    def hide_names(self, *, are_hidden: bool) -> None:
        """If `are_hidden`, show no name with a refusal that guests see only in discreet words, such as “one moment”."""
        self._hides_names = are_hidden
        self.held.hide_names(are_hidden=are_hidden)
        self._label()
        if self._known is not None:
            self._offer_reasons(self._known)

    def begin_choosing(self) -> None:
        """Move the focus to the button of the first reason or, for a blocked person, to the input for the reason.

        The arrow keys then choose a reason, and Enter admits the person.
        """
        (self.words if self.words.isVisible() else self.buttons[0]).setFocus()

    def clear(self) -> None:
        """Clear the text about the verdict, and hide the buttons with the reasons; verdicts kept by `hold` stay."""
        self.tell(_nothing)

    def _say_to_operator(self, words: Words, signs: tuple[str, ...] = ()) -> None:
        self._tell, self._hidden_signs, self._remark, self._gives_way = words, signs, _nothing, False
        self._write()
        self._show_signs()

    def _write(self) -> None:
        texts = (self._remark(self._say), self._tell(self._say))
        self._text.setText("  ·  ".join(filter(None, texts)))
        self._keep_room()

    def _show_signs(self) -> None:
        """Show the signs of the verdict that the panel hides, in the colour of the text, to attract no notice."""
        self._signs.setVisible(bool(self._hidden_signs))
        if self._hidden_signs:
            side = self._text.fontMetrics().height()
            self._signs.setPixmap(
                side_by_side(self._hidden_signs, self._colours.text, side, self.devicePixelRatioF())
            )

    def _label(self) -> None:
        say = self._say
        self._text.setAccessibleName(say.text("For the operator"))
        self._write()
        for number, (button, reason) in enumerate(zip(self.buttons, OVERRIDE_REASONS, strict=True), 1):
            set_tool_tip(button, f"{number}  {say.reason(reason)}")
            button.setAccessibleName(say.text("Admit: {reason}").format(reason=say.reason(reason)))
        self._write_reasons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the reasons on the buttons to the new width: in one line each, or broken into several."""
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

    def _offer_reasons(self, known: Shown) -> None:
        may_admit = known.can_be_overridden and not self.hides(known)
        self._offer(may_admit and not known.needs_words, in_words=may_admit and known.needs_words)

    def _offer(self, may_admit: bool, *, in_words: bool = False) -> None:  # noqa: FBT001 - one thing, on or off
        self.words.clear()
        self.words.setVisible(in_words)
        self._in_words = in_words
        for button in self.buttons:
            button.setVisible(may_admit)
        self._keep_room()
        self.offered.emit(may_admit)

    def _keep_room(self) -> None:
        """Keep the room of the texts and buttons that are not shown now, unless the page is low."""
        self._text.setVisible(bool(self._text.text()) or not self._is_low)
        self._text.keep_lines(1 if self._is_low else _LINES)
        for button in self.buttons:
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(not self._in_words and not self._is_low)
            button.setSizePolicy(policy)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("tone", "left")  # on a narrow page the number at the left must be seen
        button.clicked.connect(lambda: self.reason_chosen.emit(number))
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        above.addWidget(self._signs)
        above.addWidget(self._text, 1)
        self._above.addLayout(above, 1)
        self._above.addWidget(self.held)
        below.setSpacing(_GAP)
        below.addWidget(self.words, 1)
        for button in self.buttons:
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._above)
        column.addLayout(below)


def _who_it_is(say: Wording) -> str:
    return say.text("F11 shows who this is; only then can you admit.")


def _why_it_is(say: Wording) -> str:
    return say.text("F11 shows the reason.")


def _nothing(_say: Wording) -> str:
    return ""
