"""An input for a time zone, which is searched by city and country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy, QVBoxLayout

from checkin.text import find_zones
from checkin.ui.appearance import Dressed
from checkin.ui.assistant import words
from checkin.ui.frames.inputs import Input, TextLine
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from checkin.ui.appearance import Appearance

_MOST: Final = 40
"""The zones that are shown; who has found more types a further word."""
_ROWS: Final = 4
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}


class ZoneInput(Input, Dressed):
    """An input for a time zone: a line in which it is searched, and the zones that were found.

    The marked zone is chosen. The arrow keys mark another one while the line has the focus.
    """

    def __init__(self, look: Appearance, proposed: str, day: Callable[[], date]) -> None:
        """The zone `proposed` is chosen until something is typed, none if it is "".

        `day` gives the day for which the distance of a zone from UTC is shown.
        """
        super().__init__()
        self._look = look
        self._day = day
        self._found: list[str] = []
        self._proposed = self._chosen = proposed
        self.line = TextLine()
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _text: self._search())
        self.line.installEventFilter(self)
        self.list.currentRowChanged.connect(self._on_marked)
        look.in_each_language(self._label_all)
        look.size_changed.connect(self._fit)
        self._search()
        self._fit()

    @property
    def zone(self) -> str:
        """The IANA name of the chosen zone; "" if none was found."""
        return self._chosen

    @property
    def is_searched(self) -> bool:
        """Whether there is a text in the line."""
        return bool(self.line.text().strip())

    def content(self) -> tuple[str, str]:
        """The text in the line, and the chosen zone."""
        return self.line.text(), self._chosen

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input, and to its line."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the line; without one, the chosen zone describes it."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description or self._words_of_chosen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark another zone at an arrow key in the line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier and self._found:
                row = min(max(self.list.currentRow() + by, 0), len(self._found) - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def label(self) -> None:
        """Write the zones again, because their distance from UTC depends on the day, which has changed."""
        for number, name in enumerate(self._found):
            self.list.item(number).setText(words.zone(name, self._day(), self._say))
        self.line.setAccessibleDescription(self._words_of_chosen())

    def _search(self) -> None:
        """Show what the words in the line find, and choose the first zone; without words, the zone that is proposed."""
        if self.is_searched:
            self._found = find_zones(self.line.text(), languages())[:_MOST]
        else:
            self._found = [self._proposed] if self._proposed else []
        self._chosen = self._found[0] if self._found else ""
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([""] * len(self._found))
            self.list.setCurrentRow(0 if self._found else -1)
        self.label()
        self.changed.emit()

    def _on_marked(self, row: int) -> None:
        self._chosen = self._found[row] if 0 <= row < len(self._found) else ""
        self.line.setAccessibleDescription(self._words_of_chosen())
        self.changed.emit()

    def _words_of_chosen(self) -> str:
        return words.zone(self._chosen, self._day(), self._say) if self._chosen else ""

    def _label_all(self) -> None:
        self.line.setPlaceholderText(self._say.text("City or country"))
        self.label()

    def _fit(self) -> None:
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * _ROWS + 2 * self.list.frameWidth() + 4)
