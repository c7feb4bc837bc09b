"""The view of one report: its title, its summaries, and its first rows in the chosen filter and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.hint import not_read
from checkin.ui.plain import PlainLabel
from checkin.ui.reports.columns import names_of_columns, report_columns
from checkin.ui.reports.foot import Foot
from checkin.ui.reports.report_work import MOST_SHOWN
from checkin.ui.reports.short_area import ShortArea
from checkin.ui.reports.summaries import Summaries

if TYPE_CHECKING:
    from checkin.errors import CheckinError
    from checkin.reports import Cell
    from checkin.ui.frames.filtered_table import FilteredTable
    from checkin.ui.page import Parts
    from checkin.ui.reports.report_work import Preview, ReportWork

_LINES, _LINES_IF_LOW = 20, 3
"""The greatest height of what stands above the rows of a report, in lines of text."""


class ReportView(QWidget, Dressed):
    """The view of one report on the screen.

    The view shows each preview (first rows) of the report that `work` computes, with the rows in `table`. When the
    operator changes the filter or the order of `table`, the view asks `work` for a new preview.
    """

    def __init__(self, parts: Parts, work: ReportWork, table: FilteredTable[tuple[Cell, ...]]) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._work = work
        self._shown: Preview | None = None
        self.title = PlainLabel(wordWrap=True)
        self.title.setProperty("tone", "strong")
        self.summaries = Summaries(parts.look)
        self.table = table
        self.rows = self.table.view
        self.table.set_hint(lambda say: say.text("There is nothing in this report yet."))
        self.foot = Foot()
        above = QWidget()
        self._heading = heading = QVBoxLayout(above)
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(8)
        heading.addWidget(self.title)
        heading.addWidget(self.summaries)
        self._above = ShortArea(above, _LINES)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._above)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot)
        self.table.excerpt_wanted.connect(work.compute)
        work.preview_known.connect(self._show)
        work.preview_not_read.connect(self._show_not_read)
        parts.look.in_each_language(self._label)

    def fit(self, *, is_low: bool) -> None:
        """If the page `is_low`, show few lines above the rows; the others are scrolled, as are the sentences below."""
        place = self._heading if is_low else self._column
        if place.indexOf(self.foot) < 0:
            place.addWidget(self.foot)
            self.foot.setText(self.foot.text())
        self._above.keep_to(_LINES_IF_LOW if is_low else _LINES)

    def _show(self, preview: Preview) -> None:
        self._shown = preview
        main = preview.report.main
        columns = report_columns(main, self._say, self._at.file.known_event)
        self.table.show_excerpt(names_of_columns(main), columns, main.rows)
        self._tell(preview)

    def _show_not_read(self, error: CheckinError) -> None:
        """Show no report, and in the place of its rows why it could not be read."""
        self._shown = None
        self.title.setText("")
        self.summaries.show_summaries((), self._at.file.known_event)
        self.foot.hide()
        self.table.show_nothing(not_read(error))
        self._at.trouble(error)

    def _tell(self, preview: Preview) -> None:
        made, count = preview.report, preview.rows
        say, event = self._say, self._at.file.known_event
        self.rows.setAccessibleName(made.title)
        words = say.many("{count} row", "{count} rows", count)
        if count > MOST_SHOWN:
            words += " · " + say.text("the first {count} are shown").format(count=MOST_SHOWN)
        if made.persons:
            words += " · " + say.many("{count} person", "{count} persons", sum(made.persons.values()))
        as_of = say.text("as of {time}").format(time=say.time(made.as_of, event.zone))
        self.title.setText(f"{made.title} · {words} · {as_of}")
        self.summaries.show_summaries(made.summaries, event)
        self.foot.setText("\n".join(sentence for table in made.tables for sentence in table.foot))

    def _label(self) -> None:
        self.rows.setAccessibleName(self._say.text("Rows"))
        if self._shown is not None:
            self._tell(self._shown)
            self._work.compute()  # the preview holds words of the report in the former language
