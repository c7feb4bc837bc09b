"""A button of the list of steps: the name of a step, and what was chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.ui.appearance import Appearance


_AIR: Final = 4
"""Dots above and below the text."""


class StepButton(QPushButton, Dressed):
    """A button that opens a step of the assistant; below its name stands what was chosen, or what is wrong."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.setCheckable(True)
        self._look = look
        self._name, self._chosen = ElidedLabel(), ElidedLabel()
        look.put_font(self._name, 1, bold=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, _AIR, 10, _AIR)
        column.setSpacing(0)
        for label in (self._name, self._chosen):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setProperty("tone", "group")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._is_wrong = False
        look.colours_changed.connect(self._colour)
        self._colour()

    def show_step(self, name: str, chosen: str, *, is_wrong: bool) -> None:
        """Show the name of the step and what was chosen there, or what is wrong with it."""
        self._is_wrong = is_wrong
        self._name.setText(f"! {name}" if is_wrong else name)
        self._chosen.setText(chosen)
        self.setAccessibleName(self._say.about(name, chosen) if chosen else name)
        set_tool_tip(self, self.accessibleName())
        self._colour()

    @property
    def shown(self) -> tuple[str, str]:
        """The two texts of the button."""
        return self._name.text, self._chosen.text

    def sizeHint(self) -> QSize:
        """The preferred size: two lines of text."""
        return QSize(self._name.sizeHint().width(), 2 * self._line + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """The least size: the name of the step, cut to the width that there is."""
        return QSize(self._line, self._line + 2 * _AIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the second line where there is no room; the tool tip has it."""
        super().resizeEvent(event)
        self._chosen.setVisible(self.height() >= self.sizeHint().height())

    @property
    def _line(self) -> int:
        return self._name.sizeHint().height()

    def _colour(self) -> None:
        colours = self._colours
        self._name.put_colour(colours.bad if self._is_wrong else colours.text)
        self._chosen.put_colour(colours.bad if self._is_wrong else colours.muted)
