"""Undoes the last import of this desk, and brings back an import that was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from checkin.desk.undo import finish_undo, undo
from checkin.ui.import_list.last_import import LastImport
from checkin.ui.import_list.one_work import OneWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from checkin.desk.undo import Undoing
    from checkin.tasks import Ticker
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts


class ImportUndoing(OneWork):
    """The background work of undoing the last import, and of bringing an undone import back."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parts, parent)
        self._undone: list[str] = []
        """The ids of the undos of imports that can be undone themselves, the latest at the end."""
        self.last = LastImport(parts, self)
        """The last import of this desk, which can be undone."""
        self.last.changed.connect(self.changed)

    def undo(self, act: str) -> None:
        """Undo the import with this id; until the next import, the operator can bring it back."""
        if not self.is_busy:
            self._undo(
                act,
                lambda say: say.text("Undoing…"),
                self._on_undone,
                lambda say: say.text("Stopped. The import was not undone."),
            )

    def bring_back(self) -> None:
        """Bring back the whole import that was undone last; if there is none, say so."""
        if self.is_busy:
            return
        if self._undone:
            self._undo(
                self._undone[-1],
                lambda say: say.text("Bringing in…"),
                self._on_brought_back,
                lambda say: say.text("Stopped. Nothing has come in."),
            )
        else:
            self.tell(lambda say: say.text("There is nothing to bring back."))

    @property
    def can_bring_back(self) -> bool:
        """Whether an import was undone on this page and can be brought back."""
        return bool(self._undone)

    def _undo(self, act: str, doing: Words, then: Callable[[Undoing], object], stopped: Words) -> None:
        """Undo this act, an import or the undo of an import, with all its changes to the tables."""
        file, staff = self._at.file, self._at.shift.staff

        def work(_tick: Ticker) -> Undoing:
            undoing = undo(file, staff, act)
            finish_undo(file)
            _ = file.event  # is read again, for the import may have added fields to the event
            return undoing

        self._begin(doing, work, then, stopped)

    def _on_undone(self, undoing: Undoing) -> None:
        self._undone.append(undoing.act)
        self._on_import_changed(lambda say: say.text("The import was undone."))

    def _on_brought_back(self, _undoing: Undoing) -> None:
        self._undone.pop()
        self._on_import_changed(lambda say: say.text("The import was brought back."))

    def _on_import_changed(self, words: Words) -> None:
        """Announce that an import was undone or brought back, and say so."""
        self._announce()
        self.tell(words)

    def _announce(self) -> None:
        if shiboken6.isValid(self):
            self.last.forget()
        self._at.changes.delegates_changed.emit(frozenset())
        self._at.changes.acts_changed.emit()
        self._at.changes.programme_changed.emit()
