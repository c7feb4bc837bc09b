"""The page for importing lists: choose a list, see what it would change, import it, and undo the import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.ui.announcing import announce
from checkin.ui.drops import LIST_ENDINGS
from checkin.ui.file_dialog import choose_file
from checkin.ui.import_list.findings import Group
from checkin.ui.import_list.going_through import GoingThrough
from checkin.ui.import_list.import_keys import add_keys
from checkin.ui.import_list.import_widgets import ImportWidgets
from checkin.ui.import_list.kept_focus import KeptFocus
from checkin.ui.import_list.list_words import before_import, counted, nothing_to_import, welcome
from checkin.ui.import_list.list_work import ListWork
from checkin.ui.import_list.pairs_asking import PairsAsking
from checkin.ui.import_list.shown_part import ShownPart
from checkin.ui.import_list.told import Told
from checkin.ui.import_list.undo_asking import UndoAsking
from checkin.ui.table_view import rows_copied

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent

    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_ENDINGS: Final = " ".join(f"*{ending}" for ending in LIST_ENDINGS)


class ImportPage(ImportWidgets):
    """The Import page, on which a list of delegates is examined, then imported.

    The page takes no scans, so that a scan does not disturb the work on a list.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.work = ListWork(parts, self)
        self.going = GoingThrough(self.work, self.lists, self.look_at, self)
        self._told: Words | None = None
        undo = (self.done.undo_button, self.done.back_button)
        boxes = (self.category, self.source, self.sheet, self.found.reading_box)
        self._focus = KeptFocus(self, self.progress.stop_button, undo, boxes, self._put_focus)
        self._part = ShownPart(parts.file.path, self.work, self.found, self.category)
        self.asking = UndoAsking(parts, self.work, self.panel, self)
        self.pairs = PairsAsking(parts, self.panel, self.done.pairs_button)
        self._connect()
        parts.look.in_each_language(self._label)

    # ---- what the window asks for

    takes_lists = True

    @property
    def state(self) -> State:
        """What the page saves to show an examined list again after a restart; {} if no list waits to be imported."""
        return self._part.state

    def take_state(self, state: State) -> None:
        """Examine again the list that was shown before a restart, if its file still exists."""
        self._offer_categories()
        self._part.take(state)

    def on_opened(self) -> None:
        """When the page is opened, fill the box of categories, and put the focus on what can be done next."""
        self._offer_categories()
        self._put_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the question whether to undo an import, because it may be out of date when the page is shown again."""
        super().hideEvent(event)
        self.asking.close()

    def take_list(self, path: Path) -> None:
        """Examine a list that was dropped on the window, unless work on another list is running."""
        if self.work.is_busy:
            busy = CheckinError("Another list is being read or imported", "Drop the file again after that.")
            self._at.trouble(busy)
        else:
            self.look_at(path)

    def take_several(self, paths: Sequence[Path]) -> None:
        """Examine several lists that were dropped on the window, one after the other; then show the first of them."""
        if self.work.is_busy:
            self.take_list(paths[0])
            return
        if self.work.path is not None:
            self.go_back()
        self.going.begin(paths)

    # ---- what happens on the page

    def look_at(self, path: Path) -> None:
        """Find out in the background what importing the list at `path` would change; nothing is imported yet.

        A category that was chosen for the list before counts for that list only.
        """
        if self.work.is_busy:
            return
        told = replace(self.work.told, readings={})
        if self.work.path not in {None, path}:
            self.list_row.forget()
            told = Told()
        self.going.note_shown(path)
        self._part.begin()
        self.work.look_at(path, self.list_row.with_said(told))
        self.going.show()
        self._focus.forget()

    def choose(self) -> None:
        """Let the operator choose the file of a list, and examine it."""
        if self.work.is_busy:
            return
        say = self._say
        kinds = f"{say.text('Lists')} ({_ENDINGS});;{say.text('All files')} (*)"
        start = (self.work.path or self._at.file.path).parent
        chosen = choose_file(self, say.text("Choose a list"), start, kinds, say)
        if chosen is not None:
            self.look_at(chosen)

    def bring_in(self) -> None:
        """Import what was found in the list; if nothing can be imported, say why."""
        why = nothing_to_import(self.work)
        if self.asking.is_open:
            self.asking.close()  # the question covers the list: the operator sees first what would come in
        elif self.pairs.is_open:
            self.pairs.close()
        elif why is None:
            self._bring_in_now()
        elif not self.work.is_busy:
            self.work.tell(why)

    def _bring_in_now(self) -> None:
        """Import the list as one of the source that stands in the line, also if the focus has not left the line yet."""
        self.work.told = self.list_row.with_said(self.work.told)
        self.work.bring_in()

    def copy_table(self) -> None:
        """Copy the table that is shown, and say how many rows were copied; without a table, say that there is none."""
        if self.found.isVisible() and not self.work.is_busy:
            self.work.tell(rows_copied(self.found.table.copy()))
        elif not self.work.is_busy:
            self.work.tell(lambda say: say.text("There is no table to copy."))

    def _cancel(self) -> None:
        self.asking.close()
        self.work.cancel()
        self._focus.hold_from_stop()
        self.progress.stop_button.setEnabled(False)

    def go_back(self) -> None:
        """Close the open question or list of pairs; else stop the running work; else put the imported list away."""
        if self.pairs.is_open:
            self.pairs.close()
            return
        if self.asking.is_open or self.work.is_busy:
            self._cancel()
            return
        if self.work.path is None:
            self.going.end()
        self._focus.hold()
        self._focus.forget()
        self._part.begin()
        self.list_row.forget()
        self.work.put_away()

    def _on_said(self) -> None:
        self.work.tell_of_list(self.list_row.with_said(self.work.told))

    def _on_list_wins(self, wins: bool) -> None:  # noqa: FBT001 - as Qt's signal says it
        self._part.keep_group()
        self.work.tell_of_list(replace(self.work.told, list_wins=wins))

    def _on_looked(self) -> None:
        look, findings = self.work.look, self.work.findings
        if look is not None and findings is not None:
            self._focus.hold_from_boxes()
            self.list_row.show_told(self.work.told, look, self._say)
            self.found.show_findings(findings, self._at.file.known_event)
            self._part.restore()
            self.going.note_look(replace(look, asked=findings.asked))
            announce(self, counted(findings, self._say))

    def _on_ticks_changed(self) -> None:
        findings = self.work.findings
        if findings is not None:
            self.found.show_ticked(findings)
            self._show_state()

    def _on_programme_changed(self) -> None:
        self._offer_categories()
        self.found.use_event(self._at.file.known_event)

    def _on_changed(self) -> None:
        """Update the widgets, and have a screen reader say once which work is running or what its result is."""
        was_ready = self.bring_in_button.isEnabled()
        if self.work.is_busy:
            self._focus.hold(but_in_boxes=self.work.is_looking_again)
        else:
            self._focus.hold_from_boxes()
            if self.work.plan is None:
                self._focus.hold_from_hidden(self.found)
            self._part.forget()
        self._show_state()
        words = self.work.doing if self.work.is_busy else self.work.result
        if words is not None and words is not self._told:
            announce(self, words(self._say))
        self._told = words
        if self.work.is_busy and words is not None:
            self.progress.show_begun()
        if not self.work.is_busy:
            self._focus.give_back(is_ready=self.bring_in_button.isEnabled() and not was_ready)

    def _put_focus(self) -> None:
        """Put the focus on what can be done next: open questions, the import button, the rows, or choosing a list.

        An open question keeps the focus. A list that is shown again after a restart does not get the import button
        focused, because the operator has not chosen that list now.
        The buttons that undo an import or bring an import back never get the focus by themselves.
        """
        question = self.panel.currentWidget()
        if (self.asking.is_open or self.pairs.is_open) and question is not None:
            question.setFocus()
        elif self.found.isVisibleTo(self) and self.found.group is Group.ASKED:
            self.found.table.setFocus()
        elif self.bring_in_button.isEnabled() and not self._part.is_from_before:
            self.bring_in_button.setFocus()
        elif self.found.isVisibleTo(self):
            self.found.table.setFocus()
        else:
            self.choose_button.setFocus()

    # ---- the screen

    def _label(self) -> None:
        say = self._say
        self.list_row.label(say)
        self.progress.label(say)
        self.welcome.setText(welcome(say))
        self._offer_categories()
        if self.work.look is not None:
            self.sheet.offer(self.work.look.sheets, self.work.told.sheet, say)
        self._show_state()

    def _show_state(self) -> None:
        """Update all widgets for the work that is running and the list that was examined."""
        say, work = self._say, self.work
        busy, is_again = work.is_busy, work.is_looking_again
        is_found = work.plan is not None or is_again
        self.list_row.show_file(work.path, work.plan, say)
        is_dead = self._stopped.why is not None
        result = work.result(say) if work.result is not None else ""
        self.done.show_outcome(
            result, work.last, say, can_undo=not is_dead, can_bring_back=work.can_bring_back
        )
        if busy:
            self.done.hide()
        # A list that has come in cannot be read in another way.
        takes_choices = (not busy or is_again) and not work.is_in
        self.list_row.allow(is_idle=not busy, takes_choices=takes_choices)
        self.found.allow_readings(is_allowed=takes_choices)
        self.found.allow_answers(is_allowed=not busy)
        self.progress.show_work(work.doing, say, is_busy=busy)
        self.found.setVisible(is_found)
        self.found.allow_looking(is_allowed=not busy)
        self.foot.setVisible(work.plan is not None and not work.is_in)
        self.welcome.setVisible(not is_found and not busy and (work.result is None or work.path is None))
        self.rest.setVisible(not is_found and self.welcome.isHidden())
        self._hint.setText(before_import(work.plan, say))
        self.bring_in_button.setEnabled(work.to_come > 0 and not busy and not is_dead)
        words = say.text("Import {count}").format(count=work.to_come)
        told = say.with_key(words, "Ctrl+Enter") if work.to_come else say.text("Nothing to import")
        self.bring_in_button.setText(self._stopped.title(say) if is_dead else told)

    def _offer_categories(self) -> None:
        self.category.offer(self._at.file.known_event, self._say)

    def _connect(self) -> None:
        work = self.work
        work.changed.connect(self._on_changed)
        work.looked.connect(self._on_looked)
        work.ticks_changed.connect(self._on_ticks_changed)
        work.progressed.connect(self.progress.show_progress)
        self.choose_button.clicked.connect(self.choose)
        self.progress.stop_button.clicked.connect(self._cancel)
        self.bring_in_button.clicked.connect(self._bring_in_now)
        self.done.undo_button.clicked.connect(self.asking.ask)
        self.done.back_button.clicked.connect(work.bring_back)
        for opened in (self.asking, self.pairs):
            opened.opening.connect(self._focus.hold)
            opened.closed.connect(self._focus.give_back)
        self.list_row.said.connect(self._on_said)
        self.found.column_read_as.connect(self._part.read_column_as)
        self.found.answered.connect(self._part.answer)
        self.found.ticked.connect(work.tick)
        self.found.list_wins.connect(self._on_list_wins)
        self._stopped.changed.connect(self._show_state)
        self._at.changes.programme_changed.connect(self._on_programme_changed)
        add_keys(self)
