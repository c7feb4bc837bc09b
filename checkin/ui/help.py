"""The help for the open page: a small window that lists the page's keys. Work can go on while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.page import KeyHelp


class KeysHelp(QDialog, Dressed):
    """The help window: a list of keys and what each does. Work can go on while it is open; Esc closes it."""

    def __init__(self, page: Words, keys: Iterable[KeyHelp], look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._page = page
        self._lines: list[tuple[PlainLabel, Words]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(18)
        for row, key in enumerate(keys):
            pressed = PlainLabel(key.keys)
            pressed.setProperty("tone", "strong")
            grid.addWidget(pressed, row, 0)
            does = PlainLabel()
            self._lines.append((does, key.does))
            grid.addWidget(does, row, 1)
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.setWindowTitle(self._say.text("Keys: {page}").format(page=self._page(self._say)))
        for label, does in self._lines:
            label.setText(does(self._say))
