"""Reads categories out of a pasted list, such as a part of a spreadsheet: a line for each, with letter and name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from checkin.domain.colours import PALETTE
from checkin.domain.programme import Category, LocalText
from checkin.text.proposing import proposed_code, proposed_letter
from checkin.text.signs import Sign, alike, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Pasted:
    """The categories of a list, and the number (from 1) of the first line that has a fault; 0 if no line has one.

    `taken` tells the fault: a text on this line that already means another category, and the text of that category. It
    is None if the fault is that the line has no name.
    """

    categories: tuple[Category, ...]
    wrong_line: int = 0
    taken: tuple[Sign, Sign] | None = None


def read_pasted(text: str, known: Sequence[Category], languages: Sequence[str]) -> Pasted:
    """Read the categories that the pasted text adds to the event's categories (`known`); empty lines are left out.

    A line is “P Press”, or only a name, for which a letter is proposed. A line from a spreadsheet has the letter, and
    then the names in the event's languages, in their order. Each category gets a colour that no other category has, if
    one is left.
    """
    found: list[Category] = []
    numbers: list[int] = []
    free = iter(free_colours(known))
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        letter, *names = _cells(line)
        words = dict(zip(languages, names, strict=False))
        name = LocalText.of({language: each for language, each in words.items() if each})
        if not name:
            return Pasted(tuple(found), number)
        there = [*known, *found]
        letter = letter or proposed_letter(str(name), [each.letter for each in there])
        code = proposed_code(letter, [each.code for each in there])
        found.append(Category(code, letter, name, next(free)))
        numbers.append(number)
    pairs = [(mine, other) for other, mine in alike(signs_of([*known, *found])) if mine.number >= len(known)]
    if pairs:
        first = min(pairs, key=lambda pair: pair[0].number)
        return Pasted(tuple(found), numbers[first[0].number - len(known)], first)
    return Pasted(tuple(found))


def free_colours(known: Iterable[Category]) -> Iterator[str]:
    """The offered colours that no category has yet, and after them all offered colours, again and again."""
    taken = {each.colour.upper() for each in known}
    yield from (each for each in PALETTE.values() if each not in taken)
    while True:
        yield from PALETTE.values()


def _cells(line: str) -> Iterator[str]:
    """The letter, "" if the line has none, and the names."""
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    if len(cells) == 1:
        first, _, rest = cells[0].partition(" ")
        cells = [first, rest] if len(first) == 1 and rest else cells
    return chain([""], cells) if len(cells) == 1 else iter(cells)
