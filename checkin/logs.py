"""The log of this computer: a small rotating file that helps to find faults, without personal data.

Rule for every module: a log line names delegates and badges by id only. It never contains a name, a note or
a code, because logs are sent to strangers when somebody asks for help.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING, Any

from checkin import paths
from checkin.files import keep_private, make_private_folder, opened_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BYTES_PER_FILE = 500_000
_OLD_FILES = 4
_LINE = "%(asctime)s %(levelname)s %(process)d %(threadName)s %(name)s: %(message)s"


def log_file() -> Path:
    """The path of the current log file."""
    return paths.log_folder() / "checkin.log"


@contextmanager
def recording() -> Iterator[None]:
    """Write warnings and errors to the log file while the block runs.

    If the log folder cannot be written, the program goes on and nothing is logged.
    """
    handler = _handler()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


class _PrivateLog(RotatingFileHandler):
    """A log file that only its owner can read. A line that cannot be written, as on a full disk, is left out."""

    def _open(self) -> Any:  # noqa: ANN401 - the library says TextIOWrapper, which `open` cannot promise
        return open(
            self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=opened_private
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the spelling of the library
        """Ignore that a line could not be written."""


def _handler() -> logging.Handler:
    """The handler that writes the log file, or one that discards everything if the log folder cannot be written."""
    try:
        make_private_folder(log_file().parent)
        handler: logging.Handler = _PrivateLog(
            log_file(), maxBytes=_BYTES_PER_FILE, backupCount=_OLD_FILES, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    keep_private(log_file())
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(_LINE))
    return handler
