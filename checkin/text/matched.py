"""Finds the letters of a shown text that a search text matches, in any script; marks stay with their letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.text.keys import search_key, settled
from checkin.text.like_words import is_one_step
from checkin.text.passport import passport_spellings
from checkin.text.phones import digits_typed, spellings_of_number
from checkin.text.searching import in_latin_letters, query_words

if TYPE_CHECKING:
    from collections.abc import Iterator

Span: TypeAlias = tuple[int, int]
"""The index of the first matched letter, and the index behind the last one."""
_WORD: Final = re.compile(r"[^\s\-.,;:/@()·_+&]+")
_COENG: Final = "\u17d2"
_SHORTEST: Final = 3


@lru_cache(maxsize=2048)  # the same rows are painted again and again
def matched_letters(text: str, typed: str, *, nearly: bool = False) -> tuple[Span, ...]:
    """The spans of letters in `text` that the search text `typed` matches, sorted and without overlaps.

    If `nearly` is True, a word that differs from a typed word by one typo is matched as a whole.
    """
    spans: list[Span] = []
    for word in query_words(typed):
        taken = frozenset(begin for begin, _ in spans)
        spans += _of_word(text, word, nearly=nearly, taken=taken) or _of_word(text, word, nearly=nearly)
    return _joined(spans)


def has_all_words(texts: tuple[str, ...], typed: str, *, nearly: bool = False) -> bool:
    """Whether each word of the search text `typed` matches letters of one of these texts.

    If `nearly` is True, a word that differs from a typed word by one typo matches too.
    """
    return all(any(_of_word(text, word, nearly=nearly) for text in texts) for word in query_words(typed))


def matched_digits(phones: str, typed: str) -> tuple[Span, ...]:
    """The spans in the telephone numbers that `typed` matches, each from the first matched digit to the last one."""
    places = [place for place, letter in enumerate(phones) if letter.isdecimal()]
    digits = "".join(str(unicodedata.decimal(phones[place])) for place in places)
    wanted = digits_typed(typed)
    for spelt in spellings_of_number(wanted) if wanted else ():
        at = digits.rfind(spelt)
        if at >= 0:
            return ((places[at], places[at + len(spelt) - 1] + 1),)
    return ()


def _of_word(text: str, word: str, *, nearly: bool, taken: frozenset[int] = frozenset()) -> list[Span]:
    """The places that one typed word matches: the beginnings of words, or words that it has written together.

    Words that begin at one of the places `taken` are left out: another typed word matches them.
    """
    tokens = [token for token in _WORD.finditer(text) if token.start() not in taken]
    for place, token in enumerate(tokens):
        if end := _end(token.group(), word):
            return [(token.start(), _cluster_end(text, token.start() + end))]
        if spans := _written_together(text, tokens[place:], word):
            return spans
    if nearly:
        return [token.span() for token in tokens if _is_nearly(search_key(token.group()), word)]
    return []


def _end(token: str, word: str) -> int:
    """How many letters of the token have the typed word as their key; 0 if the token does not begin with the word."""
    whole = _keys(token)
    if word in whole:
        return len(token)
    if not any(key.startswith(word) for key in whole):
        return 0
    lengths = range(1, len(token) + 1)
    return next(
        (end for end in lengths if any(key.startswith(word) for key in _keys(token[:end]))), len(token)
    )


@lru_cache(maxsize=8192)
def _keys(letters: str) -> tuple[str, ...]:
    """The search keys by which these letters are found: their own, in Latin letters and as in passports."""
    if letters.isascii():
        return (search_key(letters),)
    spellings = (letters, in_latin_letters(letters), *passport_spellings(letters))
    return tuple(search_key(spelt).replace(" ", "") for spelt in spellings)


def _written_together(text: str, tokens: list[re.Match[str]], word: str) -> list[Span]:
    """The places of words in a row that the typed word has as one, such as "soksopheap"."""
    spans: list[Span] = []
    before = ""
    for token in tokens:
        key = settled(before + search_key(token.group()))
        if key.startswith(word):
            lengths = range(1, len(token.group()) + 1)
            end = next(
                end for end in lengths if settled(before + search_key(token.group()[:end])).startswith(word)
            )
            return [*spans, (token.start(), _cluster_end(text, token.start() + end))] if spans else []
        if not key or not word.startswith(key):
            return []
        spans.append(token.span())
        before = key
    return []


def _is_nearly(key: str, word: str) -> bool:
    """Whether a word with this key is the typed word with a typo, or begins so."""
    if min(len(key), len(word)) < _SHORTEST:
        return False
    length = len(word)
    return any(is_one_step(word, key[:end]) for end in {len(key), length - 1, length, length + 1})


def _cluster_end(text: str, end: int) -> int:
    """The end of the cluster in which this place lies: marks and Khmer subscripts stay with their letter."""
    while end < len(text) and (
        unicodedata.category(text[end])[0] == "M" or text[end - 1] == _COENG or text[end] in "\u200c\u200d"
    ):
        end += 1
    return end


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(_merged(sorted(spans)))


def _merged(spans: list[Span]) -> Iterator[Span]:
    """The spans, those that overlap as one."""
    at = 0
    while at < len(spans):
        begin, end = spans[at]
        at += 1
        while at < len(spans) and spans[at][0] <= end:
            end = max(end, spans[at][1])
            at += 1
        yield begin, end
