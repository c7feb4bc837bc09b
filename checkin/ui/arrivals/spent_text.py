"""Knows whether the text in the search has led to an act, so that it is not taken for the name of the next guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.finding.finder import Finder


class SpentText(QObject):
    """Tells whether the text in the search found the delegate whom the last act was about, with nothing typed since.

    Such a text is spent: it is no name of the next guest. A text that found nobody is never spent.
    """

    def __init__(self, acts: DeskActs, finder: Finder) -> None:
        super().__init__(finder)
        self._finder = finder
        self._is_spent = False
        acts.begun.connect(lambda _receives: self._on_begun())
        acts.failed.connect(self.keep)
        finder.search.textEdited.connect(lambda _text: self.keep())

    @property
    def left(self) -> str:
        """The text in the search; "" if the text is spent."""
        return "" if self._is_spent else self._finder.search.text()

    def keep(self) -> None:
        """Count the text in the search as not spent, because the act did nothing for whoever is looked for."""
        self._is_spent = False

    def _on_begun(self) -> None:
        self._is_spent = self._is_spent or self._finder.chosen is not None
