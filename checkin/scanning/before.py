"""Remembers the contents of the window's fields and the focus before a scan's keys arrive, and restores them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

from checkin.scanning.fields import keeps_typing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget


class Before:
    """The state of the window before a scan's keys changed it: what its fields contain, and which has the focus.

    All text fields of one line are included, because a page may pass typed keys on to its search field. Of all other
    widgets, only the one with the focus is included.
    """

    def __init__(self, app: QApplication) -> None:
        self._fields: list[tuple[QWidget, Callable[[], None]]] = []
        self._app = app
        window, focused = app.activeWindow(), app.focusWidget()
        self._focused = focused
        self.was_in_text = keeps_typing(focused)
        """Whether the focus was in a text field that expects no scans."""
        for line in window.findChildren(QLineEdit) if window is not None else ():
            self._fields.append((line, _line_restorer(line)))
        if focused is not None and (restorer := _restorer(focused)) is not None:
            self._fields.append((focused, restorer))

    def put_back(self) -> None:
        """Bring the window back to this state, and so undo what the keys did.

        Fields that did not change are left alone, so that they do not signal a change.
        """
        for widget, restore in self._fields:
            if shiboken6.isValid(widget):
                restore()
        self._put_focus_back()

    def _put_focus_back(self) -> None:
        """Give the focus back to the widget that had it.

        A page may have moved it to a field, where the next digits would be typed. A widget of a page that is no longer
        shown gets no focus: it would keep the next keys to itself.
        """
        now, before = self._app.focusWidget(), self._focused
        if before is now:
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before is None and now is not None:
            now.clearFocus()


def _line_restorer(line: QLineEdit) -> Callable[[], None]:
    text, cursor = line.text(), line.cursorPosition()
    selected_from, selected = line.selectionStart(), line.selectionLength()

    def restore() -> None:
        if line.text() == text:
            return
        line.setText(text)
        line.setCursorPosition(cursor)
        if selected_from >= 0:
            line.setSelection(selected_from, selected)

    return restore


def _restorer(focused: QWidget) -> Callable[[], None] | None:
    match focused:
        case QPlainTextEdit() | QTextEdit():
            return _text_restorer(focused)
        case QComboBox():
            return _choice_restorer(focused)
        case QAbstractItemView():
            return _row_restorer(focused)
        case _:
            return None


def _text_restorer(edit: QPlainTextEdit | QTextEdit) -> Callable[[], None]:
    document = edit.document()
    steps, length = document.availableUndoSteps(), document.characterCount()

    def restore() -> None:
        if document.characterCount() == length:
            return
        while document.availableUndoSteps() > steps:
            document.undo()
        if document.characterCount() != length:  # the keys were joined to the typing before them
            cursor = edit.textCursor()
            for _ in range(document.characterCount() - length):
                cursor.deletePreviousChar()

    return restore


def _choice_restorer(box: QComboBox) -> Callable[[], None]:
    index = box.currentIndex()
    return lambda: box.setCurrentIndex(index)


def _row_restorer(view: QAbstractItemView) -> Callable[[], None]:
    index = view.currentIndex()
    return lambda: view.setCurrentIndex(index) if view.currentIndex() != index else None
