"""The names by which a delegate is compared with others, each as the search keys of its words."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.text.passport import passport_spellings
from checkin.text.searching import in_latin_letters, query_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checkin.domain.delegates import Delegate
    from checkin.text.like_names import Words

_NATIVE: Final = re.compile("[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f]")
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_SYLLABLE: Final = re.compile("(?<=[a-z])(?=[A-Z])")


class Script(Enum):
    """The letters of a name: Latin ones, others, or Latin ones into which the program has put others."""

    LATIN = auto()
    NATIVE = auto()
    ROMANISED = auto()


class Named(NamedTuple):
    """One name of a delegate: its words in the order in which they are written, and the text from which they are."""

    script: Script
    words: Words
    text: str


def names_of(delegate: Delegate, bare: Callable[[str], str]) -> Iterator[Named]:
    """The names of a delegate, by the letters in which they are written and not by the field in which they stand.

    `bare` takes titles off a name. A native name is romanised as well where there is no Latin one, and where it is
    Chinese: so are traditional and simplified letters the same.
    """
    texts = dict.fromkeys(filter(None, (delegate.latin_name, delegate.native_name)))
    is_latin = any(not _NATIVE.search(text) for text in texts)
    for text in texts:
        name = bare(text)
        words = query_words(name)
        if not words:
            continue
        if not _NATIVE.search(name):
            for spelt in (name, *passport_spellings(name)):
                yield Named(Script.LATIN, query_words(spelt), text)
            continue
        yield Named(Script.NATIVE, words, text)
        if _HAN.search(name) or not is_latin:
            romanised = query_words(_SYLLABLE.sub(" ", in_latin_letters(" ".join(words))))
            yield Named(Script.ROMANISED, romanised, text)
