"""Imports a programme from a file or from copied lines: first shows what would change, then changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from checkin.desk.bring_programme import bring_in, plan, plan_text
from checkin.ui.drops import PROGRAMME_ENDINGS
from checkin.ui.file_dialog import choose_file
from checkin.ui.programme.check_panel import CheckPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from checkin.desk.bring_programme import BroughtProgramme
    from checkin.errors import CheckinError
    from checkin.importing.programme_plan import ProgrammePlan
    from checkin.storage.event_file import EventFile
    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.page import Parts

_ENDINGS: Final = " ".join(f"*{ending}" for ending in PROGRAMME_ENDINGS)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a programme comes from: its name for the organiser, and how to plan what it would change."""

    name: str
    plan: Callable[[EventFile], BroughtProgramme]


class ProgrammeFromFile(QObject):
    """Examines the file of a programme in the background, and brings it in as one act once the organiser agrees.

    If the event changes while the check is shown, the file is examined again, so that the check is always up to date.
    """

    told = Signal(object)
    """Emitted with the `Words` that say what is being done; None if the page shall show none."""

    came_in = Signal(str)
    """Emitted with the code of the first imported session; the panel stays open only if rows were rejected."""

    put_away = Signal()
    """Emitted when the panel was closed without importing anything."""

    def __init__(self, parts: Parts, panel: SidePanel, page: QWidget) -> None:
        super().__init__(panel)
        self._at, self._panel, self._page = parts, panel, page
        self._folder = parts.file.path.parent
        self._source: _Source | None = None
        self._number = 0
        self._is_told = False
        self._plan: ProgrammePlan | None = None
        self._not_read: CheckinError | None = None
        parts.changes.programme_changed.connect(self._on_programme_changed)

    @property
    def check(self) -> CheckPanel | None:
        """The open panel that shows what the file would change; None if no panel is open."""
        shown = self._panel.currentWidget()
        return shown if isinstance(shown, CheckPanel) else None

    def choose(self) -> None:
        """Let the organiser choose the file of a programme, and examine it."""
        if self._panel.is_writing:
            self._panel.go_on()
            return
        say = self._at.look.say
        kinds = f"{say.text('Programme')} ({_ENDINGS});;{say.text('All files')} (*)"
        chosen = choose_file(self._page, say.text("Programme from a file…"), self._folder, kinds, say)
        if chosen is not None:
            self.look_at(chosen)

    def look_at(self, path: Path) -> None:
        """Examine this file, and show what it would change; while something is half typed, only return to that."""
        if self._panel.is_writing:
            self._panel.go_on()
            return
        self._folder = path.parent
        self._begin(_Source(path.name, lambda file: plan(file, path)))

    def paste(self, day: date) -> None:
        """Examine the lines that the clipboard holds; sessions for which no line gives a day are on this `day`."""
        text = QApplication.clipboard().text()
        if self._panel.is_writing:
            self._panel.go_on()
        elif text.strip():
            name = self._at.look.say.text("Pasted programme")
            self._begin(_Source(name, lambda file: plan_text(file, text, day)))
        else:
            self.told.emit(
                lambda say: say.text("Copy lines first, such as 09:00–10:30 Title (Room; speakers).")
            )

    def bring_in(self) -> None:
        """Import the sessions that the open panel shows, as one act; do nothing if nothing would change."""
        check, planned = self.check, self._plan
        if check is None or planned is None or not check.to_come:
            return
        at, staff = self._at, self._at.shift.staff
        self._show(None)

        def work(_tick: object) -> Mapping[str, str]:
            done, _act = bring_in(at.file, staff, planned)
            _ = at.file.event  # so that the window knows the programme as it was changed
            return done.recoded

        at.tasks.batch.run(
            work, then=lambda recoded: self._on_came_in(planned, recoded), fail=self._on_failed
        )

    def _begin(self, source: _Source) -> None:
        self._source = source
        self._is_told = True
        self.told.emit(lambda say: say.text("Looking at {file}…").format(file=source.name))
        self._look()

    def _look(self) -> None:
        """Look at the file in the background; of several looks only the newest counts."""
        self._number, self._plan = self._number + 1, None
        file, source, number = self._at.file, self._source, self._number
        if source is not None:
            self._at.tasks.batch.run(
                lambda _tick: source.plan(file),
                then=lambda found: self._on_looked(number, found),
                fail=lambda error: self._on_not_looked(number, error),
            )

    def _on_looked(self, number: int, found: BroughtProgramme) -> None:
        if number != self._number or not shiboken6.isValid(self) or self._source is None:
            return
        self._at.put_away(self._not_read)
        self._not_read = None
        self._tell_no_longer()
        if found.plan.seen != self._at.file.known_event:
            self._look()
            return
        if self.check is None and self._panel.is_writing:
            self._panel.go_on()  # a form was begun meanwhile, and goes first
            return
        self._show(found.plan)

    def _show(self, planned: ProgrammePlan | None) -> None:
        """Show the plan in the check, which is opened if it is not; None shows that another plan is being made."""
        self._plan = planned
        check = self.check
        if check is not None and check.name == self._name:
            check.show_plan(planned)
        elif planned is not None:
            check = CheckPanel(self._at.look, self._name)
            check.show_plan(planned)
            check.wanted.connect(self._at.stopped.unless(self.bring_in))
            check.given_up.connect(self._put_away)
            self._panel.ask(check)

    @property
    def _name(self) -> str:
        return self._source.name if self._source is not None else ""

    def _put_away(self) -> None:
        self._source, self._plan = None, None
        self._number += 1
        self._panel.rest()
        self.put_away.emit()

    def _on_came_in(self, brought: ProgrammePlan, recoded: Mapping[str, str]) -> None:
        self._at.changes.programme_changed.emit()
        self._at.changes.acts_changed.emit()
        if not shiboken6.isValid(self):
            return
        codes = {*brought.new, *brought.changed}
        first = next((each.code for each in brought.wanted.sessions_by_time() if each.code in codes), "")
        if not brought.rejected:
            self._put_away()  # otherwise the check goes on to say what somebody must see to
        self.came_in.emit(recoded.get(first, first))
        self.told.emit(lambda say: say.many("{count} row came in", "{count} rows came in", len(codes)))

    def _on_failed(self, error: CheckinError) -> None:
        self._at.trouble(error)
        if shiboken6.isValid(self):
            self._look()

    def _on_not_looked(self, number: int, error: CheckinError) -> None:
        if number != self._number or not shiboken6.isValid(self):
            return
        self._not_read = error
        self._at.trouble(error)
        self._tell_no_longer()
        if self.check is not None:
            self._put_away()

    def _tell_no_longer(self) -> None:
        """Tell no longer that the file is being looked at."""
        if self._is_told:
            self._is_told = False
            self.told.emit(None)

    def _on_programme_changed(self) -> None:
        """Look again at the file whose check is open, because the event is another one now."""
        if shiboken6.isValid(self) and self.check is not None:
            self._show(None)
            self._look()
