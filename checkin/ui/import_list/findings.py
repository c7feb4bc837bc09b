"""The groups into which the rows of an examined list are sorted: each has a sign, a count and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.importing import ImportPlan

MOST_SHOWN: Final = 1000
"""The greatest number of rows shown in a table: more would make the window wait, and nobody reads them."""


class Group(Enum):
    """The groups of findings about a list, in the order of their buttons."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    ALIKE = auto()
    NOT_DRAWN = auto()
    MISSING = auto()
    REJECTED = auto()
    COLUMNS = auto()


@dataclass(frozen=True, slots=True)
class GroupLook:
    """How a group of findings is shown: its sign, its name, and what it means for the import."""

    sign: str
    name: str
    meaning: str


GROUPS: Final[dict[Group, GroupLook]] = {
    Group.NEW: GroupLook("+", marked("new"), marked("These rows come in as new participants.")),
    Group.CHANGED: GroupLook(
        "~", marked("changed"), marked("The list says something else of these participants.")
    ),
    Group.SAME: GroupLook("=", marked("same"), marked("These rows say what is known already.")),
    Group.ALIKE: GroupLook(
        "?", marked("look alike"), marked("New rows with the name of somebody known. They come in as new.")
    ),
    Group.NOT_DRAWN: GroupLook(
        "!",
        marked("no badge"),
        marked(
            "No font has these signs. The rows come in, but the badges cannot be printed: correct the names. "
            "Where only the native name has such signs, Ctrl+B at Arrivals prints the Latin name alone."
        ),
    ),
    Group.MISSING: GroupLook(
        "–",
        marked("no longer in this list"),
        marked("These participants are no longer in this list. They stay as they are."),
    ),
    Group.REJECTED: GroupLook(
        "✕",
        marked("rejected"),
        marked("These rows do not come in. Put them right in the list and import it again."),
    ),
    Group.COLUMNS: GroupLook("≡", marked("columns"), marked("What each column of the list is read as.")),
}


def count(plan: ImportPlan, group: Group) -> int:
    """The number of rows, delegates or columns in this group of the plan."""
    return plan.same if group is Group.SAME else len(rows(plan, group))


def rows(plan: ImportPlan, group: Group) -> Sequence[Any]:
    """The rows of this group of the plan; empty for the group SAME, of which only the number of rows is known."""
    known: dict[Group, Sequence[Any]] = {
        Group.NEW: plan.new,
        Group.CHANGED: plan.changed,
        Group.ALIKE: plan.alike,
        Group.NOT_DRAWN: plan.not_drawn,
        Group.MISSING: plan.missing,
        Group.REJECTED: plan.rejected,
        Group.COLUMNS: plan.columns,
    }
    return known.get(group, ())
