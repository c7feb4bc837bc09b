"""Offers, on the Import page after an import, to compare the pairs of people who look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.alike import count_alike
from checkin.ui.alike.alike_panel import AlikePanel
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.page import Parts


class PairsAsking(QObject):
    """Counts the pairs of people who look alike after an import, and opens the panel that lists these pairs."""

    opening = Signal()
    """Emitted before the list of pairs is opened and takes the focus."""

    closed = Signal()
    """Emitted when the list of pairs was closed."""

    def __init__(self, parts: Parts, panel: SidePanel, button: QPushButton) -> None:
        super().__init__(button)
        self._at, self._panel, self._button = parts, panel, button
        self._number: int | None = 0
        button.clicked.connect(lambda _checked=False: self.open())
        parts.changes.list_came_in.connect(self._count)
        parts.look.in_each_language(self._label)

    @property
    def is_open(self) -> bool:
        """Whether the list of pairs is open."""
        return isinstance(self._panel.currentWidget(), AlikePanel)

    def open(self) -> None:
        """Open the list of pairs, unless the list is open already."""
        if self.is_open:
            return
        self.opening.emit()
        pairs = AlikePanel(self._at)
        pairs.counted.connect(self._show)
        pairs.given_up.connect(self.close)
        self._panel.ask(pairs)
        pairs.setFocus()

    def close(self) -> None:
        """Close the list of pairs."""
        if self.is_open:
            self._panel.rest()
            self.closed.emit()

    def _count(self) -> None:
        file = self._at.file
        self._at.tasks.batch.run(
            lambda _tick: count_alike(file),
            then=if_alive(self._button, self._show),
            fail=if_alive(self._button, lambda _error: self._show(0)),
        )

    def _show(self, number: int | None) -> None:
        """Show the button with this number of pairs, or without a number where they were not counted (None)."""
        self._number = number
        self._label()

    def _label(self) -> None:
        say = self._at.look.say
        if self._number is None:
            words = say.text("Go through who looks alike…")
        else:
            words = say.many("{count} pair looks alike…", "{count} pairs look alike…", self._number)
        self._button.setText(say.with_key(words, "Ctrl+D"))
        self._button.setAccessibleName(words)
        self._button.setVisible(self._number != 0 or self.is_open)
