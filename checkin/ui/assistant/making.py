"""The assistant's work with files, in a background thread: it proposes names, reads an event, makes the event file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin import assets, remembered
from checkin.desk.event_names import file_name, is_there
from checkin.desk.new_event import event_of, make, other_event, preset
from checkin.domain.programme import Event
from checkin.errors import CheckinError
from checkin.text import all_zones
from checkin.ui.page import if_alive
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from checkin.desk.new_event import Wish
    from checkin.desk.staff import Staff
    from checkin.tasks.lane import QuickLane


class Making(QObject):
    """Reads and writes files for the assistant, in a background thread.

    If the assistant is closed, no outcome is told any more; an event file that is being made is still finished.
    """

    made = Signal(Path)
    """Emitted with the path of the event file when it was made."""

    not_made = Signal(CheckinError)
    """Emitted with the error that says why the event file could not be made."""

    copied = Signal(Event)
    """Emitted with another event that was read to be copied."""

    not_copied = Signal(CheckinError)
    """Emitted with the error that says why the other event could not be read."""

    def __init__(self, lane: QuickLane, assistant: QWidget) -> None:
        super().__init__(assistant)
        self._lane, self._assistant = lane, assistant

    def look(self, wish: Wish, then: Callable[[str, Path | None], object], *, is_typed: bool) -> None:
        """Find a free name for the event file, and call `then` with this name and with the path of the file in the way.

        The path is None if no file has the name in the wish. While the operator types the name (`is_typed`), a new call
        replaces the one before.
        """
        folder, file = wish.folder, wish.file
        if folder is None or file is None:
            then(wish.name, None)
            return
        title = wish.title.in_language(wish.languages[0])
        key = "name of the new event" if is_typed else ""
        self._lane.run(
            lambda: (file_name(title, folder), file if is_there(file) else None),
            then=if_alive(self._assistant, lambda found: then(*found)),
            key=key,
        )

    def make(self, wish: Wish, staff: Staff, page: str) -> None:
        """Make the event file; the event opens on this page (the name of a module), or as usual if it is ""."""
        file, event = wish.file, event_of(wish)
        if file is not None:
            self._lane.run(
                lambda: _made(file, event, staff, page),
                then=if_alive(self._assistant, self.made.emit),
                fail=if_alive(self._assistant, self.not_made.emit),
            )

    def copy(self, path: Path) -> None:
        """Read the event in this file, without its people."""
        self._lane.run(
            lambda: other_event(path),
            then=if_alive(self._assistant, self.copied.emit),
            fail=if_alive(self._assistant, self.not_copied.emit),
        )


def get_ready() -> None:
    """Read the presets and the names of all time zones, for which the window would have to wait; call it in a lane."""
    all_zones(languages())
    for name in assets.presets():
        preset(name)


def _made(path: Path, event: Event, staff: Staff, page: str) -> Path:
    event_id = make(path, event, staff)
    if page:
        remembered.remember(event_id, {"": {"page": page, "file": str(path)}})
    return path
