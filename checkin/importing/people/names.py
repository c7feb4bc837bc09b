"""Takes the text of a whole name apart: honorific, family and given name, native name, and what is no name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from checkin.importing.people.cell_texts import CellTexts
from checkin.importing.people.cells import tidy
from checkin.importing.people.latin_names import take_latin_apart
from checkin.importing.people.name_keys import NATIVE, pieces_of, word_key
from checkin.importing.people.name_parts import by_capitals
from checkin.importing.people.name_words import NameWords
from checkin.importing.people.represented import apart_at_represented

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegates import NameOrder

__all__ = ["NameWords", "TakenApart", "WrittenAs", "is_unnamed", "order_of_whole_names", "take_apart"]

_OWN_SCRIPTS: Final = re.compile(f"[{NATIVE}]")
_ALL_BUT_LATIN: Final = re.compile(rf"[\u0370-\u052f\u1f00-\u1fff{NATIVE}]")
_BRACKETS: Final = re.compile(r"\s*[(\[{<（［【]([^()\[\]{}<>（）［］【】]*)(?:[)\]}>）］】]|$)\s*")
_BEHIND: Final = re.compile(r"\s[-–—]\s|[(\[（【]")


@dataclass(frozen=True, slots=True)
class TakenApart:
    """The parts of a cell with a name: of one person or, if the cell names a substitute, of the substitute too."""

    honorific: str = ""
    family_name: str = ""
    given_name: str = ""
    native_honorific: str = ""
    native_name: str = ""

    name_order: NameOrder | None = None
    """The order in which the list wrote the names, if the list told which of them is the family name."""

    left: str = ""
    """What is written with the name and is no part of the name: "Guest", "PhD", "+1"."""

    represented: str = ""
    """The name of the other person in the cell, as the list wrote it; "" if the cell names only one person."""

    accompanying: bool = False
    """Whether the list says that this is another person's spouse or guest, or that others come along."""


class WrittenAs(StrEnum):
    """A way to write whole names that tells which part is the family name."""

    FAMILY_FIRST = "family_first"
    """SOK Phalla."""

    GIVEN_FIRST = "given_first"
    """Phalla SOK."""

    COMMA = "comma"
    """Sok, Phalla."""


def take_apart(
    text: str, words: NameWords, *, script_column_is_native: bool = False, order: NameOrder | None = None
) -> TakenApart:
    """Take the text of a whole name apart, as far as the text tells how; else all of it becomes the family name.

    With `script_column_is_native`, Cyrillic and Greek names too are native names. `order` is used for names that do not
    tell where the family name stands.
    """
    on_list, represented = apart_at_represented(tidy(text), words)
    native = _ALL_BUT_LATIN if script_column_is_native else _OWN_SCRIPTS
    outside, brackets = _without_brackets(on_list)
    cell = CellTexts(words, native)
    latin, own = cell.by_script(outside)
    for content in brackets:
        latin, own = cell.place(content, latin, own)
    if own and latin and words.honorifics.is_all_of(latin):
        cell.honorifics.insert(0, latin)
        latin = ""
    name = take_latin_apart(latin, words, order)
    own_honorific, own_name, own_left = _native_apart(cell.without_company(own), words, alone=not latin)
    honorific = _joined(name.honorific, *cell.honorifics)
    own_honorific = _joined(own_honorific, *cell.own_honorifics)
    if own and not latin:
        own_honorific, honorific = _joined(honorific, own_honorific), ""
    return TakenApart(
        honorific=honorific,
        family_name=name.parts.family_name,
        given_name=name.parts.given_name,
        native_honorific=own_honorific,
        native_name=own_name,
        name_order=name.parts.order,
        left="; ".join(filter(None, (*name.left, own_left, *cell.left))),
        represented=represented,
        accompanying=name.accompanying or cell.accompanying,
    )


def is_unnamed(text: str, words: NameWords) -> bool:
    """Whether the text stands for a person who is not yet named: "TBC", "Mr. TBA 2", "N.N.", "to be nominated", "?"."""
    name = tidy(text)
    if not word_key(name):
        return bool(name)
    return any(_stands_for_nobody(part, words) for part in {name, _BEHIND.split(name)[0]})


def _stands_for_nobody(text: str, words: NameWords) -> bool:
    pieces = pieces_of(text)
    named = pieces[words.honorifics.in_front(pieces) :]
    key = re.sub(r"[ \d]+$", "", " ".join(piece.key for piece in named))
    return (
        key in words.unnamed or words.honorifics.is_all_of(text) or key.startswith(words.beginnings_unnamed)
    )


def order_of_whole_names(texts: Iterable[str], words: NameWords) -> WrittenAs | None:
    """The way in which all of these names are written; None, if there are several ways or a name does not tell.

    A text of one word, in a script without capitals, or for a place not yet named tells neither way.
    """
    ways: set[WrittenAs | None] = set()
    for text in texts:
        if is_unnamed(text, words):
            continue
        latin, _ = CellTexts(words, _OWN_SCRIPTS).by_script(
            _without_brackets(apart_at_represented(tidy(text), words)[0])[0]
        )
        name = take_latin_apart(latin, words)
        if name.by_comma:
            ways.add(WrittenAs.COMMA)
        elif " " in name.parts.family_name or name.parts.given_name:
            in_capitals = by_capitals(f"{name.parts.family_name} {name.parts.given_name}".strip()) is not None
            ways.add(WrittenAs(name.parts.order) if name.parts.order and in_capitals else None)
    return ways.pop() if len(ways) == 1 else None


def _joined(*honorifics: str) -> str:
    return " ".join(filter(None, honorifics))


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """The text outside all brackets, and the texts inside; a text that is in brackets as a whole counts as outside."""
    if text.isalpha() or not _BRACKETS.search(text):
        return text, []
    inside = [content.strip() for content in _BRACKETS.findall(text)]
    outside = _BRACKETS.sub(" ", text).strip()
    inside = [content for content in inside if content]
    return (outside, inside) if outside or not inside else (inside[0], inside[1:])


def _native_apart(text: str, words: NameWords, *, alone: bool) -> tuple[str, str, str]:
    """The honorific, the name and the titles behind the name, of a name in its own script.

    Where the text is not `alone` in the cell, the text may be an honorific without a name.
    """
    if not text:
        return "", "", ""
    if not alone and words.honorifics.is_all_of(text):
        return text, "", ""
    front = words.honorifics.in_front_of_native(text)
    end = max(words.titles.end_of_native(text), front + 1)
    return text[:front].strip(), text[front:end].strip(), text[end:].strip(" ,\uff0c\u3001")
