"""Reads workbooks (XLSX, XLS and ODS) with the library calamine."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from checkin.errors import CheckinError
from checkin.importing.files.compound_file import DamagedError
from checkin.importing.files.looks import seen
from checkin.importing.files.ods_looks import OdsLooks
from checkin.importing.files.sheet import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Marks,
    Merge,
    beyond_the_last_cell,
    locked,
    not_a_spreadsheet,
    too_large,
)
from checkin.importing.files.xls_looks import XlsLooks
from checkin.importing.files.xlsx_looks import XlsxLooks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from python_calamine import CalamineSheet

    from checkin.importing.files.looks import RowLook
    from checkin.importing.files.sheet import Row, SheetRead

_MOST_UNPACKED: Final = 1024**3
_PIECE: Final = 1024**2
_LONGEST_TAG: Final = 256
_FAR_CELL: Final = re.compile(
    rb"""r(?<=\sr)\s*=\s*["']([A-Za-z]{3,200}(?=\d)|[A-Za-z]{0,2}(?=\d{6}))(\d{1,20})["']"""
)
"""The attribute r of a row or cell with six digits or three letters. To read each attribute takes four times as long.

A search is six times quicker where the pattern begins with the letter r.
"""
_COLUMNS_TO_Z: Final = 26
_LOCKED_OLE: Final = re.compile(
    rb"\x09\x08(?:\x10\x00.{16}|\x08\x00.{8})(?:\x86\x00\x00\x00)?\x2f\x00|"
    + "EncryptedPackage".encode("utf-16-le"),
    re.DOTALL,
)
"""What a password leaves in an XLS, the record FILEPASS behind its beginning ([MS-XLS] 2.4.117), and in an XLSX."""
_ENCRYPTED: Final = 1
"""The bit that says of a member of a ZIP file that it is encrypted."""
_ODS_CONTENT: Final = "content.xml"
_ODS_MANIFEST: Final = "META-INF/manifest.xml"


def read_workbook(data: bytes, path: Path) -> Iterator[SheetRead]:
    """Yield each visible sheet of a workbook.

    `path` only names the file in errors. Call this function in a separate process, which may die: the library calamine
    asks for 500 GB of memory for some damaged files, and never returns for others.
    """
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            _refuse_what_does_not_fit(data, path)
        looks = _looks(data)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for known in workbook.sheets_metadata:
            if known.visible == SheetVisibleEnum.Visible and known.typ == SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(known.name)
                marks = Marks(_merged(sheet), no_formats=looks is None)
                of_rows = looks.of(known.name, marks) if looks is not None else iter(())
                yield known.name, marks, _rows(sheet, of_rows, marks, path)
    except (CheckinError, MemoryError):
        raise
    except BaseException as error:
        if not _is_about_the_file(error):
            raise
        raise (locked(path) if _is_locked(data) else not_a_spreadsheet(path)) from None


def _is_about_the_file(error: BaseException) -> bool:
    """Whether the error is the file's fault: any `Exception`, or a panic of calamine, whose class is no `Exception`."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def _is_locked(data: bytes) -> bool:
    """Whether a password locks a workbook that cannot be read.

    The library says so only where it is told the kind of the file.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return _LOCKED_OLE.search(data) is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any(member.flag_bits & _ENCRYPTED for member in archive.infolist()):
            return True
        if _ODS_MANIFEST not in archive.namelist():
            return False
        with archive.open(_ODS_MANIFEST) as manifest:
            return b"encryption-data" in manifest.read(_PIECE)


def _merged(sheet: CalamineSheet) -> list[Merge]:
    return [
        Merge(top, bottom, left)
        for (top, left), (bottom, _) in sheet.merged_cell_ranges or ()
        if top < bottom and top < sheet.total_height
    ]


def _looks(data: bytes) -> XlsxLooks | OdsLooks | XlsLooks | None:
    """The looks of the sheets; None if they cannot be read, though calamine may still read the texts."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        try:
            return XlsLooks(data)
        except DamagedError:
            return None
    archive = zipfile.ZipFile(io.BytesIO(data))
    return OdsLooks(archive) if _ODS_CONTENT in archive.namelist() else XlsxLooks(archive)


def _rows(sheet: CalamineSheet, looks: Iterator[RowLook], marks: Marks, path: Path) -> Iterator[Row]:
    if sheet.total_height > MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
        raise too_large(path)
    return seen(sheet.iter_rows(), looks, sheet.start[1] if sheet.start is not None else 0, marks)


def _refuse_what_does_not_fit(data: bytes, path: Path) -> None:
    """Raise CheckinError for a workbook that would need too much memory when calamine unpacks it.

    A single filled cell in the last corner of an XLSX makes calamine ask for 400 GB, which ends the process.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > _MOST_UNPACKED:
            raise too_large(path)
        for member in members:
            if member.filename.endswith(".xml"):
                _refuse_too_many_cells(archive, member, path)


def _refuse_too_many_cells(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Raise CheckinError if the cells of an XLSX's sheet that lie far out make it larger than any that may be read.

    A sheet that is too large without such cells takes more memory than the process has.
    """
    rows, columns = 0, _COLUMNS_TO_Z
    for piece in _pieces(archive, member):
        found = set(_FAR_CELL.findall(piece))
        columns = max(columns, *(_column_number(letters) for letters in {letters for letters, _ in found}), 0)
        rows = max(rows, *map(int, {row for _, row in found}), 0)
        if columns > MOST_COLUMNS or rows > MOST_ROWS:
            raise beyond_the_last_cell(path)
        if rows * columns > MOST_CELLS:
            raise too_large(path)


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
