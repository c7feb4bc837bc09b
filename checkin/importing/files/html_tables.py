"""Reads the tables of an HTML page, which many systems name .xls and call an export to Excel."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from checkin.importing.files.sheet import not_a_spreadsheet
from checkin.importing.files.table_grid import TableGrid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import SheetRead

_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS: Final = frozenset({"br", "p", "div", "li"})
_STRUCK: Final = frozenset({"s", "strike", "del"})
_UNSEEN: Final = frozenset({"script", "style", "title", "template", "comment"})
"""What is no text of a page; LibreOffice writes the comment on a cell as an element of the cell."""
_HIDING: Final = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_STRIKING: Final = re.compile(r"text-decoration[-\w]*\s*:[^;]*line-through", re.IGNORECASE)
_MOST_WITHIN: Final = 50
"""The number of tables one within the other from which on a page is damaged."""


def read_html(text: str, path: Path) -> Iterator[SheetRead]:
    """Yield each table of a page as a sheet: with its caption as the name, or with its number if there are several.

    A table within a cell is a sheet of its own. `path` names the file in errors (CheckinError).
    """
    page = _Page(path)
    page.feed(
        _without_open_comment(text)
    )  # as a whole, for the parser begins an unfinished tag anew at each piece
    page.close()
    page.end()
    if not page.tables:
        raise not_a_spreadsheet(path)
    for number, table in enumerate(page.tables, start=1):
        table.grid.end()
        name = table.caption.strip() or (str(number) if len(page.tables) > 1 else "")
        yield name, table.grid.marks, iter(table.grid.rows)


def _without_open_comment(text: str) -> str:
    """The text up to a comment that never ends, as browsers show it; the parser would search the end for minutes."""
    begin = text.find("<!--", text.rfind("-->") + 1)
    return text if begin < 0 else text[:begin]


class _Table:
    """A table that is being read, with the cell or caption at which the reading stands."""

    def __init__(self, path: Path) -> None:
        self.grid = TableGrid(path)
        self.caption = ""
        self.is_in_row = False
        self.is_in_caption = False
        self.spans: tuple[int, int] | None = None
        self.texts: list[str] = []
        self.struck_within = 0
        self.struck_cell = False
        self.is_struck: bool | None = None
        """Whether all texts of the cell so far are struck out; None if there is none yet."""

    def begin_row(self, *, is_hidden: bool = False) -> None:
        self.end_row()
        self.grid.begin_row(is_hidden=is_hidden)
        self.is_in_row = True

    def begin_cell(self, across: int, down: int, *, is_struck: bool) -> None:
        self.end_cell()
        if not self.is_in_row:
            self.begin_row()
        self.spans, self.texts = (across, down), []
        self.struck_within, self.struck_cell, self.is_struck = 0, is_struck, None

    def take(self, text: str) -> None:
        if self.is_in_caption:
            self.caption += text
        elif self.spans is not None:
            self.texts.append(text)
            if text.strip():
                struck = self.struck_cell or self.struck_within > 0
                self.is_struck = struck and self.is_struck is not False

    def end_cell(self) -> None:
        if self.spans is not None:
            across, down = self.spans
            text = "".join(self.texts)
            self.grid.add(_seen(text), across=across, down=down, is_struck=bool(self.is_struck))
            self.spans = None

    def end_row(self) -> None:
        self.end_cell()
        if self.is_in_row:
            self.grid.end_row()
            self.is_in_row = False


class _Page(HTMLParser):
    """Collects the tables of a page in the order in which they begin; the ends of cells and rows may be left out."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._unseen = ""
        self._path = path

    def updatepos(self, _start: int, end: int) -> int:
        """Count no lines: nobody asks in which line the reading stands."""
        return end

    def end(self) -> None:
        """End the tables that the page did not end."""
        while self._open:
            self._open.pop().end_row()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag == "table":
            self._begin_table()
        elif self._open:
            self._begin_within(self._open[-1], tag, attrs)

    def _begin_table(self) -> None:
        if len(self._open) >= _MOST_WITHIN:
            raise not_a_spreadsheet(self._path)
        table = _Table(self._path)
        self.tables.append(table)
        self._open.append(table)

    @staticmethod
    def _begin_within(table: _Table, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        style = given.get("style") or ""
        if tag == "tr":
            table.begin_row(is_hidden="hidden" in given or _HIDING.search(style) is not None)
        elif tag in {"td", "th"}:
            across, down = _span(given.get("colspan")), _span(given.get("rowspan"))
            table.begin_cell(across, down, is_struck=bool(style) and _STRIKING.search(style) is not None)
        elif tag in _STRUCK:
            table.struck_within += 1
        elif tag in _LINE_ENDS:
            table.take("\n") if tag == "br" or table.is_struck is not None else None
        elif tag == "caption":
            table.is_in_caption = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        if not self._open:
            return
        table = self._open[-1]
        if tag == "table":
            table.end_row()
            self._open.pop()
        elif tag == "tr":
            table.end_row()
        elif tag in {"td", "th"}:
            table.end_cell()
        elif tag in _STRUCK:
            table.struck_within = max(0, table.struck_within - 1)
        elif tag == "caption":
            table.is_in_caption = False

    def handle_data(self, data: str) -> None:
        if self._open and not self._unseen:
            self._open[-1].take(_SPACE.sub(" ", data))


def _span(given: str | None) -> int:
    """The number of columns or rows; 1 for what is no number, as browsers take it."""
    if given is None:
        return 1
    text = given.strip()
    return int(text) if text.isdecimal() and len(text) < 6 else 1  # noqa: PLR2004 - more digits than any span has


def _seen(text: str) -> str:
    """The text without the spaces that a browser does not show."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line.strip(" \xa0") for line in text.split("\n")).strip()
