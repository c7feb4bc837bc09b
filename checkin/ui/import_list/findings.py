"""The groups into which the rows of an examined list are sorted: each has a sign, a count, a meaning and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import Field
from checkin.domain.rejections import RejectReason
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.programme import Event
    from checkin.importing import ImportPlan
    from checkin.wording import Wording

MOST_SHOWN: Final = 1000
"""The largest number of rows shown in a table: more rows would make the window wait, and nobody reads them."""


_NAMES: Final = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME})


class Group(Enum):
    """The groups into which the Import page sorts what it has found in a list, in the order of their buttons.

    Most groups hold rows of the list; MISSING holds delegates who are not in the list, and COLUMNS its columns.
    """

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
    """How a group is shown: a character for its button, its name, and what the group means for the import."""

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
        "?",
        marked("look alike"),
        marked("New rows that look like somebody known, or like an earlier row. They come in as new."),
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
        marked("These participants came in with a list and are not in this one. They stay as they are."),
    ),
    Group.REJECTED: GroupLook(
        "✕",
        marked("rejected"),
        marked("These rows do not come in. Put them right in the list and import it again."),
    ),
    Group.COLUMNS: GroupLook("≡", marked("columns"), marked("What each column of the list is read as.")),
}


def count(plan: ImportPlan, group: Group) -> int:
    """The number of rows of the list, of delegates or of columns in this group of the import's plan.

    A row with several names that no font draws counts once, because the row is about one person.
    """
    if group is Group.NOT_DRAWN:
        return len({(each.sheet, each.row) for each in plan.not_drawn})
    return len(rows(plan, group))


def rows(plan: ImportPlan, group: Group) -> Sequence[Any]:
    """The findings in this group of the import's plan: rows, cells, delegates or columns."""
    known: dict[Group, Sequence[Any]] = {
        Group.NEW: plan.new,
        Group.CHANGED: plan.changed,
        Group.SAME: plan.same,
        Group.ALIKE: plan.alike,
        Group.NOT_DRAWN: plan.not_drawn,
        Group.MISSING: plan.missing,
        Group.REJECTED: plan.rejected,
        Group.COLUMNS: plan.columns,
    }
    return known[group]


def meaning(plan: ImportPlan, group: Group, event: Event, say: Wording) -> str:
    """The sentences above the table of a group: what the group means for the import, and what the operator can do."""
    sentences = [say.text(GROUPS[group].meaning), *_advice(plan, group, event, say)]
    if len(rows(plan, group)) > MOST_SHOWN:
        sentences.append(say.text("The first {count} are shown.").format(count=MOST_SHOWN))
    return " ".join(sentences)


def _advice(plan: ImportPlan, group: Group, event: Event, say: Wording) -> Iterator[str]:
    match group:
        case Group.NEW if turned := sum(each.is_turned for each in plan.new):
            yield say.many(
                "{count} name is turned round: here and on the badge the family name comes first.",
                "{count} names are turned round: here and on the badges the family name comes first.",
                turned,
            )
            yield say.text("A column “Name order” with “given first” keeps the order of the list.")
        case Group.REJECTED if any(each.reason is RejectReason.UNKNOWN_CATEGORY for each in plan.rejected):
            known = (f"{each.letter} {say.local(each.name)}" for each in event.categories.values())
            yield say.text("The categories are: {categories}.").format(categories=", ".join(known))
        case Group.COLUMNS if _NAMES.isdisjoint(use.field for use in plan.columns):
            yield say.text(
                "Select the column with the names, then choose below the table what the column is read as."
            )
            yield say.text(
                "If the names of the columns do not stand in the list, write them above the list and import it again."
            )
        case Group.NOT_DRAWN if any(each.takes_latin for each in plan.not_drawn):
            yield say.text("Where the Latin name can be drawn, it can be printed alone (Ctrl+B at Arrivals).")
