"""Makes lists of invented people in many encodings, and counts in how many of them the encoding is found.

`python -m tests.importing.files.encoding_lists` prints the figures.
"""

from __future__ import annotations

import random
import sys
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.importing.files.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NAMES: Final = tomllib.loads(Path(__file__).with_name("invented_names.toml").read_text(encoding="utf-8"))
UNICODE: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")
LANGUAGES: Final = {
    **dict.fromkeys(UNICODE, " ".join(NAMES)),
    "cp1250": "pl cs hu ro sk hr",
    "cp1251": "ru uk bg",
    "cp1252": "de fr es pt it da sv nb",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he",
    "cp1256": "ar",
    "cp1257": "lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "iso8859-2": "pl cs hu ro sk hr",
    "iso8859-15": "fr de pt es da sv it nb",
    "koi8-r": "ru",
    "mac_roman": "fr de es pt it da sv nb",
    "cp932": "ja",
    "gb18030": "zh",
    "big5": "zh_Hant",
    "cp949": "ko",
}
"""The 22 encodings that lists have, and the languages that are written in them."""
RARE: Final = {
    "cp850": "de fr es pt da",
    "cp852": "pl cs hu",
    "cp866": "ru bg",
    "iso8859-5": "ru bg",
    "iso8859-7": "el",
    "iso8859-9": "tr",
    "koi8-u": "uk",
    "euc_jp": "ja",
}
SIZES: Final = (3, 3, 4, 5, 5, 6, 8, 10, 12, 15, 18, 20, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 250, 300)
_FAMILY: Final = (
    "Johnson",
    "Smith",
    "Okafor",
    "Chen",
    "Patel",
    "Martin",
    "Silva",
    "Kim",
    "Haddad",
    "Sok",
    "Rossi",
    "Novak",
)
_GIVEN: Final = (
    "Maria",
    "John",
    "Anna",
    "David",
    "Grace",
    "Peter",
    "Samuel",
    "Laura",
    "Amina",
    "Chan",
    "Ali",
    "Julia",
)
_OFFICE: Final = (
    "Ministry of Justice",
    "University of Accra",
    "Permanent Mission",
    "World Bank",
    "Red Cross",
)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class MadeList:
    encoding: str
    language: str
    size: int
    text: str

    @property
    def data(self) -> bytes:
        return encoded(self.text, self.encoding)


def made_lists(
    encodings: Iterable[str] = tuple(LANGUAGES), sizes: Sequence[int] = SIZES, seed: int = 19
) -> Iterator[MadeList]:
    """Lists in each of the encodings, one of each size; every third has a few names in the language only."""
    for encoding in encodings:
        chance = random.Random(f"{seed} {encoding}")  # noqa: S311 - nothing secret: which names a list has
        languages = (LANGUAGES | RARE)[encoding].split()
        for number, size in enumerate(sizes):
            language = languages[number % len(languages)]
            text = a_list(chance, encoding, language, size, foreign=0.8 if number % 3 == 2 else 0.1)
            yield MadeList(encoding, language, size, text)


def a_list(chance: random.Random, encoding: str, language: str, size: int, *, foreign: float) -> str:
    """A list with at least one letter beyond ASCII; `foreign` is the share of names that have none."""
    words = {
        key: [word.strip() for word in texts.split("|") if _fits(word, encoding)]
        for key, texts in NAMES[language].items()
    }
    separator = chance.choice(",;\t")
    header = chance.choice((words["header"], ["Family name", "Given name", "Organisation"]))
    while True:
        rows = [[*header, "E-mail"]]
        for number in range(size):
            plain = chance.random() < foreign
            family, given, office = (
                (_FAMILY, _GIVEN, _OFFICE) if plain else (words["family"], words["given"], words["office"])
            )
            place = chance.choice(_OFFICE if chance.random() < 0.4 else office)
            rows.append([chance.choice(family), chance.choice(given), place, f"p{number}@example.org"])
        text = "".join(separator.join(row) + "\r\n" for row in rows)
        if not text.isascii():
            return text


def _fits(text: str, encoding: str) -> bool:
    try:
        encoded(text, encoding)
    except UnicodeEncodeError:
        return False
    return True


def encoded(text: str, encoding: str) -> bytes:
    """The text as programs write it; in Windows-1258 the tones of Vietnamese are signs of their own."""
    if encoding == "big5":
        return text.encode("cp950")
    if encoding != "cp1258":
        return text.encode(encoding)
    return b"".join(_vietnamese(letter).encode(encoding) for letter in text)


def _vietnamese(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    rest = "".join(sign for sign in apart if sign not in _TONES)
    tones = "".join(sign for sign in apart if sign in _TONES)
    return letter if not tones else unicodedata.normalize("NFC", rest) + tones


RIGHT, ASKED, ASKED_WRONG, WRONG = "right", "asked, right first", "asked, another first", "silently wrong"


def outcome(made: MadeList) -> str:
    found = decode(made.data, Path("list.csv"))
    is_right = found.text == made.text
    if found.choices:
        return ASKED if is_right else ASKED_WRONG
    return RIGHT if is_right else WRONG


def main(seeds: int) -> None:
    kinds = (RIGHT, ASKED, ASKED_WRONG, WRONG)
    found: dict[str, Counter[str]] = {}
    for made in (each for seed in range(seeds) for each in made_lists((*LANGUAGES, *RARE), seed=19 + seed)):
        size = "20 rows and more" if made.size >= 20 else "fewer than 20 rows"
        for group in (made.encoding, f"{size}, {'usual' if made.encoding in LANGUAGES else 'rare'}"):
            found.setdefault(group, Counter())[outcome(made)] += 1
    lines = [f"{group:26}" + "".join(f"{count[kind]:22}" for kind in kinds) for group, count in found.items()]
    sys.stdout.write("\n".join([" " * 26 + "".join(f"{kind:>22}" for kind in kinds), *lines, ""]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1)
