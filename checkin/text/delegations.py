"""Finds a delegation of an event by the name with which a list of delegates mentions the delegation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checkin.domain.programme import LocalText
from checkin.text.keys import search_key
from checkin.text.searching import index_words, whole_text_as_word

if TYPE_CHECKING:
    from checkin.domain.programme import Delegation, Event


def delegation_named(event: Event, text: str) -> Delegation | None:
    """The delegation that has the name `text` in any language; None if no delegation has this name.

    Names are compared by search key, so that case, accents and small differences of spelling do not matter.
    """
    if not event.delegations or not text:
        return None
    key = search_key(text)
    return next((known for known in event.delegations.values() if key in _keys(known.names)), None)


def name_of_delegation(event: Event, text: str) -> LocalText:
    """The first of the names of the delegation that has the name `text`; `text` itself if no delegation has it."""
    known = delegation_named(event, text)
    return known.names[0] if known is not None and known.names else LocalText.of(text)


def short_name_of_delegation(event: Event, text: str) -> LocalText:
    """The shortest of the names of the delegation that has the name `text`, such as an acronym.

    Returns `text` itself if no delegation has this name.
    """
    known = delegation_named(event, text)
    if known is None or not known.names:
        return LocalText.of(text)
    return min(known.names, key=lambda name: max((len(words) for _, words in name.by_language), default=0))


def words_of_same_delegation(event: Event, word: str) -> frozenset[str]:
    """The search words that find the members of each delegation that `word` may mean.

    `word` is a search key. It may mean a delegation if a word of one of the delegation's names begins with it. The
    result has, for each name of such a delegation, all words of the name written together as one search word: the index
    holds such a word for whichever name a list has written.
    """
    return frozenset(
        key
        for known in event.delegations.values()
        if any(each.startswith(word) for each in _words(known.names))
        for key in _written_together(known.names)
    )


@lru_cache(maxsize=10_000)
def _words(names: tuple[LocalText, ...]) -> frozenset[str]:
    texts = [words for name in names for _, words in name.by_language]
    return frozenset(index_words(texts).split())


@lru_cache(maxsize=10_000)
def _written_together(names: tuple[LocalText, ...]) -> frozenset[str]:
    texts = (words for name in names for _, words in name.by_language)
    return frozenset(filter(None, map(whole_text_as_word, texts)))


@lru_cache(maxsize=10_000)
def _keys(names: tuple[LocalText, ...]) -> frozenset[str]:
    return frozenset(search_key(words) for name in names for _, words in name.by_language)
