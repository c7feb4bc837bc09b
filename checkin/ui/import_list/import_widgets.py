"""The widgets of the Import page, and their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.ui.enter_key import EnterButton
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.import_list.found_panel import FoundPanel
from checkin.ui.import_list.list_row import ListRow
from checkin.ui.import_list.outcome import Outcome
from checkin.ui.import_list.several import ListsTable
from checkin.ui.import_list.work_row import WorkRow
from checkin.ui.page import Page
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from checkin.ui.page import Parts

_LOW_LINES: Final = 34
"""On a page lower than this many lines of text its parts stand closer together."""


class ImportWidgets(Page):
    """A page with the laid-out widgets of the Import page; the subclass connects the widgets to the work."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._at = parts
        self.list_row = ListRow(self._look)
        self.choose_button, self.path = self.list_row.choose_button, self.list_row.path
        self.category, self.category_label = self.list_row.category, self.list_row.category_label
        self.sheet, self.source = self.list_row.sheet, self.list_row.source
        self.lists = ListsTable(self._look)
        self.progress, self.done = WorkRow(), Outcome(self._look)
        self.foot, self.rest = QWidget(), QWidget()
        self.welcome = PlainLabel(wordWrap=True)
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome.setProperty("tone", "muted")
        self.found = FoundPanel(self._look, self._at.scanners)
        self.panel = SidePanel(QWidget())
        self.bring_in_button = EnterButton()
        self.bring_in_button.setDefault(True)
        self._hint = PlainLabel(wordWrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()

    def fit(self, room: QSize) -> None:
        """Reduce the space between the parts of the page if a page of this size is low for the size of its texts."""
        is_low = room.height() < _LOW_LINES * self.fontMetrics().height()
        column, listed = self._columns
        column.setContentsMargins(16, 4 if is_low else 12, 16, 2 if is_low else 10)
        for each in (column, listed):
            each.setSpacing(4 if is_low else 10)
        self._look.put_font(self.bring_in_button, 1.0 if is_low else 1.3)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.list_row)
        column.addWidget(self.lists)
        column.addWidget(self.progress)
        column.addWidget(self.done)
        column.addWidget(self.panel, 1)
        self._hint.setProperty("tone", "muted")
        self.foot.setLayout(row((self._hint, 1), self.bring_in_button))
        listed = QVBoxLayout(self.panel.at_rest)
        listed.setContentsMargins(0, 0, 0, 0)
        self._columns = column, listed
        listed.addWidget(self.welcome, 1)
        listed.addWidget(self.found, 1)
        listed.addWidget(self.foot)
        listed.addWidget(self.rest, 1)
        self._look.put_font(self.welcome, 1.3)
        self.fit(self.size())
