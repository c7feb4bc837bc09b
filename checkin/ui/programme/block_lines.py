"""The lines of a session's block on the Programme page, by the room that the block has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from checkin.ui.wrapped import with_breaks, wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

    from checkin.domain.programme import Category
    from checkin.ui.programme.block_words import BlockWords


class Tone(Enum):
    """What a line of a block tells, which decides its font and colour."""

    TITLE = auto()
    DETAIL = auto()
    CLASH = auto()


@dataclass(frozen=True, slots=True)
class BlockLine:
    """One line of a block: its text, and before the text the letters of these categories in their colours."""

    text: str
    tone: Tone = Tone.DETAIL
    categories: tuple[Category, ...] = ()


def lines_of(words: BlockWords, title: QFontMetrics, width: int, room: int) -> list[BlockLine]:
    """The lines of a block that has room for `room` lines of `width` dots; `title` is of the title's font.

    The line below the title says who may enter, before less important words. Clashes follow; of the lines that are left
    the title takes what it needs, then the line below it, the seats and the speakers. On a single line there are only
    the letters of who may enter, the time and the title.
    """
    if room <= 1:
        may_enter = " · ".join(filter(None, (words.state, words.only_named, words.time)))
        return [BlockLine(f"{may_enter} {words.title}", Tone.TITLE, words.categories or ())]
    details = " · ".join(filter(None, (words.state, words.only_named, words.time, words.details)))
    clashes = [BlockLine(clash, Tone.CLASH) for clash in words.clashes]
    titles = _broken(words.title, title, width, room - 1 - len(clashes))
    most = 1 if words.categories else room - len(titles) - len(clashes)
    first, *others = _broken(details, title, width, most)
    lines = [
        *(BlockLine(each, Tone.TITLE) for each in titles),
        BlockLine(first, categories=words.categories or ()),
        *map(BlockLine, others),
        *clashes,
        *([BlockLine(words.seats)] if words.seats else []),
    ]
    if words.speakers and len(lines) < room:
        lines += map(BlockLine, _broken(words.speakers, title, width, room - len(lines)))
    return lines[:room]


def _broken(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text in `most` lines at most; what has no room is on the last line, which is too long then."""
    most = max(most, 1)
    lines = wrapped(with_breaks(text, metrics, width), metrics, width).split("\n")
    return [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
