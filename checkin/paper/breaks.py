"""Finds where a line may end: at spaces first, then between words of a dictionary, then between any clusters.

A cluster is a letter with its marks. A zero-width space (ZWSP) counts as a space.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from checkin.paper import runs, words

_SPACES: Final = re.compile(
    "[ \t\u2000-\u2006\u2008-\u200b\u205f\u3000]+|(?<=[-/\u2010\u2013\u2014])(?=[^\\d\\s-])"
)
"""Places where a line may end: white space other than no-break spaces, ZWSP, and after a hyphen or a slash."""
_IDEOGRAPHIC: Final = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_NEVER_FIRST: Final = frozenset(
    "、。，．・：；？！）〕］｝〉》」』】’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々)]}.,:;!?·"
)
_NEVER_LAST: Final = frozenset("（〔［｛〈《「『【‘“([{")


class Manners(IntEnum):
    """Where a text may be broken: only at its spaces, also between words of a dictionary, or between any clusters.

    A cluster is a letter with its marks.
    """

    AT_SPACES = 1
    AT_WORDS = 2
    ANYWHERE = 3


@lru_cache(maxsize=8192)
def pieces(text: str, manners: Manners) -> tuple[tuple[str, str], ...]:
    """Split the text into pieces that must stay whole.

    Each piece comes with the white space that separates it from the next piece on the same line.
    """
    found: list[tuple[str, str]] = []
    start = 0
    for match in _SPACES.finditer(text):
        if match.start() > start:
            found += _parts(text[start : match.start()], match.group().replace("\u200b", ""), manners)
            start = match.end()
        else:
            start = max(start, match.end())
    if start < len(text):
        found += _parts(text[start:], "", manners)
    return tuple(found)


def _parts(word: str, space: str, manners: Manners) -> list[tuple[str, str]]:
    limits = [0, *_places(word, manners), len(word)]
    parts = [word[a:b] for a, b in pairwise(limits)]
    return [(part, "") for part in parts[:-1]] + [(parts[-1], space)]


def _places(word: str, manners: Manners) -> list[int]:
    match manners:
        case Manners.AT_SPACES:
            return []
        case Manners.AT_WORDS:
            return sorted({*words.ends(word), *_between_ideographs(word)} & _cluster_starts(word))
        case Manners.ANYWHERE:
            return sorted(_cluster_starts(word) - {0})


def _between_ideographs(word: str) -> list[int]:
    """The places before and after an ideograph, such as a Chinese character, where a line may end.

    A line may not end beside a sign that must stay with its word, such as before a closing bracket.
    """
    return [
        at
        for at in range(1, len(word))
        if (_IDEOGRAPHIC.match(word[at]) or _IDEOGRAPHIC.match(word[at - 1]))
        and word[at] not in _NEVER_FIRST
        and word[at - 1] not in _NEVER_LAST
    ]


def _cluster_starts(word: str) -> set[int]:
    return {start for start, _ in runs.clusters(word)}
