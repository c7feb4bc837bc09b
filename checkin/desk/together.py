"""The people who belong together: a principal with those who accompany them, and who represents whom."""

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
    """The people whom the card of a delegate names.

    `principal` is whom the delegate accompanies, `companions` those who accompany the delegate. `substitute` comes in
    the delegate's place, and the delegate comes in the place of those in `represents`.
    """

    principal: Registration | None = None
    companions: tuple[Registration, ...] = ()
    substitute: Registration | None = None
    represents: tuple[Registration, ...] = ()


ALONE = Company()


def company_of(file: EventFile, delegate: Delegate) -> Company:
    """The people whom the card of this delegate names; whoever is no longer registered is left out."""
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
    """The principal to whom this delegate (id) belongs, or the delegate, followed by those who accompany the principal.

    Whoever stays away is left out, except the principal.
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
    """What is filled in of a person who accompanies this principal: category, delegation, country and language."""
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
