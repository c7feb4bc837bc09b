"""Look back at the last acts of this desk, and at the delegates whom they were about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from checkin.desk.name_on_badge import signs_not_drawn
from checkin.domain.facts import (
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Scanned,
)
from checkin.domain.undoing import AT_ARRIVALS, persons_of
from checkin.storage import acts, badges, persons, projection
from checkin.storage import delegates as delegate_rows
from checkin.text import delegation_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.acts import Act
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class RecentAct:
    """One act of this desk, and the delegate whom it was about; `registration` is None if it was about no delegate.

    If several members of one delegation arrived together, `delegation` is the delegation's name as written in the
    imported list; else "". `not_drawn` is the number of badges issued by the act that cannot be printed, because no
    font has some characters of the name. `former_name` is the name of the delegate if their registration was undone.
    """

    act: Act
    registration: Registration | None
    delegation: str = ""
    not_drawn: int = 0
    former_name: str = ""

    @property
    def name(self) -> str:
        """The name of the delegate whom the act was about; "" if the act was about no delegate."""
        return self.registration.delegate.name if self.registration is not None else self.former_name


_LOOKED_BACK: Final = 100
"""The most acts that are looked through for the last arrivals."""


def last_arrivals(file: EventFile, most: int) -> list[Registration]:
    """The delegates who arrived last at this desk, at most `most`, the latest arrival first.

    Arrivals that were undone are left out.
    """
    standing = acts.standing_newest_first(file.database, file.desk, AT_ARRIVALS.kinds)
    ids: dict[str, None] = {}
    for act in islice(standing, _LOOKED_BACK):
        ids.update(dict.fromkeys(fact.delegate for fact in act.facts if isinstance(fact, Arrived)))
        if len(ids) >= most:
            break
    return delegate_rows.by_ids(file.database, islice(ids, most))


def undone_among(file: EventFile, known: Iterable[str]) -> frozenset[str]:
    """The ids of those acts among `known` (ids) that are undone."""
    return frozenset(act for act in known if projection.is_undone(file.database, act))


def about(file: EventFile, act: Act) -> Registration | None:
    """The delegate whom an act was about, the first if it was about several.

    None if it was about no delegate, or if that delegate is no longer registered.
    """
    named = _person_of(file, act)
    return delegate_rows.by_id(file.database, named) if named else None


def former_name(file: EventFile, act: Act) -> str:
    """The name of the delegate whom an act was about, if this delegate is no longer registered; else ""."""
    named = _person_of(file, act)
    return "" if not named or about(file, act) is not None else persons.former_name(file.database, named)


def common_delegation(file: EventFile, act: Act) -> str:
    """The name of the delegation that arrived together in this act, as written in the imported list.

    The name is "" if the act records the arrival of fewer than two delegates, or of delegates who do not all belong to
    the same delegation.
    """
    arrived = [fact.delegate for fact in act.facts if isinstance(fact, Arrived)]
    if len(arrived) < 2:  # noqa: PLR2004 - one person has a name
        return ""
    written = [each.delegate.delegation for each in delegate_rows.by_ids(file.database, arrived)]
    meant = {delegation_named(file.event, name) or name for name in written}
    return written[0] if len(meant) == 1 else ""


def number_come_since(file: EventFile, act: str) -> int:
    """The number of delegates who came after an import had begun, of those whom this import registered or changed.

    `act` is the id of the import. A delegate came if an arrival, or a scan of one of the delegate's badges, was
    recorded and not undone.
    """
    return persons.number_come_since(file.database, act)


def number_not_drawn(file: EventFile, act: Act) -> int:
    """The number of badges issued by this act that cannot be printed, as no font has all characters of the name."""
    issued = [fact.delegate for fact in act.facts if isinstance(fact, BadgeIssued)]
    return sum(bool(signs_not_drawn(each.delegate)) for each in delegate_rows.by_ids(file.database, issued))


def number_printed(file: EventFile, act: Act) -> int:
    """The number of badges issued by this act that were printed at least once."""
    issued = (badges.by_code(file.database, fact.code) for fact in act.facts if isinstance(fact, BadgeIssued))
    return sum(badge is not None and badge.printed > 0 for badge in issued)


def _person_of(file: EventFile, act: Act) -> str:
    """The id of the delegate whom an act was about, the first if it was about several; "" if about none."""
    return next(iter(persons_of(act.facts)), "") or _holder(file, act)


def _holder(file: EventFile, act: Act) -> str:
    """The id of the delegate whose badge the act was about; "" if it was about no badge or its holder is not known."""
    codes = (
        fact.code
        for fact in act.facts
        if isinstance(fact, BadgeRevoked | BadgePrinted | Scanned) and fact.code
    )
    code = next(codes, "")
    return persons.who_has(file.database, code) if code else ""
