"""An input for several texts, each in the event's languages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import Input
from checkin.ui.frames.local_text import NO_TEXT, LocalTextInput
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

    from checkin.domain.programme import LocalText
    from checkin.ui.appearance import Appearance


_ICON_SIDE: Final = 14
_BUTTONS: Final = 3
"""The buttons beside each text of a list."""


class LocalTextsInput(Input, Dressed):
    """An input for a list of texts, each in the languages of the event: speakers, names, or choices.

    Texts are added, removed and moved by buttons; Alt+Up and Alt+Down move the text with the focus. Texts without words
    are left out, so a text is also removed by emptying its lines.
    """

    def __init__(self, look: Appearance, languages: Iterable[str], texts: Iterable[LocalText] = ()) -> None:
        """`languages` are the codes of the event's languages, and `texts` are filled in at the beginning."""
        super().__init__()
        self._look = look
        self._languages = tuple(languages)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add_button = QPushButton()
        self.add_button.clicked.connect(self._on_added)
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch()
        self._column.addLayout(below)
        self.set_texts(texts)
        look.in_each_language(self._label)

    def texts(self) -> tuple[LocalText, ...]:
        """The texts as they are filled in, in their order."""
        return tuple(text for row in self._rows if (text := row.input.text()))

    def set_texts(self, texts: Iterable[LocalText]) -> None:
        """Fill in these texts in place of those before; without any, one empty text is shown."""
        for row in tuple(self._rows):
            self._drop(row)
        for text in tuple(texts) or (NO_TEXT,):
            self._add(text)
        self._arrange()
        self.changed.emit()

    def content(self) -> tuple[LocalText, ...]:
        """The texts, which a form compares with the texts at the beginning."""
        return self.texts()

    @property
    def inputs(self) -> tuple[LocalTextInput, ...]:
        """The inputs of the texts, in their order, also of those without words."""
        return tuple(row.input for row in self._rows)

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input; each text has it too."""
        super().setAccessibleName(name)
        self._label()

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the input and to each text."""
        super().setAccessibleDescription(description)
        for row in self._rows:
            row.input.setAccessibleDescription(description)

    def add(self) -> None:
        """Add an empty text at the end, and move the focus there; if the last text is empty, go there instead."""
        if not self._rows or self._rows[-1].input.text():
            self._add(NO_TEXT)
            self._arrange()
        self._rows[-1].lines()[0].setFocus()

    def shift(self, number: int, by: int) -> None:
        """Move the text with this number (from 0) down by `by` places (up if negative), if there is such a place."""
        if not 0 <= number + by < len(self._rows):
            return
        focused = self.focusWidget()
        self._rows.insert(number + by, self._rows.pop(number))
        self._arrange()
        if focused is not None:
            focused.setFocus()
        self.changed.emit()

    def drop(self, number: int) -> None:
        """Remove the text with this number (from 0), and move the focus to the text that follows it."""
        self._drop(self._rows[number])
        if not self._rows:
            self._add(NO_TEXT)
        self._arrange()
        self._rows[min(number, len(self._rows) - 1)].lines()[0].setFocus()
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the lines in the order of Tab; Qt ignores the order as long as no widget of the window comes later."""
        super().showEvent(event)
        self._put_in_tab_order()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move a text at Alt+Up or Alt+Down in one of the text's lines."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                number = next(n for n, row in enumerate(self._rows) if watched in row.lines())
                self.shift(number, by)
                return True
        return super().eventFilter(watched, event)

    def _on_added(self) -> None:
        self.add()

    def _add(self, text: LocalText) -> None:
        row = _Row(self._look, self._languages, text)
        row.input.changed.connect(self.changed)
        row.remove.clicked.connect(lambda _checked=False: self.drop(self._rows.index(row)))
        row.up.clicked.connect(lambda _checked=False: self.shift(self._rows.index(row), -1))
        row.down.clicked.connect(lambda _checked=False: self.shift(self._rows.index(row), 1))
        for widget in row.lines():
            widget.installEventFilter(self)
        self._rows.append(row)

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        """Put the rows in their order, on the screen and for Tab."""
        for number, row in enumerate(self._rows):
            self._column.removeWidget(row)
            self._column.insertWidget(number, row)
            row.up.setEnabled(number > 0)
            row.down.setEnabled(number < len(self._rows) - 1)
        self.setFocusProxy(
            self._rows[0].lines()[0]
        )  # this moves the input in the order of Tab, so it comes first
        self._put_in_tab_order()
        self._label()

    def _put_in_tab_order(self) -> None:
        """Let Tab go through all lines, then to the button that adds a text, which keeps its place in the form."""
        widgets = [self.add_button, *(line for row in self._rows for line in row.lines()), self.add_button]
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)

    def _label(self) -> None:
        say, name = self._say, self.accessibleName()
        self.add_button.setText(say.text("Add one more"))
        self.add_button.setAccessibleName(say.about(name, say.text("Add one more")))
        for row in self._rows:
            row.input.setAccessibleName(name)
            for button, words, keys in (
                (row.remove, say.text("Remove"), ""),
                (row.up, say.text("Move up"), "Alt+↑"),
                (row.down, say.text("Move down"), "Alt+↓"),
            ):
                button.setAccessibleName(say.about(name, words))
                set_tool_tip(button, say.with_key(words, keys) if keys else words)


class _Row(QWidget):
    """One text of a list with its buttons, over which Tab passes, so that no key pressed by habit removes a text."""

    def __init__(self, look: Appearance, languages: tuple[str, ...], text: LocalText) -> None:
        super().__init__()
        self.input = LocalTextInput(look, languages, text)
        # With a proxy, Tab would go from wherever Qt has put the input to its first line.
        self.input.setFocusProxy(None)  # type: ignore[arg-type]  # None removes the proxy
        self.remove, self.up, self.down = QPushButton(), QPushButton("▲"), QPushButton("▼")
        look.put_icon(self.remove, "x", side=_ICON_SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.input, stretch=1)
        buttons = QGridLayout()
        side_by_side = max(
            _BUTTONS + 1 - len(languages), 1
        )  # the lines of the text leave room for some below others
        for number, button in enumerate((self.up, self.down, self.remove)):
            buttons.addWidget(button, *divmod(number, side_by_side))
        row.addLayout(buttons)
        row.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        for button in (self.up, self.down, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def lines(self) -> tuple[QWidget, ...]:
        return tuple(self.input.lines.values())
