"""Reads a file in a separate process with limited memory and time.

A small malicious file can take all memory of the computer or never end, and some damaged files crash the process that
reads them. With a separate process only the reading fails, and the program reports the failure.
"""

from __future__ import annotations

import os
import stat
import time
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final

from checkin.errors import CheckinError
from checkin.importing.files.memory_limit import limit_memory
from checkin.importing.files.sheet import MOST_BYTES, MOST_MEMORY, too_large, too_much_memory, too_slow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

_STANDARD_ERROR: Final = 2

PATIENCE_S: Final = 30.0
"""Seconds that reading a list may take."""


def read_apart(path: Path, read: Callable[[Path], Iterable[Any]]) -> Iterator[Any]:
    """Yield what `read` yields for the file, which is read in a separate process.

    `read` is a function at the top of a module, and yields values that can be pickled, but never None. CheckinError is
    raised if `read` raises it, if the process ends without an answer, or if the reading takes too long. A program that
    was frozen into an executable must first call `multiprocessing.freeze_support()`.
    """
    process_kind = get_context("spawn")
    receiver, sender = process_kind.Pipe(duplex=False)
    reader = process_kind.Process(target=_send, args=(sender, path, read), daemon=True)
    end = time.monotonic() + PATIENCE_S
    reader.start()
    sender.close()
    try:
        while True:
            if not receiver.poll(max(0.0, end - time.monotonic())):
                raise too_slow(path, PATIENCE_S)
            piece = receiver.recv()
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


def _send(sender: Connection, path: Path, read: Callable[[Path], Iterable[Any]]) -> None:
    """Read the file in the separate process, and send its pieces or the error back to the program.

    Messages that this process would print after a failure are hidden.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_ERROR)
    limit_memory(MOST_MEMORY)
    try:
        for piece in read(path):
            sender.send(piece)
        sender.send(None)
    except CheckinError as error:
        sender.send(error)
    except MemoryError:
        sender.send(too_much_memory(path))


def bytes_of(path: Path) -> bytes:
    """Return the content of the file; CheckinError is raised if the file is too large or cannot be opened."""
    try:
        known = path.stat()
        if not (
            stat.S_ISREG(known.st_mode) or stat.S_ISDIR(known.st_mode)
        ):  # a pipe or a device may never end
            raise CheckinError(
                "The list cannot be opened", f"{path} is no file. Choose the file with the list."
            )
        if known.st_size > MOST_BYTES:
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
