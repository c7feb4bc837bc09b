"""Parts the cell of a name that says that another person comes: "A represented by B", "B on behalf of A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.importing.people.name_keys import (
    CJK,
    is_abbreviation,
    joined_key,
    keys_of,
    pieces_of,
    unspaced,
    word_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.importing.people.name_words import NameWords

_OPEN: Final = ("(", "[", "（")
_CLOSED: Final = (")", "]", "）")
_COMES_BEFORE: Final = keys_of(
    [
        "on behalf of", "for and on behalf of", "in place of", "instead of", "alternate for", "proxy for",
        "standing in for", "representing", "representative of", "au nom de", "pour le compte de",
        "en remplacement de", "à la place de", "représentant", "représentant de", "représente", "i.A.",
        "im Auftrag", "im Auftrag von", "im Namen von", "i.V.", "in Vertretung", "in Vertretung von",
        "in Vertretung für", "Vertreter von", "Vertretung für", "vertritt", "anstelle von", "Ersatz für",
        "en nombre de", "en lugar de", "en representación de", "en sustitución de", "em nome de",
        "no lugar de", "em representação de", "em substituição a", "em substituição de", "a nome di",
        "per conto di", "al posto di", "in vece di", "in rappresentanza di", "in sostituzione di",
        "su delega di", "namens", "in plaats van", "i.p.v.", "ter vervanging van", "vervangt",
        "på vegne af", "i stedet for", "stedfortræder for", "w imieniu", "w zast.", "w zastępstwie",
        "z upoważnienia", "zastępuje", "zamiast", "jménem", "místo", "namísto", "v zastoupení", "zastupuje",
        "от имени", "вместо", "взамен", "замещает", "представляет", "по поручению", "p.a.", "p.o.", "p.p.",
        "thay mặt", "mewakili", "atas nama", "باسم", "نيابة عن", "بالنيابة عن", "بدلا من", "عوضا عن",
        "ممثل عن", "ممثلا عن", "ممثلة عن", "ក្នុងនាម", "ជំនួស", "ជំនួសមុខ", "តំណាងឱ្យ", "代", "代理", "代表",
        "대리",
    ]
)  # fmt: skip
"""The texts before which the person who comes is written; behind all others, that person follows."""


def apart_at_represented(text: str, words: NameWords) -> tuple[str, str]:
    """The person on the list, and the one who comes in their place: "" where the text tells of none."""
    for start, end, key in _representations(text, words):
        before, behind = text[:start].strip(" ([{-–—:,;/（"), text[end:].strip(" :,;-–—")
        if behind.endswith(_CLOSED) and sum(map(behind.count, _CLOSED)) > sum(map(behind.count, _OPEN)):
            behind = behind[:-1].rstrip()
        if key not in _COMES_BEFORE and behind:
            return before, behind
        if key in _COMES_BEFORE and before and behind:
            return behind, before
    return text, ""


def _representations(text: str, words: NameWords) -> Iterator[tuple[int, int, str]]:
    """The beginning, the end and the key of each text of a representation."""
    begins = not words.begins_represented.isdisjoint(map(word_key, text.split(" ")))
    pieces = pieces_of(text) if begins else []
    for at in range(len(pieces)):
        if pieces[at].key not in words.begins_represented:
            continue
        for size in range(min(words.longest_represented, len(pieces) - at), 0, -1):
            key = joined_key(pieces[at : at + size])
            start, end = pieces[at].start, pieces[at + size - 1].end
            if key in words.represented and _is_meant(key, text, start, end, words):
                yield start, end, key
                break
    if text.isascii():
        return
    for found in words.represented_together.finditer(text):
        yield found.start(), found.end(), word_key(found[0])


def _is_meant(key: str, text: str, start: int, end: int, words: NameWords) -> bool:
    """Whether a text of a representation is meant as one; an abbreviation may be initials, and a single word a name."""
    if is_abbreviation(key):
        return unspaced(text[start:end]) in words.abbreviations
    if " " in key or text[:start].endswith(_OPEN):
        return True
    return _is_whole_name(text[:start]) and _is_whole_name(text[end:])


def _is_whole_name(text: str) -> bool:
    """Whether the text may be a family name and a given name."""
    return " " in text.strip() or CJK.search(text) is not None
