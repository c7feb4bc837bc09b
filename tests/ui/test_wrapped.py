"""A text is broken into lines without losing a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TEXTS = st.text("ab សុខ·:éĐ ", max_size=80)


def test_every_letter_stays_and_no_line_is_wider_than_its_room(qapp: QApplication) -> None:
    assert qapp
    metrics = QFontMetrics(QFont("Noto Sans", 10))

    @given(TEXTS, st.integers(20, 400))
    def holds(text: str, room: int) -> None:
        lines = wrapped(text, metrics, room).split("\n")

        assert " ".join(lines) == text
        assert all(metrics.horizontalAdvance(line) <= room or " " not in line for line in lines)

    holds()
