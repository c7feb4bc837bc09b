"""Finds the members of a delegation by any of the delegation's names, whichever name stands in the members' records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.storage import delegates
from checkin.text import words_of_same_delegation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_FEWEST_LETTERS: Final = 2
"""A single letter begins the names of too many delegations."""
_MOST_NAMES: Final = 200
"""A word that means delegations of more names than this, such as “Republic”, tells none of them apart."""


def of_delegations_called(file: EventFile, words: Sequence[str], most: int) -> list[Registration]:
    """At most `most` delegates who match each of these words (search keys) by a field or by their delegation.

    A word matches a delegation if any word of the delegation's names begins with it, in any language or as an acronym.
    Returns [] if none of the words matches a delegation. The names of delegations are read at each search, so a newly
    added name works at once; the search index holds only the names that are written in the people's records.
    """
    if most <= 0:
        return []
    event = file.event
    meant = {
        word: keys
        for word in words
        if len(word) >= _FEWEST_LETTERS
        and 0 < len(keys := words_of_same_delegation(event, word)) <= _MOST_NAMES
    }
    if not meant:
        return []
    question = " AND ".join(_found_as(word, sorted(meant.get(word, ()))) for word in words)
    return delegates.matching(file.database, question, most)


def _found_as(word: str, names: Sequence[str]) -> str:
    """The part of a query, in the language of SQLite's FTS5, for one word and the delegations that it means."""
    if not names:
        return f'"{word}"*'
    either = " OR ".join(f'"{name}"' for name in names)
    return f'("{word}"* OR details : ({either}))'
