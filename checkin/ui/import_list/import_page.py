"""The page that brings a list in: choose it, look what it would do, bring it in, and undo it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin.desk.bring_in import OutdatedPlanError, bring_in, plan
from checkin.desk.undo import finish_undo, undo
from checkin.domain.delegates import Field
from checkin.importing import Overrides, content_named
from checkin.ui.announcing import announce
from checkin.ui.elided import ElidedLabel
from checkin.ui.import_list.found_panel import FoundPanel
from checkin.ui.page import Page
from checkin.ui.rows import row
from checkin.ui.theme import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from checkin.desk.staff import Staff
    from checkin.errors import CheckinError
    from checkin.importing import Content, ImportPlan
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, Handle, Progress, Tasks, Ticker
    from checkin.ui.theme import Colours
    from checkin.wording import Wording

_ENDINGS: Final = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"


class ImportPage(Page):
    """One list at a time. Nothing comes in before it was looked at, and a scan is never in the way of it."""

    def __init__(
        self,
        file: EventFile,
        staff: Staff,
        tasks: Tasks,
        changes: Changes,
        wording: Wording,
        colours: Colours,
        trouble: Callable[[CheckinError], object],
    ) -> None:
        super().__init__()
        self._file = file
        self._staff = staff
        self._tasks = tasks
        self._changes = changes
        self._wording = wording
        self._colours = colours
        self._trouble = trouble
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._readings: dict[str, Content] = {}
        self._handle: Handle | None = None
        self._act = ""
        self.setAcceptDrops(True)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def plan(self) -> ImportPlan | None:
        """What bringing the list in would do, or did; None before a list was looked at."""
        return self._plan

    @property
    def is_busy(self) -> bool:
        """Whether it looks at a list or brings one in."""
        return self._handle is not None and not self._handle.is_done

    def on_opened(self) -> None:
        """Ready to choose a list, or to go on."""
        self._offer_categories()
        (self.bring_in_button if self.bring_in_button.isEnabled() else self.choose_button).setFocus()

    def look_at(self, path: Path) -> None:
        """Look what this list would do; nothing is changed."""
        if self.is_busy:
            return
        self._path, self._readings = path, {}
        self._look()

    def choose(self) -> None:
        """Ask for the list."""
        if self.is_busy:
            return
        say = self._wording
        kinds = f"{say.text('Lists')} ({_ENDINGS});;{say.text('All files')} (*)"
        start = str(self._path.parent if self._path is not None else Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, say.text("Choose a list"), start, kinds)
        if chosen:
            self.look_at(Path(chosen))

    def bring_in(self) -> None:
        """Bring in what was found, as one act."""
        found = self._plan
        if found is None or self.is_busy or not self._to_come():
            return

        def work(tick: Ticker) -> str | None:
            return bring_in(self._file, self._staff, found, lambda done: tick(done, self._to_come()))

        self._begin(self._wording.text("Bringing in…"))
        self._handle = self._tasks.batch.run(
            work,
            then=self._on_brought_in,
            fail=self.if_open(self._on_trouble),
            progress=self.if_open(self._on_progress),
            stopped=self._on_cancelled,
        )
        self._show_state()

    def undo(self) -> None:
        """Take the whole import back."""
        act = self._act
        if not act or self.is_busy:
            return
        self._begin(self._wording.text("Undoing…"))

        def work(_tick: Ticker) -> None:
            undo(self._file, self._staff, act)
            finish_undo(self._file)

        self._handle = self._tasks.batch.run(
            work,
            then=lambda _none: self._on_undone(),
            fail=self.if_open(self._on_trouble),
            stopped=self._on_undo_stopped,
        )
        self._show_state()

    def cancel(self) -> None:
        """Stop what runs: then nothing has come in."""
        if self._handle is not None:
            self._handle.cancel()
            self.cancel_button.setEnabled(False)

    def read_column_as(self, header: str, name: str) -> None:
        """Read a column of the list as something else, and look again; `name` is a field's, or full_name."""
        if self._act:
            return
        self._readings[header] = content_named(name, header)
        self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the page."""
        if not self.is_busy and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.look_at(path)

    # ------------------------------------------------------------------------------------------ the work

    def _look(self) -> None:
        path = self._path
        if path is None or self.is_busy:
            return
        category = self.category.currentData()
        overrides = Overrides(self._readings, {Field.CATEGORY: category} if category else {})
        self._plan, self._act = None, ""
        self._begin(self._wording.text("Looking at {file}…").format(file=path.name))
        self._handle = self._tasks.batch.run(
            lambda tick: plan(self._file, path, overrides, tick),
            then=self.if_open(self._on_looked),
            fail=self.if_open(self._on_trouble),
            progress=self.if_open(self._on_progress),
            stopped=self._on_cancelled,
        )
        self._show_state()

    def _begin(self, words: str) -> None:
        self.bar.setRange(0, 0)
        self.doing.setText(words)
        if not self._act:
            self.result.setText("")
        announce(self, words)

    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def _on_looked(self, found: ImportPlan) -> None:
        self._plan = found
        say = self._wording
        self.found.show_plan(found, self._file.event)
        self._show_state()
        told = say.text("{new} new, {changed} changed, {same} same, {alike} look alike, {rejected} rejected")
        announce(self, told.format(
            new=len(found.new), changed=len(found.changed), same=found.same, alike=len(found.alike),
            rejected=len(found.rejected),
        ))  # fmt: skip
        if self.bring_in_button.isEnabled():
            self.bring_in_button.setFocus()

    def _on_brought_in(self, act: str | None) -> None:
        self._announce_changes()
        say, found = self._wording, self._plan
        self._act = act or ""
        if not (found and act and (found.rejected or found.alike)):
            self._plan = None
        if found is not None:
            words = say.many(
                "{count} row came in", "{count} rows came in", len(found.new) + len(found.changed)
            )
            detail = say.text("{new} new, {changed} changed").format(
                new=len(found.new), changed=len(found.changed)
            )
            self._tell(f"{words}: {detail}.")

    def _on_undone(self) -> None:
        self._announce_changes()
        self._act, self._plan = "", None
        self._tell(self._wording.text("The import was undone."))

    def _on_cancelled(self) -> None:
        self._tell(self._wording.text("Stopped. Nothing has come in."))

    def _on_undo_stopped(self) -> None:
        self._tell(self._wording.text("Stopped. The import was not undone."))

    def _on_trouble(self, error: CheckinError) -> None:
        self._show_state()
        self._trouble(error)
        if isinstance(error, OutdatedPlanError):
            self._look()

    def _announce_changes(self) -> None:
        self._changes.delegates_changed.emit(frozenset())
        self._changes.acts_changed.emit()

    # ------------------------------------------------------------------------------------------ the screen

    def _tell(self, words: str) -> None:
        if not shiboken6.isValid(self):  # another window has taken its place meanwhile
            return
        self.result.setText(words)
        announce(self, words)
        self._show_state()

    def _to_come(self) -> int:
        if self._plan is None or self._act:
            return 0
        return len(self._plan.new) + len(self._plan.changed)

    def _show_state(self) -> None:
        """Bring everything into line with what runs and what was found.

        What was rejected or looks alike stays in sight after the rest has come in: somebody has still to see to it.
        """
        say, busy, found = self._wording, self.is_busy, self._plan
        self.path.setText(
            str(self._path) if self._path is not None else say.text("or drop a file on this page")
        )
        self.choose_button.setEnabled(not busy)
        # What has come in is read as it was, and can be undone until another list is chosen.
        self.category.setEnabled(not busy and not self._act)
        self.found.allow_readings(is_allowed=not self._act)
        self.progress.setVisible(busy)
        self.cancel_button.setEnabled(busy)
        self.found.setVisible(found is not None)
        self.found.setEnabled(not busy)
        self.foot.setVisible(found is not None and not self._act)
        self.welcome.setVisible(found is None and not busy and not self.result.text())
        self.done.setVisible(bool(self.result.text()) and not busy)
        self.rest.setVisible(found is None and not self.welcome.isVisibleTo(self))
        self.undo_button.setVisible(bool(self._act))
        self.bring_in_button.setEnabled(self._to_come() > 0 and not busy)
        words = say.text("Import {count}") if self._to_come() else say.text("Nothing to import")
        self.bring_in_button.setText(words.format(count=self._to_come()))

    def _offer_categories(self) -> None:
        chosen = self.category.currentData()
        self.category.clear()
        self.category.addItem(self._wording.text("as the list says"), "")
        for category in self._file.event.categories.values():
            self.category.addItem(f"{category.letter}  {self._wording.local(category.name)}", category.code)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))

    # ------------------------------------------------------------------------------------------ making

    def _make_widgets(self) -> None:
        say = self._wording
        self.choose_button = QPushButton(
            icon("file-spreadsheet", self._colours.text), say.text("Choose a list…")
        )
        self.path = ElidedLabel()
        self.category = QComboBox()
        self.category.setAccessibleName(say.text("Category of rows without one"))
        self.category.setToolTip(say.text("For a list without a category: one for all its rows"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(say.text("Progress"))
        self.doing = QLabel()
        self.cancel_button = QPushButton(say.text("Stop"))
        self.progress, self.done = QWidget(), QWidget()
        self.foot, self.rest = QWidget(), QWidget()
        self.welcome = QLabel(_welcome(say))
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome.setWordWrap(True)
        self.welcome.setProperty("tone", "muted")
        self.found = FoundPanel(say, self._colours)
        self.bring_in_button = QPushButton()
        self.bring_in_button.setDefault(True)
        self.result = QLabel()
        self.undo_button = QPushButton(icon("undo-2", self._colours.text), say.text("Undo the import"))
        self._offer_categories()

    def _lay_out(self) -> None:
        say = self._wording
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(10)
        column.addLayout(
            row(self.choose_button, (self.path, 1), *self._labelled(say.text("C&ategory"), self.category))
        )
        self.progress.setLayout(row(self.doing, (self.bar, 1), self.cancel_button))
        column.addWidget(self.progress)
        self.done.setLayout(row(self.result, self.undo_button, None))
        self.done.setObjectName("done")
        column.addWidget(self.done)
        column.addWidget(self.welcome, 1)
        column.addWidget(self.found, 1)
        hint = QLabel(say.text("One undo takes all of it back, any time."))
        hint.setProperty("tone", "muted")
        self.foot.setLayout(row(None, hint, self.bring_in_button))
        column.addWidget(self.foot)
        column.addWidget(self.rest, 1)
        font = self.welcome.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.welcome.setFont(font)
        font = self.result.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.result.setFont(font)
        font = self.bring_in_button.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.bring_in_button.setFont(font)

    def _labelled(self, text: str, box: QWidget) -> tuple[QLabel, QWidget]:
        label = QLabel(text)
        label.setBuddy(box)
        return label, box

    def _connect(self) -> None:
        say = self._wording
        self.choose_button.clicked.connect(self.choose)
        self.cancel_button.clicked.connect(self.cancel)
        self.bring_in_button.clicked.connect(self.bring_in)
        self.undo_button.clicked.connect(self.undo)
        self.category.activated.connect(lambda _number: self._look())
        self.found.column_read_as.connect(self.read_column_as)
        self.add_key("Ctrl+O", say.text("Choose a list"), self.choose)
        self.add_key("Ctrl+Return", say.text("Import"), self.bring_in)
        self.add_key("Ctrl+Z", say.text("Undo the import"), self.undo)
        self.tell_key("Ctrl+C", say.text("Copy the table"))
        self.add_key("Esc", say.text("Stop"), self.cancel)


def _welcome(say: Wording) -> str:
    return "\n\n".join(
        (
            say.text("Choose a list of delegates: CSV, XLSX, XLS or ODS."),
            say.text("It is looked at first; nothing comes in before you say so."),
            say.text("The columns are recognised by their names, in English, French and Khmer."),
        )
    )


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """The one file that is dragged, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
