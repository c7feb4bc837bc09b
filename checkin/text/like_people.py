"""Finds the pairs of delegates whose names are alike, or who have one address or number, by an index of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.alike import Why
from checkin.text.contacts import address_keys, number_keys
from checkin.text.like_names import How, LikeNames
from checkin.text.named import Script, names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from checkin.domain.delegates import Delegate
    from checkin.text.like_names import Words
    from checkin.text.named import Named

    _Holder: TypeAlias = tuple[int, Named]
    """A delegate's place, and the name by which the delegate was found."""

_MOST_OF_A_NAME: Final = 30
"""A name that more delegates have is no reason to take two of them for one who share nothing else."""
_NAME_ALONE: Final = 0.45
"""Names whose difference costs more are a reason only beside a shared address or number."""
_MOST_OF_A_CONTACT: Final = 4
"""An address or a number that more delegates have is an office's: it is no reason unless their names are alike."""
_NAMESAKE: Final = 0.03
_MOST_FOR_NAMESAKES: Final = 0.42
"""What each further delegate of the same name costs, and at most."""
_OTHER_SCRIPT: Final = 0.08


_OF_HOW: Final = {
    How.ORDER: Why.ORDER, How.JOINED: Why.JOINED, How.SOUND: Why.SOUND, How.LETTER: Why.LETTER,
    How.INITIAL: Why.INITIAL, How.ADDED: Why.ADDED,
}  # fmt: skip


@dataclass(slots=True)
class InCommon:
    """What the names of two delegates have in common.

    `why` says how the names that differ least do so, and `cost` what the difference costs; None if no names are alike.
    """

    why: Why | None = None
    cost: float = 1.0
    is_latin_alike: bool = False
    is_native_alike: bool = False


class LikePeople:
    """The delegates, what each is known by, and the pairs of whom something is alike."""

    def __init__(self, people: Sequence[Delegate], bare: Callable[[str], str]) -> None:
        self._people = people
        self.names = [tuple(names_of(person, bare)) for person in people]
        self.addresses = [address_keys(person.email) for person in people]
        self.numbers = [number_keys(person.phone) for person in people]
        self._pairs: dict[tuple[int, int], InCommon] = {}

    def pairs(self) -> dict[tuple[int, int], InCommon]:
        """The pairs by the places of both, the smaller place first."""
        holders: dict[Words, list[_Holder]] = {}
        for place, names in enumerate(self.names):
            for name in names:
                holders.setdefault(name.words, []).append((place, name))
        groups = list(holders.values())
        for group in groups:
            cost = _for_namesakes(len(group))
            for one, other in self._near(group):
                self._note_name(one, other, Why.SAME_NAME, cost)
        for first, second, likeness in LikeNames(list(holders)).pairs():
            fewer, more = sorted((groups[first], groups[second]), key=len)
            cost = likeness.cost + _for_namesakes(1 + len(fewer))
            if len(fewer) * len(more) <= _MOST_OF_A_NAME * _MOST_OF_A_NAME:
                for one, other in product(fewer, more):
                    self._note_name(one, other, _OF_HOW[likeness.how], cost)
        for one_place, other_place in (*_sharing(self.addresses), *_sharing(self.numbers)):
            self._of(one_place, other_place)
        return self._pairs

    def _near(self, group: Sequence[_Holder]) -> Iterator[tuple[_Holder, _Holder]]:
        """The pairs of delegates of one name; of a name that many have, those who share something else."""
        if len(group) <= _MOST_OF_A_NAME:
            yield from combinations(group, 2)
            return
        sharing: dict[str, list[_Holder]] = {}
        for holder in group:
            place = holder[0]
            for key in (*self.addresses[place], *self.numbers[place], self._people[place].organisation):
                sharing.setdefault(key, []).append(holder)
        sharing.pop("", None)
        for few in sharing.values():
            yield from combinations(few, 2) if len(few) <= _MOST_OF_A_NAME else ()

    def _note_name(self, one: _Holder, other: _Holder, why: Why, cost: float) -> None:
        (place, mine), (other_place, theirs) = one, other
        if place == other_place or (cost > _NAME_ALONE and not self._share_a_contact(place, other_place)):
            return
        known = self._of(place, other_place)
        if mine.script is not theirs.script:
            why, cost = Why.OTHER_SCRIPT, cost + _OTHER_SCRIPT
        elif mine.script is Script.LATIN:
            known.is_latin_alike = True
        else:
            known.is_native_alike = True
        if why is Why.SAME_NAME and not _is_same_text(mine.text, theirs.text):
            why = Why.SPELT_OTHERWISE
        if known.why is None or cost < known.cost:
            known.why, known.cost = why, cost

    def _share_a_contact(self, one: int, other: int) -> bool:
        return not (
            self.addresses[one].isdisjoint(self.addresses[other])
            and self.numbers[one].isdisjoint(self.numbers[other])
        )

    def _of(self, one: int, other: int) -> InCommon:
        places = (one, other) if one < other else (other, one)
        known = self._pairs.get(places)
        if known is None:
            known = self._pairs[places] = InCommon()
        return known


def _for_namesakes(many: int) -> float:
    return min(_MOST_FOR_NAMESAKES, _NAMESAKE * (many - 2))


def _is_same_text(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _sharing(contacts: Sequence[AbstractSet[str]]) -> list[tuple[int, int]]:
    """The places of every two who have an address or a number in common that only few have."""
    holders: dict[str, list[int]] = {}
    for place, keys in enumerate(contacts):
        for key in keys:
            holders.setdefault(key, []).append(place)
    groups = (group for group in holders.values() if len(group) <= _MOST_OF_A_CONTACT)
    return [pair for group in groups for pair in combinations(group, 2)]
