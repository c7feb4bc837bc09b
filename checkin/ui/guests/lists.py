"""Lists of guests that are pasted or read from a sheet: each is checked, and then invited as one act or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from checkin.desk.guest_list import NotFound, rows_of
from checkin.importing.files.sheets import read_sheets
from checkin.ui.drops import LIST_ENDINGS
from checkin.ui.file_dialog import choose_file
from checkin.ui.guests.guest_words import why_unclear
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from checkin.domain.registration import Registration
    from checkin.importing.files.sheet import Sheet
    from checkin.ui.guests.adding import Adding
    from checkin.ui.guests.guest_work import GuestWork
    from checkin.ui.guests.list_check import ListCheck
    from checkin.ui.page import Parts

_ENDINGS: Final = " ".join(f"*{ending}" for ending in LIST_ENDINGS)


class GuestLists(QObject):
    """Looks over a list of people to invite, and asks the organiser, by the search, whom the selected row means."""

    told = Signal(object)
    """Emitted with the `Words` that say why something was not done."""

    ended = Signal()
    """Emitted when the looked-over list was closed, or its people were invited."""

    def __init__(
        self, parts: Parts, main: QStackedWidget, check: ListCheck, adding: Adding, work: GuestWork
    ) -> None:
        """`main` shows the check in place of its first widget, the table of the guests."""
        super().__init__(main)
        self._at = parts
        self._main, self._check, self._adding, self._work = main, check, adding, work
        self._folder = parts.file.path.parent
        self._is_asked_to_leave = False
        check.asked.connect(self.ask)
        check.answered.connect(adding.finder.search.setFocus)
        check.given_up.connect(self.end)

    @property
    def is_checking(self) -> bool:
        """Whether a list is being checked."""
        return self._main.currentWidget() is self._check

    @property
    def is_begun(self) -> bool:
        """Whether the organiser has decided something about a list that is being checked."""
        return self.is_checking and self._check.is_decided

    def paste(self) -> None:
        """Look over the list that is in the clipboard: find whom each row means."""
        rows = rows_of(QApplication.clipboard().text())
        if rows:
            self._begin()
            self._check.look_at(rows)
        else:
            self.told.emit(lambda say: say.text("Copy a list first: one reference or name in each line."))

    def choose_sheet(self, parent: QWidget) -> None:
        """Let the organiser choose the file of a list, and look the list over."""
        say = self._at.look.say
        kinds = f"{say.text('Lists')} ({_ENDINGS});;{say.text('All files')} (*)"
        path = choose_file(parent, say.text("Choose a list"), self._folder, kinds, say)
        if path is not None:
            self._folder = path.parent
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Look over the list in the file at this path, which is read in the background: find whom each row means."""
        session = self._work.session

        def then(sheets: Sequence[Sheet]) -> None:
            if self._work.session == session:
                self._begin()
                self._check.look_at_sheets(path.name, sheets)

        self._at.tasks.batch.run(
            lambda _tick: read_sheets(path), then=if_alive(self._main, then), fail=self._at.trouble
        )

    def choose(self, registration: Registration) -> None:
        """Let the selected row mean this person, unless another row does already."""
        name = registration.delegate.titled_name
        if self._check.choose(registration):
            self._check.take_focus()
        else:
            self.told.emit(lambda say: say.text("{name} stands in the list already.").format(name=name))

    def escape(self) -> None:
        """Handle Esc: give the list up; if something was decided about it, only at the second Esc in a row."""
        if self.is_begun and not self._is_asked_to_leave:
            self._is_asked_to_leave = True
            self.told.emit(lambda say: say.text("Press Esc again to give up this list."))
        else:
            self.end()

    def keep(self) -> None:
        """Ask again before the list is given up, because the organiser has gone on with it."""
        self._is_asked_to_leave = False

    def end(self) -> None:
        """Show the table of the guests again."""
        self._main.setCurrentIndex(0)
        self._adding.ask_whom_to_invite(self._work.session)
        self.ended.emit()

    def ask(self) -> None:
        """Ask, by the search, whom the selected row means, if the row is unclear."""
        if not self.is_checking:
            return
        selected = self._check.selected
        if selected is not None and isinstance(selected.read, NotFound):
            read, text = selected.read, selected.row.who
            self._adding.ask(
                lambda say: say.text("Row {row}: whom does “{text}” mean?").format(row=read.line, text=text),
                read.candidates,
                lambda say: f"{why_unclear(say, read)} {say.text('Type letters of a name.')}",
            )
        else:
            self._adding.ask(
                lambda say: "" if self._check.known.unclear else say.text("Every row is clear."),
                (),
                lambda say: say.text("Type letters of a name, to let the row mean somebody else."),
            )

    def _begin(self) -> None:
        self.keep()
        self._main.setCurrentWidget(self._check)
        self._check.take_focus()
