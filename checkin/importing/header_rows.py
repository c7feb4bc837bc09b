"""Which rows of a sheet may be its header, and what a header means by a table of words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkin.importing.files.sheet import Row, Sheet

SEARCHED_ROWS: Final = 20
LONGEST_HEADER: Final = 300
"""A longer text is no header. To look for brackets in a text takes time that grows with the square of its length."""
BRACKETS: Final = re.compile(r"\(.*?\)|\[.*?\]|（.*?）")
_PARTS: Final = re.compile(r"[/|\n;,()\[\]:–—-]")
_Meaning = TypeVar("_Meaning")


def possible_headers(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """Yield what may be the header of a sheet: each of the first 20 rows, then each two neighbouring rows as one.

    The number is the index of the header's last row. Where both of two rows have a text, the lower text counts.
    """
    rows = sheet.rows[:SEARCHED_ROWS]
    yield from enumerate(rows)
    yield from ((number, _two_rows(*pair)) for number, pair in enumerate(pairwise(rows), start=1))


def _two_rows(upper: Row, lower: Row) -> Row:
    width = max(len(upper), len(lower))
    above = upper + ("",) * (width - len(upper))
    below = lower + ("",) * (width - len(lower))
    return tuple(low if low.strip() else high for high, low in zip(above, below, strict=True))


def whole_meaning(header: str, by_key: Mapping[str, _Meaning]) -> _Meaning | None:
    """What the whole header stands for, or else the header without its brackets; None if it stands for nothing.

    `by_key` has the meanings by the search key of the words.
    """
    if not _may_be_header(header):
        return None
    texts = (header, BRACKETS.sub(" ", header))
    return next((by_key[key] for text in texts if (key := search_key(text)) in by_key), None)


def meanings_of_parts(header: str, by_key: Mapping[str, _Meaning]) -> list[_Meaning | None]:
    """What each part of the header stands for, None for a part that stands for nothing. A stroke divides two parts."""
    return [by_key.get(search_key(part)) for part in _PARTS.split(header)] if _may_be_header(header) else []


def _may_be_header(header: str) -> bool:
    return bool(header.strip()) and len(header) <= LONGEST_HEADER
