"""The sentences above the table of a group: what the group means for the import, and what the operator can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.domain.rejections import RejectReason
from checkin.importing.people.headers import FULL_NAME
from checkin.ui.import_list.findings import GROUPS, MOST_SHOWN, Group, has_more
from checkin.ui.import_list.found_rows import number_kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.ui.import_list.findings import Findings
    from checkin.wording import Wording

_NAMES: Final = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, FULL_NAME})


def meaning(found: Findings, group: Group, say: Wording) -> str:
    """The sentences above the table of a group: what the group means for the import, and what the operator can do."""
    sentences = [say.text(GROUPS[group].meaning), *_advice(found, group, say)]
    if has_more(found, group):
        sentences.append(say.text("The first {count} are shown.").format(count=MOST_SHOWN))
    return " ".join(sentences)


def _advice(found: Findings, group: Group, say: Wording) -> Iterator[str]:
    plan = found.plan
    match group:
        case Group.CHANGED if kept := number_kept(plan):
            yield say.many(
                "{count} value of the list is not taken, because a desk has set the field.",
                "{count} values of the list are not taken, because a desk has set the fields.",
                kept,
            )
        case Group.REJECTED if any(each.reason is RejectReason.NO_CATEGORY for each in plan.rejected):
            yield say.text("Rows without a category come in once you have chosen one at the top right.")
        case Group.NEW if turned := sum(each.is_turned for each in plan.new):
            yield say.many(
                "{count} name is turned round: here and on the badge the family name comes first.",
                "{count} names are turned round: here and on the badges the family name comes first.",
                turned,
            )
            yield say.text("A column “Name order” with “given first” keeps the order of the list.")
        case Group.COLUMNS if _NAMES.isdisjoint(use.field for use in plan.columns):
            yield say.text(
                "Select the column with the names, then choose below the table what the column is read as."
            )
            yield say.text(
                "If the names of the columns do not stand in the list, write them above the list and import it again."
            )
        case Group.COLUMNS if unread := sum(use.field is None for use in plan.columns):
            yield say.many(
                "{count} column is not read. Select it to keep it as a field of this event.",
                "{count} columns are not read. Select one to keep it as a field of this event.",
                unread,
            )
        case Group.NOT_DRAWN if any(each.takes_latin for each in plan.not_drawn):
            yield say.text("Where the Latin name can be drawn, it can be printed alone (Ctrl+B at Arrivals).")
