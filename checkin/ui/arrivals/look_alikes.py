"""Lists delegates who may be the person for whom a form is filled in, so that nobody is registered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.finding.result_list import ResultList
from checkin.ui.finding.results import Results, enter_chooses
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.registration import Registration
    from checkin.ui.page import Parts

_ROWS: Final = 3
"""The rows that can be seen at once; the arrow keys reach the others."""
_ARROWS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LookAlikes(QWidget, Dressed):
    """A short list, below a form, of known delegates who may be the person in the form; hidden if there is none.

    While an input of the form has the focus, Ctrl with an arrow key marks a row (in a text input the arrow key alone
    does too), and Enter takes the marked delegate instead of a new one. A click on a delegate takes them at once.
    """

    marked = Signal(bool)
    """Emitted with whether a row is marked now, so that Enter takes a delegate instead of saving the form."""

    taken = Signal(object)
    """Emitted with the registration of the delegate who is taken instead of a new one."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look = parts.look
        self._heading = PlainLabel(wordWrap=True)
        self._heading.setProperty("tone", "warning")
        self.results = Results(parts.file, parts.look, parts.now)
        self.list = ResultList(self.results, parts.look, is_compact=True)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._on_marked())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self.list)
        self.hide()
        parts.look.in_each_language(self._label)

    def attend(self, inputs: Iterable[QWidget]) -> None:
        """Handle the arrow keys and Enter for this list while one of these inputs has the focus."""
        for widget in inputs:
            widget.installEventFilter(self)

    def show_those(self, found: Sequence[Registration]) -> None:
        """Show these delegates. No row is marked, except that an unchanged list keeps its marked row."""
        shown = [each.delegate.id for each in self.results.found]
        if [each.delegate.id for each in found] == shown:
            self.results.show_again(found)
            return
        self.results.show(found)
        self._on_marked()
        self.setVisible(bool(found))
        height = self.list.sizeHintForRow(0) if found else 0
        self.list.setFixedHeight(min(len(found), _ROWS) * height + 2 * self.list.frameWidth())
        if found:
            announce(self.list, f"{self._heading.text()} {self.results.index(0).data()}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark another row on an arrow key, and take the marked delegate on Enter; other keys go to the input."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self.results.found:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        row = self.list.currentIndex().row()
        if key in _ARROWS and (isinstance(watched, QLineEdit) or _has_control(event)):
            self._mark(row + _ARROWS[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0 and not event.isAutoRepeat():
            self.taken.emit(self.results.found[row])
            return True
        if event.text() and row >= 0 and key != Qt.Key.Key_Escape:
            self._mark(-1)
        return super().eventFilter(watched, event)

    def _mark(self, row: int) -> None:
        """Mark this row; a number below 0 marks none, so that Enter saves the form again."""
        row = min(row, len(self.results.found) - 1)
        self.list.setCurrentIndex(self.results.index(row) if row >= 0 else QModelIndex())

    def _on_marked(self) -> None:
        self._label()
        self.marked.emit(self.list.currentIndex().isValid())
        announce(self.list, str(self.list.currentIndex().data() or ""))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self.results.found[index.row()])

    def _label(self) -> None:
        row, say = self.list.currentIndex().row(), self._say
        if row < 0:
            words = say.text("Already on the list? Choose with Ctrl+↓ and Enter:")
        else:
            words = enter_chooses(self.results.found[row])(say)
        self._heading.setText(words)
        self.list.setAccessibleName(words)


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
