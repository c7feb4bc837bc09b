"""Sentences of the Delegations page: how many people have not arrived, and why a row was not moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.wording import Wording


def missing_words(missing: int, of: int, say: Wording) -> str:
    """The sentence that says that `missing` of the first `of` people have not arrived."""
    if not of:
        return ""
    if not missing:
        return say.many("The first {count} has arrived", "The first {count} have all arrived", of)
    return say.many(
        "{count} of the first {most} is missing", "{count} of the first {most} are missing", missing, most=of
    )


def stays_in_delegation(say: Wording) -> str:
    """Why a person was not moved: they must stay among the members of their delegation."""
    return say.text(
        "The order of the delegations comes first: a participant moves among the members of one delegation."
    )


def cannot_go(say: Wording) -> str:
    """Why a heading was not moved."""
    return say.text("This row cannot go there.")


def not_by_name(say: Wording) -> str:
    """Why a delegation was not moved: the delegations are sorted by their names."""
    return say.text("Choose the order by precedence to move a delegation.")


def define_it_first(say: Wording) -> str:
    """Why a delegation was not moved: the event does not define it, and only records of people name it."""
    return say.text("Define this delegation on the Event page first (F8).")
