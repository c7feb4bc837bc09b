"""Reads how the cells and rows of an ODS look: number formats, errors, and what is hidden or struck out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.parsers.expat import ExpatError

from checkin.importing.files.error_cells import ERROR_WORDS
from checkin.importing.files.looks import Look, RowLook
from checkin.importing.files.ods_styles import OdsStyles
from checkin.importing.files.sheet import MOST_COLUMNS, MOST_ROWS, Merge
from checkin.importing.files.xml_parts import pieces_of_part, walk

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from checkin.importing.files.sheet import Marks

_Found: TypeAlias = str | RowLook | Merge

_STYLES: Final = "styles.xml"
_CONTENT: Final = "content.xml"
_TEXT: Final = re.compile(rb"<text:p>(?!#|Err:)[^<]*</text:p>")
"""The text of a cell that holds no error, which calamine reads; to take the texts out first saves half of the time."""
_TELLING: Final = (b"visibility", b"formula", b'"error"', b"rows-spanned")
_LONGEST_WORD: Final = 16
_MOST_DIGITS: Final = 9
_HIDDEN: Final = frozenset({"collapse", "filter"})


class OdsLooks:
    """The looks of all sheets of an ODS, which are taken in the order in which the sheets stand there."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Read the styles that all sheets share; what is damaged there is left out."""
        self._archive = archive
        self._found = self._all_rows()
        self._next: _Found | None = None
        self._is_damaged = False

    def of(self, sheet: str, marks: Marks) -> Iterator[RowLook]:
        """Yield how the rows of the sheet with this name look, as far as there is something to be told of them.

        If the XML is damaged there, the marks are told that the formats are not known.
        """
        found = self._next or self._take()
        while found is not None and found != sheet:
            found = self._take()
        while isinstance(found := self._take(), RowLook | Merge):
            if isinstance(found, RowLook):
                yield found
            else:
                marks.merged.append(found)
        marks.no_formats = self._is_damaged

    def _take(self) -> _Found | None:
        try:
            self._next = next(self._found, None)
        except ExpatError:
            self._next, self._is_damaged = None, True
        return self._next

    def _all_rows(self) -> Iterator[_Found]:
        styles = OdsStyles()
        if _STYLES in self._archive.namelist():
            with self._archive.open(_STYLES) as part:
                for _ in walk(pieces_of_part(part), styles.begin, styles.end, styles.text):
                    pass
        reader = _TableReader(styles)
        has_words = self._has_telling_words()
        with self._archive.open(_CONTENT) as part:
            pieces = (_TEXT.sub(b"", piece) for piece in pieces_of_part(part))
            for parser in walk(pieces, reader.begin, styles.end, reader.text):
                if reader.is_in_body:
                    parser.EndElementHandler = None
                if reader.is_in_body and not has_words and not styles.tell_something:
                    return
                yield from reader.found
                reader.found = []
            reader.end()
            yield from reader.found

    def _has_telling_words(self) -> bool:
        """Whether a word of hidden rows, formulas or errors is in the content; a search is much faster than XML."""
        with self._archive.open(_CONTENT) as part:
            end = b""
            for piece in pieces_of_part(part):
                if any(word in end + piece for word in _TELLING):
                    return True
                end = piece[-_LONGEST_WORD:]
        return False


class _TableReader:
    """Collects how the rows of all tables look, while the XML of the content is read.

    `found` are what was read since it was last emptied: the name of each table, then the table's rows, and the cells
    that are merged downwards, which the library calamine does not tell for an ODS.
    """

    def __init__(self, styles: OdsStyles) -> None:
        self.found: list[_Found] = []
        self._styles = styles
        self.is_in_body = False
        self._beginnings = {
            "table:table": self._begin_table,
            "table:table-column": self._begin_column,
            "table:table-row": self._begin_row,
            "table:table-cell": self._begin_cell,
            "table:covered-table-cell": self._begin_cell,
        }
        self._columns: list[Look | None] = []
        self._row = RowLook(-1)
        self._default = ""
        self._column = 0
        self._next_row = 0
        self._formula: list[int] = []
        self._said: list[str] = []

    def begin(self, name: str, given: dict[str, str]) -> None:
        """Take the beginning of an element."""
        if not self.is_in_body:
            self.is_in_body = name == "office:body"
            self._styles.begin(name, given)
        elif name in self._beginnings:
            self._beginnings[name](given)

    def end(self) -> None:
        """End the row at which the reading stands: the next one begins, or the table is over."""
        self._end_cell()
        if not self._row.is_plain:
            self.found.append(self._row)
        self._row = RowLook(-1)

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if not self.is_in_body:
            self._styles.text(text)
        elif self._formula:
            self._said.append(text)

    def _begin_table(self, given: dict[str, str]) -> None:
        self.end()
        self.found.append(given.get("table:name", ""))
        self._columns, self._next_row = [], 0

    def _begin_column(self, given: dict[str, str]) -> None:
        look = self._styles.look(given.get("table:default-cell-style-name", ""))
        self._columns.extend([look] * _times(given, "columns", MOST_COLUMNS - len(self._columns)))

    def _begin_row(self, given: dict[str, str]) -> None:
        self.end()
        times = _times(given, "rows", MOST_ROWS)
        is_hidden = given.get("table:visibility", "") in _HIDDEN
        self._row = RowLook(self._next_row, times, is_hidden)
        self._default = given.get("table:default-cell-style-name", "")
        self._next_row += times
        self._column = 0

    def _note_merge(self, given: dict[str, str], column: int) -> None:
        down = _count(given, "table:number-rows-spanned", MOST_ROWS)
        if down > 1:
            self.found.append(Merge(self._row.index, self._row.index + down - 1, column))

    def _end_cell(self) -> None:
        if self._formula and not ERROR_WORDS.isdisjoint(text.strip() for text in self._said):
            self._row.errors.extend(self._formula)
        self._formula, self._said = [], []

    def _begin_cell(self, given: dict[str, str]) -> None:
        if self._formula:
            self._end_cell()
        start = self._column
        is_repeated = "table:number-columns-repeated" in given
        self._column += _times(given, "columns", MOST_COLUMNS - start) if is_repeated else 1
        has_formula = "table:formula" in given
        if not has_formula and "office:value-type" not in given:
            return  # an empty cell: the rest of the row, up to column 16,384
        if "table:number-rows-spanned" in given:
            self._note_merge(given, start)
        style = given.get("table:style-name", self._default)
        look = self._styles.look(style) if style else None
        for column in range(start, self._column) if is_repeated else (start,):
            if not style:
                look = self._columns[column] if column < len(self._columns) else None
            if look is not None:
                self._row.looks[column] = look
        if given.get("calcext:value-type") == "error":
            self._row.errors.extend(range(start, self._column))
        elif has_formula:
            self._formula = list(range(start, self._column))
            if "office:value-type" not in given:
                self._row.formulas.extend(self._formula)


def _times(given: dict[str, str], what: str, most: int) -> int:
    """How often an element stands for itself, at least once and at most as often as a sheet has room."""
    return _count(given, f"table:number-{what}-repeated", most)


def _count(given: dict[str, str], name: str, most: int) -> int:
    times = given.get(name)
    if times is None or not times.isdecimal() or len(times) > _MOST_DIGITS:
        return 1
    return max(1, min(int(times), most))
