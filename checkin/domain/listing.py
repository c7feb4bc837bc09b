"""What a list of the people of an event can show, whom it shows, and in which order."""

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
    """The list that has brought the person."""


class Trait(StrEnum):
    """What somebody can be chosen by with one click.

    Expected: the registration is confirmed, and the person has not come. No badge: no valid badge was issued.
    """

    EXPECTED = "expected"
    ARRIVED = "arrived"
    ATTENTION = "attention"
    NO_BADGE = "no_badge"


COMING: Final = frozenset({Trait.EXPECTED, Trait.ARRIVED})
"""Nobody is both: whoever asks for both means whoever is one of them."""


class BadgeState(StrEnum):
    """How far the badge of a person has come. Changed: the person's details have changed since it was printed."""

    NONE = "none"
    ISSUED = "issued"
    PRINTED = "printed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom a list shall show, and in which order.

    `words` is a text; only people are shown in whose fields each of its words begins a word. All conditions hold
    together. `category` is a code, `status` the value of a status, and `delegation` a name of the delegation; "" for
    any. The list is sorted by the column `order`, in reverse if `is_down` is True; people without a value come last.
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
        """Whether nobody is left out."""
        return not (self.words.strip() or self.traits or self.category or self.status or self.delegation)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows of one person.

    `source` is the source of the list that has registered the person, "" if the list's source is not known, None if a
    desk has registered the person. `badge` says how far the newest valid badge has come.
    """

    registration: Registration
    source: str | None
    badge: BadgeState
