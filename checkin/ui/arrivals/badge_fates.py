"""Follows the badges that the band of the Arrivals page mentions, until the printer has taken them."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.print_badges import taken_by_printer
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from checkin.ui.page import Parts


class Fate(Enum):
    """The state of a badge in the print queue: taken by the printer, soon to be taken, or waiting for a printer."""

    PRINTED = auto()
    ON_ITS_WAY = auto()
    WAITS = auto()


class BadgeFates(QObject):
    """Follows the badges of the newest answer; `changed` is emitted when the `Fate` of a badge may have changed."""

    changed = Signal()

    def __init__(self, parts: Parts, page: QWidget) -> None:
        super().__init__(page)
        self._at = parts
        self._page = page
        self._followed: frozenset[str] = frozenset()
        self._taken: frozenset[str] = frozenset()
        parts.changes.printing_changed.connect(self._look)
        parts.changes.printer_changed.connect(self._look)

    def follow(self, codes: Iterable[str]) -> None:
        """From now on, follow the badges with these codes, which wait in the print queue, and no others."""
        self._followed, self._taken = frozenset(codes), frozenset()

    def of(self, code: str) -> Fate:
        """The `Fate` of the badge with this code, as far as it is known now."""
        if code in self._taken:
            return Fate.PRINTED
        return Fate.ON_ITS_WAY if self._at.is_printing() else Fate.WAITS

    def _look(self) -> None:
        """Look which of the badges the printer has taken, unless it has taken all of them."""
        followed, file = self._followed, self._at.file
        if followed == self._taken:
            return

        def then(taken: frozenset[str]) -> None:
            if followed == self._followed:
                self._taken = taken
                self.changed.emit()

        self._at.tasks.prompt.run(
            lambda: taken_by_printer(file, followed), then=if_alive(self._page, then), key="fates"
        )
