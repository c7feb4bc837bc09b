"""The strip below the window's top row: the newest error outside the program (a full disk, a missing printer).

The strip also shows good news, in calm colours. It stays until the operator closes it, and does not take the keyboard
focus when it appears.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from checkin.errors import CheckinError
    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

    Told: TypeAlias = Callable[[Wording], tuple[str, str]]
    """A title and a text, in the language of a `Wording`."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the operator can do about an error: the words on a button, and what a click on it does."""

    words: Words
    act: Callable[[], object]


class TroubleStrip(QFrame, Dressed):
    """The strip below the window's top row that shows the newest CheckinError until the operator closes the strip."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.setProperty("tone", "strip")
        self._shown: object = None
        self._told: Told = lambda _say: ("", "")
        self._title, self._message = _label(), _label()
        self._title.setProperty("tone", "strong")
        self._sign = sign = PlainLabel()
        self._offers: tuple[Offer, ...] = ()
        self._buttons: list[QToolButton] = []
        self._close = QToolButton(autoRaise=True)
        self._close.setShortcut("Shift+Esc")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(sign)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._title)
        told.addWidget(self._message)
        row.addLayout(told, 1)
        self._row = row
        row.addWidget(self._close)
        self._wear("strip")
        self.hide()
        look.in_each_language(self._label)

    def show_trouble(
        self, error: CheckinError, offers: tuple[Offer, ...] = (), what_now: Words | None = None
    ) -> None:
        """Show this error in place of the former one, and have a screen reader say it at once.

        Each offer is a button beside the error. An error with offers cannot be put away: one of them must be taken.
        `what_now` gives words for the operator in place of the error's message, which may be for the command line.
        """

        def tell(say: Wording) -> tuple[str, str]:
            title, message = say.trouble(error)
            return title, message if what_now is None else what_now(say)

        self._wear("strip")
        self._show(error, tell, offers)

    def show_good_news(self, told: CheckinError) -> None:
        """Show a message about something that has gone well, in calm colours; `told` holds its title and its text."""
        self._wear("calm")
        self._show(told, lambda say: say.trouble(told))

    def show_outcome(self, told: Told, *, is_well: bool) -> None:
        """Show the outcome of what the operator asked for, in calm colours if it `is_well`, else in those of an error.

        `told` gives the title and the text in the language of the `Wording` that it is called with.
        """
        self._wear("calm" if is_well else "strip")
        self._show(told, told)

    def ask(self, question: Told, offers: tuple[Offer, ...], *, is_danger: bool = True) -> None:
        """Ask a question; each offer is an answer, and one of them must be taken.

        If an answer loses something, so that there is a danger, the question is in the colours of an error.
        """
        self._wear("strip" if is_danger else "calm", None if is_danger else "circle-help")
        self._show(question, question, offers)

    def _show(self, shown: object, told: Told, offers: tuple[Offer, ...] = ()) -> None:
        self._shown, self._told = shown, told
        self._write()
        self._offer(offers)
        self._close.setVisible(not offers)
        self.show()
        words = ": ".join(filter(None, (self._title.text(), self._message.text())))
        announce(self, words, at_once=True)

    def _wear(self, tone: str, sign: str | None = None) -> None:
        """Take the colours of an error ("strip") or of good news ("calm"), and this sign in place of the usual one."""
        usual = ("triangle-alert", "on_strip") if tone == "strip" else ("check", "good")
        self._look.put_icon(self._sign, *(usual if sign is None else (sign, "text")))
        self._look.put_icon(self._close, "x", "on_strip" if tone == "strip" else "text")
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for widget in (self, self._title, self._message):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def shows(self, shown: CheckinError | Told) -> bool:
        """Whether the strip shows this error, outcome or question now."""
        return shown == self._shown and not self.isHidden()

    def put_away(self, shown: CheckinError | Told | None) -> None:
        """Hide the strip if it still shows this error or outcome; call this method when the error is over."""
        if shown is not None and shown == self._shown:
            self.hide()

    def write_again(self, told: Told) -> None:
        """Word this outcome again if the strip still shows it; call this method when its words have changed."""
        if told == self._shown:
            self._write()

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._offers, self._buttons = offers, [QToolButton() for _ in offers]
        for button, offer in zip(self._buttons, offers, strict=True):
            button.setProperty("tone", self.property("tone"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, act=offer.act: act())
            self._row.insertWidget(2, button)  # so that the first offer is always at the right edge
        self._label_offers()

    def _write(self) -> None:
        """Write the error in the window's language."""
        title, message = self._told(self._say)
        self._title.setText(title)
        self._message.setText(message)
        self._message.setVisible(bool(message))

    def _label_offers(self) -> None:
        for button, offer in zip(self._buttons, self._offers, strict=True):
            button.setText(offer.words(self._say).replace("&", "&&"))

    def _label(self) -> None:
        self.setAccessibleName(self._say.text("Trouble"))
        self._close.setAccessibleName(self._say.text("Put this message away"))
        set_tool_tip(
            self._close, f"{self._say.text('Put this message away')} ({self._say.keys('Shift+Esc')})"
        )
        self._write()
        self._label_offers()


def _label() -> PlainLabel:
    label = PlainLabel()
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
