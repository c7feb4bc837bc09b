"""Reads categories out of a pasted list, such as a part of a spreadsheet: a line for each, with letter and name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from checkin.domain.colours import LEAST_CONTRAST, PALETTE, contrast, is_like_a_verdict, text_colour_on
from checkin.domain.programme import Category, LocalText
from checkin.text.keys import search_key
from checkin.text.pasted import Line, Pasted, meant, pasted, renamed
from checkin.text.proposing import proposed_code, proposed_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_REMARK: Final = re.compile(r"\s*[(（]([^()（）]*)[)）]$")
_BEHIND_NAME: Final = 2
"""The first cell of a row that may hold a colour: behind the letter and a name, which may be Orange."""
_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_COUNTED: Final = {
    search_key(words): counts
    for counts, all_words in (
        (True, ("count", "counts", "counted", "compte", "compté", "comptés", "រាប់", "计入")),
        (
            False,
            (
                "do not count", "does not count", "don't count", "not counted", "uncounted", "staff",
                "ne pas compter", "ne compte pas", "non compté", "non comptée", "non comptés", "personnel",
                "មិនរាប់", "បុគ្គលិក", "不计", "不计入", "工作人员",
            ),
        ),
    )
    for words in all_words
}  # fmt: skip
"""What a remark in brackets behind a name says: whether the people of the category count in the totals."""


def read_pasted(
    text: str, known: Sequence[Category], languages: Sequence[str], colours: Mapping[str, str] | None = None
) -> Pasted[Category]:
    """Read the categories that the pasted text adds to the event's categories (`known`), and those that it changes.

    A line is “P Press”, or only a name, for which a letter is proposed. A line from a spreadsheet has the letter, and
    then the names in the event's languages, in their order. “(do not count)” may stand behind a name. A line with the
    code, letter or name of a known category changes this category. A colour may stand in a cell or in brackets, as
    #1B3A6B or by a name in `colours` ("#RRGGBB" by name), or by an English name of the palette. Each other new
    category gets a colour that no other category has, if one is left. Empty lines are left out.
    """
    offered = {search_key(name): colour for name, colour in {**PALETTE, **(colours or {})}.items()}
    lines: list[Line[Category]] = []
    free = iter(free_colours(known))
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        bare, colour = _without_colour(line, offered)
        letter, *told = _cells(bare, known)
        names, counts = _without_remarks(told)
        words = dict(zip(languages, names, strict=False))
        before = meant([letter], known) or meant(names, known)
        if before is not None:
            lines.append(Line(number, _changed(before, letter, words, counts, colour), before))
            continue
        name = renamed(LocalText(), words)
        if not name:
            return Pasted(wrong_line=number)
        there = [*known, *(each.thing for each in lines)]
        letter = letter or proposed_letter(str(name), [each.letter for each in there])
        code = proposed_code(letter, [each.code for each in there])
        lines.append(Line(number, Category(code, letter, name, colour or next(free), counts is not False)))
    return pasted(lines, known)


def free_colours(known: Iterable[Category]) -> Iterator[str]:
    """The offered colours that no category has yet, and after them all offered colours, again and again."""
    taken = {each.colour.upper() for each in known}
    yield from (each for each in PALETTE.values() if each not in taken)
    while True:
        yield from PALETTE.values()


def _changed(
    before: Category,
    letter: str,
    words: Mapping[str, str],
    counts: bool | None,  # noqa: FBT001 - a value
    colour: str,
) -> Category:
    """The category as a line tells it; a letter is new only if the line names the category by its name."""
    is_named_by_letter = meant([letter], [before]) is not None
    return replace(
        before,
        letter=before.letter if is_named_by_letter or not letter else letter,
        name=renamed(before.name, words),
        counts=before.counts if counts is None else counts,
        colour=colour or before.colour,
    )


def _without_colour(line: str, offered: Mapping[str, str]) -> tuple[str, str]:
    """The line without a colour in a cell behind the name or in brackets at the end, and the colour; "" for none.

    A colour in which no letter could be read, or which looks like that of a verdict, is passed over.
    """
    cells = line.split("\t")
    for place in range(len(cells) - 1, -1, -1):
        match = _REMARK.search(cells[place].rstrip())
        told = match[1] if match else cells[place] if place >= _BEHIND_NAME else ""
        colour = told.strip().upper() if _HEX.fullmatch(told.strip()) else offered.get(search_key(told), "")
        if colour:
            is_usable = contrast(colour, text_colour_on(colour)) >= LEAST_CONTRAST
            rest = [cells[place][: match.start()]] if match else []
            bare = "\t".join([*cells[:place], *rest, *cells[place + 1 :]])
            return bare, colour if is_usable and not is_like_a_verdict(colour) else ""
    return line, ""


def _without_remarks(names: Iterable[str]) -> tuple[list[str], bool | None]:
    """The names without a remark on who counts, and what the remark says; None if no name has one."""
    counts: bool | None = None
    bare = []
    for name in names:
        remark = _REMARK.search(name)
        said = _COUNTED.get(search_key(remark[1])) if remark else None
        bare.append(name[: remark.start()] if remark and said is not None else name)
        counts = counts if said is None else said
    return bare, counts


def _cells(line: str, known: Sequence[Category]) -> Iterator[str]:
    """The letter, or the code of a known category; "" if the line has neither; then the names."""
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    bare = [replace(each, name=LocalText()) for each in known]
    if len(cells) == 1:
        first, _, rest = cells[0].partition(" ")
        is_sign = len(first) == 1 or any(first == each.code for each in known)
        cells = [first, rest] if is_sign and rest else cells
        has_sign = len(cells) > 1 or meant(cells, bare) is not None
    else:
        has_sign = meant(cells[:1], bare) is not None or meant(cells[:1], known) is None
    return iter(cells) if has_sign else chain([""], cells)
