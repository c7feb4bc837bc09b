"""Whether acts can be recorded in the open event; while they cannot, pages say so where they offer an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.keep import can_be_brought_back
from checkin.errors import LostFileError, NoRoomError

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.wording import Wording


class Stopped(QObject):
    """Tells whether anything can be recorded; pages ask before they offer a key or button that records.

    Recording stops if the event file is lost (deleted, replaced, overwritten), or if an act fails because the disk is
    full. It never begins if the file can only be read.
    """

    changed = Signal()
    """Emitted when recording has stopped, or has begun again after the disk was full."""

    def __init__(self, file: EventFile, trouble: Callable[[CheckinError], object]) -> None:
        """Look at this event file; `trouble` shows an error in the window's strip."""
        super().__init__()
        self._file = file
        self._trouble = trouble
        self._known = file.refusal
        self._no_room: NoRoomError | None = None
        self._is_full = False
        self._newest_own = file.newest_own

    @property
    def why(self) -> CheckinError | None:
        """The error that says why nothing can be recorded; None while acts can be recorded."""
        return self._known

    @property
    def lost(self) -> LostFileError | None:
        """The error that says how the event file was lost; None if it is not lost."""
        return self._known if isinstance(self._known, LostFileError) else None

    def look(self) -> None:
        """Check whether recording has stopped or begun again since the last check; if so, emit `changed`.

        After the disk was full, recording begins again once there is room or an act has succeeded.
        """
        if self._no_room is not None and (
            self._file.newest_own != self._newest_own or (self._is_full and not self._file.has_no_room)
        ):
            self._no_room = None
        former, self._known = self._known, self._file.refusal or self._no_room
        if self._known is not former:
            self.changed.emit()

    def take(self, error: NoRoomError) -> None:
        """Stop recording, because an act has failed with this error."""
        self._no_room, self._is_full = error, self._file.has_no_room
        self._newest_own = self._file.newest_own
        self.look()

    def unless(self, act: Callable[[], object]) -> Callable[[], object]:
        """Wrap the act of a key or button that records something.

        While nothing can be recorded, the wrapped act only shows the reason in the window's strip. After the disk was
        full, the act is tried, because it tells best whether there is room.
        """

        def do() -> object:
            self.look()
            if self._known is None or self._known is self._no_room:
                return act()
            return self._trouble(self._known)

        return do

    def title(self, say: Wording) -> str:
        """The words “NOTHING IS RECORDED”, which a page shows in place of what it otherwise offers."""
        return say.text("NOTHING IS RECORDED")

    def sentence(self, say: Wording) -> str:
        """A sentence for the operator: what to do about a lost file, or else why nothing can be recorded.

        It is "" while acts can be recorded.
        """
        if self.lost is not None and can_be_brought_back(self._file.path, self.lost.rescued):
            press = say.text("Press “{button}” at the top of the window.")
            return press.format(button=say.text("Bring the event back"))
        return self._known.title if self._known is not None else ""
