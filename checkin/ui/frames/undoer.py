"""Takes back the act that an Undo button names, and brings acts back that were undone with the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.ui.page import if_alive
from checkin.ui.undoing import Undos, take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from checkin.desk.undo import Undoing
    from checkin.errors import CheckinError
    from checkin.ui.frames.next_undo import NextUndo
    from checkin.ui.page import Parts
    from checkin.wording import Wording


class Undoer(QObject):
    """Takes back the next act of an Undo button, and brings back the acts that were taken back with the button."""

    begun = Signal()
    """Emitted when an act begins to be taken back or brought back."""

    undone = Signal(object)
    """Emitted with the `Undoing` of the act that was taken back or brought back."""

    refused = Signal(object)
    """Emitted with the `Words` that say why nothing is taken back or brought back now."""

    def __init__(
        self, parts: Parts, following: NextUndo, refresh: Callable[[], object], button: QWidget
    ) -> None:
        """`refresh` looks for the next act again, after an act could not be taken back."""
        super().__init__(button)
        self._at, self._following, self._refresh, self._button = parts, following, refresh, button
        self._undos = Undos()

    def take_back(self) -> None:
        """Undo the act that the button names; if there is none, emit the signal `refused`."""
        if self._following.is_held:
            self.refused.emit(_wait)
        elif act := self._following.id:
            self.undo(act)
        else:
            self.refused.emit(lambda say: say.text("There is nothing to undo here."))

    def bring_back(self) -> None:
        """Bring back the act that was undone last, and the next time the act undone before that one.

        If there is none, or while an act is held, emit the signal `refused`.
        """
        if self._following.is_held:
            self.refused.emit(_wait)
        elif act := self._undos.take_newest():
            self.undo(act)
        else:
            self.refused.emit(lambda say: say.text("There is nothing to bring back here."))

    def forget(self) -> None:
        """Bring none of the acts back that were undone so far."""
        self._undos.forget()

    def undo(self, act: str) -> None:
        """Undo the act with this id. If the act is an undo itself, this brings back the act that it has undone."""
        at = self._at
        self._following.hold()
        self.begun.emit()
        take_back(
            at.file,
            at.shift.staff,
            at.tasks,
            at.changes,
            if_alive(self._button, self._on_undone),
            if_alive(self._button, self._on_not_undone),
            act,
        )

    def _on_undone(self, undoing: Undoing) -> None:
        self._undos.add(undoing)
        self.undone.emit(undoing)

    def _on_not_undone(self, error: CheckinError) -> None:
        self._at.trouble(error)
        self._refresh()


def _wait(say: Wording) -> str:
    return say.text("Please wait a moment.")
