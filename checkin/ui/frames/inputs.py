"""The inputs of forms: a line of text, the choice among entries, and the contents of inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from checkin.ui.frames.typed_choice import entry_meant
from checkin.ui.letters import is_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QFocusEvent, QWheelEvent


_PAUSE_MS: Final = 1000
"""The time after the last letter typed in a combo box after which the next letter begins a new word."""


class Input(QWidget):
    """Base class of the inputs that are made of several widgets, such as one text in several languages."""

    changed = Signal()
    """Emitted when the content of the input has changed."""

    def content(self) -> object:
        """The content of the input as a value; the form takes equal values for the same content."""
        raise NotImplementedError


class TextLine(QLineEdit):
    """A line of text in a form or question.

    Ctrl+Z takes back typed letters, and Ctrl+Shift+Z brings them back. If there are none to take back or to bring back,
    the page gets the keys.
    """

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the page if there are no letters to take back or to bring back."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        has_no_more = (
            not self.isUndoAvailable()
            if event.matches(QKeySequence.StandardKey.Undo)
            else event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
        )
        if has_no_more:
            event.ignore()
            return False
        return super().event(event)


class ChoiceBox(QComboBox):
    """A combo box in a form: letters choose the entry that they mean (see `entry_meant`).

    In an editable box the letters are text. The mouse wheel scrolls the form, and neither changes the choice nor takes
    the focus.
    """

    def __init__(
        self,
        *,
        editable: bool = False,
        insertPolicy: QComboBox.InsertPolicy = QComboBox.InsertPolicy.InsertAtBottom,  # noqa: N803 - Qt's spelling
    ) -> None:
        super().__init__(editable=editable, insertPolicy=insertPolicy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._forget)
        self.view().installEventFilter(self)  # it gets the keys while the list of entries is open

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the entry that is meant by the letters typed until now; leave all other keys to Qt."""
        if not self._takes(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the entry that is meant by the letters typed in the open list."""
        is_key = watched is self.view() and event.type() is QEvent.Type.KeyPress
        is_taken = is_key and isinstance(event, QKeyEvent) and self._takes(event)
        return is_taken or super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the letters, unless the program itself takes the focus for a moment."""
        if event.reason() is not Qt.FocusReason.OtherFocusReason:
            self._forget()
        super().focusOutEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Take a letter, or a space between two words; forget the letters at any other key, and return False."""
        is_first_space = event.text().isspace() and not self._typed
        if self.isEditable() or is_first_space or not is_letter(event):
            self._forget()
            return False
        self._typed += event.text()
        self._pause.start(max(_PAUSE_MS, QApplication.keyboardInputInterval()))
        is_list = self.view().isVisible()
        chosen = self.view().currentIndex().row() if is_list else self.currentIndex()
        meant = entry_meant([self.itemText(n) for n in range(self.count())], self._typed, chosen)
        if meant is not None and is_list:
            self.view().setCurrentIndex(self.model().index(meant, self.modelColumn(), self.rootModelIndex()))
        elif meant is not None:
            self.setCurrentIndex(meant)
            self.activated.emit(meant)  # as after any choice of the operator
            self.textActivated.emit(self.itemText(meant))
        return True

    def _forget(self) -> None:
        self._typed = ""
        self._pause.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


def choice(entries: Mapping[str, str], chosen: str) -> QComboBox:
    """Make a combo box in which the value `chosen` is selected.

    `entries` gives the words to show for each value. If `chosen` is "", the box begins with an empty entry.
    """
    combo = ChoiceBox()
    if not chosen and "" not in entries:
        combo.addItem("", "")
    for kept, words in entries.items():
        combo.addItem(words, kept)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo


def when_changed(widget: QWidget, act: Callable[[], object]) -> None:
    """Call `act` whenever the content of this input (combo box, check box, line of text or `Input`) changes."""
    match widget:
        case Input():
            widget.changed.connect(act)
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

    For a check box the content is whether it is ticked, for an `Input` its own `content`, for any other widget None.
    """
    match widget:
        case Input():
            return widget.content()
        case QComboBox():
            return widget.currentIndex()
        case QCheckBox():
            return widget.isChecked()
        case QLineEdit():
            return widget.text()
        case _:
            return None
