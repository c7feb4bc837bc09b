"""The side panel of the Programme page: the facts about the selected session, and the buttons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.domain.programme import SessionStatus
from checkin.ui.appearance import Dressed
from checkin.ui.frames.scrolled_inputs import ScrolledInputs
from checkin.ui.plain import PlainLabel
from checkin.ui.programme.block_words import (
    named_in_words,
    no_doors,
    open_to_in_words,
    seats_in_words,
    speakers_in_words,
    time_of,
)
from checkin.wording.clashes import clash_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.clashes import Clash
    from checkin.domain.programme import Event, LocalText, Session
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

_LINES_OF_FACTS: Final = 4
"""The least height of the facts above the buttons, in lines of text."""


class SessionSide(QWidget, Dressed):
    """The facts about the selected session in words, and a button for each thing that can be done with it."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.title, self.facts = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.trouble, self.remark = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.title.setProperty("tone", "heading")
        self.trouble.setProperty("tone", "bad")
        self.remark.setProperty("tone", "warning")
        self.door_button, self.report_button, self.named_button = QPushButton(), QPushButton(), QPushButton()
        self.inside_button = QPushButton()
        self.edit_button, self.copy_button, self.cancel_button = QPushButton(), QPushButton(), QPushButton()
        look.put_icon(self.door_button, "door-open")
        look.put_icon(self.report_button, "chart-bar")
        look.put_icon(self.inside_button, "list")
        look.put_icon(self.named_button, "users")
        look.put_icon(self.edit_button, "pencil")
        self._below = QWidget()
        """The buttons, which stand below the facts."""
        self._lay_out()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, from top to bottom."""
        return (
            self.door_button, self.inside_button, self.report_button, self.named_button, self.edit_button,
            self.copy_button, self.cancel_button,
        )  # fmt: skip

    def show_session(
        self,
        event: Event,
        session: Session | None,
        inside: int,
        clashes: Sequence[Clash],
        named: int | None = None,
    ) -> None:
        """Show the facts about this session; if `session` is None, say how to choose a session.

        `inside` people are inside, and `named` people are named for the session; `named` is None while unknown.
        """
        say = self._say
        self._show_buttons(session)
        self.trouble.setText("\n".join(clash_in_words(say, each, event) for each in clashes))
        self.trouble.setVisible(bool(clashes))
        self.remark.setVisible(_is_open_to_nobody(session) and named == 0)
        if session is None:
            self.title.setText("")
            self.facts.setText(say.text("Choose a session with the mouse or the arrow keys."))
            return
        self.title.setText(say.local(session.title) or session.code)
        self.facts.setText("\n".join(filter(None, _facts(say, event, session, inside, named or 0))))
        self.remark.setText(
            say.text("Nobody may enter: it is open to no category, and nobody is named for it.")
        )
        self._label_buttons(is_cancelled=session.status is SessionStatus.CANCELLED)

    def _show_buttons(self, session: Session | None) -> None:
        has_doors = session is not None and session.doors
        for button, is_shown in (
            (self.door_button, has_doors and session is not None and session.takes_place),
            (self.inside_button, has_doors),
            (self.report_button, has_doors),
            (self.named_button, session is not None),
            (self.edit_button, session is not None),
            (self.copy_button, session is not None),
            (self.cancel_button, session is not None),
        ):
            button.setVisible(is_shown)

    def _label_buttons(self, *, is_cancelled: bool) -> None:
        say = self._say
        self.door_button.setText(say.text("Open its door"))
        self.inside_button.setText(say.with_key(say.text("Who is inside"), "Ctrl+R"))
        self.report_button.setText(say.text("Its attendance"))
        self.named_button.setText(say.with_key(say.text("Named persons…"), "Ctrl+G"))
        self.edit_button.setText(say.with_key(say.text("Edit"), "Enter"))
        self.copy_button.setText(say.with_key(say.text("Copy"), "Ctrl+D"))
        cancel = say.text("Bring back…") if is_cancelled else say.text("Cancel the session…")
        self.cancel_button.setText(say.with_key(cancel, "Del"))

    def minimumSizeHint(self) -> QSize:
        """The least size, at which the buttons are scrolled with the facts."""
        return QSize(super().minimumSizeHint().width(), self._scrolled.minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Choose the place of the buttons whenever the room or a button has changed."""
        is_done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._place_buttons()
        return is_done

    def _place_buttons(self) -> None:
        """Put the buttons below the facts; where there is no room for both, let them scroll below the title."""
        told = self.fontMetrics().height() * _LINES_OF_FACTS
        has_room = self.height() >= told + self._whole.spacing() + self._below.sizeHint().height()
        place = self._whole if has_room else self._told
        if place.indexOf(self._below) < 0:
            place.insertWidget(1, self._below)  # below the facts, or below the title of the facts
            self._below.show()

    def _lay_out(self) -> None:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 6, 0)
        for label in (self.title, self.facts, self.trouble, self.remark):
            column.addWidget(label)
        column.addStretch(1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        for button in self.buttons:
            below.addWidget(button)
        self._told, self._whole = column, QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(6)
        self._scrolled = ScrolledInputs(told)
        self._whole.addWidget(self._scrolled, 1)
        self._whole.addWidget(self._below)


def _is_open_to_nobody(session: Session | None) -> bool:
    return session is not None and session.open_to is not None and not session.open_to


def _facts(say: Wording, event: Event, session: Session, inside: int, named: int) -> Sequence[str]:
    is_cancelled = session.status is SessionStatus.CANCELLED
    speakers = speakers_in_words(say, session)
    return (
        say.text("This session does not take place.") if is_cancelled else "",
        f"{say.day(event.day_of(session.start))}, {time_of(say, event, session)}",
        say.local(event.room_of(session)) or say.text("no room"),
        _with_label(say, say.text("Kind"), session.kind),
        _with_label(say, say.text("Topic"), session.topic),
        _with_label(say, say.text("Theme"), session.theme),
        say.about(say.text("Speakers"), speakers) if speakers else "",
        "" if is_cancelled else _doors(say, event, session),
        open_to_in_words(say, event, session),
        named_in_words(say, named),
        seats_in_words(say, event, session, inside),
    )


def _with_label(say: Wording, label: str, text: LocalText) -> str:
    return say.about(label, say.local(text)) if text else ""


def _doors(say: Wording, event: Event, session: Session) -> str:
    """When the doors open, and until when people can enter."""
    if not session.doors:
        return no_doors(say)
    return say.text("doors open {opens}, last entry {closes}").format(
        opens=say.when(session.doors_open, session.start, event.zone),
        closes=say.when(session.last_entry, session.start, event.zone),
    )
