"""The list widget that shows the delegates found by a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from checkin.ui.appearance import Dressed
from checkin.ui.finding.result_painter import ResultPainter
from checkin.ui.hint import paint_hint
from checkin.ui.whole_rows import of_whole_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from checkin.ui.appearance import Appearance
    from checkin.ui.finding.results import Results


class ResultList(QListView, Dressed):
    """The list widget that shows the delegates found by a search; an empty list says what to do next.

    The list never takes the keyboard focus from the search field. With `is_compact` each delegate has one line instead
    of two.
    """

    def __init__(self, model: Results, look: Appearance, *, is_compact: bool = False) -> None:
        super().__init__()
        self._look = look
        self._results = model
        self.setModel(model)
        self.setItemDelegate(ResultPainter(model, look, self, is_compact=is_compact))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(lambda *_: self.setUniformItemSizes(not model.has_headings))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows or, if there are none, the words that say what to do next."""
        super().paintEvent(of_whole_rows(self, event))
        if not self._results.rowCount():
            paint_hint(self.viewport(), self._results.heading.if_empty(self._say), self._colours.muted)
