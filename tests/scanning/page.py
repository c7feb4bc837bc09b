"""A page as the desk has it, for tests of scanners: a search field, other widgets, and a main action on Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin.scanning import expect_scans

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Page(QWidget):
    """A page as the desk has it: letters typed anywhere go to the search field, Enter is the main action."""

    def __init__(self) -> None:
        super().__init__()
        self.search, self.other, self.note = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.sessions, self.results, self.button = QComboBox(), QListWidget(), QPushButton("Print")
        self.sessions.addItems(["Opening", "Closing", "2nd talk"])
        self.results.addItems(["Anna", "Chea", "2 guests"])
        expect_scans(self.search)
        layout = QVBoxLayout(self)
        for widget in (self.search, self.other, self.note, self.sessions, self.results, self.button):
            layout.addWidget(widget)
        self.main_actions = 0
        self.is_toggled = False
        QShortcut(QKeySequence("Ctrl+D"), self, activated=self._toggle)
        self.button.clicked.connect(self._act)
        self.search.returnPressed.connect(self._act)

    def _act(self) -> None:
        self.main_actions += 1

    def _toggle(self) -> None:
        self.is_toggled = not self.is_toggled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalnum():
            self.search.setFocus()
            self.search.insert(event.text())
