"""The Undo button of the Arrivals page, which says in full which act it takes back, and whom the act was about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from checkin.ui.appearance import Dressed
from checkin.ui.frames.next_undo import UNDO_KEY, NextUndo, write_on
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QAction

    from checkin.desk.look_back import RecentAct
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance, Words

_LETTERS: Final = 52
"""The largest width of a line on the button, in letters. A longer text takes several lines and is never cut."""
_SHARE, _LARGER_SHARE, _MOST_LINES = 0.3, 0.45, 2
"""The largest width of a line on the button, as a share of the band: usually, and for a text of more than two lines."""


class DeskUndoButton(QPushButton, Dressed):
    """The Undo button of the Arrivals page; its text names the act that a click undoes.

    While an act is being recorded, the button is disabled. `name` enables it again with the act to undo next.
    """

    def __init__(self, file: EventFile, undo: QAction, look: Appearance, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._look = look
        self._next = NextUndo(file, now)
        self._width = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", "left")
        self.clicked.connect(undo.trigger)
        self.setEnabled(False)
        look.in_each_language(self.label)

    @property
    def named(self) -> str:
        """The id of the act that the button would undo; "" if there is none, or while an act is being recorded."""
        return self._next.id

    @property
    def has_nothing(self) -> bool:
        """Whether the button names no act, because nothing can be undone on this page."""
        return self._next.act is None

    @property
    def act(self) -> Words:
        """The words that describe the act named on the button; they are "" if the button names no act."""
        return self._next.told

    def name(self, following: RecentAct | None) -> None:
        """Set the act that the button undoes, and name the act on the button; None if nothing can be undone."""
        self._next.follow(following)
        self.setEnabled(following is not None)
        self.label()

    def hold(self) -> None:
        """Disable the button until `name` sets the next act to undo."""
        self._next.hold()
        self.setEnabled(False)

    def fit(self, width: int) -> None:
        """Break the button's text into lines that take at most a third of the band, which is `width` dots wide.

        A text that would take more than two lines may take nearly half of the band.
        """
        if width != self._width:
            self._width = width
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Break the button's text into lines again when the text size has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._width:
            self._write()

    def label(self) -> None:
        """Write on the button, in the window's language, which act it undoes."""
        self._write()

    def _write(self) -> None:
        whole = self._next.words(self._say)
        lines = self._in_lines(f"{whole}   {UNDO_KEY}", _SHARE)
        if lines.count("\n") >= _MOST_LINES:
            lines = self._in_lines(f"{whole}   {UNDO_KEY}", _LARGER_SHARE)
        write_on(self, whole, lines, whole)

    def _in_lines(self, text: str, share: float) -> str:
        metrics = self.fontMetrics()
        return wrapped(text, metrics, min(round(self._width * share), metrics.averageCharWidth() * _LETTERS))
