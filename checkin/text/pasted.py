"""Finds what a pasted list says of an event's things: which of its lines are new, which change a known thing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from checkin.domain.programme import Category, LocalText, Room
from checkin.text.keys import search_key
from checkin.text.signs import Sign, alike, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Thing = TypeVar("Thing", Category, Room)


@dataclass(frozen=True, slots=True)
class Line(Generic[Thing]):
    """The category or room that one line of a list makes; `known` is the former one, `number` counts lines from 1."""

    number: int
    thing: Thing
    known: Thing | None = None


@dataclass(frozen=True, slots=True)
class Pasted(Generic[Thing]):
    """The categories or rooms that a list adds and changes, and the number of the first line with a fault (0: none).

    `taken` tells the fault: a text on this line that already means another thing, and the text of that thing. It is
    None if the fault is that the line has no name.
    """

    new: tuple[Thing, ...] = ()
    changed: tuple[Thing, ...] = ()
    wrong_line: int = 0
    taken: tuple[Sign, Sign] | None = None


def pasted(lines: Sequence[Line[Thing]], known: Sequence[Thing]) -> Pasted[Thing]:
    """Sort the lines of a list into new and changed ones; a line that also means another line's category is a fault."""
    told = {line.known.code for line in lines if line.known is not None}
    others: list[Thing] = [each for each in known if each.code not in told]
    signs = signs_of(chain(others, (line.thing for line in lines)))
    pairs = [(mine, other) for other, mine in alike(signs) if mine.number >= len(others)]
    if pairs:
        mine, other = min(pairs, key=lambda pair: pair[0].number)
        return Pasted(wrong_line=lines[mine.number - len(others)].number, taken=(mine, other))
    return Pasted(
        tuple(line.thing for line in lines if line.known is None),
        tuple(line.thing for line in lines if line.known is not None and line.thing != line.known),
    )


def meant(texts: Iterable[str], known: Iterable[Thing]) -> Thing | None:
    """The category or room that one of these texts means, by its code, letter or name; None if there is none."""
    things = list(known)
    for text in filter(None, texts):
        told = Sign(-1, "", "", text)
        for sign in signs_of(things):
            if search_key(sign.text) == search_key(text) and sign.is_also(told):
                return things[sign.number]
    return None


def renamed(name: LocalText, words: Mapping[str, str]) -> LocalText:
    """The name with these words in the languages that they give; a name for all languages is replaced.

    Words that are the name in another language already change nothing: the line only says which thing it means.
    """
    keys = {language: search_key(each) for language, each in name.by_language if language}
    given = {
        language: each
        for language, each in words.items()
        if each and (search_key(each) in {"", keys.get(language)} or search_key(each) not in keys.values())
    }
    before = {language: each for language, each in name.by_language if language or not given}
    return LocalText.of({**before, **given})
