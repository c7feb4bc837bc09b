"""Finds the people who belong to a delegate because one of them accompanies or represents the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.find import registered
from checkin.domain.delegates import Delegate, Field
from checkin.domain.delegation_figures import takes_place
from checkin.storage import delegates

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Company:
    """The people who belong to a delegate, and whom the delegate's card therefore names.

    `principal` is the person whom the delegate accompanies, and `companions` are the people who accompany the delegate.
    `substitute` represents the delegate, and `represents` are the people whom the delegate represents.
    """

    principal: Registration | None = None
    companions: tuple[Registration, ...] = ()
    substitute: Registration | None = None
    represents: tuple[Registration, ...] = ()


ALONE = Company()


def company_of(file: EventFile, delegate: Delegate) -> Company:
    """The people who belong to this delegate; people who are no longer registered are left out."""
    principal, substitute = (
        delegates.by_id(file.database, each) if each else None
        for each in (delegate.accompanies, delegate.represented_by)
    )
    bound = delegates.bound_to(file.database, delegate.id)
    return Company(
        principal,
        tuple(each for each in bound if each.delegate.accompanies == delegate.id),
        substitute,
        tuple(each for each in bound if each.delegate.represented_by == delegate.id),
    )


def party_of(file: EventFile, delegate: str) -> list[Registration]:
    """The principal whom the delegate with this id accompanies, followed by all who accompany this principal.

    If the delegate accompanies nobody, the delegate counts as the principal. Companions who do not come are left out.
    """
    known = registered(file, delegate)
    above = delegates.by_id(file.database, known.delegate.accompanies) if known.delegate.accompanies else None
    principal = above or known
    bound = delegates.bound_to(file.database, principal.delegate.id)
    with_them = [
        each for each in bound if each.delegate.accompanies == principal.delegate.id and takes_place(each)
    ]
    return [principal, *with_them]


def companion_of(principal: Delegate) -> Delegate:
    """The values that are filled in for a new person who accompanies `principal`.

    Category, delegation, country and language are those of the principal; the other fields are empty.
    """
    return Delegate.of(
        "",
        {
            Field.ACCOMPANIES: principal.id,
            Field.CATEGORY: principal.category,
            Field.DELEGATION: principal.delegation,
            Field.COUNTRY: principal.country,
            Field.LANGUAGE: principal.language,
        },
    )
