"""Reads workbooks in the XML of Excel 2003 (SpreadsheetML), which some systems still name .xls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError

from checkin.importing.files.looks import Look, text_of
from checkin.importing.files.number_formats import number_format
from checkin.importing.files.sheet import not_a_spreadsheet
from checkin.importing.files.table_grid import TableGrid
from checkin.importing.files.xml_parts import in_pieces, local, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import SheetRead

_MIDNIGHT: Final = "T00:00:00"
_NO_DAY: Final = "1899-12-31T"
_AN_ERROR: Final = "#VALUE!"
_MOST_DIGITS: Final = 7


def read_spreadsheet_xml(text: str, path: Path) -> Iterator[SheetRead]:
    """Yield the visible sheets of the workbook; `path` names the file in errors (CheckinError)."""
    workbook = _Workbook(path)
    try:
        for _ in walk(in_pieces(text), workbook.begin, workbook.end, workbook.text):
            pass
    except ExpatError as error:
        raise not_a_spreadsheet(path) from error
    for name, grid in workbook.sheets:
        grid.end()
        yield name, grid.marks, iter(grid.rows)


@dataclass(slots=True)
class _Cell:
    """The cell at which the reading stands."""

    given: dict[str, str]
    kind: str = "String"
    texts: list[str] = field(default_factory=list)


class _Workbook:
    """The sheets of a workbook, each with its name, while the XML is read by `begin`, `end` and `text`."""

    def __init__(self, path: Path) -> None:
        self.sheets: list[tuple[str, TableGrid]] = []
        self._path = path
        self._looks: dict[str, Look] = {}
        self._style = ""
        self._row_style = ""
        self._cell: _Cell | None = None
        self._takes_text = False
        self._said = ""

    def begin(self, name: str, given: dict[str, str]) -> None:
        """Take the beginning of an element."""
        given = {local(key): value for key, value in given.items()}
        match local(name):
            case "Style":
                self._style = given.get("ID", "")
                self._looks[self._style] = self._looks.get(given.get("Parent", ""), Look())
            case "NumberFormat":
                look = self._looks.get(self._style, Look())
                self._looks[self._style] = Look(number_format(given.get("Format", "")), look.is_struck)
            case "Font" if self._cell is None:
                look = self._looks.get(self._style, Look())
                self._looks[self._style] = Look(look.format, given.get("StrikeThrough") == "1")
            case "Worksheet":
                self.sheets.append((given.get("Name", ""), TableGrid(self._path)))
            case "Row" if self.sheets:
                self._begin_row(given)
            case "Cell" if self.sheets:
                self._cell = _Cell(given)
            case "Data" if self._cell is not None:
                self._cell.kind, self._takes_text = given.get("Type", "String"), True
            case "Visible":
                self._said, self._takes_text = "", True
            case _:
                pass

    def end(self, name: str) -> None:
        """Take the end of an element."""
        match local(name):
            case "Cell" if self._cell is not None and self.sheets:
                self._end_cell(self._cell, self.sheets[-1][1])
                self._cell = None
            case "Row" if self.sheets:
                self.sheets[-1][1].end_row()
            case "Data":
                self._takes_text = False
            case "Visible":
                self._takes_text = False
                if self._said != "SheetVisible" and self.sheets:
                    self.sheets.pop()
            case _:
                pass

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._takes_text and self._cell is not None:
            self._cell.texts.append(text)
        elif self._takes_text:
            self._said += text

    def _begin_row(self, given: dict[str, str]) -> None:
        index = _number(given.get("Index"))
        is_hidden = given.get("Hidden") == "1"
        self._row_style = given.get("StyleID", "")
        self.sheets[-1][1].begin_row(None if index is None else index - 1, is_hidden=is_hidden)

    def _end_cell(self, cell: _Cell, grid: TableGrid) -> None:
        index = _number(cell.given.get("Index"))
        look = self._looks.get(cell.given.get("StyleID", self._row_style), Look())
        grid.add(
            _AN_ERROR if cell.kind == "Error" else _text(cell, look),
            across=(_number(cell.given.get("MergeAcross")) or 0) + 1,
            down=(_number(cell.given.get("MergeDown")) or 0) + 1,
            column=None if index is None else index - 1,
            is_struck=look.is_struck,
        )


def _text(cell: _Cell, look: Look) -> str:
    text = "".join(cell.texts)
    match cell.kind:
        case "Number":
            try:
                number = float(text)
            except ValueError:
                return text
            shown = look.format.text(number) if look.format is not None else None
            return shown or text_of(number)
        case "DateTime":
            moment = text.removesuffix(".000")
            return moment.removesuffix(_MIDNIGHT).removeprefix(_NO_DAY)
        case "Boolean":
            return "TRUE" if text == "1" else "FALSE"
        case _:
            return text


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isdecimal() and len(given) <= _MOST_DIGITS else None
