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
from checkin.ui.import_list.findings import Group
from checkin.ui.import_list.found_panel import FoundPanel
from checkin.ui.page import Page
from checkin.ui.rows import row

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from checkin.errors import CheckinError
    from checkin.importing import Content, ImportPlan
    from checkin.remembered import State
    from checkin.tasks import Handle, Progress, Ticker
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_ENDINGS: Final = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"


class ImportPage(Page):
    """One list at a time. Nothing comes in before it was looked at, and a scan is never in the way of it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.look)
        self._at = parts
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._readings: dict[str, Content] = {}
        self._handle: Handle | None = None
        self._act = ""
        self._wanted_group = ""
        self._doing: Words | None = None
        self._result: Words | None = None
        self.setAcceptDrops(True)
        self._make_widgets()
        self._lay_out()
        self._connect()
        parts.look.in_each_language(self._label)

    @property
    def plan(self) -> ImportPlan | None:
        """What bringing the list in would do, or did; None before a list was looked at."""
        return self._plan

    @property
    def is_busy(self) -> bool:
        """Whether it looks at a list or brings one in."""
        return self._handle is not None and not self._handle.is_done

    @property
    def state(self) -> State:
        """Which list was looked at and is not brought in, and for what category."""
        if self._path is None or self._act:
            return {}
        return {
            "path": str(self._path),
            "category": self.category.currentData() or "",
            "group": self.found.group.name,
        }

    def take_state(self, state: State) -> None:
        """Look at the list again that was looked at, where it is still there."""
        path = Path(str(state.get("path", "")))
        if not state.get("path") or not path.is_file():
            return
        self._offer_categories()
        self.category.setCurrentIndex(max(self.category.findData(state.get("category", "")), 0))
        self._wanted_group = str(state.get("group", ""))
        self.look_at(path)

    def on_opened(self) -> None:
        """Ready to choose a list, or to go on."""
        self._offer_categories()
        (self.bring_in_button if self.bring_in_button.isEnabled() else self.choose_button).setFocus()

    def look_at(self, path: Path) -> None:
        """Look what this list would do; nothing is changed."""
        if self.is_busy:
            return
        self._path, self._readings = path, {}
        self._look_again()

    def choose(self) -> None:
        """Ask for the list."""
        if self.is_busy:
            return
        say = self._say
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

        file, staff, to_come = self._at.file, self._at.shift.staff, self._to_come()

        def work(tick: Ticker) -> str | None:
            return bring_in(file, staff, found, lambda done: tick(done, to_come))

        self._begin(lambda say: say.text("Bringing in…"))
        self._handle = self._at.tasks.batch.run(
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
        self._begin(lambda say: say.text("Undoing…"))
        file, staff = self._at.file, self._at.shift.staff

        def work(_tick: Ticker) -> None:
            undo(file, staff, act)
            finish_undo(file)

        self._handle = self._at.tasks.batch.run(
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
        self._look_again()

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

    def _look_again(self) -> None:
        path = self._path
        if path is None or self.is_busy:
            return
        category = self.category.currentData()
        overrides = Overrides(self._readings, {Field.CATEGORY: category} if category else {})
        self._plan, self._act = None, ""
        self._begin(lambda say: say.text("Looking at {file}…").format(file=path.name))
        file = self._at.file
        self._handle = self._at.tasks.batch.run(
            lambda tick: plan(file, path, overrides, tick),
            then=self.if_open(self._on_looked),
            fail=self.if_open(self._on_trouble),
            progress=self.if_open(self._on_progress),
            stopped=self._on_cancelled,
        )
        self._show_state()

    def _begin(self, words: Words) -> None:
        self.bar.setRange(0, 0)
        self._doing = words
        self.doing.setText(words(self._say))
        if not self._act:
            self._result = None
            self.result.setText("")
        announce(self, self.doing.text())

    def _on_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def _on_looked(self, found: ImportPlan) -> None:
        self._plan = found
        say = self._say
        self.found.show_plan(found, self._at.file.known_event)
        if self._wanted_group in Group.__members__:
            self.found.show_group(Group[self._wanted_group])
        self._wanted_group = ""
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
        found = self._plan
        self._act = act or ""
        if not (found and act and (found.rejected or found.alike)):
            self._plan = None
        if found is not None:
            new, changed = len(found.new), len(found.changed)
            self._tell(lambda say: _brought_in(say, new, changed))

    def _on_undone(self) -> None:
        self._announce_changes()
        self._act, self._plan = "", None
        self._tell(lambda say: say.text("The import was undone."))

    def _on_cancelled(self) -> None:
        self._tell(lambda say: say.text("Stopped. Nothing has come in."))

    def _on_undo_stopped(self) -> None:
        self._tell(lambda say: say.text("Stopped. The import was not undone."))

    def _on_trouble(self, error: CheckinError) -> None:
        self._show_state()
        self._at.trouble(error)
        if isinstance(error, OutdatedPlanError):
            self._look_again()

    def _announce_changes(self) -> None:
        self._at.changes.delegates_changed.emit(frozenset())
        self._at.changes.acts_changed.emit()

    # ------------------------------------------------------------------------------------------ the screen

    def _tell(self, words: Words) -> None:
        if not shiboken6.isValid(self):  # the window was closed meanwhile
            return
        self._result = words
        self.result.setText(words(self._say))
        announce(self, self.result.text())
        self._show_state()

    def _label(self) -> None:
        say = self._say
        self.choose_button.setText(say.text("Choose a list…"))
        self._category_label.setText(say.text("C&ategory"))
        self.category.setAccessibleName(say.text("Category of rows without one"))
        self.category.setToolTip(say.text("For a list without a category: one for all its rows"))
        self.bar.setAccessibleName(say.text("Progress"))
        self.cancel_button.setText(say.text("Stop"))
        self.welcome.setText(_welcome(say))
        self.undo_button.setText(say.text("Undo the import"))
        self._hint.setText(say.text("One undo takes all of it back, any time."))
        if self._doing is not None:
            self.doing.setText(self._doing(say))
        if self._result is not None:
            self.result.setText(self._result(say))
        self._offer_categories()
        self._show_state()

    def _to_come(self) -> int:
        if self._plan is None or self._act:
            return 0
        return len(self._plan.new) + len(self._plan.changed)

    def _show_state(self) -> None:
        """Bring everything into line with what runs and what was found.

        What was rejected or looks alike stays in sight after the rest has come in: somebody has still to see to it.
        """
        say, busy, found = self._say, self.is_busy, self._plan
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
        self.category.addItem(self._say.text("as the list says"), "")
        for category in self._at.file.known_event.categories.values():
            self.category.addItem(f"{category.letter}  {self._say.local(category.name)}", category.code)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))

    # ------------------------------------------------------------------------------------------ making

    def _make_widgets(self) -> None:
        self.choose_button = QPushButton()
        self._look.put_icon(self.choose_button, "file-spreadsheet")
        self.path = ElidedLabel()
        self.category, self._category_label = QComboBox(), QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.doing = QLabel()
        self.cancel_button = QPushButton()
        self.progress, self.done = QWidget(), QWidget()
        self.foot, self.rest = QWidget(), QWidget()
        self.welcome = QLabel(wordWrap=True)
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.welcome.setProperty("tone", "muted")
        self.found = FoundPanel(self._look)
        self.bring_in_button = QPushButton()
        self.bring_in_button.setDefault(True)
        self.result, self._hint = QLabel(), QLabel()
        self.undo_button = QPushButton()
        self._look.put_icon(self.undo_button, "undo-2")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(10)
        self._category_label.setBuddy(self.category)
        column.addLayout(row(self.choose_button, (self.path, 1), self._category_label, self.category))
        self.progress.setLayout(row(self.doing, (self.bar, 1), self.cancel_button))
        column.addWidget(self.progress)
        self.done.setLayout(row(self.result, self.undo_button, None))
        self.done.setObjectName("done")
        column.addWidget(self.done)
        column.addWidget(self.welcome, 1)
        column.addWidget(self.found, 1)
        self._hint.setProperty("tone", "muted")
        self.foot.setLayout(row(None, self._hint, self.bring_in_button))
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

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.cancel_button.clicked.connect(self.cancel)
        self.bring_in_button.clicked.connect(self.bring_in)
        self.undo_button.clicked.connect(self.undo)
        self.category.activated.connect(lambda _number: self._look_again())
        self.found.column_read_as.connect(self.read_column_as)
        self._at.changes.programme_changed.connect(self._offer_categories)
        self.add_key("Ctrl+O", lambda say: say.text("Choose a list"), self.choose)
        self.add_key("Ctrl+Return", lambda say: say.text("Import"), self.bring_in)
        self.add_key("Ctrl+Z", lambda say: say.text("Undo the import"), self.undo)
        self.tell_key("Ctrl+C", lambda say: say.text("Copy the table"))
        self.add_key("Esc", lambda say: say.text("Stop"), self.cancel)


def _brought_in(say: Wording, new: int, changed: int) -> str:
    words = say.many("{count} row came in", "{count} rows came in", new + changed)
    return f"{words}: {say.text('{new} new, {changed} changed').format(new=new, changed=changed)}."


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
