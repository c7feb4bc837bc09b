"""Breaks a text into lines that are no wider than the room for them, for widgets that cannot do so themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

_SPACES: Final = "([ \u200b])"


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
