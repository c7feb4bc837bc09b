"""The columns, filters and order of a list of the people of an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.domain.registration import Registration


class ListColumn(StrEnum):
    """The columns that a list of people can have, in their usual order; none of them is a private field."""

    NAME = "name"
    NATIVE_NAME = "native_name"
    CATEGORY = "category"
    STATUS = "status"
    DELEGATION = "delegation"
    ORGANISATION = "organisation"
    ARRIVAL = "arrival"
    BADGE = "badge"
    ATTENTION = "attention"
    COUNTRY = "country"
    POSITION = "position"
    REFERENCE = "reference"
    EMAIL = "email"
    PHONE = "phone"
    PHOTO = "photo"
    """Whether the person has a photo."""
    SOURCE = "source"
    """The list from which the person was imported."""


class Trait(StrEnum):
    """The filters that the operator switches on or off with one click.

    EXPECTED means that the registration is confirmed and the person has not arrived. NO_BADGE means that the person has
    no valid badge.
    """

    EXPECTED = "expected"
    ARRIVED = "arrived"
    ATTENTION = "attention"
    NO_BADGE = "no_badge"


COMING: Final = frozenset({Trait.EXPECTED, Trait.ARRIVED})
"""Two filters that exclude each other: if both are switched on, the list shows people who match either of them."""


class BadgeState(StrEnum):
    """The states of a person's badge. CHANGED: the badge was printed, and the person's details have changed since."""

    NONE = "none"
    ISSUED = "issued"
    PRINTED = "printed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Sought:
    """The filters and the order of a list of people; only people who match all filters are shown.

    `words` is a search text: each of its words must be the beginning of a word in one of the person's fields.
    `category` is a code, `status` the value of a status, and `delegation` one of the delegation's names; "" means any.
    The list is sorted by the column `order`, in reverse if `is_down` is True. People without a value in this column
    come last.
    """

    words: str = ""
    traits: frozenset[Trait] = frozenset()
    category: str = ""
    status: str = ""
    delegation: str = ""
    order: ListColumn = ListColumn.NAME
    is_down: bool = False

    @property
    def is_for_everybody(self) -> bool:
        """Whether no filter is set, so that the list shows everybody."""
        return not (self.words.strip() or self.traits or self.category or self.status or self.delegation)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows of one person.

    `source` says from which list the person was imported; it is "" if that list's source is not known, and None if the
    person was registered at a desk. `badge` is the state of the newest valid badge.
    """

    registration: Registration
    source: str | None
    badge: BadgeState
