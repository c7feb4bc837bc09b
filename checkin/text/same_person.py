"""Decides which delegates may be one person, and says why: how their names are alike, and what else they share."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checkin.domain.alike import Alike, Why
from checkin.text.keys import search_key
from checkin.text.like_people import LikePeople
from checkin.text.named import Script

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from checkin.domain.delegates import Delegate
    from checkin.text.like_people import InCommon
    from checkin.text.named import Named

LEAST: Final = 0.5
"""Two delegates of a lower score are not told."""
_NAME: Final = 0.92
"""The score of the same name, where nothing else is known."""
_ADDRESS_ALONE: Final = 0.62
_NUMBER_ALONE: Final = 0.58
"""The scores of a shared address and of a shared number where the names are not alike."""
_ADDRESS_TOO: Final = 0.3
_NUMBER_TOO: Final = 0.25
"""What a shared address or number adds where something else is alike."""
_OTHER_NATIVE: Final = 0.3
_OTHER_LATIN: Final = 0.15
"""What the names in the other script take away if they are not alike."""
_OTHER_SEX: Final = 0.25
_OTHER_DETAIL: Final = 0.03
_OTHER_DETAILS: Final = 0.1
"""What a detail takes away that both have and that is not the same, and all of them at most."""
_SAME_DETAIL: Final = 0.02
_SAME_DETAILS: Final = 0.1
"""What a detail gives that is the same, and all of them at most."""


def alike(people: Sequence[Delegate], bare: Callable[[str], str] = str) -> list[Alike]:
    """Those of the delegates who may be one person, in pairs, the likeliest first.

    `bare` takes titles off a name that lists know and that a search does not leave out.
    """
    known = LikePeople(people, bare)
    judged = []
    for (one, other), common in known.pairs().items():
        first, second = people[one], people[other]
        if _are_together(first, second):
            continue
        address = not known.addresses[one].isdisjoint(known.addresses[other])
        number = not known.numbers[one].isdisjoint(known.numbers[other])
        score = _score(common, address=address, number=number) - _against_names(
            common, known.names[one], known.names[other]
        )
        if score < LEAST - _SAME_DETAILS:
            continue
        score -= _against(first, second) + _against_details(
            _shared(known.addresses[one], known.addresses[other]),
            _shared(known.numbers[one], known.numbers[other]),
            _same_words(first.organisation, second.organisation),
            _same_words(first.native_organisation, second.native_organisation),
            _same_words(first.country, second.country),
        )
        if score >= LEAST:
            reasons = (common.why, Why.ADDRESS if address else None, Why.NUMBER if number else None)
            judged.append(
                Alike(first, second, min(1.0, score), tuple(why for why in reasons if why is not None))
            )
    return sorted(judged, key=lambda pair: (-pair.score, pair.one.id, pair.other.id))


def _are_together(one: Delegate, other: Delegate) -> bool:
    """Whether one accompanies the other or represents the other, so that they are two for sure."""
    return other.id in (one.accompanies, one.represented_by) or one.id in (
        other.accompanies,
        other.represented_by,
    )


def _score(common: InCommon, *, address: bool, number: bool) -> float:
    if common.why is not None:
        return _NAME * (1 - common.cost) + _ADDRESS_TOO * address + _NUMBER_TOO * number
    return _ADDRESS_ALONE + _NUMBER_TOO * number if address else _NUMBER_ALONE


def _against_names(common: InCommon, mine: Sequence[Named], theirs: Sequence[Named]) -> float:
    """What it takes away that both have a name in a script in which their names are not alike."""
    scripts = {name.script for name in mine} & {name.script for name in theirs}
    if common.is_latin_alike and not common.is_native_alike and Script.NATIVE in scripts:
        return _OTHER_NATIVE
    if common.is_native_alike and not common.is_latin_alike and Script.LATIN in scripts:
        return _OTHER_LATIN
    return 0.0


def _against(one: Delegate, other: Delegate) -> float:
    return _OTHER_SEX if one.sex and other.sex and one.sex is not other.sex else 0.0


def _against_details(*details: bool | None) -> float:
    """What details take away: those that differ; those that are the same give something."""
    other = _OTHER_DETAIL * sum(same is False for same in details)
    return min(_OTHER_DETAILS, other) - _SAME_DETAIL * sum(same is True for same in details)


def _shared(mine: AbstractSet[str], theirs: AbstractSet[str]) -> bool | None:
    """Whether there is one that both have; None if one of them has none."""
    return not mine.isdisjoint(theirs) if mine and theirs else None


def _same_words(one: str, other: str) -> bool | None:
    """Whether two texts have a word in common; None if one of them is empty."""
    return _shared(_words_of(one), _words_of(other)) if one and other else None


@lru_cache(1 << 14)  # organisations and countries repeat
def _words_of(text: str) -> frozenset[str]:
    return frozenset(search_key(text).split())
