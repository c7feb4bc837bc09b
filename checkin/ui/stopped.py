"""Whether the open event can be recorded in. While it cannot, pages say so where they offer to record something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.keep import can_be_brought_back
from checkin.errors import LostFileError

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.wording import Wording


class Stopped(QObject):
    """Tells whether anything can be recorded; pages ask before they offer a key or button that records.

    Recording stops if the event file is lost (deleted, replaced, overwritten), and never begins if the file can only be
    read.
    """

    changed = Signal()
    """Emitted when recording has stopped."""

    def __init__(self, file: EventFile, trouble: Callable[[CheckinError], object]) -> None:
        """Look at this event file; `trouble` shows an error in the window's strip."""
        super().__init__()
        self._file = file
        self._trouble = trouble
        self._known = file.refusal

    @property
    def why(self) -> CheckinError | None:
        """The error that says why nothing can be recorded; None while acts can be recorded."""
        return self._known

    @property
    def lost(self) -> LostFileError | None:
        """The error that says how the event file was lost; None if it is not lost."""
        return self._known if isinstance(self._known, LostFileError) else None

    def look(self) -> None:
        """Check whether recording has stopped since the last check; if it has, emit `changed`."""
        former, self._known = self._known, self._file.refusal
        if self._known is not former:
            self.changed.emit()

    def unless(self, act: Callable[[], object]) -> Callable[[], object]:
        """Wrap the act of a key or button that records something.

        While nothing can be recorded, the wrapped act only shows the reason in the window's strip.
        """

        def do() -> object:
            self.look()
            return act() if self._known is None else self._trouble(self._known)

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
