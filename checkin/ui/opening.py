"""What the window shows while the event file is being opened: a field that takes what is typed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from checkin.wording import Wording

_LARGER: Final = 1.5


class OpeningPage(QWidget):
    """The first page of the window gets the text as soon as it is there, so that no letter is lost."""

    def __init__(self, wording: Wording, name: str) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(wording.text("Scan, or type letters of a name"))
        self.search.setAccessibleName(wording.text("Search"))
        font = self.search.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.search.setFont(font)
        told = QLabel(wording.text("Opening {file} …").format(file=name))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 2)
        column.addWidget(self.search)
        column.addWidget(told, 1)
        self.setFocusProxy(self.search)
