"""The list of all pairs of registrations that look alike, and the comparison of the selected pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from checkin.desk.alike import find_alike
from checkin.desk.compare import compare
from checkin.ui.alike.compare_panel import ComparePanel
from checkin.ui.alike.keyed_panel import KeyedPanel
from checkin.ui.announcing import announce
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row
from checkin.ui.table import TableColumn, TableModel
from checkin.ui.table_view import TableView
from checkin.ui.undoing import take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.desk.compare import Comparison
    from checkin.desk.merge import Merging
    from checkin.desk.undo import Undoing
    from checkin.domain.alike import Alike
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts


_OF_LIST, _OF_COMPARISON = 420, 680
"""The shares of the width."""


class AlikePanel(KeyedPanel):
    """The pairs of registrations that look alike, the likeliest first, beside the comparison of the selected pair.

    The pairs are searched for in the background. When a pair is merged or separated, the pair leaves the list, and the
    next pair is selected. A button undoes the last merge or separation made in this panel. The
    keys of the comparison also work in the list.
    """

    closes_from_anywhere = True

    counted = Signal(int)
    """Emitted with the number of pairs, after each search for pairs and after a pair has left the list."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self._acts: list[str] = []
        self._told: Words | None = None
        self._is_looking = False
        self._heading = PlainLabel(wordWrap=True)
        self._heading.setProperty("tone", "heading")
        self._outcome = PlainLabel(wordWrap=True)
        self._model: TableModel[Alike] = TableModel(())
        self.table = TableView(self._model, widest=30)
        self.table.selectionModel().currentRowChanged.connect(lambda _new, _old: self._compare())
        self.beside = SidePanel(QWidget())
        self.undo_button, self.close_button = QPushButton(), QPushButton()
        self.undo_button.clicked.connect(parts.stopped.unless(self.undo))
        self.close_button.clicked.connect(lambda _checked=False: self.given_up.emit())
        parts.look.put_icon(self.undo_button, "undo-2")
        self.setFocusProxy(self.table)
        self._lay_out()
        parts.look.in_each_language(self._label)
        self.look()

    @property
    def pairs(self) -> tuple[Alike, ...]:
        """The pairs in the list."""
        return self._model.rows

    @property
    def comparison(self) -> ComparePanel | None:
        """The comparison of the selected pair; None if no pair is selected."""
        shown = self.beside.currentWidget()
        return shown if isinstance(shown, ComparePanel) else None

    @property
    def is_begun(self) -> bool:
        """Whether the operator has chosen values in the comparison."""
        return self.beside.is_writing

    def look(self) -> None:
        """Search for all pairs in the background, and show them."""
        file = self._at.file
        self._is_looking = True
        self._label()
        self._at.tasks.batch.run(
            lambda _tick: find_alike(file),
            then=if_alive(self, self._show),
            fail=if_alive(self, self._on_failed),
        )

    def undo(self) -> None:
        """Undo the last merge or separation made in this panel; if there is none, say so."""
        if not self._acts:
            self._tell(lambda say: say.text("There is nothing to undo here."))
            return
        at = self._at
        take_back(
            at.file,
            at.shift.staff,
            at.tasks,
            at.changes,
            if_alive(self, self._on_undone),
            if_alive(self, self._on_failed),
            self._acts.pop(),
        )

    # ---- what happens

    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """The function that this key calls in the list of pairs; None for a key that is not used there."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._at.stopped.unless(self.undo)
        return self.comparison.act_beside(event) if self.comparison is not None else None

    def _show(self, pairs: Sequence[Alike]) -> None:
        self._is_looking = False
        self._model.show(pairs)
        self.table.fit_columns(stretched=1)
        self.beside.rest()
        self._label()
        self.counted.emit(len(pairs))
        if pairs:
            self.table.selectRow(0)

    def _compare(self) -> None:
        row, file = self.table.currentIndex().row(), self._at.file
        if not 0 <= row < len(self.pairs):
            self.beside.rest()
            return
        one, other = self.pairs[row].one.id, self.pairs[row].other.id
        self._at.tasks.prompt.run(
            lambda: compare(file, one, other),
            then=if_alive(self, lambda found: self._open(row, found)),
            fail=if_alive(self, self._on_failed),
            key=f"pair {id(self)}",
        )

    def _open(self, row: int, found: Comparison | None) -> None:
        if found is None:  # somebody has merged the two meanwhile
            self._let_go(row)
            return
        panel = ComparePanel(self._at, found)
        panel.close_button.hide()
        panel.merged.connect(self._on_merged)
        panel.separated.connect(self._on_separated)
        panel.given_up.connect(self.given_up)
        self.beside.ask(panel)

    def _on_merged(self, merging: Merging) -> None:
        self._acts.append(merging.act)
        name = merging.registration.delegate.titled_name
        self._tell(lambda say: say.text("Merged: {name}").format(name=name))
        self._let_go(self.table.currentIndex().row())

    def _on_separated(self, act: str) -> None:
        self._acts.append(act)
        self._tell(lambda say: say.text("These two are no longer listed as one person."))
        self._let_go(self.table.currentIndex().row())

    def _on_undone(self, _undoing: Undoing) -> None:
        self._tell(lambda say: say.text("Undone. The pair is listed again."))
        self.look()

    def _on_failed(self, error: CheckinError) -> None:
        self._is_looking = False
        self._at.trouble(error)
        self._label()

    def _let_go(self, row: int) -> None:
        """Take the pair out of the list and mark the next one."""
        left = [pair for place, pair in enumerate(self.pairs) if place != row]
        self.beside.rest()
        self._model.show(left)
        self._label()
        self.counted.emit(len(left))
        if left:
            self.table.selectRow(min(row, len(left) - 1))
        self.table.setFocus()

    # ---- the screen

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row((self._heading, 1), self.undo_button, self.close_button))
        column.addWidget(self._outcome)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.table)
        both.addWidget(self.beside)
        both.setSizes([_OF_LIST, _OF_COMPARISON])
        both.setStretchFactor(0, _OF_LIST)
        both.setStretchFactor(1, _OF_COMPARISON)
        both.setChildrenCollapsible(False)
        column.addWidget(both, 1)

    def _tell(self, words: Words) -> None:
        self._told = words
        announce(self, words(self._say))
        self._label()

    def _label(self) -> None:
        say = self._say
        if self._is_looking:
            heading = say.text("Looking for people who are registered twice…")
        elif self.pairs:
            heading = say.many(
                "{count} pair may be one person", "{count} pairs may be one person", len(self.pairs)
            )
        else:
            heading = say.text("Nobody looks like anybody else.")
        self._heading.setText(heading)
        self._outcome.setText(self._told(say) if self._told is not None else "")
        self._outcome.setVisible(self._told is not None)
        self.undo_button.setText(say.with_key(say.text("Undo"), "Ctrl+Z"))
        self.undo_button.setEnabled(bool(self._acts))
        self.close_button.setText(say.with_key(say.text("Close"), "Esc"))
        self._model.use(
            (
                TableColumn(say.text("Participant"), lambda pair: pair.one.titled_name),
                TableColumn(say.text("May be the same"), lambda pair: pair.other.titled_name),
            )
        )
