"""Reads a text in TOML; a text that would make the TOML library fail or take minutes is refused."""

from __future__ import annotations

import re
import tomllib
from typing import Final

MOST_BYTES: Final = 5_000_000
_DEEPEST: Final = 50
_MOST_PARTS: Final = 50
_LONGEST_WORD: Final = 300
_TOKEN: Final = re.compile(
    r'''"""(?:\\.|[^\\])*?(?:"""|\Z)|'{3}.*?(?:'{3}|\Z)'''
    r"""|"(?:\\.|[^"\\\n])*+"?|'[^'\n]*'?|#[^\n]*|[\w+:-]+|[][{}=,.\n]""",
    re.DOTALL,
)
"""A text, a comment, a bare word (a key, a number, a time), or a sign that has a meaning in TOML."""


class UnreadableTomlError(ValueError):
    """The error for a text that is not TOML, or is too complex; its message names the line if the line is known."""


def parsed(content: bytes) -> dict[str, object]:
    """The values in a TOML text (UTF-8); raises UnreadableTomlError if the text has a mistake or is too complex.

    Deeply nested brackets, a key of thousands of parts or a number of thousands of digits would make the TOML library
    crash or take minutes. Such a text is refused before the library reads it.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableTomlError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableTomlError(f"line {line} is not a text in UTF-8; save the file as UTF-8") from error
    _refuse_what_nobody_writes(text)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise UnreadableTomlError("too many brackets stand in each other") from error
    except ValueError as error:  # tomllib's own error is one
        raise UnreadableTomlError(str(error)) from error


def _refuse_what_nobody_writes(text: str) -> None:
    depth, parts, line = 0, 0, 1
    for token in _TOKEN.finditer(text):
        match found := token[0]:
            case "[" | "{":
                depth, parts = depth + 1, 0
            case "]" | "}":
                depth, parts = max(0, depth - 1), 0
            case ".":
                parts += 1
            case "=" | "," | "\n":
                parts = 0
            case _:
                pass
        if depth > _DEEPEST:
            raise UnreadableTomlError(f"line {line}: more than {_DEEPEST} brackets stand in each other")
        if parts > _MOST_PARTS:
            raise UnreadableTomlError(f"line {line}: a key has more than {_MOST_PARTS} parts")
        if len(found) > _LONGEST_WORD and found[0] not in "\"'#":
            raise UnreadableTomlError(
                f"line {line}: a number or key is longer than {_LONGEST_WORD} characters"
            )
        line += found.count("\n")
