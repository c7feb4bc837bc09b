"""The panel that asks who represents a delegate: a member of the delegation, another delegate, or a new person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from checkin.desk.find import find
from checkin.desk.represent import substitutes
from checkin.ui.announcing import announce
from checkin.ui.finding.result_list import ResultList
from checkin.ui.finding.results import Results
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.inputs import TextLine
from checkin.ui.frames.panel import Panel
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from checkin.domain.delegates import Delegate
    from checkin.domain.registration import Registration
    from checkin.ui.page import Parts

_MOST = 30
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SubstitutePanel(Panel):
    """Asks who represents a delegate. At first the members of the delegation are listed; typed letters find others.

    The arrow keys select a person; Enter or a click chooses the person. Enter does nothing while nobody is selected,
    because a person chosen by mistake would be told that they head the delegation.
    """

    chosen = Signal(object)
    """Emitted with the registration of the person who shall represent the delegate."""

    new_wanted = Signal()
    """Emitted when the operator wants to register a new person as the substitute."""

    def __init__(self, parts: Parts, absent: Delegate) -> None:
        super().__init__()
        self._at, self._look, self._absent = parts, parts.look, absent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title, self._hint = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._title.setProperty("tone", "heading")
        self._hint.setProperty("tone", "muted")
        self.search = TextLine()
        self.search.textChanged.connect(lambda _text: self._ask())
        self.search.installEventFilter(self)
        self.results = Results(parts.file, parts.look, parts.now)
        self.list = ResultList(self.results, parts.look, is_compact=True)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._new, self._cancel = QPushButton(), QPushButton()
        self._new.clicked.connect(self.new_wanted)
        self._cancel.clicked.connect(self.given_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        for widget in (self._title, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        column.addLayout(ButtonRow(self._cancel, self._new))
        parts.look.in_each_language(self._label)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Move the focus to the input for letters."""
        super().showEvent(event)
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select another person on an arrow key, choose the selected person on Enter, and close the panel on Esc."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        row = self.list.currentIndex().row()
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down | Qt.Key.Key_Up as key:
                self._mark(row + _ARROWS[key])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self._choose(row)
            case Qt.Key.Key_Escape if not event.modifiers():
                self.escape()
            case _:
                return super().eventFilter(watched, event)
        return True

    def _ask(self) -> None:
        """Look for the members of the delegation or, if letters were typed, for whomever these find."""
        file, text, absent = self._at.file, self.search.text().strip(), self._absent.id

        def read() -> list[Registration]:
            found = find(file, text, _MOST) if text else substitutes(file, absent)
            return [each for each in found if each.delegate.id != absent]

        def then(found: Sequence[Registration]) -> None:
            if text == self.search.text().strip():
                self.results.show(found)
                self.list.setCurrentIndex(QModelIndex())
                self._label()

        self._at.tasks.prompt.run(read, then=if_alive(self, then), fail=self._at.trouble, key="substitute")

    def _mark(self, row: int) -> None:
        row = min(max(row, 0), len(self.results.found) - 1)
        if row >= 0:
            self.list.setCurrentIndex(self.results.index(row))
            self._show_hint("muted")
            announce(self.list, str(self.list.currentIndex().data() or ""))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.results.found):
            self.chosen.emit(self.results.found[row])
        else:
            self._show_hint("bad")
            announce(self, self._hint.text(), at_once=True)

    def _show_hint(self, tone: str) -> None:
        self._hint.setProperty("tone", tone)
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)

    def _label(self) -> None:
        say = self._say
        self._title.setText(say.text("Who represents {name}?").format(name=self._absent.name))
        self.search.setPlaceholderText(say.text("Letters find anybody"))
        self.search.setAccessibleName(self._title.text())
        self.list.setAccessibleName(self._title.text())
        nobody = say.text("Nobody is found. Type other letters, or register a new person.")
        self._hint.setText(say.text("↓ marks a person, Enter chooses") if self.results.found else nobody)
        self._new.setText(f"{say.text('New person')} …")
        self._cancel.setText(say.with_key(say.text("Cancel"), "Esc"))
