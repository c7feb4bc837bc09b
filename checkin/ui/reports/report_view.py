"""One report on the screen: title, figures, and the beginning of its rows, filtered and in the order asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.reports.columns import report_columns
from checkin.ui.reports.report_work import MOST_SHOWN
from checkin.ui.reports.totals import CategoryTotals
from checkin.ui.table import ExcerptModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from checkin.reports import Cell, Column, Report
    from checkin.ui.page import Parts
    from checkin.ui.reports.report_work import Preview, ReportWork


class ReportView(QWidget, Dressed):
    """Shows each preview that the work brings; another order or filter is asked of the work."""

    def __init__(self, parts: Parts, work: ReportWork) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._work = work
        self._shown: Preview | None = None
        self._rows: ExcerptModel[tuple[Cell, ...]] = ExcerptModel((), self)
        self.title = QLabel(wordWrap=True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.totals = CategoryTotals(parts.look)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.rows = TableView(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.totals, self.filter):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        self.filter.textChanged.connect(self._on_filtered)
        work.preview_known.connect(self._show)
        parts.look.in_each_language(self._label)

    def _show(self, preview: Preview) -> None:
        former, self._shown = self._shown, preview
        if former is None or _names(former.report) != _names(preview.report):
            self._use_columns_of(preview.report)
        else:
            self._rows.use(report_columns(preview.report.main, self._say, self._at.file.known_event))
        self._rows.show(preview.report.main.rows)
        if former is None or former.report.title != preview.report.title:
            self.rows.fit_columns()
        self._tell(preview)

    def _use_columns_of(self, report: Report) -> None:
        """Another report: its own columns, in the order that was asked for where it has that column."""
        replaced, event = self._rows, self._at.file.known_event
        self._rows = ExcerptModel(report_columns(report.main, self._say, event), self)
        self.rows.setModel(self._rows)
        replaced.deleteLater()
        names, wanted = _names(report), self._work.excerpt
        if wanted.order in names:
            down = Qt.SortOrder.DescendingOrder if wanted.is_down else Qt.SortOrder.AscendingOrder
            self.rows.horizontalHeader().setSortIndicator(names.index(wanted.order), down)
        self._rows.order_wanted.connect(self._on_order_wanted)

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
        self.totals.show_totals(made.persons, event)

    def _label(self) -> None:
        self.filter.setPlaceholderText(self._say.text("Filter the rows"))
        self.filter.setAccessibleName(self._say.text("Filter the rows"))
        self.rows.setAccessibleName(self._say.text("Rows"))
        if self._shown is not None:
            self._tell(self._shown)
            self._work.compute()  # the report's own words are part of it

    def _on_filtered(self, words: str) -> None:
        self._work.excerpt = replace(self._work.excerpt, words=words)
        self._work.compute()

    def _on_order_wanted(self, column: int, is_down: bool) -> None:  # noqa: FBT001 - as the signal tells it
        names = _names(self._shown.report) if self._shown is not None else []
        order = names[column] if 0 <= column < len(names) else ""
        wanted = replace(self._work.excerpt, order=order, is_down=is_down and bool(order))
        if wanted != self._work.excerpt:
            self._work.excerpt = wanted
            self._work.compute()


def _shown_columns(report: Report) -> tuple[Column, ...]:
    """The columns that the screen shows: those that paper has too."""
    return tuple(column for column in report.main.columns if column.width)


def _names(report: Report) -> list[str]:
    return [column.name for column in _shown_columns(report)]
