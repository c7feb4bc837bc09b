"""The part of the settings menu about the open event: open another event, save a copy, begin a rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from checkin.ui.appearance import Dressed

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance


class EventMenu(QMenu, Dressed):
    """The submenu about the open event. While no event is open, the submenu cannot be opened."""

    another_wanted = Signal()
    close_wanted = Signal()
    photos_wanted = Signal()
    """Emitted when the operator wants to import a folder of photos."""
    copy_wanted = Signal()
    rehearsal_wanted = Signal()
    return_wanted = Signal()
    """Emitted when the operator wants to go from a rehearsal back to its event."""
    deletion_wanted = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._another = self.addAction("", self.another_wanted.emit)
        self._close = self.addAction("", self.close_wanted.emit)
        self.addSeparator()
        self._photos = self.addAction("", self.photos_wanted.emit)
        self._copy = self.addAction("", self.copy_wanted.emit)
        self._rehearse = self.addAction("", self.rehearsal_wanted.emit)
        self._return = self.addAction("", self.return_wanted.emit)
        self._delete = self.addAction("", self.deletion_wanted.emit)
        self.show_no_event()
        look.in_each_language(self._label)

    def show_event(self, *, is_rehearsal: bool, has_event: bool = False) -> None:
        """Offer what can be done with the open event.

        If it is a rehearsal, offer to go back to its event, if `has_event` says that this event is known.
        """
        self.menuAction().setEnabled(True)
        self._rehearse.setVisible(not is_rehearsal)
        self._return.setVisible(is_rehearsal and has_event)
        self._delete.setVisible(is_rehearsal)

    def show_no_event(self) -> None:
        """Offer nothing, because no event is open."""
        self.menuAction().setEnabled(False)

    def _label(self) -> None:
        say = self._say
        self.setTitle(say.text("This event"))
        self._another.setText(say.text("Open another event…"))
        self._close.setText(say.text("Close this event"))
        self._photos.setText(say.text("Take in a folder of photos…"))
        self._copy.setText(say.text("Save a copy…"))
        self._rehearse.setText(say.text("Rehearse…"))
        self._return.setText(say.text("Back to the event"))
        self._delete.setText(say.text("Delete the rehearsal…"))
