"""The table of sessions with their figures on the Reports page; long programmes are shown by day or room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.desk.watch import SessionFigures
from checkin.ui.appearance import Dressed
from checkin.ui.hint import not_read
from checkin.ui.plain import PlainLabel
from checkin.ui.reports.columns import SESSION_COLUMN, session_columns
from checkin.ui.reports.session_filter import SessionFilter
from checkin.ui.table import ROW_ROLE, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.errors import CheckinError
    from checkin.ui.page import Parts


class SessionList(QWidget, Dressed):
    """The table of the sessions with their figures, and above it the box in which a day or a room is chosen."""

    chosen = Signal(str)
    """Emitted with the code of the session whose row was chosen."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look, self._file = parts.look, parts.file
        self._not_read: CheckinError | None = None
        self._model = TableModel(session_columns(self._say, self._file.known_event.zone), self)
        self.table, self.filter, self._hint = (
            TableView(self._model),
            SessionFilter(),
            PlainLabel(wordWrap=True),
        )
        self._hint.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.filter)
        column.addWidget(self.table)
        column.addWidget(self._hint)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._on_selected())
        parts.look.in_each_language(self._label)

    def show_figures(self, sessions: Iterable[SessionFigures], selected: str) -> None:
        """Show the sessions on the chosen day or in the chosen room, and select the one with the code `selected`."""
        self._tell(None)
        is_first, known = not self._model.rows, tuple(sessions)
        of_filter = self.filter.among(self._file.known_event, (row.session for row in known))
        shown = {each.code for each in of_filter}
        self._model.show(tuple(row for row in known if row.session.code in shown))
        if is_first:
            self.table.fit_columns(stretched=SESSION_COLUMN)
        self.select(selected)

    def show_not_read(self, error: CheckinError) -> None:
        """Show no session, but the error that kept the figures from being read."""
        self._model.show(())
        self._tell(error)

    def select(self, code: str) -> None:
        """Select the row of the session with this code; "" selects no row, for a report on the whole event."""
        self.table.setCurrentIndex(QModelIndex())
        for number, row in enumerate(self._model.rows):
            if row.session.code == code:
                self.table.selectRow(number)

    def _tell(self, error: CheckinError | None) -> None:
        """Say in the table, if it has no row, that there is no session, or which error kept them from being read."""
        self._not_read = error
        none_yet = self._say.text("The programme has no session yet.")
        self.table.set_hint(none_yet if error is None else not_read(error)(self._say))

    def _on_selected(self) -> None:
        index = self.table.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, SessionFigures):
            self.chosen.emit(row.session.code)

    def _label(self) -> None:
        say = self._say
        self.table.setAccessibleName(say.text("Sessions"))
        self.filter.setAccessibleName(say.text("Sessions of this day or room"))
        self._tell(self._not_read)
        self._hint.setText(
            say.text("Everybody is counted here, staff too. The totals of the reports are without staff.")
        )
        self._model.use(session_columns(say, self._file.known_event.zone))
