"""Finds the entries and time zones in the text of a calendar, also where lines between them are wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = re.compile(
    r"^(BEGIN|END):(VCALENDAR|VTIMEZONE|VEVENT|VTODO|VJOURNAL|VFREEBUSY)[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_BEGIN, _END = "BEGIN", "END"
_AROUND_BLOCKS: Final = "VCALENDAR"


class Block(NamedTuple):
    """One part of a calendar: its kind, such as VEVENT, and its text with its first and last line.

    `lacks` is BEGIN or END if the line with which the block should begin or end is missing or wrong, else "".
    """

    kind: str
    text: str
    lacks: str = ""


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a calendar, whose folded lines are joined, in the order of the file.

    No block stands in another of these kinds. So a block without an end does not reach into the next one.
    """
    begun: re.Match[str] | None = None
    after = 0
    for mark in _MARK.finditer(text):
        does_begin, kind = mark[1].upper() == _BEGIN, _kind(mark)
        if begun is not None and not does_begin and kind == _kind(begun):
            yield Block(kind, text[begun.start() : mark.end()])
        elif begun is not None:
            yield Block(_kind(begun), text[begun.start() : mark.start()], _END)
        elif not does_begin and kind != _AROUND_BLOCKS:
            yield Block(kind, text[after : mark.start()], _BEGIN)
        begun = mark if does_begin and kind != _AROUND_BLOCKS else None
        after = mark.end()
    if begun is not None:
        yield Block(_kind(begun), text[begun.start() :], _END)


def _kind(mark: re.Match[str]) -> str:
    return mark[2].upper()
