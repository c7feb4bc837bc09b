"""Compares the encodings of before Unicode by how likely the words of a file are in each of them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin.importing.files.code_pages import ENCODINGS, Encoding, decoded_by
from checkin.importing.files.letters import (
    EASTERN,
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

_TOKEN: Final = re.compile(rb"[^\x00-\x2f\x3a-\x3f]+")
"""A word, perhaps with signs: no encoding has a byte of a letter that divides here."""
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
_RARE_CHANGE: Final = 9.0
_LAST_OF_ASCII: Final = 0x7F
_FIRST: Final = 40
_MOST: Final = 400
_MOST_READ: Final = 50_000
_LONGEST: Final = 200
_NEAR: Final = 40.0
SAMPLE: Final = 8 * 1024 * 1024
"""The bytes from the beginning of a file that are looked at to find its encoding."""
_SAMPLE_OF_PLAIN: Final = 64 * 1024
_MOST_PLAIN: Final = 60
_STRANGER: Final = 0.05
_PSEUDO: Final = 2.0
_ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding in which the bytes can be read, and the logarithm of how likely its words are."""

    name: str
    score: float


def tokens_of(data: bytes) -> list[bytes]:
    """The distinct words with bytes beyond ASCII, those with the rarest bytes first."""
    sample = data[:SAMPLE]
    found = dict.fromkeys(token for token in _TOKEN.findall(sample) if not token.isascii())
    often = Counter(sample)
    ranks = bytearray(b"\xff" * 256)
    for rank, byte in enumerate(sorted(range(_LAST_OF_ASCII + 1, 256), key=lambda byte: often[byte])):
        ranks[byte] = rank
    return sorted(found, key=lambda token: min(token.translate(ranks)))


def plain_words(data: bytes) -> list[str]:
    """Some distinct words of nothing but ASCII letters, which tell the languages of the file."""
    found = dict.fromkeys(_PLAIN.findall(data[:_SAMPLE_OF_PLAIN]))
    return [word.decode("ascii") for word in _chosen(list(found), _MOST_PLAIN)]


def guesses(
    tokens: Sequence[bytes], plain: Sequence[str] = (), read: Callable[[str, bytes], str] = decoded_by
) -> list[Guess]:
    """The encodings in which all tokens can be read, the likeliest first."""
    whole = b"\n".join(tokens[:_MOST_READ])
    few, many = _chosen(tokens, _FIRST), _chosen(tokens, _MOST)
    possible = [encoding for encoding in ENCODINGS if _readable(encoding.name, whole, read)]
    first = _scored(possible, few, plain, read)
    if len(few) == len(many) or not first:
        return first
    near = {guess.name for guess in first if guess.score > first[0].score - _NEAR}
    return _scored([encoding for encoding in possible if encoding.name in near], many, plain, read)


def _chosen(tokens: Sequence[bytes], most: int) -> list[bytes]:
    """The first of the tokens, and as many from all over the rest."""
    first = most // 2
    step = max(1, (len(tokens) - first) // first)
    return [*tokens[:first], *tokens[first::step][:first]]


def _readable(name: str, data: bytes, read: Callable[[str, bytes], str]) -> bool:
    try:
        signs = set(read(name, data)) - {"\n"}
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(sign) in {"Cc", "Cn", "Co"} for sign in signs)


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
        for run in _WORD.findall(text[:_LONGEST]):
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
                cost += _CHANGE if EASTERN in {script, before} else _RARE_CHANGE
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
    if sign == "\u00a0" and OTHER in {before, after}:
        cost += _INSIDE
    if sign == "’" and before == OTHER:  # the Greek Ά of another encoding
        cost += 2 * _INSIDE
    return cost


def _of_script(script: int, words: Sequence[str], home: str) -> float:
    if script == FOREIGN:
        return -_FOREIGN * sum(map(len, words))
    codes = SCRIPTS[script].split()
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
