"""The ways to begin a programme, which the Programme page shows while there is no session."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Appearance, Dressed
from checkin.ui.plain import PlainLabel


class Welcome(QWidget, Dressed):
    """The sentence that there is no session yet, and a large button for each way to add sessions."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.words = PlainLabel(wordWrap=True)
        self.words.setProperty("tone", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.put_font(self.words, 1.3)
        self.add_button, self.file_button = QPushButton(), QPushButton()
        look.put_icon(self.add_button, "plus")
        look.put_icon(self.file_button, "upload")
        ways = QVBoxLayout()
        for button in (self.add_button, self.file_button):
            button.setProperty("tone", "way")
            ways.addWidget(button)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(ways)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(middle)
        column.addStretch(2)
        look.in_each_language(self._label)

    def _label(self) -> None:
        say = self._say
        self.words.setText(say.text("The programme has no session yet."))
        self.add_button.setText(say.with_key(say.text("New session"), "Ctrl+N"))
        self.file_button.setText(say.with_key(say.text("Programme from a file…"), "Ctrl+O"))
