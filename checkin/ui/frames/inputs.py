"""The inputs of forms: where they stand, how a choice among entries is made, and what an input holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


_LINES: Final = 7


class ScrolledInputs(QScrollArea):
    """The area with the inputs of a form, which can be scrolled if it is too low for all inputs.

    The input with the focus is always in sight.
    """

    def __init__(self, inputs: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inputs)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._once_laid_out = QTimer(self, singleShot=True, interval=0)
        self._once_laid_out.timeout.connect(self._show_focus)

    def sizeHint(self) -> QSize:
        """The preferred size: only a few lines high, because the form gives this area all height that is left."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * _LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the input with the focus into sight again, once the inputs have their new places."""
        super().resizeEvent(event)
        self._once_laid_out.start()

    def _show_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused)


def choice(entries: Mapping[str, str], chosen: str) -> QComboBox:
    """Make a combo box in which the value `chosen` is selected.

    `entries` gives the words to show for each value. If `chosen` is "", the box begins with an empty entry.
    """
    combo = QComboBox()
    if not chosen and "" not in entries:
        combo.addItem("", "")
    for kept, words in entries.items():
        combo.addItem(words, kept)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo


def when_changed(widget: QWidget, act: Callable[[], object]) -> None:
    """Call `act` whenever the content of this input (combo box, check box or line of text) changes."""
    match widget:
        case QComboBox():
            widget.currentIndexChanged.connect(lambda _place: act())
        case QCheckBox():
            widget.toggled.connect(lambda _is_ticked: act())
        case QLineEdit():
            widget.textChanged.connect(lambda _text: act())
        case _:
            pass


def content_of(widget: QWidget) -> object:
    """The content of an input: the text of a line, or the number (from 0) of the chosen entry of a combo box.

    For a check box it is whether the box is ticked, and for any other widget None.
    """
    match widget:
        case QComboBox():
            return widget.currentIndex()
        case QCheckBox():
            return widget.isChecked()
        case QLineEdit():
            return widget.text()
        case _:
            return None
