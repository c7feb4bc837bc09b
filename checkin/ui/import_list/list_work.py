"""The work on one list: examine it and import it as one act; and the undo of the last import.

The work is done in the batch lane (long background work).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from checkin.desk.bring_in import OutdatedPlanError, bring_in
from checkin.importing.people.ticks import Ticks, left_out_of, ticked, with_same
from checkin.importing.people.wishes import ListWishes
from checkin.ui.import_list.findings import Findings
from checkin.ui.import_list.header_memory import HeaderMemory
from checkin.ui.import_list.import_undoing import ImportUndoing
from checkin.ui.import_list.kept_ticks import ticks_as_text, ticks_of
from checkin.ui.import_list.list_words import (
    brought_in,
    no_column_with_names,
    not_read_now,
    read_as_before,
)
from checkin.ui.import_list.looking import look_at
from checkin.ui.import_list.readings import no_longer_read, with_reading
from checkin.ui.import_list.told import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checkin.errors import CheckinError
    from checkin.importing.people.planned import ColumnUse, ImportPlan
    from checkin.ui.appearance import Words
    from checkin.ui.import_list.asked import Asked
    from checkin.ui.import_list.looking import KeptFile, Look
    from checkin.ui.page import Parts

T = TypeVar("T")
Outcome = TypeVar("Outcome")


class ListWork(ImportUndoing):
    """Examines and imports a list in the background, and undoes the import; it works on one list at a time.

    The plan of the import and the result stay available until the next list is examined.
    """

    looked = Signal()
    """Emitted when a list was examined and `plan` holds its plan."""

    looked_over = Signal(object, object)
    """Emitted for each of several lists with its path, and with the Look at the list or the CheckinError.

    A Look holds what was found in a list.
    """

    came_in = Signal(object, object)
    """Emitted with the path of a list that was imported, and with the imported plan."""

    ticks_changed = Signal()
    """Emitted when the operator has changed a decision about single rows."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parts, parent)
        self._not_examined: CheckinError | None = None
        self._readings_shown: dict[str, str] = {}
        """The `readings` with which the list was examined whose plan is shown, or was shown last."""
        self.told = Told()
        """What the operator has said about the list."""
        self.memory = HeaderMemory()
        """What the operator has said about earlier lists."""
        self.ticks = Ticks()
        """The operator's decisions about single rows of the list."""
        self._ticks_before = ""
        """What was ticked before a restart, until the list was examined."""
        self._chosen: ImportPlan | None = None
        """What of the plan comes in."""
        self.look: Look | None = None
        """What was found in the list, with its plan; None until a list was examined."""
        self._kept: KeptFile | None = None
        self._is_first_look = False
        self._columns_before: tuple[ColumnUse, ...] = ()
        """What the columns were read as when the operator chose another reading of one of them; () otherwise."""
        self.path: Path | None = None
        self.is_in = False
        """Whether the examined list was imported."""

    @property
    def plan(self) -> ImportPlan | None:
        """What importing the list would change, or has changed; None until a list was examined."""
        return self.look.plan if self.look is not None else None

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What the list asks: the open questions, then those that the operator has answered."""
        is_open = self.look.asked if self.look is not None else ()
        keys = {each.key for each in is_open}
        return (*is_open, *(each for key, each in self.told.answers.items() if key not in keys))

    @property
    def to_come(self) -> int:
        """The number of persons whom the import would register or change; 0 without a list, or after the import."""
        if self.plan is None or self._chosen is None or self.is_in:
            return 0
        return self._chosen.number

    @property
    def findings(self) -> Findings | None:
        """The results of examining the list, as the page shows them; None until a list was examined."""
        look, told = self.look, self.told
        if look is None:
            return None
        plan = with_same(look.plan, self.ticks.same)
        return Findings(
            plan, self.asked, look.examples, told.list_wins, self.ticks, told.readings, told.source
        )

    def tick(self, ticks: Ticks) -> None:
        """Replace the operator's decisions about single rows of the list by these."""
        if self.plan is None or self.is_in or self.is_busy:
            return
        self.ticks = ticks
        self._chosen = ticked(self.plan, ticks)
        self.ticks_changed.emit()

    @property
    def ticks_as_text(self) -> str:
        """The operator's decisions about single rows as a text to save; "" if there are none."""
        return ticks_as_text(self.ticks, self._kept.state_of_file) if self._kept is not None else ""

    def look_at(self, path: Path, told: Told | None = None, ticks: str = "") -> None:
        """Find out what importing the list at `path` would change; nothing is imported yet.

        `told` is what the operator has said about this list already, and `ticks` the saved decisions about its rows.
        """
        if not self.is_busy:
            self.path, self.look, self._kept, self._columns_before = path, None, None, ()
            self.told, self.ticks, self._ticks_before = told or Told(), Ticks(), ticks
            self._readings_shown = dict(self.told.readings)
            self.look_again()
            self._is_first_look = True

    def look_over(self, paths: Sequence[Path], done: Callable[[], object], number: int = 0) -> None:
        """Examine these lists one after the other, from the one with the index `number` on, then call `done`.

        `looked_over` is emitted for each list.
        """
        if number == len(paths):
            done()
            return
        path, file, count = paths[number], self._at.file, len(paths)

        def tell(found: Look | CheckinError) -> None:
            if shiboken6.isValid(self):
                self.looked_over.emit(path, found)
                self.look_over(paths, done, number + 1)

        self._begin(
            lambda say: say.text("Looking at {file}… ({number} of {count})").format(
                file=path.name, number=number + 1, count=count
            ),
            lambda tick: look_at(file, path, ListWishes(), None, tick),
            tell,
            lambda say: say.text("Stopped. Nothing has come in."),
            tell,
        )

    def look_again(self) -> None:
        """Examine the present list again, for example because the operator has chosen another category."""
        path, file = self.path, self._at.file
        if path is None or not self._takes_choices:
            return
        is_again = self.look is not None or self.is_looking_again
        self.cancel()
        told, kept = self.told, self._kept
        self.look, self.is_in, self._is_first_look = None, False, False
        self._begin(
            lambda say: say.text("Looking at {file}…").format(file=path.name),
            lambda tick: look_at(file, path, told.wishes(file.known_event.fields), kept, tick),
            self._on_looked,
            lambda say: say.text("Stopped. Nothing has come in."),
            self._on_not_looked,
            is_again=is_again,
        )

    def tell_of_list(self, told: Told) -> None:
        """Examine the list again with what the operator says about the list now."""
        if told != self.told and self._takes_choices:
            self.told = told
            self.look_again()

    def answer(self, asked: Asked, answer: str) -> None:
        """Take this answer to a question about the list, and examine the list again; all other answers are kept."""
        self.tell_of_list(self.told.with_answer(asked, answer))

    def read_column_as(self, header: str, name: str) -> None:
        """Read the column with this header as the field `name`, and examine the list again.

        `name` may also be "full_name", for family name and given name together, or "" to leave the column unread. If
        the operator chose the same field for another column before, that column is no longer read. Choices made while
        the list was being examined are forgotten, because typing “Nationality” chooses other fields on the way.
        """
        if self.is_in or not self._takes_choices:
            return
        if self.plan is not None:
            self._columns_before = self.plan.columns
        readings = with_reading(self._readings_shown, header, name, self.plan)
        self.told = replace(self.told, readings=readings)
        self.look_again()

    def put_away(self) -> None:
        """Put the list away, so that nothing of it can be imported; if there is none, say so."""
        if self.is_busy:
            return
        if self.path is None:
            self.tell(lambda say: say.text("There is no list to put away."))
            return
        self.path, self.look, self.is_in = None, None, False
        self.told, self.ticks, self._readings_shown, self._kept = Told(), Ticks(), {}, None
        self.tell(lambda say: say.text("The list was put away."))

    def bring_in(self) -> None:
        """Import the new and changed rows of the examined list, in one act that can be undone as a whole."""
        found, to_come = self._chosen, self.to_come
        if found is None or self.is_busy or not to_come:
            return
        file, staff, source = self._at.file, self._at.shift.staff, self.told.source
        self._begin(
            lambda say: say.text("Bringing in…"),
            lambda tick: bring_in(file, staff, found, lambda done: tick(done, to_come), source=source),
            self._on_brought_in,
            lambda say: say.text("Stopped. Nothing has come in."),
        )

    @property
    def _takes_choices(self) -> bool:
        """Whether the list can be examined now in the way that the operator chooses."""
        return not self.is_busy or self.is_looking_again

    def _on_looked(self, found: Look) -> None:
        self._at.put_away(self._not_examined)
        if not shiboken6.isValid(self):
            return
        if self._kept is not None and found.kept is not None and not self._kept.is_same_file(found.kept):
            self.ticks = Ticks()  # the rows have other numbers now
        self._not_examined, self._kept = None, found.kept
        if self._ticks_before and found.kept is not None:
            self.ticks = ticks_of(self._ticks_before, found.kept.state_of_file)
        self._ticks_before = ""
        recalled = self.memory.recall(found.plan, self.told) if self._is_first_look else self.told
        if recalled != self.told:
            self.told = recalled
            self.look_again()
            self.result = read_as_before
            return
        self.look, self._readings_shown = found, dict(self.told.readings)
        self._chosen = ticked(found.plan, self.ticks)
        before, self._columns_before = self._columns_before, ()
        if not found.has_names:
            self.result = no_column_with_names
        elif lost := no_longer_read(before, found.plan.columns, self.told.readings):
            self.result = not_read_now(lost)
        self.looked.emit()
        self.changed.emit()

    def _on_not_looked(self, error: CheckinError) -> None:
        self._not_examined, self._columns_before = error, ()
        self._on_trouble(error)

    def _on_brought_in(self, act: str | None) -> None:
        self._announce()
        found, chosen, self.is_in = self.plan, self._chosen, bool(act)
        if act:
            self._undone.clear()  # the same people would come in twice
            self._at.changes.list_came_in.emit()
        if act and found is not None:
            self.memory.remember(found, self.told)
        if not (found and act and _is_left_to_see_to(found)):
            self.look, self._kept = None, None
        if found is not None and chosen is not None:
            left = left_out_of(found, self.ticks)
            self.tell(lambda say: brought_in(say, chosen, left))
            if act and shiboken6.isValid(self):  # else the window was closed meanwhile
                self.came_in.emit(self.path, chosen)

    def _on_import_changed(self, words: Words) -> None:
        """Announce that an import was undone or brought back, and examine again a list that waits to be imported."""
        self._announce()
        if not shiboken6.isValid(self):
            return
        is_pending = self.plan is not None and not self.is_in
        self.look, self.is_in = None, False
        if is_pending:
            self.look_again()  # the plan was made before the delegates changed
        self.tell(words)

    def _on_trouble(self, error: CheckinError) -> None:
        self._at.trouble(error)
        if not shiboken6.isValid(self):
            return
        self.last.refresh()
        self.changed.emit()
        if isinstance(error, OutdatedPlanError):
            self.look_again()


def _is_left_to_see_to(plan: ImportPlan) -> bool:
    """Whether somebody must still see to rows or cells of the list after the rest has come in."""
    return bool(plan.rejected or plan.alike or plan.not_drawn or plan.questions or plan.unread)
