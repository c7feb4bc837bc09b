"""The input for the languages of the event; the first is the main one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from checkin.text import text_order
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import ChoiceBox, Input
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.ui.appearance import Appearance

_SHOWN: Final = 4
"""How many languages are seen at once."""


class LanguagesInput(Input, Dressed):
    """A list of the event's languages, and a box that adds a language.

    In the list, Alt+Up and Alt+Down move the current language, and Delete removes it.
    """

    def __init__(self, look: Appearance, languages: Iterable[str]) -> None:
        super().__init__()
        self._look = look
        self.chosen = QListWidget()
        self.chosen.installEventFilter(self)
        self.more = ChoiceBox()
        self.up, self.down, self.remove_button = QPushButton("▲"), QPushButton("▼"), QPushButton()
        look.put_icon(self.remove_button, "x", side=14)
        self.up.clicked.connect(lambda _checked=False: self.shift(-1))
        self.down.clicked.connect(lambda _checked=False: self.shift(1))
        self.remove_button.clicked.connect(lambda _checked=False: self.drop())
        self.more.activated.connect(lambda _number: self.add(str(self.more.currentData())))
        for language in languages:
            self._put(language)
        self.chosen.setCurrentRow(0)
        self.setFocusProxy(self.chosen)
        self._lay_out()
        look.in_each_language(self._label)
        look.size_changed.connect(self._measure)

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, in their order."""
        return tuple(
            str(self.chosen.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.chosen.count())
        )

    def content(self) -> tuple[str, ...]:
        """The codes of the languages."""
        return self.languages()

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the list."""
        super().setAccessibleName(name)
        self.chosen.setAccessibleName(name)

    def add(self, language: str) -> None:
        """Add this language at the end, unless it is there already."""
        if language and language not in self.languages():
            self._put(language)
            self.chosen.setCurrentRow(self.chosen.count() - 1)
            self._tell()

    def shift(self, by: int) -> None:
        """Move the current language down by this number of places (up if negative), if there is such a place."""
        row = self.chosen.currentRow()
        if row >= 0 and 0 <= row + by < self.chosen.count():
            self.chosen.insertItem(row + by, self.chosen.takeItem(row))
            self.chosen.setCurrentRow(row + by)
            self._tell()

    def drop(self) -> None:
        """Remove the current language, unless it is the only one; texts in it are kept."""
        if self.chosen.count() > 1 and self.chosen.currentRow() >= 0:
            self.chosen.takeItem(self.chosen.currentRow())
            self._tell()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move the current language at Alt+Up and Alt+Down, and remove it at Delete."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(by)
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.drop()
            return True
        return False

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.more, 1)
        for button in (self.up, self.down, self.remove_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chosen)
        column.addLayout(buttons)
        self._measure()

    def _measure(self) -> None:
        self.chosen.setFixedHeight(round(self.chosen.fontMetrics().height() * 1.3 * _SHOWN))

    def _put(self, language: str) -> None:
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, language)
        self.chosen.addItem(item)

    def _tell(self) -> None:
        self._label()
        self.changed.emit()

    def _label(self) -> None:
        say, there = self._say, self.languages()
        for row, language in enumerate(there):
            name = say.language_name(language)
            main = say.text("{language} (main language)").format(language=name)
            self.chosen.item(row).setText(main if row == 0 else name)
        self.more.clear()
        self.more.addItem(say.text("Add a language…"), "")
        known = say.languages_known()
        for code in sorted(known, key=lambda code: text_order(known[code])):
            if code not in there:
                self.more.addItem(known[code], code)
        self.more.setAccessibleName(say.text("Add a language…"))
        for button, words, keys in (
            (self.up, say.text("Move up"), "Alt+↑"),
            (self.down, say.text("Move down"), "Alt+↓"),
            (self.remove_button, say.text("Remove"), ""),
        ):
            button.setAccessibleName(words)
            set_tool_tip(button, say.with_key(words, keys) if keys else words)
