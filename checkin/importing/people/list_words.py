"""The words of lists in all languages: headers, statuses, yes and no, titles before names, totals and signatures.

They stand in `resources/lists/`, one file for each language, and one for the exports of other systems.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from checkin.assets import resource
from checkin.domain.delegates import PICTURES, Field, Sex, Status
from checkin.importing.people.name_words import NameWords
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from typing import TypeVar

    _Value = TypeVar("_Value")

SYSTEMS: Final = "systems"
"""The name of the file with the headers of other systems' exports; the others are named by their language."""
_FIRST: Final = (SYSTEMS, "en", "fr", "km")
"""The files whose meaning of a word counts first, where a list does not show its language."""


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words by their keys (`list_key`).

    `columns` gives for each language what a header means: the code of a field, `full_name`, or one of the further keys
    of the files, such as `unread`. The other mappings and sets hold the words of all languages.
    """

    columns: Mapping[str, Mapping[str, str]]
    others: frozenset[str]
    statuses: Mapping[str, Status]
    yes: frozenset[str]
    no: frozenset[str]
    sexes: Mapping[str, Sex]
    given_first: frozenset[str]
    honorifics: frozenset[str]
    honorifics_after: frozenset[str]
    job_titles: frozenset[str]
    organisations: frozenset[str]
    totals: frozenset[str]
    signatures: frozenset[str]
    unnamed: frozenset[str]
    represented: frozenset[str]
    accompanying: frozenset[str]
    skipped_sheets: frozenset[str]
    preferred: frozenset[str]
    persons: frozenset[str]
    beside: frozenset[str]
    """Headers that usually mean the person of a row but, beside another column of names, a companion of that person."""
    company: frozenset[str]
    """Names of categories for people who accompany others."""


@cache
def raw_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The words of all languages as they are written, by their section and the name of their list."""
    merged: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in _files():
        for section, lists in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, words in lists.items():
                known = merged.setdefault(section, {})
                known[name] = (*known.get(name, ()), *words)
    return merged


@cache
def list_words() -> ListWords:
    """Read the words of all languages; the files are read once."""
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in _files()}
    columns = {name: _by_key(sections.get("columns", {})) for name, sections in files.items()}
    for field in set(Field) - PICTURES:
        columns["en"].setdefault(list_key(field.value), field.value)

    def merged(section: str, value: Callable[[str], _Value]) -> dict[str, _Value]:
        merged: dict[str, _Value] = {}
        for sections in files.values():
            for key, name in _by_key(sections.get(section, {})).items():
                merged.setdefault(key, value(name))
        return merged

    def words(section: str, name: str) -> frozenset[str]:
        lists = (sections.get(section, {}).get(name, ()) for sections in files.values())
        return frozenset(list_key(word) for texts in lists for word in texts)

    return ListWords(
        columns=columns,
        others=words("others", "words"),
        statuses=merged("status", Status),
        yes=words("yes_no", "yes"),
        no=words("yes_no", "no"),
        sexes=merged("sex", lambda name: Sex.FEMALE if name == "female" else Sex.MALE),
        given_first=words("name_order", "given_first"),
        honorifics=words("honorifics", "before"),
        honorifics_after=words("honorifics", "after"),
        job_titles=words("job_titles", "words"),
        organisations=words("organisations", "words"),
        totals=words("rows", "total"),
        signatures=words("rows", "signature"),
        unnamed=words("rows", "unnamed"),
        represented=words("rows", "represented"),
        accompanying=words("rows", "accompanying"),
        skipped_sheets=words("sheets", "skipped"),
        preferred=words("preferred", "words"),
        persons=words("preferred", "persons"),
        beside=words("companions", "beside"),
        company=words("companions", "category"),
    )


@cache
def name_words() -> NameWords:
    """The words that stand before, behind and inside names, in all languages."""
    return NameWords.of(raw_words())


@lru_cache(1 << 16)
def list_key(text: str) -> str:
    """The key by which cells and headers are compared: "canceled" is "cancelled", and "annulée" is "annulé".

    A text without letters and digits, such as "—", is its own key.
    """
    return search_key(text) or " ".join(text.split())


def _files() -> Iterator[Path]:
    paths = {path.stem: path for path in sorted(resource("lists").glob("*.toml"))}
    yield from (paths.pop(name) for name in _FIRST if name in paths)
    yield from paths.values()


def _by_key(section: Mapping[str, list[str]]) -> dict[str, str]:
    """The names of a section's lists by the keys of the words in the lists."""
    return {list_key(word): name for name, words in reversed(tuple(section.items())) for word in words}
