"""The widgets of the window while it has no page: one for an event that is being opened, one for a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.scanning import expect_scans
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance, Words

_LARGER: Final = 1.5


class OpeningPage(QWidget, Dressed):
    """The page shown while the event file is being opened.

    The window passes the text in this page's search field on to the event's first page, so that no letter is lost.
    """

    def __init__(self, look: Appearance, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.search = QLineEdit()
        expect_scans(self.search)
        look.put_font(self.search, _LARGER)
        self._told = PlainLabel()
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 2)
        column.addWidget(self.search)
        column.addWidget(self._told, 1)
        self.setFocusProxy(self.search)
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.search.setPlaceholderText(self._say.text("Scan, or type letters of a name"))
        self.search.setAccessibleName(self._say.text("Search"))
        self._told.setText(self._say.text("Opening {file} …").format(file=self._name))


class Notice(PlainLabel, Dressed):
    """A sentence in the middle of the window."""

    def __init__(self, look: Appearance, words: Words) -> None:
        super().__init__(wordWrap=True)
        self._look = look
        self._words = words
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.setText(self._words(self._say))
