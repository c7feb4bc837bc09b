"""The texts by which a list can name a thing of the event, and which of these texts could mean two things.

Such a text is called a sign: a code, a name, or the letter of a category.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from checkin.domain.delegates import Field
from checkin.domain.programme import Category, Delegation, OwnField, Room
from checkin.text.keys import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkin.domain.programme import Event, LocalText

Named: TypeAlias = Category | Room | Delegation | OwnField
"""The things of an event that a list can name, by a code or by a name."""
NAME, CODE, LETTER = "name", "code", "letter"
"""The kinds of sign: the name, the code or the letter of a category, a room and so on."""


_FIELD_CODE: Final = re.compile("[a-z][a-z0-9_]*")


class Sign(NamedTuple):
    """A text by which a list can name a thing of the event (`text`), and its kind (`key`): name, code or letter.

    `number` is the thing's index in its list, and `code` the thing's code.
    """

    number: int
    code: str
    key: str
    text: str

    def is_also(self, other: Sign) -> bool:
        """Whether a list that holds one of the two signs could mean the other; their search keys must be the same.

        Two codes or letters are compared with their accents, so E and É are different. A name is compared by its search
        key.
        """
        return NAME in {self.key, other.key} or _bare(self.text) == _bare(other.text)


def can_be_code_of_field(code: str) -> bool:
    """Whether an own field of the event can have this code, which must have small letters, digits and _ only.

    The code must not be that of a field that every event has. The event's own fields are compared by `alike`.
    """
    return code not in set(Field) and _FIELD_CODE.fullmatch(code) is not None


def signs_of(things: Iterable[Named]) -> list[Sign]:
    """All texts by which a list can name one of these things: codes, names, and the letters of categories."""
    return [
        Sign(number, thing.code, key, text)
        for number, thing in enumerate(things)
        for key, text in ((CODE, thing.code), *_letters(thing), *((NAME, words) for words in _names(thing)))
    ]


def signs_of_choices(choices: Iterable[LocalText]) -> list[Sign]:
    """All texts by which a list can name one of the choices of a field."""
    return [
        Sign(number, str(choice), NAME, words)
        for number, choice in enumerate(choices)
        for _, words in choice.by_language
    ]


def alike(signs: Iterable[Sign]) -> Iterator[tuple[Sign, Sign]]:
    """Yield each pair of signs of different things that a list could mix up."""
    by_key: defaultdict[str, list[Sign]] = defaultdict(list)
    for sign in signs:
        by_key[search_key(sign.text) or _bare(sign.text)].append(sign)
    for group in by_key.values():
        for one, other in combinations(group, 2):
            if one.number != other.number and one.is_also(other):
                yield one, other


def newly_alike(known: Event, wanted: Event, merged: Event) -> Iterator[tuple[Sign, Sign]]:
    """Each two signs of one kind of thing that a list could take for each other only in the event `merged`.

    `merged` is the event `known`, changed to what an editor `wanted`, who did not see everything in `known`. The first
    sign of each pair is the editor's.
    """
    for of_known, of_wanted, of_merged in zip(*map(_signs_by_kind, (known, wanted, merged)), strict=True):
        before = {_pair(each) for signs in (of_known, of_wanted) for each in alike(signs)}
        theirs = {each[1:] for each in of_known}
        for one, other in alike(of_merged):
            if _pair((one, other)) not in before:
                yield (other, one) if one[1:] in theirs else (one, other)


def _signs_by_kind(event: Event) -> list[list[Sign]]:
    kinds: list[Iterable[Named]] = [
        event.categories.values(),
        event.rooms.values(),
        event.delegations.values(),
        event.fields.values(),
    ]
    return [signs_of(things) for things in kinds]


def _pair(signs: tuple[Sign, Sign]) -> frozenset[tuple[str, ...]]:
    """What tells two signs from others, whatever the places of their things."""
    return frozenset((each.code, each.key, each.text) for each in signs)


def _letters(thing: Named) -> Iterator[tuple[str, str]]:
    if isinstance(thing, Category):
        yield LETTER, thing.letter


def _names(thing: Named) -> Iterator[str]:
    for name in thing.names if isinstance(thing, Delegation) else (thing.name,):
        yield from (words for _, words in name.by_language)


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
