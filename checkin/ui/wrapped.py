"""Fits a text into lines that are no wider than the room for them, for widgets that cannot do so themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTextBoundaryFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFontMetrics

_SPACES: Final = "([ \u200b])"
_BREAK: Final = "\u200b"


def wrapped(text: str, metrics: QFontMetrics, room: int) -> str:
    """Break a text at its spaces into lines that are at most `room` pixels wide in the font of `metrics`.

    Khmer is broken at the spaces without width that stand between its words too. A single word that is wider has its
    own line.
    """
    first, *others = re.split(_SPACES, text)
    lines = [first]
    for space, word in zip(others[::2], others[1::2], strict=True):
        longer = f"{lines[-1]}{space}{word}"
        if metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def widest_word(text: str, metrics: QFontMetrics) -> int:
    """The width in pixels of the widest piece of a text inside which Qt breaks no line, in the font of `metrics`."""
    return max((metrics.horizontalAdvance(word.rstrip()) for word in _words(text)), default=0)


def with_breaks(text: str, metrics: QFontMetrics, room: int) -> str:
    """The text with a space without width after each character of a word that is wider than `room` pixels.

    So Qt breaks the word into lines, instead of cutting the word at the edge.
    """
    if widest_word(text, metrics) <= room:
        return text
    return "".join(
        word if metrics.horizontalAdvance(word.rstrip()) <= room else _BREAK.join(_characters(word))
        for word in _words(text)
    )


def _words(text: str) -> Iterator[str]:
    """The pieces of the text between the places where Qt may break a line."""
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    start = 0
    while (end := finder.toNextBoundary()) > start:
        yield units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        start = end


def _characters(word: str) -> Iterator[str]:
    from checkin.paper.clusters import clusters  # noqa: PLC0415 - only for the rare word that is too wide

    return (word[start:end] for start, end in clusters(word))
