"""Hands what is scanned, and what is typed beside all fields, to the page that takes scans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from checkin.ui.main_window import MainWindow


class Hearing(QObject):
    """Hands each scanned text to the open page.

    If the open page takes no scans, the page is opened first that was open last among those that take scans. While an
    event is being opened, the texts are stored for the page that opens. While no event is open, the operator is told
    so.
    """

    unheard = Signal(CheckinError)
    """Emitted when something was scanned that no page can answer, with the error that tells the operator so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._early: list[str] = []
        self.last_page = 0
        """The number (from 0) of the last opened page that takes scans."""

    def hear(self, text: str) -> None:
        """Hand over a scanned text, store the text, or tell the operator that no event is open."""
        self.lead()
        page = self._window.page
        if page is not None:
            page.on_scanned(text)
        elif self._window.is_opening:
            self._early.append(text)
        else:
            self.unheard.emit(CheckinError("No event is open", "Scan again when an event is open."))

    def lead(self) -> None:
        """Open the last opened page that takes scans, unless the open page takes scans itself."""
        page = self._window.page
        if page is not None and not page.takes_scans:
            self._window.open_page(self.last_page)
            if (opened := self._window.page) is not None:
                opened.expect_unseen()

    def hand_over(self, typed: str) -> None:
        """Hand the page what was typed and scanned while the event was being opened."""
        if typed:
            self.lead()
        if self._window.page is not None and typed:
            self._window.page.take_typed(typed)
        while self._early:
            self.hear(self._early.pop(0))

    def forget(self) -> None:
        """Forget the scans that were stored, because no event is being opened any more."""
        self._early.clear()
