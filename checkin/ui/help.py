"""The keys of the page that is open, beside the window and never in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.ui.page import KeyHelp
    from checkin.wording import Wording


class KeysHelp(QDialog):
    """A list of keys; work goes on while it is open, Esc closes it."""

    def __init__(self, title: str, keys: Iterable[KeyHelp], wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.text("Keys: {page}").format(page=title))
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(18)
        for row, key in enumerate(keys):
            pressed = QLabel(key.keys)
            pressed.setStyleSheet("font-weight: bold")
            grid.addWidget(pressed, row, 0)
            grid.addWidget(QLabel(key.does), row, 1)
