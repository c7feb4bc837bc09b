"""Makes the errors about an event file: their texts say what happened and what the operator can do about it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlite

from checkin.errors import CheckinError, EventFileError, NoRoomError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


ERRORS = (DatabaseError, sqlite.DatabaseError, UnicodeDecodeError)
"""The classes of errors that the SQLite library raises.

UnicodeDecodeError is among them because SQLite's message can quote from a damaged file.
"""


_PRIMARY: Final = 0xFF
"""The bit mask for the part of a SQLite error code that says what happened, without the details."""
_OF_THE_FILE: Final = {
    sqlite.SQLITE_IOERR,
    sqlite.SQLITE_CORRUPT,
    sqlite.SQLITE_NOTADB,
    sqlite.SQLITE_CANTOPEN,
}
_ROOM: Final = 1_000_000
"""The free space in bytes that a disk needs: with less, SQLite cannot put its log beside a file."""


class DamagedError(EventFileError):
    """The error for an event file with content that this program can never have written."""


_SENTENCES = (
    # This comes first, because SQLite quotes the text in question, and a text may hold any of the words below.
    (
        "decode",
        "The event file is damaged",
        "A text in {path} cannot be read. Open the newest back-up beside it with 'checkin restore'.",
    ),
    (
        "database is locked",
        "The event file is busy",
        (
            "Another program has been writing to {path} for more than 5 seconds. Nothing was recorded. Close"
            " the other program or wait, then try again."
        ),
    ),
    (
        "readonly",
        "The event file cannot be written to",
        (
            "{path} or its folder is read-only, so nothing can be recorded. Copy it with 'checkin backup' to a "
            "folder of yours and open it there."
        ),
    ),
    (
        "full",
        "The disk is full",
        (
            "Nothing can be recorded until there is room; all that was shown as done is safe. Make room on the "
            "disk that holds {path}, then open the event again."
        ),
    ),
    (
        "malformed",
        "The event file is damaged",
        (
            "{path} cannot be read in places. Open the newest back-up beside it with 'checkin restore'; the "
            "damaged file is kept."
        ),
    ),
    (
        "interrupted",
        "The event file is damaged",
        (
            "{path} cannot be read to its end. Open the newest back-up beside it with 'checkin restore'; the damaged "
            "file is kept."
        ),
    ),
    (
        "not a database",
        "This is not an event file",
        (
            "{path} cannot be read as an event file. It may be damaged or cut short: restore the newest "
            "back-up, or choose another file."
        ),
    ),
    (
        "unable to open",
        "The event file cannot be opened",
        "{path} or its folder cannot be read or written. Check the path and its permissions.",
    ),
    (
        "disk i/o",
        "The disk does not answer",
        (
            "{path} cannot be read or written. Check the disk or stick, then open the event again; every act"
            " that was shown as done is safe."
        ),
    ),
)

_NOT_RECORDED: Final = (
    "Nothing of the last act was recorded; all before it is safe. Make room on the disk that holds {path}, then do it"
    " again."
)
_DAMAGE = {"malformed", "decode", "interrupted", "not a database"}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn an error of SQLite inside the block into a CheckinError about this file. Other errors pass unchanged."""
    try:
        yield
    except ERRORS as error:
        raise as_checkin_error(error, path) from error


def as_checkin_error(error: BaseException, path: Path, *, of_act: bool = False) -> EventFileError:
    """The error that explains an error of SQLite to the operator.

    If the disk is full and `of_act` is True, the text says that the last act was not recorded.
    """
    said = _said(error)
    for word, title, message in _SENTENCES:
        if word == "full" and is_for_want_of_room(error, path.absolute().parent):
            return no_room(path, of_act=of_act)
        if any(word in text for text in said):
            kind = DamagedError if word in _DAMAGE else EventFileError
            return kind(title, message.format(path=path))
    return EventFileError(
        "The event file could not be used", f"{path}: {error}. Restore a back-up if this stays."
    )


def is_busy(error: BaseException) -> bool:
    """Whether SQLite failed because another program was holding the file."""
    known = (error, error.__cause__, error.__context__)  # Peewee wraps SQLite's error in one of its own
    return any(getattr(each, "sqlite_errorcode", 0) & _PRIMARY == sqlite.SQLITE_BUSY for each in known)


def is_of_the_file(error: BaseException) -> bool:
    """Whether SQLite failed because of the file: it could not be opened, read or written, or its content is damaged."""
    known = (error, error.__cause__, error.__context__)
    return any(getattr(each, "sqlite_errorcode", 0) & _PRIMARY in _OF_THE_FILE for each in known)


def is_for_want_of_room(error: BaseException, folder: Path) -> bool:
    """Whether SQLite failed because the disk with this folder is full."""
    said = _said(error)
    if any("full" in text for text in said):
        return True
    return any("disk i/o" in text or "unable to open" in text for text in said) and has_no_room(folder)


def _said(error: BaseException) -> list[str]:
    """The texts of an error and of its causes, in lower case. Perhaps only a cause says that the disk is full."""
    said = []
    cause: BaseException | None = error
    while cause is not None:
        said.append(str(cause).lower())
        cause = cause.__cause__ or cause.__context__
    return said


def has_no_room(folder: Path) -> bool:
    """Whether the disk with this folder is full."""
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def no_room(path: Path, *, of_act: bool = False) -> EventFileError:
    """The error for an event file whose disk is full; with `of_act`, it says that the last act was not recorded."""
    known = _sentence("full", path)
    return NoRoomError(known.title, _NOT_RECORDED.format(path=path)) if of_act else known


def does_not_answer(path: Path) -> EventFileError:
    """The error for an event file whose disk cannot be read now."""
    return _sentence("disk i/o", path)


def cannot_be_written(path: Path) -> EventFileError:
    """The error for an event file that this program has no right to write."""
    return _sentence("readonly", path)


def _sentence(word: str, path: Path) -> EventFileError:
    title, message = next((title, message) for known, title, message in _SENTENCES if known == word)
    return EventFileError(title, message.format(path=path))


def newer_version(path: Path) -> CheckinError:
    """The error for an event file that was written by a newer version of this program."""
    return CheckinError(
        "The event file is from a newer version",
        f"{path} was last opened with a newer version of this program. Install that version here too; the file was "
        "not changed.",
    )


def damaged(what: str, value: object) -> DamagedError:
    """The error for a damaged file, in which `what` (such as "a time") has a value that this program never writes."""
    return DamagedError(
        "The event file is damaged",
        f"It says {value!r} of {what}. Check it with 'checkin verify'; 'checkin restore' opens the newest back-up.",
    )
