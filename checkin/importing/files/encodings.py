"""Decides in which encoding a text file is, or which encodings are to be asked about."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.importing.files.code_pages import ENCODINGS, decoded_by
from checkin.importing.files.guessing import SAMPLE, Guess, guesses, plain_words, tokens_of
from checkin.importing.files.unicode_text import lines_apart, mixed_text, repaired, unicode_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

CLEAR: Final = 8.0
"""By how much the likeliest reading must win, as a natural logarithm, to be taken without a question."""
_MOST_CHOICES: Final = 6
_MIXED: Final = "utf-8+"
_MIXED_RARITY: Final = 4.0
_CELL: Final = re.compile(rb'[^\r\n,;\t"]+')
_SAMPLE: Final = 1024 * 1024
_SAMPLES: Final = 3
_LONGEST_SAMPLE: Final = 60
_UNICODE: Final = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso2022_jp")
_SAME_AS: Final = {
    "utf-8-sig": "utf-8",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "cp950": "big5",
    "big5hkscs": "big5",
    "euc_kr": "cp949",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
"""Encodings that another one of ours contains."""


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """An encoding that a file may have, and up to three cells with letters beyond ASCII as they are in it."""

    name: str
    sample: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and the encoding in which it was read.

    `choices` is empty if the encoding is known. Otherwise it holds the encodings that are possible, the likeliest
    first, with which the text was read; each of them gives another text.
    """

    text: str
    encoding: str
    choices: tuple[EncodingChoice, ...] = ()


def decode(data: bytes, path: Path, told: str = "") -> Decoded:
    """Return the text of a file; `told` is the encoding that the operator chose, if any.

    `path` only names the file in errors. CheckinError is raised if the encoding told is unknown or not the file's, or
    if none can be found.
    """
    if told:
        return _told(data, path, told)
    known = unicode_of(data)
    if known is not None:
        text, name = known
        return Decoded(repaired(text), name)
    found = _guesses(data)
    while found:
        try:
            return _decided(data, found)
        except UnicodeDecodeError:  # beyond the part by which it was chosen
            found = found[1:]
    raise CheckinError(
        "The letters of the list cannot be read",
        f"{path.name} is a text in an encoding that is not recognised, or no list at all. "
        'Save it as "CSV UTF-8" or XLSX in the spreadsheet program, and import that.',
    )


def _guesses(data: bytes) -> list[Guess]:
    """The encodings that are possible, the likeliest first; UTF-8 with lines in another one is one of them."""
    tokens, plain = tokens_of(data), plain_words(data)
    found = guesses(tokens, plain)
    ours, foreign = lines_apart(data[:SAMPLE])
    if ours and len(ours) >= len(foreign):
        read = partial(_read_mixed, frozenset(tokens_of(b"\n".join(ours))))
        found += [
            Guess(_MIXED + guess.name, guess.score - _MIXED_RARITY) for guess in guesses(tokens, plain, read)
        ]
    return sorted(found, key=lambda guess: -guess.score)


def _read_mixed(ours: frozenset[bytes], name: str, tokens: bytes) -> str:
    """The text of words, one a line, of which those in `ours` are UTF-8."""
    return "\n".join(
        token.decode() if token in ours else decoded_by(name, token) for token in tokens.split(b"\n")
    )


def _decided(data: bytes, found: Sequence[Guess]) -> Decoded:
    """The text in the first of the encodings, with those as choices that are almost as likely."""
    best = found[0]
    text = _text(best.name, data)
    near = [guess.name for guess in found if best.score - guess.score < CLEAR]
    names = _different(data, near)
    if len(names) == 1:
        return Decoded(text, "utf-8" if best.name.startswith(_MIXED) else best.name)
    return Decoded(text, best.name, _choices(data, names[:_MOST_CHOICES]))


def _text(name: str, data: bytes) -> str:
    if name.startswith(_MIXED):
        return mixed_text(data, partial(decoded_by, name.removeprefix(_MIXED)))
    return decoded_by(name, data)


def _different(data: bytes, names: Iterable[str]) -> list[str]:
    """The first of each group of encodings that give the same text of the beginning of the file."""
    part = data[:_SAMPLE]
    part = part[: part.rfind(b"\n") + 1] or part
    texts: dict[str, str] = {}
    for name in names:
        try:
            texts.setdefault(_text(name, part), name)
        except UnicodeDecodeError:
            continue
    return list(texts.values())


def _choices(data: bytes, names: Sequence[str]) -> tuple[EncodingChoice, ...]:
    """Each encoding with cells that differ between the encodings; cells that differ most come first."""
    cells = list(dict.fromkeys(cell for cell in _CELL.findall(data[:_SAMPLE]) if not cell.isascii()))
    rows = [tuple(_readable(name, cell) for name in names) for cell in cells[:500]]
    rows.sort(key=lambda row: -len(set(row)))
    return tuple(
        EncodingChoice(name, tuple(row[place] for row in rows[:_SAMPLES])) for place, name in enumerate(names)
    )


def _readable(name: str, cell: bytes) -> str:
    try:
        return _text(name, cell).strip()[:_LONGEST_SAMPLE]
    except UnicodeDecodeError:
        return ""


def _told(data: bytes, path: Path, told: str) -> Decoded:
    name = _named(told)
    if name is None:
        raise CheckinError(
            "The encoding is not known",
            f"“{told}” is no encoding that lists have. Known are: {', '.join(_known())}.",
        )
    try:
        return Decoded(_as_told(data, name), name)
    except UnicodeError as error:
        raise CheckinError(
            "The list is not in this encoding",
            f"{path.name} holds bytes that {told} does not have. Choose another encoding.",
        ) from error


def _as_told(data: bytes, name: str) -> str:
    if name not in _UNICODE:
        return _text(name, data)
    known = unicode_of(data)
    if known is not None and known[1] == name:
        return repaired(known[0])
    if name != "utf-8":
        return data.decode(name)
    mixed = [guess.name for guess in _guesses(data) if guess.name.startswith(_MIXED)]
    return _text(mixed[0], data) if mixed else data.decode("utf-8-sig")


def _named(told: str) -> str | None:
    """The name under which the encoding is known here; None for an unknown one."""
    lower = told.strip().lower()
    inner = _named(lower.removeprefix(_MIXED)) if lower.startswith(_MIXED) else None
    if inner is not None:
        return _MIXED + inner
    try:
        name = codecs.lookup(lower).name
    except LookupError:
        return None
    name = _SAME_AS.get(name, name)
    return next((known for known in _known() if codecs.lookup(known).name == codecs.lookup(name).name), None)


def _known() -> tuple[str, ...]:
    return (*_UNICODE, *(encoding.name for encoding in ENCODINGS))
