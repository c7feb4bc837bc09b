"""Reads who is named for a session, and records what the organiser changes, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from checkin.desk.guests import Guests, guests
from checkin.desk.invite import invite
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.invite import Invited, Wish
    from checkin.errors import CheckinError
    from checkin.ui.page import Parts


class GuestWork(QObject):
    """The guests of the session with the code `session`, as they are recorded; "" stands for no session."""

    changed = Signal()
    """Emitted when the guests have been read."""

    def __init__(self, parts: Parts, view: QWidget) -> None:
        super().__init__(view)
        self._at, self._view = parts, view
        self.session = ""
        self.known = Guests()
        changes = parts.changes
        changes.delegates_changed.connect(lambda _ids: self.read_if_shown())
        changes.presence_changed.connect(self._on_presence_changed)
        changes.programme_changed.connect(self.read_if_shown)

    def turn_to(self, session: str) -> None:
        """Read the guests of another session."""
        self.session, self.known = session, Guests()
        self.changed.emit()
        self.read()

    def read(self) -> None:
        """Read the guests again."""
        file, session = self._at.file, self.session
        if session:
            self._at.tasks.prompt.run(
                lambda: guests(file, session),
                then=if_alive(self._view, lambda known: self._on_read(session, known)),
                key="guests",
            )

    def read_if_shown(self) -> None:
        """Read the guests again, if they are shown."""
        if self._view.isVisible():
            self.read()

    def record(
        self,
        wishes: Sequence[Wish],
        then: Callable[[tuple[Invited, ...], str], object],
        fail: Callable[[CheckinError], object] | None = None,
    ) -> None:
        """Carry out these wishes as one act, and tell all pages; then call `then` with what `invite` returns."""
        at, staff, session = self._at, self._at.shift.staff, self.session

        def tell(done: tuple[tuple[Invited, ...], str]) -> None:
            invited, act = done
            if act:
                at.changes.programme_changed.emit()
                at.changes.delegates_changed.emit(frozenset(each.delegate for each in invited))
                at.changes.acts_changed.emit()
            if shiboken6.isValid(self._view):
                then(invited, act)

        at.tasks.prompt.run(
            lambda: invite(at.file, staff, session, wishes),
            then=tell,
            fail=if_alive(self._view, fail or at.trouble),
        )

    def _on_presence_changed(self, session: str) -> None:
        if session in {"", self.session}:
            self.read_if_shown()

    def _on_read(self, session: str, known: Guests) -> None:
        if session == self.session:
            self.known = known
            self.changed.emit()
