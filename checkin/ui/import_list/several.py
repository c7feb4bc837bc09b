"""Several lists that were chosen or dropped together: their findings, their states, and the table that shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from checkin.domain.rejections import RejectReason
from checkin.text import text_order
from checkin.ui.appearance import Dressed
from checkin.ui.import_list.list_words import brought_in
from checkin.ui.table import ROW_ROLE, TableColumn, TableModel
from checkin.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from checkin.errors import CheckinError
    from checkin.importing.people.planned import ImportPlan
    from checkin.ui.appearance import Appearance
    from checkin.ui.import_list.looking import Look
    from checkin.wording import Wording


class Stage(Enum):
    """The state of one of several lists."""

    WAITING = auto()
    LOOKED_AT = auto()
    IN = auto()
    TROUBLE = auto()


@dataclass(frozen=True, slots=True)
class OneList:
    """One of several lists.

    `people` and `questions` are numbers found in the list. `came` is the plan that was imported, None before the
    import; `trouble` says why the list cannot be read.
    """

    path: Path
    stage: Stage = Stage.WAITING
    sheets: tuple[str, ...] = ()
    people: int = 0
    questions: int = 0
    came: ImportPlan | None = None
    trouble: str = ""


class SeveralLists(QObject):
    """The lists that were chosen or dropped together, sorted by their names; empty for a single list."""

    changed = Signal()
    """Emitted when the state of a list has changed, or when the lists were replaced by others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lists: tuple[OneList, ...] = ()

    @property
    def paths(self) -> list[Path]:
        """The paths of all lists."""
        return [each.path for each in self.lists]

    def begin(self, paths: Sequence[Path]) -> None:
        """Replace the former lists by the lists at these paths; without any path, only forget the former lists."""
        self.lists = tuple(OneList(path) for path in sorted(paths, key=lambda path: text_order(path.name)))
        self.changed.emit()

    def note_look(self, path: Path, look: Look) -> None:
        """Take note of what was found in the list at this path."""
        plan = look.plan
        sheets = tuple(use.sheet for use in plan.sheets if use.is_used and use.sheet)
        waiting = sum(each.reason is RejectReason.OPEN_QUESTION for each in plan.rejected)
        people = len(plan.new) + len(plan.changed) + len(plan.same) + waiting
        questions = sum(each.is_open for each in look.asked) + (not look.has_names)
        self._note(path, Stage.LOOKED_AT, sheets=sheets, people=people, questions=questions)

    def note_in(self, path: Path, came: ImportPlan) -> None:
        """Take note that the list at this path was imported with the plan `came`."""
        self._note(path, Stage.IN, came=came)

    def note_trouble(self, path: Path, error: CheckinError) -> None:
        """Take note of the error for which the list at this path cannot be read."""
        self._note(path, Stage.TROUBLE, trouble=error.title)

    def after(self, path: Path | None) -> Path | None:
        """The path of the next list after `path` that is not imported yet; None if there is none.

        After the last list, the search goes on with the first.
        """
        paths = self.paths
        begin = paths.index(path) + 1 if path in paths else 0
        in_turn = (*self.lists[begin:], *self.lists[:begin])
        waiting = (each.path for each in in_turn if each.stage in {Stage.WAITING, Stage.LOOKED_AT})
        return next((each for each in waiting if each != path), None)

    def _note(self, path: Path, stage: Stage, **known: Any) -> None:  # noqa: ANN401 - the fields of OneList
        if path in self.paths:
            self.lists = tuple(
                replace(each, stage=stage, **known) if each.path == path else each for each in self.lists
            )
            self.changed.emit()


class ListsTable(TableView, Dressed):
    """The table of several lists; a click or Enter opens a list. For a single list, the table is hidden."""

    opened = Signal(object)
    """Emitted with the path of the list that the operator opens."""

    def __init__(self, look: Appearance) -> None:
        self._lists: TableModel[Any] = TableModel(())
        super().__init__(self._lists)
        self._look = look
        self._lists.setParent(self)
        self._several: tuple[OneList, ...] = ()
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self.hide()
        look.in_each_language(self._label)

    def show_lists(self, several: tuple[OneList, ...], shown: Path | None) -> None:
        """Show these lists, and select the list at the path `shown`, which the page shows."""
        self._several = several
        self._label()
        self.setVisible(bool(several))
        self.selectRow(next((row for row, each in enumerate(several) if each.path == shown), -1))
        rows = min(len(several), 4)
        head, edge = self.horizontalHeader().sizeHint().height(), 2 * self.frameWidth()
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + edge)

    def _on_chosen(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE).path)

    def _label(self) -> None:
        say = self._say
        former, self._lists = self._lists, TableModel(_columns(say), self)
        self._lists.show(self._several)
        self.setModel(self._lists)
        former.deleteLater()
        self.setSortingEnabled(False)
        self.setAccessibleName(say.text("The lists"))
        self.fit_columns()


def _columns(say: Wording) -> Sequence[TableColumn[OneList]]:
    def number(each: OneList, count: int) -> str:
        return str(count) if each.sheets or each.stage in {Stage.LOOKED_AT, Stage.IN} else "–"

    return (
        TableColumn(say.text("File"), lambda each: each.path.name),
        TableColumn(say.text("Sheet"), lambda each: ", ".join(each.sheets) or "–"),
        TableColumn(say.text("People"), lambda each: number(each, each.people), is_number=True),
        TableColumn(say.text("Questions"), lambda each: number(each, each.questions), is_number=True),
        TableColumn(say.text("State"), lambda each: _state(each, say)),
    )


def _state(each: OneList, say: Wording) -> str:
    match each.stage:
        case Stage.WAITING:
            return say.text("waits")
        case Stage.LOOKED_AT if each.questions:
            return say.text("asks before it comes in")
        case Stage.LOOKED_AT:
            return say.text("can come in")
        case Stage.IN:
            return brought_in(say, each.came, 0) if each.came is not None else say.text("has come in")
        case Stage.TROUBLE:
            return each.trouble
