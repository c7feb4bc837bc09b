"""Reads a list from a spreadsheet file of any supported kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.importing.separated import read_separated
from checkin.importing.sheet import MOST_BYTES, Sheet, empty, too_large
from checkin.importing.workbooks import read_workbook

if TYPE_CHECKING:
    from pathlib import Path

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets that have at least one filled cell; hidden sheets are left out.

    The kind of file is recognised by its first bytes, not by its name. CheckinError if the file cannot be read, is too
    large, locked by a password, empty, or no spreadsheet.
    """
    data = _bytes(path)
    is_workbook = data.startswith((_ZIP, _OLE))
    sheets = read_workbook(data, path) if is_workbook else (read_separated(data, path),)
    filled = tuple(sheet for sheet in sheets if any(cell.strip() for row in sheet.rows for cell in row))
    if not filled:
        raise empty(path)
    return filled


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_large(path)
        return path.read_bytes()
    except PermissionError as error:
        raise CheckinError(
            "The list cannot be opened",
            f"{path.name} is held by another program or not yours to read. Close it there and try again.",
        ) from error
    except (OSError, ValueError) as error:
        raise CheckinError(
            "The list cannot be opened",
            f"{path}: {getattr(error, 'strerror', None) or error}. Check the name and try again.",
        ) from error
