"""Remembers which list is on the Import page, and which part of its findings is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.remembered import whole_number
from checkin.ui.import_list.findings import Group
from checkin.ui.import_list.told import Told, answers_of

if TYPE_CHECKING:
    from checkin.remembered import State
    from checkin.ui.import_list.asked import Asked
    from checkin.ui.import_list.category_box import CategoryBox
    from checkin.ui.import_list.found_panel import FoundPanel
    from checkin.ui.import_list.list_work import ListWork

_READING: Final = "read: "
"""Before the header of a column, the name under which the operator's reading of that column is remembered."""

_MEMORY: Final = "memory"
"""The name under which is remembered what the operator has said about earlier lists."""


class ShownPart:
    """The part of an examined list that is shown; it is kept over a restart, and while a column is read anew."""

    def __init__(self, event: Path, work: ListWork, found: FoundPanel, category: CategoryBox) -> None:
        """Remember what is shown of the list that `work` examines for the event file at the path `event`."""
        self.is_from_before = False
        """Whether the list was not chosen by the operator since the start, but is shown again after a restart."""
        self._event = event
        self._work = work
        self._found = found
        self._category = category
        self._to_restore: State = {}
        self._row_answered = -1
        """The row of the question that was answered last, while the list is examined with the answer."""
        self._column_read: tuple[str, tuple[int, bool], int] | None = None
        """The column that is being read as something else, and how the table is sorted and scrolled meanwhile."""

    @property
    def state(self) -> State:
        """What is saved to show an examined list again after a restart, and what was said about earlier lists.

        It has the list's path, what the operator has said about the list, and what part of the findings is shown. If no
        list waits to be imported and none was, it is {}.
        """
        work, memory = self._work, self._work.memory.text
        kept: State = {_MEMORY: memory} if memory else {}
        if work.path is None or work.plan is None or work.is_in:
            return {**self._to_restore, **kept}
        table, told = self._found.table, work.told
        column, is_down = table.order
        return {
            "event": str(self._event),
            "path": str(work.path),
            "category": told.category,
            "source": told.source,
            "answers": told.answers_as_text,
            "list_wins": told.list_wins,
            "ticks": work.ticks_as_text,
            "sheet": told.sheet,
            "group": self._found.group.name,
            "order": column,
            "is_down": is_down,
            "row": table.currentIndex().row(),
            **{_READING + header: name for header, name in told.readings.items()},
            **kept,
        }

    def take(self, state: State) -> None:
        """Examine again the list that was shown before a restart, if its file still exists.

        Nothing is done if the list was shown for another event file, even for a copy of this one.
        """
        self._work.memory.take(str(state.get(_MEMORY, "")))
        path, event = Path(str(state.get("path", ""))), str(self._event)
        if not state.get("path") or not path.is_file() or state.get("event", event) != event:
            return
        self.is_from_before = True
        self._category.choose(state.get("category", ""))
        self._to_restore = state
        readings = {key.removeprefix(_READING): str(state[key]) for key in state if key.startswith(_READING)}
        self._work.look_at(
            path,
            Told(
                readings,
                self._category.chosen,
                answers_of(str(state.get("answers", ""))),
                str(state.get("source", "")),
                list_wins=bool(state.get("list_wins")),
                sheet=str(state.get("sheet", "")),
            ),
            str(state.get("ticks", "")),
        )

    def answer(self, asked: Asked, answer: str) -> None:
        """Examine the list again with this answer; then the next open question is selected."""
        self._row_answered = self._found.table.currentIndex().row()
        self._work.answer(asked, answer)

    def read_column_as(self, header: str, name: str) -> None:
        """Examine the list again with this column read as `name`; the table of columns stays as it is meanwhile."""
        order, place = self._found.table.order, self._found.table.verticalScrollBar().value()
        self._work.read_column_as(header, name)
        self._column_read = (header, order, place)

    def keep_group(self) -> None:
        """Show the same group of findings again once the list was examined again."""
        self._to_restore = self.state

    def forget(self) -> None:
        """Forget what part was shown, because the work has ended."""
        self._to_restore, self._column_read, self._row_answered = {}, None, -1

    def begin(self) -> None:
        """Forget the list that was shown before, because the operator has chosen or put away a list."""
        self.is_from_before = False
        self.forget()

    def restore(self) -> None:
        """Show again the part that was shown before, if the list that was examined still has it."""
        if self._column_read is not None:
            header, (column, is_down), place = self._column_read
            self._found.show_column(header)
            self._found.table.put_in_order(column, is_down=is_down)
            self._found.table.verticalScrollBar().setValue(place)
        is_open = sum(each.is_open for each in self._work.asked)
        if self._found.group is Group.ASKED and self._row_answered >= 0:
            self._found.table.selectRow(max(0, min(self._row_answered, is_open - 1)))
        state, self._to_restore = self._to_restore, {}
        group = Group.__members__.get(str(state.get("group", "")))
        if group is None or not self._found.has_rows(group):
            return
        self._found.show_group(group)
        self._found.table.put_in_order(whole_number(state, "order"), is_down=bool(state.get("is_down")))
        self._found.table.selectRow(whole_number(state, "row"))
