"""The page of figures and reports: the counters, the table of sessions, one report, and the buttons that save it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from checkin.errors import CheckinError, LostFileError
from checkin.remembered import whole_number
from checkin.reports import REPORTS, endings, report_named
from checkin.reports.attendance import ATTENDANCE
from checkin.ui.elided import ElidedCombo
from checkin.ui.file_dialog import choose_where_to_save
from checkin.ui.frames.filtered_table import FilteredTable
from checkin.ui.frames.saved_strip import SavedStrip
from checkin.ui.page import KeyGroup, Page
from checkin.ui.plain import PlainLabel
from checkin.ui.reports.report_view import ReportView
from checkin.ui.reports.report_work import ReportWork
from checkin.ui.reports.save_row import SaveRow
from checkin.ui.reports.session_filter import in_words
from checkin.ui.reports.session_list import SessionList

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.desk.watch import Figures
    from checkin.remembered import State
    from checkin.reports import Cell
    from checkin.ui.page import Parts

_LEFT, _RIGHT = 640, 700
"""Widths of the two halves in dots, on a screen 1366 dots wide; both grow with the window."""

_REPORT_LETTERS, _SESSION_LETTERS = 14, 18
_NOT_IN_A_NAME: Final = re.compile(r"[^A-Za-z0-9_-]+")


class ReportsPage(Page):
    """The Reports page: the event in figures on the left, one report on the right.

    A change made anywhere appears on the page after some seconds.
    """

    def __init__(
        self,
        parts: Parts,
        counters: QWidget,
        ask_where: Callable[[QWidget, str, str], Path | None] | None = None,
    ) -> None:
        super().__init__(parts)
        self._at = parts
        self._ask_where = ask_where or self._ask
        self._folder: Path | None = None
        self._counters = counters
        self._known: Figures | None = None
        table: FilteredTable[tuple[Cell, ...]] = FilteredTable(parts.look)
        self.work = ReportWork(parts, self, lambda: table.wanted)
        self.view = ReportView(parts, self.work, table)
        self._make_widgets()
        self._lay_out()
        self._connect()
        parts.look.in_each_language(self._label)

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """Which report the page shows and for which session, and how its two tables are sorted."""
        wanted, (column, is_down) = self.view.table.wanted, self.sessions.order
        return {
            "report": self.report_box.currentData(),
            "session": self.session_box.currentData() or "",
            "order": wanted.order,
            "is_down": wanted.is_down,
            "sessions_order": column,
            "sessions_down": is_down,
            "of": self.session_filter.key,
        }

    def take_state(self, state: State) -> None:
        """Show the report, the session and the sorting that the page showed when its `state` was saved."""
        self.session_filter.offer(self._at.file.known_event, self._say, str(state.get("of", "")))
        self._offer_sessions()
        self.report_box.setCurrentIndex(max(self.report_box.findData(state.get("report")), 0))
        self.session_box.setCurrentIndex(max(self.session_box.findData(state.get("session", "")), 0))
        self.view.table.take_order(str(state.get("order", "")), is_down=bool(state.get("is_down")))
        self.sessions.put_in_order(
            whole_number(state, "sessions_order"), is_down=bool(state.get("sessions_down"))
        )

    def show_session(self, session: str, part: str = "") -> None:
        """Choose the report with the name `part`, or else the attendance, of the session with this code."""
        self._offer_sessions()
        self.report_box.setCurrentIndex(self.report_box.findData(part or ATTENDANCE.name))
        self.session_box.setCurrentIndex(max(self.session_box.findData(session), 0))

    def on_opened(self) -> None:
        """Move the focus to the box in which a report is chosen; compute the figures and the report anew."""
        self._offer_sessions()
        self.report_box.setFocus()
        self._compute()

    # ---- what happens on the page

    def save_as(self, ending: str) -> None:
        """Ask the operator where to save the report, then write it in the format with this file ending.

        The file shows the report as it stands after the operator has answered.
        """
        path = self._ask_where(self, self.proposed_name(ending), ending)
        if path is not None:
            self._folder = path.parent
            self._show_busy(is_busy=True)
            self.work.save(path)

    def _copy(self) -> None:
        """Copy the table that has the focus, else the report's table, and say how many rows were copied."""
        table = self.sessions if self.sessions.hasFocus() else self.view.rows
        self.saved.show_copied(table.copy(), self._shown)

    def proposed_name(self, ending: str) -> str:
        """The file name proposed for the report: the report's name, the session's code and the time at the venue.

        The name contains nothing about a person. `ending` is the file ending, such as "pdf".
        """
        when = self._at.now().astimezone(self._at.file.known_event.zone).strftime("%Y-%m-%d-%H%M")
        parts = (self.work.name, self.work.session, when)
        return "-".join(_NOT_IN_A_NAME.sub("_", part) for part in parts if part) + f".{ending}"

    def _ask(self, parent: QWidget, name: str, _ending: str) -> Path | None:
        folder = self._folder or Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
        )
        return choose_where_to_save(parent, self._say.text("Save the report"), folder / name, self._say)

    def _compute(self) -> None:
        self._want()
        self.work.compute()

    def _want(self) -> None:
        kind = report_named(self.report_box.currentData())
        self.session_box.setEnabled(kind.is_of_sessions)
        possible = endings(with_calendar=kind.has_calendar)
        for ending, button in self.save_row.buttons.items():
            button.setVisible(ending in possible)
        self.work.name = kind.name
        self.work.session = (self.session_box.currentData() or None) if kind.is_of_sessions else None
        self.saved.keep_for(self._shown)

    @property
    def _shown(self) -> tuple[str | None, ...]:
        """What the page shows: the report, the session and the words of the filter."""
        return self.work.name, self.work.session, self.view.table.wanted.words

    def _on_saved(self, path: Path, rows: int | None) -> None:
        self._show_busy(is_busy=False)
        self.saved.show_saved(path, rows, self._shown)

    def _on_not_saved(self, error: CheckinError) -> None:
        self._show_busy(is_busy=False)
        if isinstance(error, LostFileError):
            # What happened to the file stands in the window's strip already: only this one is news.
            why = f"{error.title}. Save it again when the event is back."
            error = CheckinError("The report was not saved", why)
        self._at.trouble(error)

    def _on_programme_changed(self) -> None:
        self._offer_sessions()
        self._want()
        self._on_changed()

    def _on_changed(self, *_what: object) -> None:
        """Compute the figures and the report again soon, but only while the page is visible."""
        if self.isVisible():
            self.work.compute_soon()

    # ---- the screen

    def _show_figures(self, known: Figures) -> None:
        self._known = known
        self._tell_badges()
        self.session_list.show_figures(known.sessions, self.session_box.currentData())

    def _show_no_figures(self, error: CheckinError) -> None:
        """Show no figures, and in the place of the sessions why the figures could not be read."""
        self._known = None
        self.badges.setText("")
        self.session_list.show_not_read(error)
        self._at.trouble(error)

    def _tell_badges(self) -> None:
        if self._known is None:
            return
        say, known = self._say, self._known
        words = [say.many("{count} badge printed", "{count} badges printed", known.printed)]
        if known.replaced:
            words.append(say.many("{count} replaced", "{count} replaced", known.replaced))
        self.badges.setText(" · ".join(words))

    def _show_busy(self, *, is_busy: bool) -> None:
        for button in self.save_row.buttons.values():
            button.setEnabled(not is_busy)

    def _on_session_chosen(self) -> None:
        """Select in the table the session that was chosen in the box, then compute the report.

        No row is selected if the whole event was chosen.
        """
        self.session_list.select(self.session_box.currentData())
        self._compute()

    def _on_filtered(self) -> None:
        """Show the sessions of the chosen day or room only, in the table and in the box."""
        self._offer_sessions()
        if self._known is not None:
            self._show_figures(self._known)
        self._compute()

    def _on_row_chosen(self, code: str) -> None:
        number = self.session_box.findData(code)
        if number >= 0 and number != self.session_box.currentIndex():
            self.session_box.setCurrentIndex(number)
            self._compute()

    def _offer_sessions(self) -> None:
        say, event, chosen = self._say, self._at.file.known_event, self.session_box.currentData()
        self.session_filter.offer(event, say)
        self.session_box.clear()
        self.session_box.addItem(say.text("Whole event"), "")
        for session in self.session_filter.among(event, event.sessions_by_time()):
            self.session_box.addItem(in_words(session, event, say), session.code)
        self.session_box.setCurrentIndex(max(self.session_box.findData(chosen), 0))

    # -------------------------------------------------------------------------------------------- making

    def _make_widgets(self) -> None:
        self.badges = PlainLabel()
        self.session_list = SessionList(self._at)
        self.sessions, self.session_filter = self.session_list.table, self.session_list.filter
        self.report_box, self.session_box = ElidedCombo(_REPORT_LETTERS), ElidedCombo(_SESSION_LETTERS)
        for kind in REPORTS:
            self.report_box.addItem("", kind.name)
        self.save_row = SaveRow(self._look)
        self.save_row.wanted.connect(self.save_as)
        self.saved = SavedStrip(self._look)
        self._report_label, self._session_label = PlainLabel(), PlainLabel()

    def _label(self) -> None:
        say = self._say
        self.report_box.setAccessibleName(say.text("Report"))
        self.session_box.setAccessibleName(say.text("Session"))
        self._report_label.setText(say.text("&Report"))
        self._session_label.setText(say.text("&Session"))
        self.save_row.label(say)
        for number, kind in enumerate(REPORTS):
            self.report_box.setItemText(number, say.text(kind.title))
        self._offer_sessions()
        self._tell_badges()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._counters, 2)
        head.addWidget(self.badges)
        head.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._choices())
        column.addLayout(self.save_row)
        column.addWidget(self.saved)
        column.addWidget(self.view, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.session_list)
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

    def _connect(self) -> None:
        self.add_key("Ctrl+C", lambda say: say.text("Copy the table"), self._copy, group=KeyGroup.LOOK)
        self.work.figures_known.connect(self._show_figures)
        self.work.figures_not_read.connect(self._show_no_figures)
        self.work.saved.connect(self._on_saved)
        self.work.not_saved.connect(self._on_not_saved)
        self.view.table.excerpt_wanted.connect(lambda: self.saved.keep_for(self._shown))
        self.report_box.activated.connect(lambda _number: self._compute())
        self.session_box.activated.connect(lambda _number: self._on_session_chosen())
        self.session_filter.activated.connect(lambda _number: self._on_filtered())
        self.session_list.chosen.connect(self._on_row_chosen)
        # Bound methods, which Qt disconnects when the page is deleted.
        self._at.changes.delegates_changed.connect(self._on_changed)
        self._at.changes.presence_changed.connect(self._on_changed)
        self._at.changes.programme_changed.connect(self._on_programme_changed)
        self.add_key(
            "Ctrl+S",
            lambda say: say.text("Save as {format}").format(format="PDF"),
            lambda: self.save_as("pdf"),
        )
