"""The button that closes the doors of a session by hand, and opens them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from checkin.desk.set_doors import by_hand_since, set_doors
from checkin.domain.programme import DoorState
from checkin.ui.appearance import Dressed
from checkin.ui.door.session_box import several_are_open
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.programme import Session
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_KEY: Final = "Ctrl+K"


class DoorsButton(QToolButton, Dressed):
    """The button that closes the doors of a session, or opens them if they are closed; hidden if it can do neither."""

    dated = Signal()
    """Emitted when `since` was read."""

    refused = Signal(object)
    """Emitted with the `Words` that say why the doors can neither be closed nor opened now."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._session: Session | None = None
        self._state: DoorState | None = None
        self._several = 0
        self._is_hidden = False
        self.since: datetime | None = None
        """The time since which the doors are open or closed by hand; None if they are not, or if it is not read yet."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.press)
        parts.stopped.changed.connect(self._label)
        parts.look.in_each_language(self._label)

    @property
    def next_state(self) -> DoorState | None:
        """The state (open or closed) to which a click sets the doors; None if a click does nothing."""
        return self._state

    def stand_at(self, session: Session | None, now: datetime, several: int = 0) -> None:
        """Set the session whose doors the button closes or opens; None if no session opens at this door any more.

        If sessions in several rooms have open doors, `several` is their number, else 0. The button then does nothing,
        because it is not certain which session is meant. `now` tells whether the doors are open by the clock.
        """
        self._several = several
        session = None if several else session
        if _by_hand(session) != _by_hand(self._session):
            self._find_since(session)
        self._session, self._state = session, _next_state(session, now)
        self._label()

    def hide_always(self, *, is_hidden: bool) -> None:
        """If `is_hidden`, hide the button because guests see the screen; its key, Ctrl+K, still works."""
        self._is_hidden = is_hidden
        self._label()

    def press(self) -> None:
        """Set the doors to `next_state`, and announce by signals that the programme has changed."""
        session, state, at = self._session, self._state, self._at
        if session is None or state is None:
            self.refused.emit(self._why_not)
            return
        at.scanners.count_anew()
        self._state = None  # until it is known what the doors are now, a second press does nothing
        file, staff, now = at.file, at.shift.staff, at.now()
        at.tasks.prompt.run(
            lambda: set_doors(file, staff, session.code, state, now),
            then=lambda _session: self._announce(),
            fail=if_alive(self, at.trouble),
        )

    def _why_not(self, say: Wording) -> str:
        session, now, event = self._session, self._at.now(), self._at.file.known_event
        if self._several:
            return several_are_open(say, self._several)
        if session is None:
            return say.text("No session opens here any more.")
        if not session.takes_place:
            return say.text("This session does not take place.")
        if now > session.last_entry:
            return say.text("Entry closed at {time}.").format(
                time=say.when(session.last_entry, now, event.zone)
            )
        return say.text("Please wait a moment.")

    def _find_since(self, session: Session | None) -> None:
        self.since = None
        if session is None or session.by_hand is None:
            return
        file, code = self._at.file, session.code
        self._at.tasks.prompt.run(
            lambda: by_hand_since(file, code), then=if_alive(self, self._on_found), key="doors since"
        )

    def _on_found(self, since: datetime | None) -> None:
        if self._session is not None and self._session.by_hand is not None:
            self.since = since
            self.dated.emit()

    def _announce(self) -> None:
        self._at.changes.programme_changed.emit()
        self._at.changes.acts_changed.emit()

    def _label(self) -> None:
        say = self._say
        is_closing = self._state is DoorState.CLOSED
        words = say.text("Close the door") if is_closing else say.text("Open the door")
        self.setText(say.with_key(words, _KEY))
        self.setAccessibleName(words)
        set_tool_tip(self, words)
        is_dead = self._at.stopped.why is not None
        self.setVisible(self._state is not None and not self._is_hidden and not is_dead)


def _next_state(session: Session | None, now: datetime) -> DoorState | None:
    if session is None or not session.takes_place or not session.doors:
        return None
    if session.doors_are_open(now):
        return DoorState.CLOSED
    return DoorState.OPEN if session.is_closed_by_hand or now <= session.last_entry else None


def is_set_by_hand(before: Session, now: Session | None) -> bool:
    """Whether staff have opened or closed the doors of a session, or undone such an act, since the session was read.

    `before` is the session as it was read then, and `now` the session as it is now. False if `now` is None or another
    session.
    """
    return now is not None and now.code == before.code and now.by_hand is not before.by_hand


def _by_hand(session: Session | None) -> tuple[str, DoorState | None]:
    """The session and the state of its doors that staff have set."""
    return ("", None) if session is None else (session.code, session.by_hand)
