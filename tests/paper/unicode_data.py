"""Unicode's own test files, as Debian's package `unicode-data` installs them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Path("/usr/share/unicode")


class Case(NamedTuple):
    """A text, and the places in it where Unicode allows a break; at all others it is forbidden."""

    text: str
    allowed: set[int]


def lines(name: str) -> list[str]:
    """The lines of a test file without their comments; the test is skipped where the file is not there."""
    path = _FOLDER / name
    if not path.exists():
        pytest.skip(f"Unicode's {path} is not on this computer; the Debian package unicode-data has it")
    rows = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row]


def version(name: str) -> str:
    """The version of Unicode that the file is about, such as "15.0"; its first line has it in the file's name."""
    with (_FOLDER / name).open(encoding="utf-8") as file:
        found = re.search(r"-(\d+\.\d+)\.\d+\.txt", file.readline())
    return found[1] if found else ""


def break_cases(name: str) -> Iterator[Case]:
    """The cases of a test file about breaks: ÷ marks a place where one is allowed, × where it is not."""
    for line in lines(name):
        text, allowed = "", set()
        for part in line.split():
            if part == "÷":
                allowed.add(len(text))
            elif part != "×":
                text += chr(int(part, 16))
        yield Case(text, allowed)
