"""The Reports page's work in the background: the event's figures, previews of reports, and report files."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.report import report
from checkin.desk.watch import figures
from checkin.reports import excerpt, let_go, write_report
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from checkin.reports import Excerpt, Report
    from checkin.tasks import Handle
    from checkin.ui.page import Parts

MOST_SHOWN: Final = 1000
"""The largest number of rows shown on the screen; a report file has every row."""
_CALENDAR: Final = ".ics"
_REFRESH_MS: Final = 3000
_PAUSE: Final = 10
"""A report is made anew after ten times as long as it took, as arrivals would ask for it every few seconds."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A report for the screen: its main table is filtered and sorted, and has only its first rows.

    `rows` is the number of all rows of the main table that fit the filter.
    """

    report: Report
    rows: int


class ReportWork(QObject):
    """The work of the Reports page that is done in the background thread for long work.

    `name` says which report is shown, and `session` for which session. After a change of the report, the session, the
    filter or the sorting, call `compute`.
    """

    figures_known = Signal(object)
    """Emitted when the figures of the event are known, with a Figures."""

    preview_known = Signal(object)
    """Emitted when a preview of the report was computed, with the Preview."""

    figures_not_read = Signal(object)
    """Emitted when the figures could not be read, with the CheckinError that says why."""

    preview_not_read = Signal(object)
    """Emitted when the report could not be read, with the CheckinError that says why."""

    saved = Signal(object, object)
    """Emitted when a report was written, with the path of the file and its number of rows.

    The number is None for a calendar, which also has entries that take former sessions out of other calendars.
    """

    not_saved = Signal(object)
    """Emitted when a report could not be written, with the CheckinError that says why."""

    def __init__(self, parts: Parts, page: QWidget, wanted: Callable[[], Excerpt]) -> None:
        """Begin with no report. `wanted` returns how the main table is to be filtered and sorted now."""
        super().__init__(page)
        self._wanted = wanted
        self._at = parts
        self._page = page
        self._preview: Handle | None = None
        self._figures: Handle | None = None
        self._began = 0.0
        self._asked = 0
        self.name = ""
        self.session: str | None = None
        """The code of the session that the report is about; None for the whole event."""
        self.soon = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self.soon.timeout.connect(self._on_soon)

    def compute(self) -> None:
        """Start to compute the event's figures and the preview (first rows) of the report.

        The results are emitted as `figures_known` and `preview_known`. An older preview that is not finished is
        cancelled.
        """
        if self._preview is not None and not self._preview.is_done:
            self._preview.cancel()
        file, at, say = self._at.file, self._at.now(), self._at.look.say
        name, session, wanted = self.name, self.session, self._wanted()
        if self._figures is None or self._figures.is_done:
            self._figures = self._at.tasks.batch.run(
                lambda _tick: figures(file),
                then=if_alive(self._page, self.figures_known.emit),
                fail=if_alive(self._page, self.figures_not_read.emit),
            )
        self._began = time.monotonic()
        self._asked = asked = self._asked + 1
        categories = {
            code: say.local(category.name) for code, category in file.known_event.categories.items()
        }
        self._preview = self._at.tasks.batch.run(
            lambda _tick: _preview_of(report(file, name, at, say, session), wanted, categories),
            then=if_alive(self._page, lambda preview: self._on_preview(asked, preview)),
            fail=if_alive(self._page, self.preview_not_read.emit),
        )

    def compute_soon(self) -> None:
        """Call `compute` after some seconds, so that many changes in a row need one computation only."""
        if not self.soon.isActive():
            self.soon.start()

    def save(self, path: Path) -> None:
        """Write the whole report, with the data of this moment, to this file; then emit `saved` or `not_saved`."""
        file, name, session = self._at.file, self.name, self.session
        at, say, event = self._at.now(), self._at.look.say, file.known_event

        def work(_tick: object) -> int | None:
            made = report(file, name, at, say, session)
            file.require_in_place()  # what was read of an overwritten file is of another event
            write_report(made, path, event, say)
            rows = list(made.main.rows)
            count = len(rows)
            del made
            let_go(rows)
            return None if path.suffix.lower() == _CALENDAR else count

        self._at.tasks.batch.run(
            work,
            then=if_alive(self._page, lambda rows: self.saved.emit(path, rows)),
            fail=if_alive(self._page, self.not_saved.emit),
        )

    def _on_soon(self) -> None:
        """Compute again, or wait once more if the last preview is still being computed, so that no change is missed."""
        if self._preview is not None and not self._preview.is_done:
            self.soon.start()
        else:
            self.compute()

    def _on_preview(self, asked: int, preview: Preview) -> None:
        if asked != self._asked:
            return  # another was asked for meanwhile
        self.soon.setInterval(max(_REFRESH_MS, round(_PAUSE * 1000 * (time.monotonic() - self._began))))
        self.preview_known.emit(preview)


def _preview_of(made: Report, wanted: Excerpt, categories: Mapping[str, str]) -> Preview:
    """The preview of a report whose main table is filtered and sorted as `wanted` says.

    This function runs in the batch lane (long background work), so that the window never holds half a million rows.
    """
    table, count = excerpt(made.main, wanted, MOST_SHOWN, categories)
    preview = Preview(replace(made, tables=(table, *made.tables[1:])), count)
    rows = list(made.main.rows)
    del made
    let_go(rows)
    return preview
