"""Tells that a report was written, and opens the folder that it lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from checkin.ui.announcing import announce
from checkin.ui.elided import ElidedLabel
from checkin.ui.theme import icon

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class SavedStrip(QWidget):
    """Hidden until there is something to tell."""

    def __init__(self, wording: Wording, colours: Colours) -> None:
        super().__init__()
        self._wording = wording
        self._path: Path | None = None
        sign = QLabel()
        sign.setPixmap(icon("check", colours.good).pixmap(20, 20))
        self._text = ElidedLabel()
        self.open_button = QPushButton(wording.text("Open folder"))
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.open_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it tells; "" while it is hidden."""
        return self._text.text if not self.isHidden() else ""

    def show_saved(self, path: Path, rows: int) -> None:
        """Say which file was written, with how many rows."""
        self._path = path
        words = self._wording.many("{file}: {count} row", "{file}: {count} rows", rows, file=str(path))
        self._text.setText(words)
        self.show()
        announce(self, words)

    def _open(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
