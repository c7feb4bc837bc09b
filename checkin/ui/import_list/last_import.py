"""The last import of this desk that was not undone, which the Undo button of the Import page names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from checkin.desk.undo import last_of
from checkin.domain.undoing import OF_IMPORTS
from checkin.ui.undoing import nothing_here, told

if TYPE_CHECKING:
    from checkin.desk.look_back import RecentAct
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.wording import Wording


class LastImport(QObject):
    """The import that Ctrl+Z on the Import page would undo: the last import of this desk that was not undone.

    It is read from the event file again whenever an act was recorded or undone.
    """

    changed = Signal()
    """Emitted when another import has become the last one, or when there is no import to undo any more."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._at = parts
        self._named: RecentAct | None = None
        parts.changes.acts_changed.connect(self.refresh)
        self.refresh()

    @property
    def act(self) -> str:
        """The id of the import; "" if there is none, or while it is being read."""
        return self._named.act.id if self._named is not None else ""

    @property
    def description(self) -> Words:
        """The words for this import: how many people it brought in, and when; they give "" if there is no import."""
        named, event, now = self._named, self._at.file.known_event, self._at.now()

        def words(say: Wording) -> str:
            if named is None:
                return ""
            return f"{told(named, event, now, say)} ({say.when(named.act.at, now, event.zone)})"

        return words

    def forget(self) -> None:
        """Forget which import is the last one, because it was undone or another was made; `refresh` reads it again."""
        self._name(None)

    def refresh(self) -> None:
        """Read from the event file, in the background, which import is the last one now."""
        self._ask(is_wanted=False)

    def look_up(self) -> None:
        """Read the last import, because the operator wants to undo it; if there is none, tell the operator so."""
        self._ask(is_wanted=True)

    def _ask(self, *, is_wanted: bool) -> None:
        file = self._at.file

        def then(found: RecentAct | None) -> None:
            if not shiboken6.isValid(self):
                return
            self._name(found)
            if found is None and is_wanted:
                self._at.trouble(nothing_here())

        self._at.tasks.prompt.run(lambda: last_of(file, OF_IMPORTS), then=then, key="last import")

    def _name(self, found: RecentAct | None) -> None:
        if found != self._named:
            self._named = found
            self.changed.emit()
