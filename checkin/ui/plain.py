"""Labels and tool tips that show every text as it is written.

Qt guesses whether a text is HTML. A name with an `<img>` in it would then fetch a picture from the address in the
name, and Windows would send the operator's password hash there. So each label and each tool tip of the program is
made here; a test forbids every other way.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QStaticText
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtGui import QFont

BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
"""A bold text in Markdown."""


class _HasToolTip(Protocol):
    """A widget or a list item: whatever Qt can give a tool tip."""

    def setToolTip(self, text: str, /) -> None: ...  # the spelling of Qt


class PlainLabel(QLabel):
    """A label that never reads its text as HTML."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wordWrap: bool = False) -> None:  # noqa: N803 - Qt's spelling
        super().__init__(text, parent, textFormat=Qt.TextFormat.PlainText, wordWrap=wordWrap)


class HtmlLabel(QLabel):
    """A label that shows the program's own HTML; text that a person wrote must be passed through `escaped` first."""

    def __init__(self, *, wordWrap: bool = False) -> None:  # noqa: N803 - Qt's spelling
        super().__init__(textFormat=Qt.TextFormat.RichText, wordWrap=wordWrap)


def laid_out(text: str, font: QFont) -> QStaticText:
    """The text laid out in this font, to be painted again and again; it is never read as HTML."""
    plain = QStaticText(text)
    plain.setTextFormat(Qt.TextFormat.PlainText)
    plain.prepare(font=font)
    return plain


class PageBrowser(QTextBrowser):
    """A browser that shows a page of the program's own manual, which is Markdown in a file, with its pictures."""

    def show_page(
        self, path: Path, name: Callable[[str], str], before: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Show the page in this file, with the plain headings and paragraphs in `before` above it.

        Each bold text of the page is the English name of a thing in the window, and is shown as `name` translates it.
        The names of the page's pictures are relative to the file.
        """
        first = "".join(f"### {_in_markdown(head)}\n\n{_in_markdown(text)}\n\n" for head, text in before)
        page = BOLD.sub(lambda bold: f"**{_in_markdown(name(bold[1]))}**", path.read_text(encoding="utf-8"))
        self.setSearchPaths([str(path.parent)])
        self.document().setMarkdown(first + page)


def _in_markdown(text: str) -> str:
    """The plain text as Markdown, in which no sign has a meaning."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def escaped(text: str) -> str:
    """The text as HTML in which special characters such as `<` are escaped, so that the HTML shows the plain text."""
    return escape(text)


def tool_tip(text: str) -> str:
    """Prepare a plain text for a tool tip of Qt, which would otherwise show some plain texts as HTML."""
    if not GuiQt.mightBeRichText(text):
        return text
    return GuiQt.convertFromPlainText(text, GuiQt.WhiteSpaceMode.WhiteSpaceNormal)


def set_tool_tip(shown: _HasToolTip, text: str) -> None:
    """Give a widget or a list item a tool tip that shows `text` as plain text, never as HTML."""
    shown.setToolTip(tool_tip(text))
