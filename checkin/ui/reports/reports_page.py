"""The page of figures and reports: counters, sessions, one report in sight, and files of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from checkin.desk.watch import SessionFigures
from checkin.reports import REPORTS, Excerpt, endings
from checkin.ui.page import Page
from checkin.ui.reports.columns import SESSION_COLUMN, report_columns, session_columns
from checkin.ui.reports.report_work import MOST_SHOWN, ReportWork
from checkin.ui.reports.saved_strip import SavedStrip
from checkin.ui.reports.totals import CategoryTotals
from checkin.ui.table import ROW_ROLE, ExcerptModel, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.desk.watch import Figures
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.reports import Cell, Column, Report
    from checkin.ui.page import Parts
    from checkin.ui.reports.report_work import Preview
    from checkin.ui.table import TableColumn

_LEFT, _RIGHT = 640, 700
"""Widths in dots on a screen of 1366; both grow with the window."""

_FIRST: Final = ("pdf", "xlsx", "csv")
_NOT_IN_A_NAME: Final = re.compile(r"[^A-Za-z0-9_-]+")


class ReportsPage(Page):
    """The event in figures on the left, one report on the right; a change anywhere is shown some seconds later."""

    def __init__(
        self,
        parts: Parts,
        counters: QWidget,
        ask_where: Callable[[QWidget, str, str], Path | None] | None = None,
    ) -> None:
        super().__init__(parts.look)
        self._at = parts
        self._ask_where = ask_where or self._ask
        self._folder: Path | None = None
        self._counters = counters
        self._rows: ExcerptModel[tuple[Cell, ...]] = ExcerptModel((), self)
        self._known: Figures | None = None
        self._shown: Preview | None = None
        self.work = ReportWork(parts, self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        parts.look.in_each_language(self._label)

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """Which report of which session, in which order."""
        wanted = self.work.excerpt
        return {
            "report": self.report_box.currentData(),
            "session": self.session_box.currentData() or "",
            "order": wanted.order,
            "is_down": wanted.is_down,
        }

    def take_state(self, state: State) -> None:
        """Show the report that was shown, in its order."""
        self._offer_sessions()
        self.report_box.setCurrentIndex(max(self.report_box.findData(state.get("report")), 0))
        self.session_box.setCurrentIndex(max(self.session_box.findData(state.get("session", "")), 0))
        self.work.excerpt = Excerpt(order=str(state.get("order", "")), is_down=bool(state.get("is_down")))

    def on_opened(self) -> None:
        """As it stands now."""
        self._offer_sessions()
        self.report_box.setFocus()
        self._compute()

    # ---- what happens on the page

    def save_as(self, ending: str) -> None:
        """Ask where, and write the report as it stands then."""
        path = self._ask_where(self, self.proposed_name(ending), ending)
        if path is not None:
            self._folder = path.parent
            self._show_busy(is_busy=True)
            self.work.save(path)

    def proposed_name(self, ending: str) -> str:
        """What, of which session, as of when; nothing about a person."""
        when = self._at.now().astimezone(self._at.file.known_event.zone).strftime("%Y-%m-%d-%H%M")
        parts = (self.report_box.currentData(), self.session_box.currentData(), when)
        return "-".join(_NOT_IN_A_NAME.sub("_", part) for part in parts if part) + f".{ending}"

    def _ask(self, parent: QWidget, name: str, ending: str) -> Path | None:
        folder = self._folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        dialog = QFileDialog(parent, self._say.text("Save the report"), str(folder), f"*.{ending}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _compute(self) -> None:
        self.work.name = self.report_box.currentData()
        self.work.session = self.session_box.currentData() or None
        self.work.compute()

    def _on_order_wanted(self, column: int, is_down: bool) -> None:  # noqa: FBT001 - as the signal tells it
        shown = _shown_columns(self._shown.report) if self._shown is not None else ()
        order = shown[column].name if 0 <= column < len(shown) else ""
        wanted = replace(self.work.excerpt, order=order, is_down=is_down and bool(order))
        if wanted != self.work.excerpt:
            self.work.excerpt = wanted
            self._compute()

    def _on_filtered(self, words: str) -> None:
        self.work.excerpt = replace(self.work.excerpt, words=words)
        self._compute()

    def _on_saved(self, path: Path, rows: int) -> None:
        self._show_busy(is_busy=False)
        self.saved.show_saved(path, rows)

    def _on_not_saved(self, error: CheckinError) -> None:
        self._show_busy(is_busy=False)
        self._at.trouble(error)

    def _on_programme_changed(self) -> None:
        self._offer_sessions()
        self._on_changed()

    def _on_changed(self, *_what: object) -> None:
        """Soon, and only while somebody looks."""
        if self.isVisible():
            self.work.compute_soon()

    # ---- the screen

    def _show_figures(self, known: Figures) -> None:
        self._known = known
        self._tell_badges()
        chosen = self._chosen_row()
        is_first = not self._sessions.rows
        self._sessions.show(known.sessions)
        if is_first:
            self.sessions.fit_columns(stretched=SESSION_COLUMN)
        for number, row in enumerate(self._sessions.rows):
            if chosen is not None and row.session.code == chosen.session.code:
                self.sessions.selectRow(number)

    def _tell_badges(self) -> None:
        if self._known is None:
            return
        say, known = self._say, self._known
        words = [say.many("{count} badge printed", "{count} badges printed", known.printed)]
        if known.replaced:
            words.append(say.many("{count} replaced", "{count} replaced", known.replaced))
        self.badges.setText(" · ".join(words))

    def _show_preview(self, preview: Preview) -> None:
        made, event = preview.report, self._at.file.known_event
        former, self._shown = self._shown, preview
        columns = report_columns(made.main, self._say, event)
        if former is not None and _names(former.report) == _names(made):
            self._rows.use(columns)
            self._rows.show(made.main.rows)
        else:
            self._show_other_columns(columns, made)
        self._tell_preview(preview)
        self.totals.show_totals(made.persons, event)

    def _show_other_columns(self, columns: Sequence[TableColumn[tuple[Cell, ...]]], made: Report) -> None:
        """Another report: its own columns, in the order that was asked for where it has that column."""
        replaced, self._rows = self._rows, ExcerptModel(columns, self)
        self._rows.show(made.main.rows)
        self.rows.setModel(self._rows)
        replaced.deleteLater()
        self.rows.fit_columns()
        names, wanted = _names(made), self.work.excerpt
        if wanted.order in names:
            down = Qt.SortOrder.DescendingOrder if wanted.is_down else Qt.SortOrder.AscendingOrder
            self.rows.horizontalHeader().setSortIndicator(names.index(wanted.order), down)
        self._rows.order_wanted.connect(self._on_order_wanted)

    def _tell_preview(self, preview: Preview) -> None:
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

    def _show_busy(self, *, is_busy: bool) -> None:
        for button in self.save_buttons.values():
            button.setEnabled(not is_busy)

    def _chosen_row(self) -> SessionFigures | None:
        index = self.sessions.currentIndex()
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, SessionFigures) else None

    def _on_session_chosen(self) -> None:
        """In the box: the table says the same, which for the whole event is no row."""
        self.sessions.setCurrentIndex(QModelIndex())
        for number, row in enumerate(self._sessions.rows):
            if row.session.code == self.session_box.currentData():
                self.sessions.selectRow(number)
        self._compute()

    def _on_row_chosen(self) -> None:
        row = self._chosen_row()
        number = self.session_box.findData(row.session.code) if row is not None else -1
        if number >= 0 and number != self.session_box.currentIndex():
            self.session_box.setCurrentIndex(number)
            self._compute()

    def _offer_sessions(self) -> None:
        say, event, chosen = self._say, self._at.file.known_event, self.session_box.currentData()
        self.session_box.clear()
        self.session_box.addItem(say.text("Whole event"), "")
        for session in event.sessions_by_time():
            start = session.start.astimezone(event.zone)
            words = f"{say.day_of_year(start.date())} {start:%H:%M}  {say.local(session.title)}"
            self.session_box.addItem(words, session.code)
        self.session_box.setCurrentIndex(max(self.session_box.findData(chosen), 0))

    # -------------------------------------------------------------------------------------------- making

    def _make_widgets(self) -> None:
        self.badges = QLabel()
        self._sessions = TableModel(session_columns(self._say, self._at.file.known_event.zone), self)
        self.sessions = TableView(self._sessions)
        self.report_box, self.session_box = QComboBox(), QComboBox()
        self.session_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.session_box.setMinimumContentsLength(18)
        for kind in REPORTS:
            self.report_box.addItem("", kind.name)
        known = endings()
        order = [
            *(ending for ending in _FIRST if ending in known),
            *(each for each in known if each not in _FIRST),
        ]
        self.save_buttons = {ending: self._save_button(ending) for ending in order}
        self.title = QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.title.setWordWrap(True)
        self.totals = CategoryTotals(self._look)
        self.rows = TableView(self._rows)
        self.saved = SavedStrip(self._look)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self._report_label, self._session_label, self._save_label = QLabel(), QLabel(), QLabel()

    def _save_button(self, ending: str) -> QPushButton:
        button = QPushButton(ending.upper())
        self._look.put_icon(button, "file-text" if ending == "pdf" else "file-spreadsheet")
        button.clicked.connect(lambda: self.save_as(ending))
        return button

    def _label(self) -> None:
        say, event = self._say, self._at.file.known_event
        self.sessions.setAccessibleName(say.text("Sessions"))
        self.rows.setAccessibleName(say.text("Rows"))
        self.report_box.setAccessibleName(say.text("Report"))
        self.session_box.setAccessibleName(say.text("Session"))
        self.filter.setPlaceholderText(say.text("Filter the rows"))
        self.filter.setAccessibleName(say.text("Filter the rows"))
        self._report_label.setText(say.text("&Report"))
        self._session_label.setText(say.text("&Session"))
        self._save_label.setText(say.text("Save as"))
        for number, kind in enumerate(REPORTS):
            self.report_box.setItemText(number, say.text(kind.title))
        for ending, button in self.save_buttons.items():
            button.setAccessibleName(say.text("Save as {format}").format(format=ending.upper()))
        self._sessions.use(session_columns(say, event.zone))
        self._offer_sessions()
        self._tell_badges()
        if self._shown is not None:
            self._compute()  # the report's own words are part of it
            self._tell_preview(self._shown)
            self.totals.show_totals(self._shown.report.persons, event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._counters, 2)
        head.addWidget(self.badges)
        head.addStretch(1)
        left, right = QWidget(), QWidget()
        sessions = QVBoxLayout(left)
        sessions.setContentsMargins(0, 0, 6, 0)
        sessions.addWidget(self.sessions)
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._choices())
        column.addLayout(self._saving())
        column.addWidget(self.saved)
        column.addWidget(self.title)
        column.addWidget(self.totals)
        column.addWidget(self.rows, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([_LEFT, _RIGHT])
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 10, 16, 8)
        page.setSpacing(10)
        page.addLayout(head)
        page.addWidget(both, 1)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for label, box, stretch in (
            (self._report_label, self.report_box, 0),
            (self._session_label, self.session_box, 1),
        ):
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, stretch)
        return row

    def _saving(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._save_label)
        for button in self.save_buttons.values():
            row.addWidget(button)
        row.addWidget(self.filter, 1)
        return row

    def _connect(self) -> None:
        self.work.figures_known.connect(self._show_figures)
        self.work.preview_known.connect(self._show_preview)
        self.work.saved.connect(self._on_saved)
        self.work.not_saved.connect(self._on_not_saved)
        self.filter.textChanged.connect(self._on_filtered)
        self.report_box.activated.connect(lambda _number: self._compute())
        self.session_box.activated.connect(lambda _number: self._on_session_chosen())
        self.sessions.selectionModel().selectionChanged.connect(lambda _now, _before: self._on_row_chosen())
        # Bound methods, which Qt lets go of together with the page.
        self._at.changes.delegates_changed.connect(self._on_changed)
        self._at.changes.presence_changed.connect(self._on_changed)
        self._at.changes.programme_changed.connect(self._on_programme_changed)
        self.add_key(
            "Ctrl+S",
            lambda say: say.text("Save as {format}").format(format="PDF"),
            lambda: self.save_as("pdf"),
        )


def _shown_columns(report: Report) -> tuple[Column, ...]:
    """The columns that the screen shows: those that paper has too."""
    return tuple(column for column in report.main.columns if column.width)


def _names(report: Report) -> list[str]:
    return [column.name for column in _shown_columns(report)]
