"""Leads the operator through several lists: examines all of them, then shows one after the other for import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from checkin.errors import CheckinError
from checkin.ui.import_list.several import SeveralLists

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checkin.importing.people.planned import ImportPlan
    from checkin.ui.import_list.list_work import ListWork
    from checkin.ui.import_list.looking import Look
    from checkin.ui.import_list.several import ListsTable


class GoingThrough(QObject):
    """Leads the operator through several lists on the Import page. For a single list, nothing of this is visible."""

    def __init__(
        self, work: ListWork, table: ListsTable, look_at: Callable[[Path], object], parent: QObject
    ) -> None:
        """`table` shows the lists with their states; `look_at` shows the list at a path on the page."""
        super().__init__(parent)
        self._work = work
        self._table = table
        self._look_at = look_at
        self._several = SeveralLists(self)
        self._several.changed.connect(self.show)
        table.opened.connect(self._on_chosen)
        work.looked_over.connect(self._on_looked_over)
        work.came_in.connect(self._on_came_in)

    def begin(self, paths: Sequence[Path]) -> None:
        """Examine these lists one after the other, then show the first list."""
        self._several.begin(paths)
        self._work.look_over(self._several.paths, self._open_soon)

    def end(self) -> None:
        """Forget the lists."""
        self._several.begin(())

    def show(self) -> None:
        """Show the state of each list in the table."""
        self._table.show_lists(self._several.lists, self._work.path)

    def note_shown(self, path: Path) -> None:
        """Take note that the page shows this list; if it is not one of the several lists, forget the several lists."""
        if path not in self._several.paths:
            self.end()

    def note_look(self, look: Look) -> None:
        """Take note of what was found in the list that the page shows."""
        if self._work.path is not None:
            self._several.note_look(self._work.path, look)

    def open_next(self) -> None:
        """Show the next list that is not imported yet; if there is none, say so."""
        if self._work.is_busy:
            return
        path = self._several.after(self._work.path)
        if path is not None:
            self._look_at(path)
        else:
            self._work.tell(lambda say: say.text("There is no further list that waits."))

    def _open_soon(self) -> None:
        """Show the next list once the lane is free, where there is one."""
        if self._several.after(self._work.path) is not None:
            QTimer.singleShot(0, self, self.open_next)
        else:
            self._work.changed.emit()

    def _on_chosen(self, path: Path) -> None:
        if path != self._work.path:
            self._look_at(path)

    def _on_looked_over(self, path: Path, found: Look | CheckinError) -> None:
        if isinstance(found, CheckinError):
            self._several.note_trouble(path, found)
        else:
            self._several.note_look(path, found)

    def _on_came_in(self, path: Path, came: ImportPlan) -> None:
        self._several.note_in(path, came)
        if self._work.plan is None:  # nothing of the list is left to see to
            self._open_soon()
