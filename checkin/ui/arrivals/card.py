"""The card of the delegate who is selected: who they are, and what the desk should know."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from checkin.domain.delegates import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.ui.theme import Colours
    from checkin.wording import Wording

_NAME_POINTS: Final = 17.0
_NATIVE_POINTS: Final = 14.0


class PersonCard(QFrame):
    """Shows one delegate. Private notes appear here: the card faces the operator."""

    def __init__(self, event: Event, colours: Colours, wording: Wording) -> None:
        super().__init__()
        self._event = event
        self._colours = colours
        self._say = wording
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._text.setAccessibleName(wording.text("Delegate"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._text)
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def show_person(self, registration: Registration | None) -> None:
        """Show this delegate, or nobody."""
        self._text.setText("" if registration is None else "".join(self._lines(registration)))

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a delegate."""
        self._text.setText(f"<p style='color:{self._colours.muted}'>{escape(sentence)}</p>")

    @property
    def text(self) -> str:
        """What stands on the card, with its marks."""
        return self._text.text()

    def _lines(self, registration: Registration) -> Iterator[str]:
        delegate, say, colours = registration.delegate, self._say, self._colours
        yield _line(delegate.honorific, colours.muted)
        yield _line(delegate.name, colours.text, points=_NAME_POINTS, bold=True)
        if delegate.native_name != delegate.name:
            yield _line(delegate.native_name, colours.text, points=_NATIVE_POINTS)
        yield from self._warnings(registration)
        category = self._event.categories.get(delegate.category)
        if category is not None:
            yield _line(f"[{category.letter}] {say.local(category.name)}", colours.text, bold=True)
        head = f" · ★ {say.text('head of delegation')}" if delegate.head_of_delegation else ""
        yield _line(delegate.position, colours.text)
        yield _line(delegate.organisation, colours.text)
        yield _line(delegate.delegation + head if delegate.delegation else "", colours.muted)
        yield _line(delegate.country, colours.muted)
        if delegate.precedence is not None:
            yield _line(
                say.text("precedence {number}").format(number=f"{delegate.precedence:g}"), colours.muted
            )
        yield _line(delegate.public_note, colours.text, bold=True)
        yield _line(
            say.text("diet: {diet}").format(diet=delegate.diet) if delegate.diet else "", colours.text
        )
        yield _line(
            say.text("private: {note}").format(note=delegate.private_note) if delegate.private_note else "",
            colours.warning,
        )
        yield _line(
            " · ".join(filter(None, (delegate.phone, delegate.email, delegate.reference))), colours.muted
        )

    def _warnings(self, registration: Registration) -> Iterator[str]:
        delegate, say, colours = registration.delegate, self._say, self._colours
        if delegate.status is not Status.REGISTERED:
            yield _line(f"✕ {say.status(delegate.status)}".upper(), colours.bad, bold=True)
        if delegate.attention:
            yield _line(f"★ {say.text('attention: call the protocol officer')}", colours.warning, bold=True)
        arrival = registration.arrival
        if arrival is not None:
            words = say.text("arrived {time}, {station}")
            time = say.time(arrival.at, self._event.zone)
            yield _line(f"✔ {words.format(time=time, station=arrival.station)}", colours.good, bold=True)


def _line(text: str, colour: str, *, points: float = 10.5, bold: bool = False) -> str:
    """One paragraph of rich text; what somebody typed is escaped. Nothing for nothing."""
    if not text:
        return ""
    weight = "bold" if bold else "normal"
    return f"<p style='margin:1px 0; color:{colour}; font-size:{points}pt; font-weight:{weight}'>{escape(text)}</p>"
