"""A row of buttons, one for each format in which a report is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from checkin.reports import endings
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

_FIRST: Final = ("pdf", "xlsx", "csv")


class SaveRow(QHBoxLayout):
    """The words “Save as” and a button for each format; the usual formats come first."""

    wanted = Signal(str)
    """Emitted with the ending of the format in which the operator wants the report."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._words = PlainLabel()
        known = endings(with_calendar=True)
        order = [
            *(ending for ending in _FIRST if ending in known),
            *(each for each in known if each not in _FIRST),
        ]
        self.buttons = {ending: self._button(ending, look) for ending in order}
        self.addWidget(self._words)
        for button in self.buttons.values():
            self.addWidget(button)
        self.addStretch(1)

    def label(self, say: Wording) -> None:
        """Write the words in this language."""
        self._words.setText(say.text("Save as"))
        for ending, button in self.buttons.items():
            button.setAccessibleName(say.text("Save as {format}").format(format=ending.upper()))

    def _button(self, ending: str, look: Appearance) -> QPushButton:
        button = QPushButton(ending.upper())
        look.put_icon(button, "file-text" if ending == "pdf" else "file-spreadsheet")
        button.clicked.connect(lambda: self.wanted.emit(ending))
        return button
