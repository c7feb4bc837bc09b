"""The words by which a list tells what in the cell of a name is no name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from checkin.importing.people.honorifics import Honorifics
from checkin.importing.people.name_keys import (
    IS_NATIVE,
    WITHOUT_SPACES,
    any_of,
    first_keys,
    is_abbreviation,
    keys_of,
    pieces_of,
    unspaced,
    word_key,
)
from checkin.importing.people.titles_behind import TitlesBehind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

_HARDLY_A_NAME: Final = 4
"""So many letters of a script without capitals are hardly the beginning of a name by chance."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that are looked for in names, in all languages, as keys of `word_key`."""

    honorifics: Honorifics
    titles: TitlesBehind

    represented: frozenset[str]
    """Texts that stand between the name of the absent person on the list and the name of the substitute."""

    begins_represented: frozenset[str]
    """The first words of the texts in `represented`."""

    abbreviations: frozenset[str]
    """Texts in `represented` that count only if they are written exactly so: "i.V.", but not "I. V."."""

    represented_together: re.Pattern[str]
    """Texts in `represented` that may be written without spaces."""

    longest_represented: int
    """The number of pieces (words or abbreviations) of the longest text in `represented`."""

    accompanying: frozenset[str]
    """Words for somebody's spouse or guest."""

    ends_accompanying: frozenset[str]
    """The last words of the texts in `accompanying`."""

    unnamed: frozenset[str]
    """Texts that stand for a person who is not yet named."""

    beginnings_unnamed: tuple[str, ...]
    """Texts in `unnamed` after which more may be written, such as who will name the person."""

    others: frozenset[str]
    """Words that prove a job title or an organisation, and so no name."""

    @classmethod
    def of(cls, sections: Mapping[str, Mapping[str, Iterable[str]]]) -> Self:
        """Build the words from the sections of the files in `resources/lists`, each with the words of all languages."""

        def words(section: str, key: str) -> list[str]:
            written = sections.get(section, {}).get(key, ())
            return [unicodedata.normalize("NFC", word) for word in written if word_key(word)]

        represented, accompanying = words("rows", "represented"), words("rows", "accompanying")
        unnamed = keys_of(words("rows", "unnamed"))
        return cls(
            honorifics=Honorifics.of(words("honorifics", "before")),
            titles=TitlesBehind.of(words("honorifics", "after")),
            represented=keys_of(represented),
            begins_represented=first_keys(represented),
            abbreviations=frozenset(
                unspaced(word) for word in represented if is_abbreviation(word_key(word))
            ),
            represented_together=any_of(filter(WITHOUT_SPACES.match, represented)),
            longest_represented=max((len(pieces_of(word)) for word in represented), default=1),
            accompanying=keys_of(accompanying),
            ends_accompanying=keys_of(word.split()[-1] for word in accompanying),
            unnamed=unnamed,
            beginnings_unnamed=tuple(filter(None, map(_beginning, unnamed))),
            others=keys_of(words("job_titles", "words") + words("organisations", "words")),
        )


def _beginning(unnamed: str) -> str:
    """How a longer text begins that stands for nobody; "" if a name might begin so."""
    if IS_NATIVE.match(unnamed):
        return unnamed if len(unnamed) >= _HARDLY_A_NAME else ""
    return f"{unnamed} " if " " in unnamed and not is_abbreviation(unnamed) else ""
