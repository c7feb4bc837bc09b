"""Reads how the cells and rows of an XLSX look: number formats, errors, and what is hidden or struck out."""

from __future__ import annotations

import posixpath
import re
from contextlib import suppress
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError

from checkin.importing.files.looks import Look, RowLook
from checkin.importing.files.number_formats import number_format
from checkin.importing.files.sheet import MOST_COLUMNS
from checkin.importing.files.xml_parts import local, pieces_of_part, walk

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator

    from checkin.importing.files.sheet import Marks

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STYLES: Final = "xl/styles.xml"
_VALUE: Final = re.compile(rb"<v>[^<]*</v>")
"""The value of a cell, which calamine reads; to take the values out first saves a third of the time."""
_FALSE: Final = frozenset({"0", "false", "none"})
_TELLING: Final = (b"hidden", b'"e"', b"<f", b":f", b"='", b" =", b"= ")
"""One of these is in each sheet with hidden rows, errors or formulas, or that is written in an unusual way."""
_MOST_SEARCHED: Final = 40
"""To search for so many styles takes as long as to read the XML."""


class XlsxLooks:
    """The looks of all sheets of an XLSX."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Read the names of the sheets and the styles; what is damaged there is left out."""
        self._archive = archive
        self._parts: dict[str, str] = {}
        self._looks: dict[str, Look] = {}
        self._calculates_when_opened = False
        with suppress(ExpatError, KeyError):
            self._looks = _looks_of(archive) if _STYLES in archive.namelist() else {}
            self._read_names()

    def of(self, sheet: str, marks: Marks) -> Iterator[RowLook]:
        """Yield how the rows of the sheet with this name look, as far as there is something to be told of them.

        If the XML is damaged there, the marks are told that the formats are not known.
        """
        part = self._parts.get(sheet)
        if part is None:
            marks.no_formats = True
            return
        if not self._is_telling(part):
            return
        with self._archive.open(part) as rows:
            try:
                yield from self._reader().rows(rows)
            except ExpatError:
                marks.no_formats = True

    def _reader(self) -> _RowReader:
        return _RowReader(self._looks, calculates_when_opened=self._calculates_when_opened)

    def _read_names(self) -> None:
        targets: dict[str, str] = {}
        ids: dict[str, str] = {}

        def begin(name: str, given: dict[str, str]) -> None:
            match local(name):
                case "Relationship":
                    targets[given.get("Id", "")] = given.get("Target", "")
                case "sheet":
                    identity = (value for key, value in given.items() if key.endswith(":id"))
                    ids[given.get("name", "")] = next(identity, "")
                case "calcPr":
                    self._calculates_when_opened = given.get("fullCalcOnLoad", "0") not in _FALSE
                case _:
                    pass

        _walk_part(self._archive, _RELATIONS, begin)
        _walk_part(self._archive, _WORKBOOK, begin)
        known = set(self._archive.namelist())
        for sheet, identity in ids.items():
            part = posixpath.normpath(posixpath.join("/xl", targets.get(identity, ""))).lstrip("/")
            if part in known:
                self._parts[sheet] = part

    def _is_telling(self, part: str) -> bool:
        """Whether there can be something to be told of the sheet; a search of the bytes is 30 times as fast as XML."""
        if len(self._looks) > _MOST_SEARCHED:
            return True
        words = (*_TELLING, *(f's="{style}"'.encode() for style in self._looks))
        longest = max(map(len, words))
        with self._archive.open(part) as rows:
            end = b""
            for number, piece in enumerate(pieces_of_part(rows)):
                if any(word in end + piece for word in words) or (number == 0 and b"\x00" in piece):
                    return True
                end = piece[-longest:]
        return False


class _RowReader:
    """Collects how the rows of a sheet look, while its XML is read."""

    def __init__(self, looks: dict[str, Look], *, calculates_when_opened: bool) -> None:
        self._looks = looks
        self._calculates_when_opened = calculates_when_opened
        self._found: list[RowLook] = []
        self._row = RowLook(-1)
        self._column = -1
        self._cell: dict[str, str] = {}

    def rows(self, part: IO[bytes]) -> Iterator[RowLook]:
        """Yield the rows of which there is something to be told."""
        pieces = (_VALUE.sub(b"", piece) for piece in pieces_of_part(part))
        for _ in walk(pieces, self._begin_by_name()):
            yield from self._found
            self._found.clear()
        if not self._row.is_plain:
            yield self._row

    def _begin_by_name(self) -> Callable[[str, dict[str, str]], None]:
        """The function that expat calls at the beginning of each element.

        Three calls in four are for the values of cells, and for cells of which nothing is to be told.
        """
        looks, begin_cell = self._looks, self._begin_cell
        kinds = {"row": self._begin_row, "c": begin_cell, "f": self._begin_formula}
        known: dict[str, Callable[[dict[str, str]], None] | None] = {}

        def begin(name: str, given: dict[str, str]) -> None:
            try:
                kind = known[name]
            except KeyError:
                kind = known[name] = kinds.get(local(name))
            if kind is None:
                return
            if kind is begin_cell and given.get("s") not in looks and given.get("t") != "e" and "r" in given:
                self._cell = given
            else:
                kind(given)

        return begin

    def _begin_row(self, given: dict[str, str]) -> None:
        if not self._row.is_plain:
            self._found.append(self._row)
        number = given.get("r", "")
        index = int(number) - 1 if number.isdecimal() else self._row.index + 1
        self._row = RowLook(index, is_hidden=given.get("hidden", "0") not in _FALSE)
        self._column, self._cell = -1, {}

    def _begin_cell(self, given: dict[str, str]) -> None:
        if "r" not in given:
            self._column = self._this_column() + 1
        self._cell = given
        if "s" in given and (look := self._looks.get(given["s"])) is not None:
            self._row.looks[self._this_column()] = look
        if given.get("t") == "e":
            self._row.errors.append(self._this_column())

    def _begin_formula(self, _given: dict[str, str]) -> None:
        kind = self._cell.get("t")
        if kind != "str":
            self._row.formulas.append(self._this_column())
        if kind is None and self._calculates_when_opened:
            self._row.zeros.append(self._this_column())

    def _this_column(self) -> int:
        """The column of the cell at which the reading stands, from 0."""
        place = self._cell.get("r")
        return self._column if place is None else _column(place.rstrip("0123456789"))


@lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper()[:3]:
        number = number * 26 + 1 + ord(letter) - ord("A")
    return number - 1


def _looks_of(archive: zipfile.ZipFile) -> dict[str, Look]:
    """The looks by the number of the style that cells name, as far as a look tells something."""
    codes: dict[str, str] = {}
    is_struck: list[bool] = []
    looks: list[Look] = []
    around: list[str] = []

    def begin(name: str, given: dict[str, str]) -> None:
        match (around[-1] if around else "", local(name)):
            case ("numFmts", "numFmt"):
                codes[given.get("numFmtId", "")] = given.get("formatCode", "")
            case ("fonts", "font"):
                is_struck.append(False)
            case ("font", "strike") if around[-2:-1] == ["fonts"]:
                is_struck[-1] = given.get("val", "1") not in _FALSE
            case ("cellXfs", "xf"):
                font = given.get("fontId", "")
                struck = font.isdecimal() and int(font) < len(is_struck) and is_struck[int(font)]
                looks.append(Look(number_format(codes.get(given.get("numFmtId", ""), "")), struck))
            case _:
                pass
        around.append(local(name))

    def end(_name: str) -> None:
        around.pop()

    _walk_part(archive, _STYLES, begin, end)
    return {str(number): look for number, look in enumerate(looks) if look != Look()}


def _walk_part(
    archive: zipfile.ZipFile,
    part: str,
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
) -> None:
    with archive.open(part) as opened:
        for _ in walk(pieces_of_part(opened), begin, end):
            pass
