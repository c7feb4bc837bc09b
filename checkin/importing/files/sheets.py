"""Reads the sheets of a list from a file: CSV, XLSX, XLS or ODS."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.importing.files.apart import bytes_of, read_apart
from checkin.importing.files.separated import read_separated
from checkin.importing.files.sheet import Allowance, Merge, Row, Sheet, empty
from checkin.importing.files.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROWS_AT_ONCE: Final = 2000

_Rows: TypeAlias = "list[Row]"
_Head: TypeAlias = "tuple[str, tuple[Merge, ...]]"


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


def put_together(pieces: Iterable[_Head | _Rows]) -> tuple[Sheet, ...]:
    """Return the sheets of which these are the pieces, as `pieces_of` yields them."""
    heads: list[tuple[_Head, _Rows]] = []
    for piece in pieces:
        if isinstance(piece, tuple):
            heads.append((piece, []))
        else:
            heads[-1][1].extend(piece)
    return tuple(Sheet(name, tuple(rows), merged) for (name, merged), rows in heads)


def pieces_of(path: Path) -> Iterator[_Head | _Rows]:
    """Yield what the reading process sends of the file: the name and merges of each sheet, then the sheet's rows."""
    allowance = Allowance(path)
    for name, merged, rows in _read(path):
        yield name, merged
        yield from _in_pieces(allowance.used_by(rows, name))


def _in_pieces(rows: Iterable[Row]) -> Iterator[_Rows]:
    rows = iter(rows)
    while piece := list(islice(rows, _ROWS_AT_ONCE)):
        yield piece


def _read(path: Path) -> Iterator[tuple[str, tuple[Merge, ...], Iterator[Row]]]:
    """Each visible sheet of the file: its name, its merged cells, and its rows one by one."""
    data = bytes_of(path)
    if data.startswith((_ZIP, _OLE)):
        yield from read_workbook(data, path)
    else:
        yield "", (), read_separated(data, path)
