"""What the window shows while no event is open: open one, or try the demo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from checkin.ui.theme import icon

if TYPE_CHECKING:
    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class StartPage(QWidget):
    """Two large buttons."""

    chosen = Signal(Path)
    demo_wanted = Signal()

    def __init__(self, wording: Wording, colours: Colours) -> None:
        super().__init__()
        self._wording = wording
        greeting = QLabel(wording.text("Which event is it today?"))
        greeting.setStyleSheet("font-size: 20pt")
        greeting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        open_button = QPushButton(icon("calendar", colours.text), wording.text("Open an event file…"))
        open_button.clicked.connect(self._choose)
        demo = QPushButton(icon("users", colours.text), wording.text("Try it with the demo: 300 delegates"))
        demo.clicked.connect(self.demo_wanted)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(greeting)
        column.addSpacing(20)
        for button in (open_button, demo):
            button.setIconSize(QSize(28, 28))
            button.setMinimumSize(360, 56)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.setFocusProxy(open_button)

    def _choose(self) -> None:
        title = self._wording.text("Open an event file…")
        files = self._wording.text("Event files")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{files} (*.event)")
        if path:
            self.chosen.emit(Path(path))
