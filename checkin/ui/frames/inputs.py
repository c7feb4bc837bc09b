"""The inputs of forms: the area in which they can be scrolled, the choice among entries, and their contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFrame, QLineEdit, QScrollArea, QWidget

from checkin.ui.frames.typed_choice import entry_meant
from checkin.ui.letters import is_letter
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent


_PAUSE_MS: Final = 1000
"""The time after the last letter typed in a combo box after which the next letter begins a new word."""
_LINES: Final = 7
_LEAST_LINES: Final = 2.8
_AIR: Final = 4
_MORE: Final = "▼"


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


class ScrolledInputs(QScrollArea):
    """The area with the inputs of a form, which can be scrolled if it is too low for all inputs.

    The input with the focus is always in sight. While there is more below, a bar at the lower edge says so.
    """

    def __init__(self, inputs: QWidget, below: Callable[[int], str] = lambda _height: "") -> None:
        """`below` gives what the bar names, such as the numbers of the answers that are hidden below this height."""
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inputs)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._once_laid_out = QTimer(self, singleShot=True, interval=0)
        self._once_laid_out.timeout.connect(self._show_focus)
        self._inputs, self._below = inputs, below
        self._wanted: QWidget | None = None
        self._more = PlainLabel(_MORE, self)
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more.setProperty("tone", "more")
        self._more.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._show_more)
        bar.rangeChanged.connect(lambda _least, _most: self._once_laid_out.start())
        self._show_more()

    @property
    def has_more(self) -> bool:
        """Whether there is more below what is shown."""
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    def show_soon(self, widget: QWidget) -> None:
        """Scroll to this widget among the inputs once it is laid out; the input with the focus stays in sight too."""
        self._wanted = widget
        self._once_laid_out.start()

    def minimumSizeHint(self) -> QSize:
        """The least size: the line with the focus, and the bar below it."""
        inside = self._inputs.minimumSizeHint()
        few = round(self.fontMetrics().height() * _LEAST_LINES)
        return QSize(super().minimumSizeHint().width(), min(few, inside.height()))

    def _show_more(self) -> None:
        """Show at the lower edge that there is more; what is hidden below the bar is scrolled to as well."""
        covered = self.verticalScrollBar().value() + self.height() - self._more.sizeHint().height()
        self._more.setVisible(self.has_more)
        self._more.setText(f"{_MORE}   {self._below(covered)}".strip())
        self._more.setGeometry(
            0,
            self.height() - self._more.sizeHint().height(),
            self.viewport().width(),
            self._more.sizeHint().height(),
        )

    def sizeHint(self) -> QSize:
        """The preferred size: only a few lines high, because the form gives this area all height that is left."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * _LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the input with the focus into sight again, once the inputs have their new places."""
        super().resizeEvent(event)
        self._show_more()
        self._once_laid_out.start()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's spelling
        """Move the focus at Tab, and bring the input that has the focus now above the bar."""
        is_moved = super().focusNextPrevChild(next)
        self._once_laid_out.start()
        return is_moved

    def _show_focus(self) -> None:
        for widget in (self._wanted, self.focusWidget()):
            if widget is not None:
                self.ensureWidgetVisible(widget, 0, 0)
                self._raise_above_bar(widget)
        self._wanted = None

    def _raise_above_bar(self, widget: QWidget) -> None:
        """Scroll so that the bar at the lower edge covers nothing of this widget, if the area is high enough."""
        bar, top = self.verticalScrollBar(), widget.mapTo(self._inputs, QPoint(0, 0)).y()
        covered = self._more.sizeHint().height() + _AIR
        lowest = top + widget.height() + covered - self.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), top))


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
