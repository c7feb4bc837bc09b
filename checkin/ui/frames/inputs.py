"""The inputs of forms: how a choice among entries is made, and what an input holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


def choice(entries: Mapping[str, str], chosen: str) -> QComboBox:
    """A combo box with these entries (words by value), in which the value `chosen` is selected.

    If nothing is chosen, the box begins with an empty entry.
    """
    combo = QComboBox()
    if not chosen and "" not in entries:
        combo.addItem("", "")
    for kept, words in entries.items():
        combo.addItem(words, kept)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    return combo


def content_of(widget: QWidget) -> object:
    """What is filled in: a text, the number of an entry, or whether a box is ticked; None for any other widget."""
    match widget:
        case QComboBox():
            return widget.currentIndex()
        case QCheckBox():
            return widget.isChecked()
        case QLineEdit():
            return widget.text()
        case _:
            return None
