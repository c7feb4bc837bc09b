"""Searches by sound: which delegates have words that sound like others.

A search key is a word in the form in which the search index holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.storage import delegates
from checkin.text import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.database import Database


def heard(
    database: Database, wanted: Sequence[tuple[str, Sequence[tuple[str, str]]]], most: int
) -> list[Registration]:
    """At most `most` delegates whose name contains every wanted word, spelt alike or sounding alike.

    Each item of `wanted` is one wanted word: its search key, and the words that sound like it, as pairs of search key
    and sound. A name contains the word if a word in the name begins with the search key or is one that sounds like it.
    """
    groups = (
        " OR ".join([f'"{typed}"*', *(f'"{MARK}{sound}{MARK}{word}"' for word, sound in alike)])
        for typed, alike in wanted
    )
    question = " AND ".join(f"({group})" for group in groups)
    return delegates.matching(database, f"names : ({question})", most) if wanted else []


def named(database: Database, typed: str, alike: Sequence[tuple[str, str]], most: int) -> list[Registration]:
    """At most `most` delegates whose name has the whole word `typed`, or a word that sounds like it.

    `typed` is the word's search key (the word as the search compares it, such as without accents). `alike` holds the
    words that sound like it, as pairs of search key and sound.
    """
    words = [f'"{typed}"', *(f'"{MARK}{sound}{MARK}{word}"' for word, sound in alike)]
    return delegates.matching(database, f"names : ({' OR '.join(words)})", most)


def with_details(database: Database, words: Sequence[str], most: int) -> list[Registration]:
    """At most `most` delegates whose fields other than the name contain all of these words.

    Each of `words` is a search key. A field contains the word if a word in the field begins with this key.
    """
    question = " ".join(f'"{word}"*' for word in words)
    return delegates.matching(database, f"details : ({question})", most) if words else []


def with_sound_of_organisation(
    database: Database, alike: Sequence[tuple[str, str]], most: int
) -> list[Registration]:
    """At most `most` delegates whose organisation has one of these words, given as pairs of search key and sound."""
    question = " OR ".join(f'"{MARK}{sound}{MARK}{word}"' for word, sound in alike)
    return delegates.matching(database, f"details : ({question})", most) if alike else []
