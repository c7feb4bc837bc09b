"""The page shown while no event is open, which offers to open an event or to try the demo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.file_dialog import choose_file
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance


_SIGN_SIDE: Final = 28


class StartPage(QWidget, Dressed):
    """The page shown while no event is open, with two large buttons: open an event file, or try the demo."""

    chosen = Signal(Path)
    new_wanted = Signal()
    """Emitted when the operator wants to make a new event."""
    demo_wanted = Signal()

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._greeting = PlainLabel()
        self._greeting.setProperty("tone", "greeting")
        self._greeting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open, self._demo = QPushButton(), QPushButton()
        self.new_button = QPushButton()
        look.put_icon(self.new_button, "plus", side=_SIGN_SIDE)
        self.new_button.clicked.connect(self.new_wanted)
        look.put_icon(self._open, "calendar", side=_SIGN_SIDE)
        look.put_icon(self._demo, "users", side=_SIGN_SIDE)
        self._open.clicked.connect(self._choose)
        self._demo.clicked.connect(self.demo_wanted)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._greeting)
        column.addSpacing(20)
        for button in (self._open, self.new_button, self._demo):
            button.setMinimumSize(360, 56)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._hint = PlainLabel(wordWrap=True)
        self._hint.setProperty("tone", "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(20)
        column.addWidget(self._hint)
        column.addStretch(2)
        self.setFocusProxy(self._open)
        look.in_each_language(self._label)

    def _label(self) -> None:
        self._greeting.setText(self._say.text("Which event is it today?"))
        self._open.setText(self._say.text("Open an event file…"))
        self.new_button.setText(self._say.text("New event…"))
        self._hint.setText(
            self._say.text("Arrivals, Door, Reports and Import open with the event. F1 says how to begin.")
        )
        self._demo.setText(self._say.text("Try it with the demo: 300 participants"))

    def _choose(self) -> None:
        title = self._say.text("Open an event file…")
        files = self._say.text("Event files")
        path = choose_file(self, title, None, f"{files} (*.event)", self._say)
        if path is not None:
            self.chosen.emit(path)
