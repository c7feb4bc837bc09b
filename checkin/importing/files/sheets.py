"""Reads the sheets of a list from a file: CSV, XLSX, XLS or ODS."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.importing.files.apart import bytes_of, read_apart
from checkin.importing.files.separated import rows_of, separated_text
from checkin.importing.files.sheet import Allowance, Merge, Row, Sheet, empty
from checkin.importing.files.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checkin.importing.files.encodings import EncodingChoice

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROWS_AT_ONCE: Final = 2000

_Rows: TypeAlias = "list[Row]"
_Head: TypeAlias = "tuple[str, tuple[Merge, ...]]"


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


def put_together(pieces: Iterable[_Encoding | _Head | _Rows]) -> ReadFile:
    """Return the file of which these are the pieces, as `pieces_of` yields them."""
    heads: list[tuple[_Head, _Rows]] = []
    encoding = _Encoding("", ())
    for piece in pieces:
        if isinstance(piece, _Encoding):
            encoding = piece
        elif isinstance(piece, tuple):
            heads.append((piece, []))
        else:
            heads[-1][1].extend(piece)
    sheets = tuple(Sheet(name, tuple(rows), merged) for (name, merged), rows in heads)
    return ReadFile(sheets, encoding.name, encoding.choices)


def pieces_of(path: Path, encoding: str = "") -> Iterator[_Encoding | _Head | _Rows]:
    """Yield what the reading process sends of the file.

    This is the encoding of a text file, then the name and merges of each sheet, each followed by the sheet's rows.
    """
    allowance = Allowance(path)
    data = bytes_of(path)
    if data.startswith((_ZIP, _OLE)):
        for name, merged, rows in read_workbook(data, path):
            yield name, merged
            yield from _in_pieces(allowance.used_by(rows, name))
        return
    decoded = separated_text(data, path, encoding)
    yield _Encoding(decoded.encoding, decoded.choices)
    yield "", ()
    yield from _in_pieces(allowance.used_by(rows_of(decoded.text, path), ""))


def _in_pieces(rows: Iterable[Row]) -> Iterator[_Rows]:
    rows = iter(rows)
    while piece := list(islice(rows, _ROWS_AT_ONCE)):
        yield piece
