"""Reads the sheets of a list from a file of any kind: a workbook, a text, a page with tables, or cards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.importing.files.apart import bytes_of, read_apart
from checkin.importing.files.error_cells import without_errors
from checkin.importing.files.sheet import Allowance, Marks, Row, Sheet, empty
from checkin.importing.files.texts import read_text
from checkin.importing.files.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checkin.importing.files.encodings import EncodingChoice

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROWS_AT_ONCE: Final = 2000

_Piece: TypeAlias = "_Encoding | str | list[Row] | Marks"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The sheets of a file, and for a text file its encoding.

    `choices` is as in `Decoded`: if it is not empty, the encoding was not clear, and the first of them was taken.
    """

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    choices: tuple[EncodingChoice, ...] = ()


def read_sheets(path: Path, encoding: str = "") -> tuple[Sheet, ...]:
    """Return the sheets of the file, as `read_file` does, without what was decided about its encoding."""
    return read_file(path, encoding).sheets


def read_file(path: Path, encoding: str = "") -> ReadFile:
    """Return the sheets that have at least one filled cell; hidden sheets are left out.

    The kind of file is recognised by its first bytes, not by its name. `encoding` is the encoding of a text file that
    the operator chose, if any. CheckinError is raised if the file cannot be read, is too large, protected by
    a password, empty, no spreadsheet, or not in this encoding. A program that was frozen into an executable must first
    call `multiprocessing.freeze_support()`.
    """
    read = put_together(read_apart(path, partial(pieces_of, encoding=encoding)))
    filled = tuple(sheet for sheet in read.sheets if any(cell.strip() for row in sheet.rows for cell in row))
    if not filled:
        raise empty(path)
    return replace(read, sheets=filled)


@dataclass(frozen=True, slots=True)
class _Encoding:
    """The first piece of a text file."""

    name: str
    choices: tuple[EncodingChoice, ...]


def put_together(pieces: Iterable[_Piece]) -> ReadFile:
    """Return the file of which these are the pieces, as `pieces_of` yields them."""
    sheets: list[Sheet] = []
    encoding, name = _Encoding("", ()), ""
    rows: list[Row] = []
    for piece in pieces:
        match piece:
            case _Encoding():
                encoding = piece
            case str():
                name, rows = piece, []
            case list():
                rows.extend(piece)
            case Marks():
                sheets.append(piece.sheet(name, rows))
    return ReadFile(tuple(sheets), encoding.name, encoding.choices)


def pieces_of(path: Path, encoding: str = "") -> Iterator[_Piece]:
    """Yield what the reading process sends: the encoding of a text file, then each sheet.

    Of a sheet come the name, the rows in several pieces, and the marks as the last piece.
    """
    allowance = Allowance(path)
    data = bytes_of(path)
    if data.startswith((_ZIP, _OLE)):
        sheets = read_workbook(data, path)
    else:
        decoded, sheets = read_text(data, path, encoding)
        yield _Encoding(decoded.encoding, decoded.choices)
    for name, marks, rows in sheets:
        yield name
        yield from _in_pieces(without_errors(allowance.used_by(rows, name), marks, path))
        yield marks


def _in_pieces(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while piece := list(islice(rows, _ROWS_AT_ONCE)):
        yield piece
