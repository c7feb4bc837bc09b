"""Reads the sheets of a list from a file: CSV, XLSX, XLS or ODS.

Each file is read in a separate process with limited memory and time. A small malicious file can take all memory of the
computer or never end, and some damaged workbooks crash the process that reads them. With a separate process only the
reading fails, and the program reports the failure.
"""

from __future__ import annotations

import os
import time
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.errors import CheckinError
from checkin.importing.memory_limit import limit_memory
from checkin.importing.separated import read_separated
from checkin.importing.sheet import (
    MOST_BYTES,
    MOST_MEMORY,
    Allowance,
    Merge,
    Row,
    Sheet,
    empty,
    too_large,
    too_much_memory,
    too_slow,
)
from checkin.importing.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STANDARD_ERROR: Final = 2
_ROWS_AT_ONCE: Final = 2000

PATIENCE_S: Final = 30.0
"""Seconds that reading a list may take."""

_Rows: TypeAlias = "list[Row]"
_Head: TypeAlias = "tuple[str, tuple[Merge, ...]]"
_Piece: TypeAlias = "_Head | _Rows | CheckinError | None"
"""What the reading process sends: the name and merges of a sheet, then its rows; the error; None after the last row."""


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets that have at least one filled cell; hidden sheets are left out.

    The kind of file is recognised by its first bytes, not by its name. CheckinError is raised if the file cannot
    be read, is too large, protected by a password, empty, or no spreadsheet. A program that was frozen into
    an executable must first call `multiprocessing.freeze_support()`.
    """
    sheets = _put_together(_pieces(path))
    filled = tuple(sheet for sheet in sheets if any(cell.strip() for row in sheet.rows for cell in row))
    if not filled:
        raise empty(path)
    return filled


def _put_together(pieces: Iterable[_Head | _Rows]) -> tuple[Sheet, ...]:
    heads: list[tuple[_Head, _Rows]] = []
    for piece in pieces:
        if isinstance(piece, tuple):
            heads.append((piece, []))
        else:
            heads[-1][1].extend(piece)
    return tuple(Sheet(name, tuple(rows), merged) for (name, merged), rows in heads)


def _pieces(path: Path) -> Iterator[_Head | _Rows]:
    """What the reading process sends of the file, until the end; CheckinError if it fails or takes too long."""
    process_kind = get_context("spawn")
    receiver, sender = process_kind.Pipe(duplex=False)
    reader = process_kind.Process(target=_send, args=(sender, path), daemon=True)
    end = time.monotonic() + PATIENCE_S
    reader.start()
    sender.close()
    try:
        while True:
            if not receiver.poll(max(0.0, end - time.monotonic())):
                raise too_slow(path, PATIENCE_S)
            piece: _Piece = receiver.recv()
            if piece is None:
                return
            if isinstance(piece, CheckinError):
                raise piece
            yield piece
    except (EOFError, OSError) as error:  # the process has ended, perhaps in the middle of a piece
        raise too_much_memory(path) from error
    finally:
        reader.kill()
        reader.join()
        receiver.close()


def _send(sender: Connection, path: Path) -> None:
    """Read the file in the separate process, and send its pieces or the error back to the program.

    Messages that this process would print after a failure are hidden.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_ERROR)
    limit_memory(MOST_MEMORY)
    try:
        allowance = Allowance(path)
        for name, merged, rows in _read(path):
            sender.send((name, merged))
            _send_rows(sender, allowance.used_by(rows, name))
        sender.send(None)
    except CheckinError as error:
        sender.send(error)
    except MemoryError:
        sender.send(too_much_memory(path))


def _send_rows(sender: Connection, rows: Iterable[Row]) -> None:
    waiting: _Rows = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _ROWS_AT_ONCE:
            sender.send(waiting)
            waiting = []
    sender.send(waiting)


def _read(path: Path) -> Iterator[tuple[str, tuple[Merge, ...], Iterator[Row]]]:
    """Each visible sheet of the file: its name, its merged cells, and its rows one by one."""
    data = _bytes(path)
    if data.startswith((_ZIP, _OLE)):
        yield from read_workbook(data, path)
    else:
        yield "", (), read_separated(data, path)


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
