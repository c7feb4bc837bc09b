"""Finds where a line may end: by the rules of Unicode, which the ICU library applies, and by rules of this program.

A zero-width space (ZWSP) counts as a space. Without an ICU library only the rules of this program decide.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from checkin.paper import icu
from checkin.paper.clusters import clusters
from checkin.paper.glue import glued, particles

_ZWSP: Final = "\u200b"
_WHITE: Final = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""White space at which a line may end: all but the no-break spaces."""
_SPACES: Final = re.compile(f"[{_WHITE}{_ZWSP}]+|(?<=[-/\u2010\u2013\u2014])(?=[^\\d\\s-])")
"""The own rule for places where a line may end: after white space, after a hyphen or a slash."""
_IDEOGRAPHS: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31a0-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_IDEOGRAPH: Final = re.compile(f"[{_IDEOGRAPHS}]")
_UNSPACED: Final = re.compile(
    f"[{_IDEOGRAPHS}\u3000-\u303f\uff00-\uff60"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9fe\uaa60-\uaadf]"
)
"""Letters and signs of scripts written without spaces between words."""
_HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
"""Korean letters; Unicode allows a line to end between any two, but Korean words are not torn without need."""
_STRETCH: Final = re.compile(f"[^{_WHITE}]+")
"""Text between two spaces."""


class Manners(IntEnum):
    """The kinds of places where a text may be broken into lines, from the best places to the worst.

    Each value also allows all places of the values before it.
    """

    AT_SPACES = 1
    """At white space, ZWSP and hyphens. A particle stays with its name ("van der Berg")."""
    AT_WORDS = 2
    """Also between Chinese characters, and between words of a dictionary where no ZWSP marks the words."""
    WHERE_ALLOWED = 3
    """Wherever Unicode allows a line to end, so also after a particle."""
    ANYWHERE = 4
    """Between any two characters, but not before a sign such as a full stop, nor after one such as a bracket "("."""


@lru_cache(maxsize=8192)
def pieces(text: str, manners: Manners) -> tuple[tuple[str, str], ...]:
    """Split the text at all places where `manners` allows a line to end.

    Returns pairs: a piece of the text, and the white space between this piece and the next one, which is drawn if both
    pieces are on one line.
    """
    found: list[tuple[str, str]] = []
    for start, end in pairwise([0, *sorted(_places(text, manners)), len(text)]):
        piece = text[start:end].rstrip(_WHITE + _ZWSP)
        space = text[start + len(piece) : end].replace(_ZWSP, "")
        if piece:
            found.append((piece, space))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + space)
    return tuple(found)


def _places(text: str, manners: Manners) -> set[int]:
    """The places in the text where a line may end."""
    match manners:
        case Manners.AT_SPACES:
            return {at for at in _allowed(text) if _is_at_space(text, at)} - particles(text)
        case Manners.AT_WORDS:
            places = {at for at in _allowed(text) if _is_between_words(text, at)}
            return places - _inside_marked(text) - particles(text)
        case Manners.WHERE_ALLOWED:
            return {*_allowed(text)}
        case Manners.ANYWHERE:
            torn = {start for start, _ in clusters(text) if start and not text[start].isspace()}
            return {*_allowed(text), *torn} - glued(text, are_signs_torn=True)


@lru_cache(maxsize=4096)
def _allowed(text: str) -> frozenset[int]:
    """The places where Unicode's rules and those of `glue` both allow a line to end."""
    ends = icu.line_ends(text)
    if ends is None:
        ends = _own_ends(text)
    return frozenset(ends) & {start for start, _ in clusters(text)} - glued(text)


def _own_ends(text: str) -> list[int]:
    """The places where a line may end on a computer without ICU: at spaces and beside Chinese characters."""
    ends = {match.end() for match in _SPACES.finditer(text)}
    ends |= {
        at for match in _IDEOGRAPH.finditer(text) for at in match.span() if not text[at : at + 1].isspace()
    }
    return sorted(ends - {0, len(text)})


def _is_at_space(text: str, at: int) -> bool:
    """Whether this place follows white space or a sign such as a hyphen."""
    if text[at - 1] in _WHITE or text[at - 1] == _ZWSP:
        return True
    return not any(_UNSPACED.match(text, near) or _HANGUL.match(text, near) for near in (at - 1, at))


def _is_between_words(text: str, at: int) -> bool:
    return _is_at_space(text, at) or not (_HANGUL.match(text, at - 1) and _HANGUL.match(text, at))


def _inside_marked(text: str) -> set[int]:
    """The places between letters in text whose words somebody has marked with zero-width spaces."""
    marked = (match for match in _STRETCH.finditer(text) if _ZWSP in match.group())
    return {
        at for match in marked for at in range(match.start() + 1, match.end()) if not _is_at_space(text, at)
    }
