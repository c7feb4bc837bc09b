"""The button that closes the doors of a session by hand, and opens them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from checkin.desk.set_doors import set_doors
from checkin.domain.programme import DoorState
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.programme import Session
    from checkin.ui.page import Parts

_KEY: Final = "Ctrl+K"


class DoorsButton(QToolButton, Dressed):
    """The button that closes or opens the doors, and says which of the two; hidden if it can do neither."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._session: Session | None = None
        self._state: DoorState | None = None
        self._is_hidden = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.press)
        parts.stopped.changed.connect(self._label)
        parts.look.in_each_language(self._label)

    @property
    def next_state(self) -> DoorState | None:
        """The state that the button would set the doors to; None if it does nothing."""
        return self._state

    def stand_at(self, session: Session | None, now: datetime) -> None:
        """Set the session whose doors the button closes or opens; None if it is not certain which one is meant."""
        self._session, self._state = session, _next_state(session, now)
        self._label()

    def hide_always(self, *, is_hidden: bool) -> None:
        """If `is_hidden`, hide the button in any case, because guests see the screen; its key still works."""
        self._is_hidden = is_hidden
        self._label()

    def press(self) -> None:
        """Close the doors or open them, and announce that the programme has changed."""
        session, state, at = self._session, self._state, self._at
        if session is None or state is None:
            return
        self._state = None  # until it is known what the doors are now, a second press does nothing
        file, staff, now = at.file, at.shift.staff, at.now()
        at.tasks.prompt.run(
            lambda: set_doors(file, staff, session.code, state, now),
            then=lambda _session: self._announce(),
            fail=if_alive(self, at.trouble),
        )

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
