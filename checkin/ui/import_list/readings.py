"""How the columns of a list are read after the operator has chosen another field for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegates import Field
from checkin.importing.people.headers import COMPANION, FULL_NAME
from checkin.importing.people.own_fields import NEW_FIELD
from checkin.importing.people.questions import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.importing.people.planned import ColumnUse, ImportPlan

_OF_SEVERAL = frozenset({COMPANION, NEW_FIELD})
"""What several columns of one list can hold."""


def with_reading(shown: Mapping[str, str], header: str, name: str, plan: ImportPlan | None) -> dict[str, str]:
    """The readings `shown` with the column of this header read as `name`; no other column keeps the same field.

    In a list without a header, whose columns are guessed in `plan`, the other columns stay as they are shown.
    """
    kept = {
        other: chosen
        for other, chosen in {**_guessed(plan), **shown}.items()
        if not chosen or chosen in _OF_SEVERAL or _slot(chosen) != _slot(name)
    }
    return {**kept, header: name}


def no_longer_read(
    before: Iterable[ColumnUse], now: Iterable[ColumnUse], chosen: Mapping[str, str]
) -> list[str]:
    """The headers of the columns that were read before and are not now, but for those that are to be left unread."""
    unread = {(use.sheet, use.header) for use in now if use.field is None and chosen.get(use.header) != ""}
    headers = [use.header for use in before if use.field is not None and (use.sheet, use.header) in unread]
    return list(dict.fromkeys(headers))


def _slot(name: str) -> str:
    """The field that a reading fills: a column of full names fills the family name."""
    return Field.FAMILY_NAME.value if name.startswith(FULL_NAME) else name


def _guessed(plan: ImportPlan | None) -> dict[str, str]:
    """What the columns of a list without a header are guessed to hold; {} for a list with one."""
    if plan is None or all(each.kind is not QuestionKind.HEADER for each in plan.questions):
        return {}
    return {use.header: use.field for use in plan.columns if use.field is not None}
