"""Reads workbooks (XLSX, XLS and ODS) with the library calamine."""

from __future__ import annotations

import io
import os
import re
import zipfile
from datetime import date, datetime, time, timedelta
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, TypeAlias

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from checkin.errors import CheckinError
from checkin.importing.sheet import MOST_CELLS, MOST_ROWS, Merge, Row, Sheet, not_a_spreadsheet, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from python_calamine import CalamineSheet

_Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta

_MOST_UNPACKED: Final = 1024**3
_WHOLE_BELOW: Final = 1e15
"""Whole numbers below this limit are exact in a spreadsheet's floating point."""
_PIECE: Final = 1024**2
_LONGEST_TAG: Final = 256
_ROW: Final = re.compile(rb"""r(?<=\sr)\s*=\s*["'](\d{1,9})["']""")
_COLUMN_BEYOND_Z: Final = re.compile(rb"""r(?<=\sr)\s*=\s*["']([A-Za-z]{2,3})\d""")
"""The attribute r of rows and of cells. A search is six times quicker where the pattern begins with the letter r."""
_COLUMNS_TO_Z: Final = 26
_STANDARD_ERROR: Final = 2

PATIENCE_S: Final = 20.0
"""Seconds that reading a workbook may take, and as many again for each MB: some forty times what reading takes."""


def read_workbook(data: bytes, path: Path) -> tuple[Sheet, ...]:
    """Return the visible sheets of a workbook; `path` is only used to name the file in errors.

    The sheets are read in a separate process. For some damaged files calamine asks for 500 GB of memory, which ends its
    process without a message; for others it never returns. A program that was frozen into an executable must first call
    `multiprocessing.freeze_support()`.
    """
    process_kind = get_context("spawn")
    receiver, sender = process_kind.Pipe(duplex=False)
    reader = process_kind.Process(target=_send, args=(sender, data, path), daemon=True)
    reader.start()
    sender.close()
    try:
        if not receiver.poll(PATIENCE_S + PATIENCE_S * len(data) / 1024**2):
            raise not_a_spreadsheet(path)
        answer: tuple[Sheet, ...] | CheckinError = receiver.recv()
    except EOFError as error:
        raise not_a_spreadsheet(path) from error
    finally:
        reader.kill()
        reader.join()
        receiver.close()
    if isinstance(answer, CheckinError):
        raise answer
    return answer


def _send(sender: Connection, data: bytes, path: Path) -> None:
    """Read the workbook in the separate process, and send its sheets or the error back to the program.

    Messages that this process would print after a failure are hidden.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_ERROR)
    try:
        sender.send(_read(data, path))
    except CheckinError as error:
        sender.send(error)


def _read(data: bytes, path: Path) -> tuple[Sheet, ...]:
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            _refuse_too_large(data, path)
        return tuple(_visible_sheets(CalamineWorkbook.from_filelike(io.BytesIO(data)), path))
    except CheckinError:
        raise
    except PasswordError:
        raise CheckinError(
            "The list is locked by a password",
            f"{path.name}: save it without a password in the spreadsheet program, and import that file.",
        ) from None
    except BaseException as error:
        if _is_about_the_file(error):
            raise not_a_spreadsheet(path) from None
        raise


def _visible_sheets(workbook: CalamineWorkbook, path: Path) -> Iterator[Sheet]:
    for sheet in workbook.sheets_metadata:
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet:
            yield _sheet(workbook.get_sheet_by_name(sheet.name), path)


def _is_about_the_file(error: BaseException) -> bool:
    """Whether the error is the file's fault: any `Exception`, or a panic of calamine, whose class is no `Exception`."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def _sheet(sheet: CalamineSheet, path: Path) -> Sheet:
    if sheet.total_height > MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
        raise too_large(path)
    rows: tuple[Row, ...] = tuple(tuple(map(_text, row)) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple(
        Merge(top, bottom, left)
        for (top, left), (bottom, _) in sheet.merged_cell_ranges or ()
        if top < bottom and top < len(rows)
    )
    return Sheet(sheet.name, rows, merged)


def _text(cell: _Cell) -> str:
    """The cell's value as a text, without a number format: 12 for 12.0, dates in ISO 8601."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer() and abs(cell) < _WHOLE_BELOW:
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case _:
            return str(cell)


def _refuse_too_large(data: bytes, path: Path) -> None:
    """Raise CheckinError for a workbook that would need too much memory when calamine unpacks it.

    A single filled cell in the last corner of an XLSX makes calamine ask for 400 GB, which ends the process.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > _MOST_UNPACKED:
            raise too_large(path)
        for member in members:
            if member.filename.endswith(".xml") and _cells(archive, member) > MOST_CELLS:
                raise too_large(path)


def _cells(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """An upper bound for the number of cells in a sheet of an XLSX; 0 if this part of the file is no sheet."""
    rows, columns = 0, _COLUMNS_TO_Z
    for piece in _pieces(archive, member):
        rows = max(rows, *map(int, _ROW.findall(piece)), 0)
        columns = max(columns, *map(_column_number, _COLUMN_BEYOND_Z.findall(piece)), 0)
    return rows * columns


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Read a part of the file in overlapping pieces, so that each tag is complete in at least one piece."""
    with archive.open(member) as part:
        end = b""
        while piece := part.read(_PIECE):
            yield end + piece
            end = piece[-_LONGEST_TAG:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
