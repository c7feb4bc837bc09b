# ruff: noqa: INP001 - a script of its own, in no package
"""Counts the letters of names and words in many languages, and writes resources/letters/counts.json.

Run it in the project's environment, with Faker beside it: `PYTHONPATH=.:FOLDER-OF-FAKER python .ci/letters/learn.py`.
The words are family and given names, towns, organisations and job titles of Faker, countries and languages of Babel,
the headers in resources/lists, and words.toml beside this script. The words with which the tests are made are left out.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale

from checkin.importing.files.letters import EASTERN, EDGE, SCRIPTS, folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE: Final = Path(__file__).resolve().parent
_ROOT: Final = _HERE.parent.parent
_FAKER: Final = {
    "ar": ("ar_AA", "ar_DZ", "ar_PS", "ar_SA"),
    "bg": ("bg_BG",),
    "ca": ("es_CA",),
    "cs": ("cs_CZ",),
    "da": ("da_DK",),
    "de": ("de_DE", "de_AT", "de_CH"),
    "el": ("el_GR",),
    "en": ("en_GB", "en_US", "en_IE"),
    "es": ("es_ES", "es_MX", "es_CO", "es_CL", "es_AR"),
    "et": ("et_EE",),
    "fa": ("fa_IR",),
    "fi": ("fi_FI",),
    "fr": ("fr_FR", "fr_CA", "fr_CH", "fr_QC", "fr_BE"),
    "he": ("he_IL",),
    "hr": ("hr_HR",),
    "hu": ("hu_HU",),
    "is": ("is_IS",),
    "it": ("it_IT",),
    "ja": ("ja_JP",),
    "ko": ("ko_KR",),
    "lt": ("lt_LT",),
    "lv": ("lv_LV",),
    "mk": ("mk_MK",),
    "nb": ("no_NO",),
    "nl": ("nl_NL", "nl_BE"),
    "pl": ("pl_PL",),
    "pt": ("pt_PT", "pt_BR"),
    "ro": ("ro_RO",),
    "ru": ("ru_RU",),
    "sk": ("sk_SK",),
    "sl": ("sl_SI",),
    "sq": (),
    "sr": (),
    "be": (),
    "sv": ("sv_SE",),
    "th": ("th_TH",),
    "tr": ("tr_TR",),
    "uk": ("uk_UA",),
    "vi": ("vi_VN",),
    "zh": ("zh_CN",),
    "zh_Hant": ("zh_TW",),
}
_PROVIDERS: Final = ("person", "company", "job", "address")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0610-\u065f\u0e31-\u0e4e]+[^\W\d_]*)*")
_MOST_OF_A_LIST: Final = 4000


def learn() -> dict[str, dict[str, int]]:
    """Count, for each language, the pairs of neighbouring letters (or single signs) in its distinct words."""
    held_out = {word for text in _texts_of_the_tests() for word in words_in(text)}
    return {language: counts(language, set(words_of(language)) - held_out) for language in sorted(_FAKER)}


def counts(language: str, words: set[str]) -> dict[str, int]:
    """Count the pairs of letters in the words, or single signs; pairs seen once in a large language are kept too."""
    found: Counter[str] = Counter()
    for word in sorted(words):
        low = folded(word)
        if language in SCRIPTS[EASTERN].split():  # their signs are too many to count in pairs
            found.update(low)
        else:
            marked = f"{EDGE}{low}{EDGE}"
            found.update(marked[at : at + 2] for at in range(len(marked) - 1))
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def words_of(language: str) -> Iterator[str]:
    """Yield the words of a language, with repetitions."""
    for text in texts_of(language):
        yield from words_in(text)


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text."""
    yield from _WORD.findall(text)


def texts_of(language: str) -> Iterator[str]:
    """Yield names, titles and other short texts of a language."""
    for locale in _FAKER[language]:
        for provider in _PROVIDERS:
            yield from _texts_of_faker(provider, locale)
    names = Locale.parse(language)
    for texts in (names.territories, names.languages):
        yield from texts.values()
    for texts in (names.months["format"]["wide"], names.days["format"]["wide"]):
        yield from texts.values()
    own = tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))
    yield from own.get(language, "").split()
    lists = _ROOT / "resources" / "lists" / f"{language}.toml"
    if lists.exists():
        yield from _strings(tomllib.loads(lists.read_text(encoding="utf-8")))


def _texts_of_faker(provider: str, locale: str) -> Iterator[str]:
    try:
        module = importlib.import_module(f"faker.providers.{provider}.{locale}")
    except ModuleNotFoundError:
        return
    for name, value in vars(module.Provider).items():
        if not name.startswith("_") and "roman" not in name and "format" not in name:
            yield from list(dict.fromkeys(_strings(value)))[:_MOST_OF_A_LIST]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if not set("{}#?%") & set(value):
            yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key if isinstance(inner, int | float) else inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in sorted(value, key=str) if isinstance(value, set | frozenset) else value:
            yield from _strings(inner)


def _texts_of_the_tests() -> Iterator[str]:
    path = _ROOT / "tests" / "importing" / "files" / "invented_names.toml"
    if path.exists():
        for texts in tomllib.loads(path.read_text(encoding="utf-8")).values():
            yield from (texts["family"], texts["given"], texts["office"])


def main() -> None:
    """Write the table."""
    path = _ROOT / "resources" / "letters" / "counts.json"
    path.parent.mkdir(exist_ok=True)
    table = {language: _lines(found) for language, found in learn().items()}
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{path.stat().st_size} bytes\n")


def _lines(found: dict[str, int]) -> dict[str, str]:
    """The pairs by their number: each number with all the pairs (or signs) that were seen so often, joined."""
    by_number: dict[int, list[str]] = {}
    for key, number in found.items():
        by_number.setdefault(_rounded(number), []).append(key)
    return {str(number): "".join(keys) for number, keys in by_number.items()}


def _rounded(number: int) -> int:
    """The number with its first two digits only, so that the table is short."""
    step = 10 ** max(0, len(str(number)) - 2)
    return number // step * step


if __name__ == "__main__":
    main()
