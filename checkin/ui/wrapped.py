"""Breaks a text into lines that are no wider than the room for them, for widgets that cannot do so themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics


def wrapped(text: str, metrics: QFontMetrics, room: int) -> str:
    """Break a text at its spaces into lines that are at most `room` pixels wide in the font of `metrics`.

    A single word that is wider has its own line.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
