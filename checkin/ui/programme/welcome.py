"""The ways to begin a programme, which the Programme page shows while there is no session."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from checkin.desk.new_event import preset, presets_with_sessions
from checkin.ui.appearance import Appearance, Dressed
from checkin.ui.plain import PlainLabel


class Welcome(QWidget, Dressed):
    """The sentence that there is no session yet, and a large button for each way to add sessions."""

    usual_wanted = Signal(str)
    """Emitted with the name of the preset whose usual sessions are wanted."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self.words = PlainLabel(wordWrap=True)
        self.words.setProperty("tone", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.put_font(self.words, 1.3)
        self.hint = PlainLabel(wordWrap=True)
        self.hint.setProperty("tone", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_button, self.file_button, self.usual_button = QPushButton(), QPushButton(), QPushButton()
        look.put_icon(self.add_button, "plus")
        look.put_icon(self.file_button, "upload")
        look.put_icon(self.usual_button, "calendar")
        self._menu = QMenu(self.usual_button)
        self.usual_button.setMenu(self._menu)
        self.usual = {name: self._menu.addAction("") for name in presets_with_sessions()}
        for name, action in self.usual.items():
            action.triggered.connect(partial(self._want, name))
        ways = QVBoxLayout()
        for button in (self.add_button, self.file_button, self.usual_button):
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
        column.addWidget(self.hint)
        column.addStretch(2)
        look.in_each_language(self._label)

    def _want(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt tells it
        self.usual_wanted.emit(name)

    def _label(self) -> None:
        say = self._say
        self.words.setText(say.text("The programme has no session yet."))
        self.hint.setText(
            say.text(
                "Lines that were copied, such as 09:00–10:30 Title (Room; speakers), come in with Ctrl+V."
            )
        )
        self.add_button.setText(say.with_key(say.text("New session"), "Ctrl+N"))
        self.file_button.setText(say.with_key(say.text("Programme from a file…"), "Ctrl+O"))
        self.usual_button.setText(say.text("The usual sessions, to be changed"))
        for name, action in self.usual.items():
            action.setText(say.local(preset(name).description.title))
