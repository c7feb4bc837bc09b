"""Compares the encodings of before Unicode by how likely the words of a file are in each of them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin.importing.files.letters import (
    EDGE,
    FOREIGN,
    LATIN,
    OTHER,
    SCRIPTS,
    folded,
    languages,
    likelihood_of_cases,
    pieces,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_WEST: Final = "ca da de en es fi fr is it nb nl pt sv"
_MIDDLE: Final = "cs hr hu pl ro sk sl sq"
_BALTIC: Final = "et lt lv"
_EAST: Final = "be bg mk ru sr uk"


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding that a file may have.

    `rarity` is what speaks against it before the file is seen, as a logarithm; `home` names the languages for which it
    is used.
    """

    name: str
    rarity: float
    home: str


ENCODINGS: Final = (
    Encoding("cp1252", 0.0, _WEST),
    Encoding("cp1250", 1.0, _MIDDLE),
    Encoding("cp1251", 0.5, _EAST),
    Encoding("cp1253", 1.0, "el"),
    Encoding("cp1254", 1.0, "tr"),
    Encoding("cp1255", 1.0, "he"),
    Encoding("cp1256", 1.0, "ar fa"),
    Encoding("cp1257", 1.5, _BALTIC),
    Encoding("cp1258", 3.5, "vi"),
    Encoding("cp874", 1.0, "th"),
    Encoding("cp932", 1.0, "ja"),
    Encoding("gb18030", 1.0, "zh"),
    Encoding("big5", 1.0, "zh_Hant"),
    Encoding("cp949", 1.0, "ko"),
    Encoding("iso8859-2", 1.5, _MIDDLE),
    Encoding("iso8859-15", 2.0, _WEST),
    Encoding("koi8-r", 1.5, "ru"),
    Encoding("koi8-u", 2.5, "uk"),
    Encoding("mac_roman", 2.0, _WEST),
    Encoding("euc_jp", 2.0, "ja"),
    Encoding("cp850", 3.0, _WEST),
    Encoding("cp437", 3.5, _WEST),
    Encoding("cp852", 3.0, _MIDDLE),
    Encoding("cp857", 3.5, "tr"),
    Encoding("cp866", 2.5, _EAST),
    Encoding("cp737", 3.5, "el"),
    Encoding("iso8859-5", 3.0, _EAST),
    Encoding("iso8859-7", 2.0, "el"),
    Encoding("iso8859-6", 3.0, "ar"),
    Encoding("iso8859-8", 3.0, "he"),
    Encoding("iso8859-9", 2.0, "tr"),
    Encoding("iso8859-13", 3.0, _BALTIC),
    Encoding("mac_cyrillic", 3.5, _EAST),
    Encoding("mac_latin2", 3.5, _MIDDLE),
    Encoding("mac_turkish", 4.0, "tr"),
    Encoding("mac_greek", 4.0, "el"),
)
_MULTI: Final = {"big5": ("cp950", "big5hkscs")}
_TOKEN: Final = re.compile(rb"[^\x00-\x2f\x3a-\x3f]*[\x80-\xff][^\x00-\x2f\x3a-\x3f]*")
"""A word with a byte beyond ASCII: no encoding has a byte of a letter that divides here."""
_PLAIN: Final = re.compile(rb"(?<![\x80-\xff])[A-Za-z]{3,}(?![\x80-\xff])")
_WORD: Final = re.compile(r"[^\x00-@\[-`{-\x7f]+")
_SOFT: Final = dict.fromkeys("’‘“”„«»–—…·\u00a0", 5.0) | dict.fromkeys("ºª°№§©®™€", 8.0)
_BETWEEN: Final = frozenset("’–·・\u00a0")
_EASTERN_SIGNS: Final = re.compile("[\u3000-\u303f\u30fb\uff01-\uff65]")
_EASTERN: Final = 6.0
_FOREIGN: Final = 7.0
_SIGN: Final = 14.0
_INSIDE: Final = 5.0
_CHANGE: Final = 5.0
_LAST_OF_ASCII: Final = 0x7F
_FIRST: Final = 40
_MOST: Final = 400
_OFTEN: Final = 15
_NEAR: Final = 40.0
_SAMPLE: Final = 8 * 1024 * 1024
_SAMPLE_OF_PLAIN: Final = 64 * 1024
_MOST_PLAIN: Final = 60
_STRANGER: Final = 0.05
_PSEUDO: Final = 2.0
_ROUNDS: Final = 3


def decoded_by(name: str, data: bytes) -> str:
    """The text of the bytes in this encoding; UnicodeDecodeError if they are not in it."""
    codecs_of = _MULTI.get(name, (name,))
    for codec in codecs_of[:-1]:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    text = data.decode(codecs_of[-1])
    return unicodedata.normalize("NFC", text) if name == "cp1258" else text


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding in which the bytes can be read, and the logarithm of how likely its words are."""

    name: str
    score: float


def tokens_of(data: bytes) -> list[bytes]:
    """The distinct words with bytes beyond ASCII, those with the rarest bytes first."""
    found = dict.fromkeys(_TOKEN.findall(data[:_SAMPLE]))
    often = Counter(byte for token in found for byte in set(token) if byte > _LAST_OF_ASCII)
    return sorted(found, key=lambda token: min(often[byte] for byte in token if byte > _LAST_OF_ASCII))


def plain_words(data: bytes) -> list[str]:
    """Some distinct words of nothing but ASCII letters, which tell the languages of the file."""
    found = dict.fromkeys(_PLAIN.findall(data[:_SAMPLE_OF_PLAIN]))
    return [word.decode("ascii") for word in _chosen(list(found), _MOST_PLAIN)]


def guesses(
    tokens: Sequence[bytes], plain: Sequence[str] = (), read: Callable[[str, bytes], str] = decoded_by
) -> list[Guess]:
    """The encodings in which all tokens can be read, the likeliest first."""
    few, many = _chosen(tokens, _FIRST), _chosen(tokens, _MOST)
    possible = [encoding for encoding in ENCODINGS if _readable(encoding.name, tokens, read)]
    first = _scored(possible, few, plain, read)
    if len(few) == len(many) or not first:
        return first
    near = {guess.name for guess in first if guess.score > first[0].score - _NEAR}
    return _scored([encoding for encoding in possible if encoding.name in near], many, plain, read)


def _chosen(tokens: Sequence[bytes], most: int) -> list[bytes]:
    step = max(1, len(tokens) // most)
    return list(tokens[::step][:most])


def _readable(name: str, tokens: Iterable[bytes], read: Callable[[str, bytes], str]) -> bool:
    try:
        return not any(
            unicodedata.category(sign) in {"Cc", "Cn", "Co"}
            for sign in set().union(*(read(name, token) for token in tokens))
        )
    except UnicodeDecodeError:
        return False


def _scored(
    encodings: Iterable[Encoding],
    tokens: Sequence[bytes],
    plain: Sequence[str],
    read: Callable[[str, bytes], str],
) -> list[Guess]:
    found = [
        Guess(
            encoding.name,
            score([*plain, *(read(encoding.name, token) for token in tokens)], encoding.home + " en")
            - encoding.rarity,
        )
        for encoding in encodings
    ]
    return sorted(found, key=lambda guess: -guess.score)


def score(texts: Iterable[str], home: str) -> float:
    """The logarithm of how likely these texts are, if the languages of `home` are those to be expected."""
    total = 0.0
    words: dict[int, list[str]] = {}
    for text in texts:
        for run in _WORD.findall(text):
            cost, found = _split(run)
            total -= cost
            for script, word in found:
                total += likelihood_of_cases(word)
                words.setdefault(script, []).append(f"{EDGE}{folded(word)}{EDGE}")
    return total + sum(_of_script(script, found, home) for script, found in words.items())


@cache
def _split(run: str) -> tuple[float, tuple[tuple[int, str], ...]]:
    """What speaks against a run of letters and signs beside its letters, and the words in it with their scripts."""
    cost = 0.0
    words = []
    found = list(pieces(run))
    for place, (script, piece) in enumerate(found):
        before = found[place - 1][0] if place else OTHER
        if script != OTHER:
            words.append((script, piece))
            if before != OTHER:
                cost += _CHANGE
            continue
        after = found[place + 1][0] if place + 1 < len(found) else OTHER
        cost += _cost_of(piece, before, after)
    return cost, tuple(words)


def _cost_of(sign: str, before: int, after: int) -> float:
    """What speaks against a sign that stands between pieces of these scripts."""
    if _EASTERN_SIGNS.match(sign):
        return _EASTERN + (2 * _INSIDE if LATIN in {before, after} else 0.0)
    cost = _SOFT.get(sign, _SIGN)
    if before == after == LATIN and sign not in _BETWEEN:
        cost += _INSIDE
    if (sign == "\u00a0" and OTHER in {before, after}) or (sign == "’" and before == OTHER):
        cost += _INSIDE
    return cost


def _of_script(script: int, words: Sequence[str], home: str) -> float:
    if script == FOREIGN:
        return -_FOREIGN * sum(map(len, words))
    codes = SCRIPTS[script]
    known = [languages()[code] for code in codes]
    at_home = home.split()
    prior = [1.0 if code in at_home else _STRANGER for code in codes]
    prior = [part / sum(prior) for part in prior]
    rows = [[language.likelihood(word) for language in known] for word in words]
    weights = prior
    total = 0.0
    for _ in range(_ROUNDS):
        total = 0.0
        shares = [part * _PSEUDO for part in prior]
        for row in rows:
            best = max(row)
            parts = [weight * math.exp(value - best) for weight, value in zip(weights, row, strict=True)]
            whole = sum(parts)
            total += best + math.log(whole)
            for place, part in enumerate(parts):
                shares[place] += part / whole
        weights = [share / sum(shares) for share in shares]
    return total
