"""A window with one page of the manual, in which words can be looked for; F1 opens it from a page that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin import assets
from checkin.ui.frames.inputs import TextLine
from checkin.ui.help import HelpWindow
from checkin.ui.plain import PageBrowser, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.help_topics import HelpTopic

_WIDE, _HIGH = 860, 700
_ENGLISH: Final = "en"


def manual_page(name: str, language: str) -> Path | None:
    """The file with the manual's page of this name: in this language, or else in English; None if there is none.

    A page is Markdown in `resources/manual/<language>/<name>.md`; its pictures are named relative to the file. In all
    languages, a bold text is the English name of a button, field or page; the manual shows it in the window's language.
    """
    manual = assets.resource("manual")
    paths = (manual / each / f"{name}.md" for each in (language, _ENGLISH) if name)
    return next((path for path in paths if path.is_file()), None)


class ManualWindow(HelpWindow):
    """The window with a page of the manual. Enter goes to the next place at which the typed words are found."""

    def __init__(
        self, page: Words, name: str, topics: Iterable[HelpTopic], look: Appearance, parent: QWidget
    ) -> None:
        """Show the page with this `name`; where it is not in the window's language, the `topics` stand before it."""
        super().__init__(lambda say: say.text("Help: {page}").format(page=page(say)), look, parent)
        self._name, self._topics = name, tuple(topics)
        self.text = PageBrowser()
        self.sought = TextLine()
        self.sought.returnPressed.connect(self.find_next)
        self.sought.textEdited.connect(self._find_from_start)
        self.found = PlainLabel()
        self._find_label = PlainLabel()
        self._find_label.setBuddy(self.sought)
        row = QHBoxLayout()
        for part, stretch in ((self._find_label, 0), (self.sought, 1), (self.found, 1)):
            row.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.text)
        QShortcut(QKeySequence("Ctrl+F"), self, self._begin_to_find)
        look.in_each_language(self._label)
        look.in_each_language(self._label_find)
        look.in_each_language(self._show_page)
        self.resize(min(_WIDE, parent.width()), min(_HIGH, round(parent.height() * 0.9)))
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the next place with the words, instead of pressing a button; Esc closes the window."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def find_next(self) -> None:
        """Select the next place at which the typed words are found, from the beginning again after the last one."""
        words = self.sought.text().strip()
        is_found = bool(words) and (self.text.find(words) or self._find_again(words))
        self.found.setText(self._say.text("Not found") if words and not is_found else "")

    def _show_page(self) -> None:
        path, code = manual_page(self._name, self._say.code), self._say.code
        if path is not None:
            topics = () if path.parent.name == code else self._topics
            say = self._say
            before = [(each.happens(say), each.do(say)) for each in topics]
            self.text.show_page(path, lambda name: say.text(name).replace("&", ""), before)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _find_again(self, words: str) -> bool:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        return self.text.find(words, QTextDocument.FindFlag(0))

    def _find_from_start(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    def _begin_to_find(self) -> None:
        self.sought.setFocus()
        self.sought.selectAll()

    def _label_find(self) -> None:
        self._find_label.setText(self._say.text("&Find"))
        self.sought.setAccessibleName(self._say.text("Find in this page"))
        self.text.setAccessibleName(self.windowTitle())
