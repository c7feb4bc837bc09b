"""Proposes the code of a new session from the session's title."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkin.domain.programme import LocalText

_LONGEST: Final = 24
_WITHOUT_TITLE: Final = "session"
_WORD: Final = re.compile("[a-z0-9]+")
_AFTER_THE_NAME: Final = re.compile("[:;–—(]")


def proposed_session_code(title: LocalText, taken: Iterable[str]) -> str:
    """The code for a new session with this title: a few small Latin letters and digits, such as `topic-1`.

    The code is none of those `taken`, regardless of capitals. What stands after a colon in the title is left out. A
    title without Latin letters and digits gives `session-1`, `session-2` and so on.
    """
    used = {code.casefold() for code in taken}
    stem = next(filter(None, map(_stem, _texts(title))), "")
    numbered = (f"{stem or _WITHOUT_TITLE}-{number}" for number in count(2 if stem else 1))
    return stem if stem and stem not in used else next(each for each in numbered if each not in used)


def _texts(title: LocalText) -> Iterator[str]:
    """The title, English first, because its letters are Latin."""
    yield title.in_language()
    yield from (words for _, words in title.by_language)


def _stem(title: str) -> str:
    """The first words of the title, with hyphens between them."""
    bare = unicodedata.normalize("NFKD", title.casefold())
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    name = _AFTER_THE_NAME.split(letters)[0]
    words = _WORD.findall(name) or _WORD.findall(letters)
    code = ""
    for word in words:
        longer = f"{code}-{word}" if code else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        code = longer
    return code
