"""The dialog for testing a scanner: it shows a code, and says what text arrived when the code was scanned."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin.domain import codes
from checkin.paper.qr import MODULES, QUIET_ZONE, dark_runs
from checkin.scanning.trial import ScannerTrial
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel
from checkin.ui.scanner_words import told_of_trial

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from checkin.scanning.trial import Trial
    from checkin.ui.appearance import Appearance

_PATIENCE_MS: Final = 15_000
"""The time after which the dialog says that nothing came."""
_LETTERS_OF_A_LINE: Final = 52
_LINES: Final = 12
_SIDE: Final = 232
_TELLING: Final = ("AQ", "WYZ", "M", "0123456789")
"""The test code has a character of each of these groups: keyboards of other countries have them in other places."""


class ScannerDialog(QDialog, Dressed):
    """The dialog in which the operator tests a scanner: it shows a code to scan, and then the text that arrived.

    While the dialog is in front, no page receives scans.
    """

    def __init__(self, look: Appearance, app: QApplication, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._trial: Trial | None = None
        self._is_patient = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = _test_code()
        self.listener = ScannerTrial(app, self.code.text, self)
        self.listener.heard.connect(self._on_heard)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        self._asked, self.told = PlainLabel(), PlainLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        look.in_each_language(self._label)

    def changeEvent(self, event: QEvent) -> None:
        """Listen for the scanner's keys only while the dialog is in front, as other keys are for another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._listen(is_wanted=self.isActiveWindow())

    def done(self, result: int) -> None:
        """Close the dialog, and stop the test, so that the pages receive scans again."""
        self._listen(is_wanted=False)
        super().done(result)

    def _listen(self, *, is_wanted: bool) -> None:
        self.listener.stop()
        self._patience.stop()
        if is_wanted:
            self.listener.start()
            self._patience.start()

    def _on_heard(self, trial: Trial) -> None:
        self._trial = trial
        self._patience.stop()
        self._tell()

    def _on_patience_over(self) -> None:
        self._is_patient = False
        self._tell()

    def _tell(self) -> None:
        self._label()
        missing = self.told.heightForWidth(self.told.width()) - self.told.height()
        self.resize(self.width(), self.height() + max(missing, 0))
        announce(self, self.told.text())

    def _label(self) -> None:
        say = self._say
        self.setWindowTitle(say.text("Test the scanner"))
        self._asked.setText(say.text("Scan this code. It belongs to no event, and nothing is recorded."))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(say.with_key(say.text("Close"), "Esc"))
        close.setIcon(QIcon())
        if self._trial is not None:
            self.told.setText(told_of_trial(say, self._trial))
        elif self._is_patient:
            self.told.setText(say.text("Waiting for the scanner …"))
        else:
            self.told.setText(
                say.text(
                    "Nothing came. Is the scanner plugged in? If it gives light and beeps, it is not set to type as a"
                    " keyboard: scan “USB HID keyboard” in its manual."
                )
            )

    def _lay_out(self) -> None:
        groups = PlainLabel(self.code.in_groups)
        groups.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(_CodePicture(self.code.text))
        left.addWidget(groups)
        left.addStretch(1)
        self._asked.setProperty("tone", "heading")
        for label in (self._asked, self.told):
            label.setWordWrap(True)
            label.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_OF_A_LINE)
            right.addWidget(label)
        self.told.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        right.setStretchFactor(self.told, 1)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addLayout(both, 1)
        column.addWidget(self._buttons)


class _CodePicture(QWidget):
    """A QR code on white, whatever the palette is: scanners read dark on light."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._runs = dark_runs(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A size at which scanners read the code from a hand's breadth away: 8 dots for each module."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code with its quiet zone."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        module = self.width() / (MODULES + 2 * QUIET_ZONE)
        for row, column, length in self._runs:
            left, top = (column + QUIET_ZONE) * module, (row + QUIET_ZONE) * module
            painter.fillRect(QRectF(left, top, length * module, module), QColor("black"))
        painter.end()


def _test_code() -> codes.Code:
    """A code with a right check character that no event has made."""
    key = secrets.token_bytes(32)
    while True:
        code = codes.mint(key)
        if all(any(sign in code.text for sign in group) for group in _TELLING):
            return code
