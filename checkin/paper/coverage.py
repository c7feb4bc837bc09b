"""Finds the characters of a text that no font has. The text is not laid out, so this is quick enough for long lists."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from checkin.paper import runs
from checkin.paper.clusters import clusters

_REMEMBERED = 65_536
"""How many clusters (letters with their marks) are kept: the names of 100,000 people are made of a few thousand."""


@lru_cache(maxsize=8192)  # titles and parts of names repeat
def not_drawn(text: str) -> tuple[str, ...]:
    """The characters of the text, each with its accents and other marks, that no font can draw; each is given once.

    If the same text is laid out, its `Block` has these characters in `missing`.
    """
    if text.isascii():
        return ()
    drawn = "".join(character for character in text if unicodedata.category(character) != "Cc")
    found = (sign for start, end in clusters(drawn) for sign in _missing(drawn[start:end]))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=_REMEMBERED)
def _missing(cluster: str) -> tuple[str, ...]:
    return runs.split(cluster, bold=True, language="", base=0).missing
