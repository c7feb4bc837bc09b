"""The words of a list of people: the titles of its columns, the state of a badge, and the list a person came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.delegates import Field
from checkin.domain.listing import BadgeState, ListColumn
from checkin.wording import fields

if TYPE_CHECKING:
    from checkin.domain.listing import Listed
    from checkin.wording.language import Language

_OF_FIELDS: Final = {
    ListColumn.CATEGORY: Field.CATEGORY, ListColumn.STATUS: Field.STATUS, ListColumn.DELEGATION: Field.DELEGATION,
    ListColumn.ORGANISATION: Field.ORGANISATION, ListColumn.COUNTRY: Field.COUNTRY,
    ListColumn.POSITION: Field.POSITION, ListColumn.REFERENCE: Field.REFERENCE, ListColumn.EMAIL: Field.EMAIL,
    ListColumn.PHONE: Field.PHONE, ListColumn.ATTENTION: Field.ATTENTION, ListColumn.PHOTO: Field.PHOTO,
}  # fmt: skip


def head(column: ListColumn, say: Language) -> str:
    """The title of a column."""
    match column:
        case ListColumn.NAME:
            return say.text("Name")
        case ListColumn.NATIVE_NAME:
            return say.text("Name in native script")
        case ListColumn.ARRIVAL:
            return say.text("Arrived")
        case ListColumn.BADGE:
            return say.text("Badge")
        case ListColumn.SOURCE:
            return say.text("Came with")
        case _:
            return fields.label(say, _OF_FIELDS[column])


def badge_words(listed: Listed, say: Language) -> str:
    """The number and the state of a person's badge; "" if there is no badge."""
    badge = listed.registration.badge
    match listed.badge:
        case BadgeState.NONE:
            return ""
        case BadgeState.ISSUED:
            told = say.text("issued")
        case BadgeState.PRINTED:
            told = say.text("printed")
        case BadgeState.CHANGED:
            told = say.text("print again")
        case _:
            assert_never(listed.badge)
    return f"{badge.issue} · {told}" if badge is not None else told


def source_words(source: str | None, say: Language) -> str:
    """The words for where a person came from: the list's source or, if `source` is None, a desk."""
    if source is None:
        return say.text("a desk")
    return source or say.text("a list")
