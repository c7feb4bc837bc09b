"""The words by which the search index finds a person, and the words of a query."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

from checkin.text.honorifics import ABBREVIATIONS, HONORIFICS, WRITTEN_TOGETHER
from checkin.text.keys import SOFT_BREAKS, search_key, settled
from checkin.text.passport import passport_spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_WORDS_TURNED: Final = 4
"""Names of up to this many words are found written together from any word on; longer names from the first word only."""
_SOFT_BREAKS: Final = frozenset(SOFT_BREAKS)
_AT_SOFT_BREAKS: Final = {ord(character): " " for character in SOFT_BREAKS}
_NUMBER: Final = re.compile(r"\s*\+?[\d\s()./-]*")
_TOUCHING: Final = re.compile("(.) \\1|\u17d2 | h")
"""Finds places where a rule of the search key reaches from one word to the next: nn, coeng DA, kh."""


def index_words(texts: Iterable[str], *, are_names: bool = False) -> str:
    """The words for the search index by which a person with these texts is found: search keys, separated by one space.

    For each text these are its words, their transliteration, their spellings in passports (Mueller for Müller), and all
    words written together ("soksopheap"). If `are_names` is True, the words are also written together beginning with
    another word ("sopheapsok"). The result has only letters, digits, accents and spaces, as the tokenizer `ascii` of
    SQLite's FTS5 requires.
    """
    forms = _forms_of_name if are_names else _forms
    return " ".join(dict.fromkeys(chain.from_iterable(map(forms, filter(None, texts)))))


def query_words(text: str) -> tuple[str, ...]:
    """The words of a search text, as search keys.

    A person is found if, for each of these words, one of the person's `index_words` begins with it.

    Honorifics are left out if the text has other words too: "H.E. Sok" gives only "sok".
    """
    key = search_key(text)
    named = _HONORIFIC.sub(" ", search_key(_ABBREVIATION.sub(" ", text)))
    return tuple(dict.fromkeys(_untitled(word) for word in (named.split() or key.split())))


def joined_words(text: str) -> str:
    """All words of a search text written together as one search key, so that "so pheap" finds Sopheap."""
    return settled("".join(query_words(text)))


def whole_text_as_word(text: str) -> str:
    """All words of a text written together as one search key; `index_words` has this key beside the single words."""
    return _joined(search_key(text).split())


def single_words(text: str) -> tuple[str, ...]:
    """The words of a text as single search keys, in the script of the text and in the spelling of passports."""
    spellings = [text, *passport_spellings(text)]
    if not _SOFT_BREAKS.isdisjoint(text):
        spellings.append(text.translate(_AT_SOFT_BREAKS))
    words = [word for spelt in spellings for word in search_key(spelt).split()]
    words += [word.removeprefix(title) for word in words for title in _titles_of(word)]
    return tuple(dict.fromkeys(words))


@lru_cache(maxsize=8192)  # organisations and countries repeat, names do not
def _forms(text: str) -> Sequence[str]:
    forms = _forms_joined(text, 0 if "@" in text else 1)
    if _NUMBER.fullmatch(text):
        forms += _as_said(search_key(text).split(), is_international=text.lstrip().startswith("+"))
    return tuple(forms)


def _forms_of_name(text: str) -> Sequence[str]:
    return _forms_joined(text, _MOST_WORDS_TURNED)


def _forms_joined(text: str, most_turned: int) -> list[str]:
    forms = _words_and_joins(search_key(text), most_turned)
    if not _SOFT_BREAKS.isdisjoint(text):
        forms += search_key(text.translate(_AT_SOFT_BREAKS)).split()
    if not text.isascii():
        forms += [word.removeprefix(title) for word in forms for title in _titles_of(word)]
        for spelt in (in_latin_letters(text), *passport_spellings(text)):
            forms += _words_and_joins(search_key(spelt), most_turned)
    return forms


def _words_and_joins(key: str, most_turned: int) -> list[str]:
    """The words of a key, followed by all of them written together, once beginning with each word.

    If there are more than `most_turned` words, they are written together only in their own order; not at all if
    `most_turned` is 0.
    """
    words = key.split()
    if len(words) < 2:  # noqa: PLR2004 - one word joins nothing
        return words
    turns = len(words) if len(words) <= most_turned else min(most_turned, 1)
    return words + [_joined(words[turn:] + words[:turn]) for turn in range(turns)]


def _joined(words: list[str]) -> str:
    """The words of a key written as one word.

    The spelling rules of the search key are applied again only if one of them acts across two words.
    """
    whole = "".join(words)
    return settled(whole) if _TOUCHING.search(" ".join(words)) else whole


def _as_said(groups: list[str], *, is_international: bool) -> list[str]:
    """Other ways to write a number such as +855 12 345 678.

    They are the number without one or more of its first groups (12345678, 345678), and the number as it is dialled
    within its country (012345678).
    """
    said = ["".join(groups[begin:]) for begin in range(1, len(groups))]
    return [*said, "0" + said[0].lstrip("0")] if said and is_international else said


class _Transliteration(dict[int, str]):
    """A table that gives characters in Latin letters; an entry is made when its character is first met.

    A table is enough, because `anyascii` itself takes characters one by one.
    """

    def __missing__(self, point: int) -> str:
        latin = self[point] = anyascii(chr(point))
        return latin


_TRANSLITERATED: Final = _Transliteration()


def in_latin_letters(text: str) -> str:
    """The text transliterated into Latin letters, for searching, or for display if no font can show the original.

    Never store the result as the person's name.
    """
    return text.translate(_TRANSLITERATED)


def _titles_of(word: str) -> list[str]:
    """The honorifics with which this word begins, written without a space after them; the longest first."""
    if not word.startswith(_TITLES_IN_FRONT):
        return []
    return [title for title in _TITLES_IN_FRONT if word.startswith(title) and word != title]


def _untitled(word: str) -> str:
    titles = _titles_of(word)
    return word.removeprefix(titles[0]) if titles else word


def _whole_words(keys: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({re.escape(key) for key in keys}, key=len, reverse=True)
    return re.compile(rf"(?<!\S)(?:{'|'.join(longest_first)})(?!\S)")


_HONORIFIC: Final = _whole_words(map(search_key, HONORIFICS))
_ABBREVIATION: Final = re.compile(
    rf"(?<![\w.])(?:HE\b|SE\b|(?i:[hs]\. ?e\b\.?)|(?i:{'|'.join(ABBREVIATIONS)})\.)"
)
_TITLES_IN_FRONT: Final = tuple(sorted(map(search_key, WRITTEN_TOGETHER), key=len, reverse=True))
