"""The groups into which the rows of an examined list are sorted: each has a sign, a count, a meaning and its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.rejections import RejectReason
from checkin.importing.people.ticks import Ticks
from checkin.ui.import_list.found_rows import changed_cells, left_out
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checkin.importing.people.planned import ImportPlan
    from checkin.ui.import_list.asked import Asked

MOST_SHOWN: Final = 1000
"""The largest number of rows shown in a table: more rows would make the window wait, and nobody reads them."""


class Group(Enum):
    """The groups into which the Import page sorts what it has found in a list, in the order of their buttons.

    Most groups hold rows of the list; ASKED holds what the operator is asked, MISSING delegates who are not in the
    list, LEFT_OUT also cells and sheets, and COLUMNS the columns of the list.
    """

    ASKED = auto()
    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    ALIKE = auto()
    NOT_DRAWN = auto()
    MISSING = auto()
    REJECTED = auto()
    LEFT_OUT = auto()
    COLUMNS = auto()


@dataclass(frozen=True, slots=True)
class GroupLook:
    """How a group is shown: a character for its button, its name, and what the group means for the import."""

    sign: str
    name: str
    meaning: str


GROUPS: Final[dict[Group, GroupLook]] = {
    Group.ASKED: GroupLook(
        "…",
        marked("to answer"),
        marked(
            "Select a line and press the number of its answer. The rows wait until then; an answer can be changed."
        ),
    ),
    Group.NEW: GroupLook(
        "+",
        marked("new"),
        marked("These rows come in as new participants. The space bar unticks one that stays out."),
    ),
    Group.CHANGED: GroupLook(
        "~",
        marked("changed"),
        marked("The list says something else of these participants. Only ticked cells come in."),
    ),
    Group.SAME: GroupLook("=", marked("same"), marked("These rows say what is known already.")),
    Group.ALIKE: GroupLook(
        "?",
        marked("look alike"),
        marked(
            "New rows that look like somebody known, or like an earlier row. They come in as new unless you say so."
        ),
    ),
    Group.NOT_DRAWN: GroupLook(
        "!",
        marked("no badge"),
        marked(
            "No font has these signs. The rows come in, but no badge is printed until the name is corrected."
        ),
    ),
    Group.MISSING: GroupLook(
        "–",
        marked("not in this list"),
        marked(
            "These participants came in with a list and are not in this one. They stay as they are unless you say so."
        ),
    ),
    Group.REJECTED: GroupLook(
        "✕",
        marked("rejected"),
        marked("These rows do not come in. Put them right in the list and import it again."),
    ),
    Group.LEFT_OUT: GroupLook(
        "·", marked("left out"), marked("These are no persons, or cannot be read. Nothing of them comes in.")
    ),
    Group.COLUMNS: GroupLook("≡", marked("columns"), marked("What each column of the list is read as.")),
}


@dataclass(frozen=True, slots=True)
class Findings:
    """The results of examining a list, as the page shows them: the plan, the questions, and examples of cells.

    `list_wins` says whether the list also changes fields that a desk has set. `ticks` are the operator's decisions
    about single rows. In `plan`, the rows of look-alikes stand where the operator has put them by these decisions.
    """

    plan: ImportPlan
    asked: tuple[Asked, ...] = ()
    examples: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    list_wins: bool = False
    ticks: Ticks = field(default_factory=Ticks)
    readings: Mapping[str, str] = field(default_factory=dict)
    """The readings that the operator has chosen for columns (what a column holds), by the columns' headers."""
    source: str = ""
    """Whose list it is, as the operator has told; "" if nobody has."""

    @property
    def is_of_desks(self) -> bool:
        """Whether the list differs from something that a desk has set."""
        return any(each.of_desks for each in self.plan.changed) or any(each.kept for each in self.plan.same)


def count(found: Findings, group: Group) -> int:
    """The number of open questions, of rows of the list, of delegates or of columns in this group.

    A row with several names that no font draws counts once, because the row is about one person; so does a row that
    changes several cells.
    """
    match group:
        case Group.ASKED:
            return sum(each.is_open for each in found.asked)
        case Group.NOT_DRAWN:
            return len({(each.sheet, each.row) for each in found.plan.not_drawn})
        case Group.CHANGED:
            return len(found.plan.changed)
        case _:
            return sum(1 for _ in _all_rows(found, group))


def has_rows(found: Findings, group: Group) -> bool:
    """Whether there is something to show for this group."""
    return any(True for _ in _all_rows(found, group))


def has_more(found: Findings, group: Group) -> bool:
    """Whether there are more findings in this group than are shown."""
    return any(True for _ in islice(_all_rows(found, group), MOST_SHOWN, None))


def rows(found: Findings, group: Group) -> list[Any]:
    """The findings in this group that are shown: questions, rows, cells, delegates or columns."""
    return list(islice(_all_rows(found, group), MOST_SHOWN))


def _all_rows(found: Findings, group: Group) -> Iterable[Any]:
    plan = found.plan
    match group:
        case Group.CHANGED:
            return changed_cells(plan)
        case Group.LEFT_OUT:
            return left_out(plan)
        case Group.REJECTED:
            # What waits for an answer stands with the questions.
            return (each for each in plan.rejected if each.reason is not RejectReason.OPEN_QUESTION)
        case _:
            known: dict[Group, Sequence[Any]] = {
                Group.ASKED: found.asked,
                Group.NEW: plan.new,
                Group.SAME: plan.same,
                Group.ALIKE: plan.alike,
                Group.NOT_DRAWN: plan.not_drawn,
                Group.MISSING: plan.missing,
                Group.COLUMNS: plan.columns,
            }
            return known[group]
