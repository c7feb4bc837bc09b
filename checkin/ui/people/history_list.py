"""The history of a person: one line for each act that was about the person, with a button that undoes the act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.plain import PlainLabel
from checkin.wording import history as words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.person_history import Happening
    from checkin.ui.page import Parts

_FIRST: Final = 30
"""The number of lines that are shown before the operator asks for the earlier ones."""


class HistoryList(QScrollArea, Dressed):
    """The history of one person, the newest act first. An undone act is struck out, and its line says who undid it."""

    undo_wanted = Signal(object)
    """Emitted with the `Happening` (the act in the history) that the operator wants to undo."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self._known: Sequence[Happening] = ()
        self._most = _FIRST
        self.undo_buttons: dict[str, QPushButton] = {}
        """The Undo buttons of the lines whose act can be undone, by the id of the act."""
        self.earlier = QPushButton()
        self.earlier.clicked.connect(lambda _checked=False: self._show_all())
        self.setWidgetResizable(True)
        self.setProperty("tone", "lines")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts.look.in_each_language(self._label)
        parts.look.size_changed.connect(self._fill)
        parts.stopped.changed.connect(self._fill)

    def show_history(self, known: Sequence[Happening], *, is_of_another: bool) -> None:
        """Show the acts `known`. If they are about another person than before, show only the newest lines."""
        if is_of_another:
            self._most = _FIRST
        if known != self._known or is_of_another:
            self._known = known
            self._fill()

    @property
    def lines(self) -> list[str]:
        """The texts of the shown lines; each says what was done and by whom."""
        return [f"{self._what(each)} · {self._who(each)}" for each in self._known[: self._most]]

    def _show_all(self) -> None:
        self._most = len(self._known)
        self._fill()

    def _fill(self) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        self.undo_buttons.clear()
        for each in self._known[: self._most]:
            column.addLayout(self._line(each))
        more = len(self._known) - self._most
        if more > 0:
            self.earlier = QPushButton(self._say.many("Show {count} more", "Show {count} more", more))
            self.earlier.clicked.connect(lambda _checked=False: self._show_all())
            column.addWidget(self.earlier)
        column.addStretch(1)
        place, focused = self.verticalScrollBar().value(), self.window().focusWidget()
        has_focus = self.isAncestorOf(focused)
        if has_focus:
            self.setFocus()  # else Qt would move the focus away with the button that goes
        self.setWidget(lines)
        self.verticalScrollBar().setValue(place)
        if has_focus and self.undo_buttons:
            next(iter(self.undo_buttons.values())).setFocus()

    def _line(self, happening: Happening) -> QHBoxLayout:
        what, who = (
            PlainLabel(self._what(happening), wordWrap=True),
            PlainLabel(self._who(happening), wordWrap=True),
        )
        who.setProperty("tone", "muted")
        if happening.undone is not None:
            what.setProperty("tone", "muted")
            font = what.font()
            font.setStrikeOut(True)
            what.setFont(font)
            what.setAccessibleName(self._say.about(self._say.text("undone"), what.text()))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(what)
        told.addWidget(who)
        line = QHBoxLayout()
        line.addLayout(told, 1)
        if happening.can_be_undone and happening.undone is None and self._at.stopped.why is None:
            line.addWidget(self._undo_button(happening), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _undo_button(self, happening: Happening) -> QPushButton:
        button = QPushButton(self._say.text("Undo"))
        button.setAccessibleName(self._say.text("Undo: {act}").format(act=self._what(happening)))
        button.clicked.connect(self._at.stopped.unless(lambda: self.undo_wanted.emit(happening)))
        self.undo_buttons[happening.act] = button
        return button

    def _what(self, happening: Happening) -> str:
        return words_of.what(self._say, happening, self._at.file.known_event, self._at.now())

    def _who(self, happening: Happening) -> str:
        return words_of.who(self._say, happening, self._at.file.known_event, self._at.now())

    def _label(self) -> None:
        self.setAccessibleName(self._say.text("History"))
        self._fill()
