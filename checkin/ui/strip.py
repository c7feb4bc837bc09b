"""The strip below the window's head that tells of trouble with the world, and never takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from checkin.ui.announcing import announce
from checkin.ui.theme import icon

if TYPE_CHECKING:
    from checkin.errors import CheckinError
    from checkin.ui.theme import Colours
    from checkin.wording import Wording


class TroubleStrip(QFrame):
    """Shows the newest CheckinError until somebody puts it away; hidden while there is none."""

    def __init__(self, wording: Wording, colours: Colours) -> None:
        super().__init__()
        self.setProperty("tone", "strip")
        self.setAccessibleName(wording.text("Trouble"))
        self._title, self._message = _label(), _label()
        self._title.setStyleSheet("font-weight: bold")
        sign = QLabel()
        sign.setPixmap(icon("triangle-alert", colours.on_strip).pixmap(20, 20))
        close = QToolButton(autoRaise=True)
        close.setIcon(icon("x", colours.on_strip))
        close.setAccessibleName(wording.text("Put this message away"))
        close.setToolTip(wording.text("Put this message away") + " (Shift+Esc)")
        close.setShortcut("Shift+Esc")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(sign)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._title)
        told.addWidget(self._message)
        row.addLayout(told, 1)
        row.addWidget(close)
        self.hide()

    def show_trouble(self, error: CheckinError) -> None:
        """Tell of it, in place of what was told before."""
        self._title.setText(error.title)
        self._message.setText(error.message)
        self.show()
        announce(self, str(error), at_once=True)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
