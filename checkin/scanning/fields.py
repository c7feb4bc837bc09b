"""Tells which text fields expect scans, and which keep whatever is typed into them, however quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_EXPECTS_SCANS: Final = "expectsScans"


def expect_scans(field: QWidget) -> None:
    """Declare that scans may arrive in this text field, as in the search field of a page."""
    field.setProperty(_EXPECTS_SCANS, True)


def keeps_typing(widget: QWidget | None) -> bool:
    """Whether the widget is a text field that expects no scans, such as a field of a form.

    Qt asks every text field for the place of its text cursor; other widgets have none.
    """
    if widget is None or widget.property(_EXPECTS_SCANS):
        return False
    return widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) is not None
