"""Reads the sheets of a list from a file of any kind: a workbook, a text, a page with tables, or cards."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.importing.files.apart import bytes_of, read_apart
from checkin.importing.files.error_cells import without_errors
from checkin.importing.files.sheet import Allowance, Marks, Row, Sheet, SheetRead, empty
from checkin.importing.files.texts import read_text
from checkin.importing.files.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROWS_AT_ONCE: Final = 2000

_Piece: TypeAlias = "str | list[Row] | Marks"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets that have at least one filled cell; hidden sheets are left out.

    The kind of file is recognised by its first bytes, not by its name. CheckinError is raised if the file cannot
    be read, is too large, protected by a password, empty, or no spreadsheet. A program that was frozen into
    an executable must first call `multiprocessing.freeze_support()`.
    """
    sheets = put_together(read_apart(path, pieces_of))
    filled = tuple(sheet for sheet in sheets if any(cell.strip() for row in sheet.rows for cell in row))
    if not filled:
        raise empty(path)
    return filled


def put_together(pieces: Iterable[_Piece]) -> tuple[Sheet, ...]:
    """Return the sheets of which these are the pieces, as `pieces_of` yields them."""
    sheets: list[Sheet] = []
    name = ""
    rows: list[Row] = []
    for piece in pieces:
        match piece:
            case str():
                name, rows = piece, []
            case list():
                rows.extend(piece)
            case Marks():
                sheets.append(piece.sheet(name, rows))
    return tuple(sheets)


def pieces_of(path: Path) -> Iterator[_Piece]:
    """Yield what the reading process sends of each sheet: the name, then the rows, and the marks as the last piece."""
    allowance = Allowance(path)
    for name, marks, rows in _read(path):
        yield name
        yield from _in_pieces(without_errors(allowance.used_by(rows, name), marks, path))
        yield marks


def _in_pieces(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while piece := list(islice(rows, _ROWS_AT_ONCE)):
        yield piece


def _read(path: Path) -> Iterator[SheetRead]:
    """Each visible sheet of the file."""
    data = bytes_of(path)
    return read_workbook(data, path) if data.startswith((_ZIP, _OLE)) else read_text(data, path)
