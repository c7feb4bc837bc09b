"""The settings of this computer, a TOML file: which desk it is, its printer, its appearance.

What belongs to the event is kept in the event file, never in the settings.
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from checkin import paths
from checkin.errors import CheckinError
from checkin.files import make_private_folder, written_whole
from checkin.plain_text import plain
from checkin.toml_text import UnreadableTomlError, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LOG = logging.getLogger(__name__)
_SECONDS_TO_WAIT = 5
_MOST_BYTES = 1_000_000
_MOST_MINUTES = 7 * 24 * 60
_LONGEST = 1000
_NOT_READ = b"\0"
_DESK_ID = re.compile(r"[0-9a-f]{12}")
_DESK_ID_LINE = re.compile(r'^desk_id = "([0-9a-f]{12})"\r?$', re.MULTILINE)


class Palette(StrEnum):
    """The set of colours in which the window is drawn."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


TEXT_SIZES: Final = (90, 100, 110, 125, 150, 175, 200)
"""The sizes of the window's texts that are offered, in percent of the usual size."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one computer: which desk it is, who works there, its printer, its back-ups and its appearance.

    `desk_id` is drawn at random once and never changes; the journal tells desks apart by it. An empty text means that
    nothing was chosen: no operator, the system's own printer, or the system's own language. If `pdf_folder` is set,
    badges are written to this folder as files instead of going to a printer. `backup_minutes` is the time between two
    automatic back-ups, 0 for none. `text_size` is in percent of the usual size.
    """

    desk_id: str
    desk_name: str = "Desk 1"
    operator: str = ""
    printer: str = ""
    pdf_folder: str = ""
    backup_minutes: int = 10
    language: str = ""
    palette: Palette = Palette.LIGHT
    text_size: int = 100


def settings_file() -> Path:
    """The path of the file with this computer's settings; the file may not exist yet."""
    return paths.config_folder() / "settings.toml"


def load() -> Settings:
    """The settings of this computer, read from the settings file; on the first start the file is made.

    If the file is damaged, a new file gets every value that is still readable, and the damaged file is kept under
    another name. If the file can be neither read nor written, the default settings are returned. In both cases
    `in_order` returns the error to show.
    """
    return _found()[0]


def in_order() -> CheckinError | None:
    """Make the settings file if it is missing, and mend it if it is damaged.

    Returns the error to show to the operator; None if there is none. Call this at the start of the program.
    """
    return _found()[1]


def _found() -> tuple[Settings, CheckinError | None]:
    try:
        with _disk_problems_told():
            settings, wrong = _read(_content())
            return (settings, None) if not wrong else _mended()
    except CheckinError as error:
        return Settings(_id_of_this_place()), error


def save(settings: Settings) -> None:
    """Write the settings, completely or not at all; raises CheckinError if the folder cannot be written."""
    with _disk_problems_told(), _alone():
        _write(settings)


def _mended() -> tuple[Settings, CheckinError | None]:
    """Replace a missing or damaged settings file; return the settings then on disk, and what to tell the operator."""
    with _alone():
        content = _content()
        settings, wrong = _read(content)
        if not wrong:  # another program has mended them meanwhile
            return settings, None
        kept = _set_aside() if content else None
        _write(settings)
    if kept is None:
        return settings, None
    return settings, CheckinError(
        "This computer's settings had a mistake",
        f"{settings_file()}: {wrong}. What could be read is kept, the rest is as on a first start. Look at the "
        f"settings in the window. The former file is {kept.name}, beside them.",
    )


def _id_of_this_place() -> str:
    """An id for this desk where none can be kept: the same at every start with this computer and this folder."""
    import hashlib  # noqa: PLC0415 - as in _alone
    import uuid  # noqa: PLC0415 - as in _alone

    return hashlib.sha256(f"{uuid.getnode()} {paths.config_folder()}".encode()).hexdigest()[:12]


@contextmanager
def _disk_problems_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CheckinError(
            "This computer's settings cannot be read or written",
            f"{paths.config_folder()}: {error.strerror or error}. Make that folder writable.",
        ) from error


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other running copies of the program on this computer from writing the settings while the block runs."""
    import filelock  # noqa: PLC0415 - 10 ms that a start without a change of settings need not wait for

    folder = paths.config_folder()
    make_private_folder(folder)
    try:
        with filelock.FileLock(folder / "settings.lock", timeout=_SECONDS_TO_WAIT):
            yield
    except filelock.Timeout as error:
        raise CheckinError(
            "This computer's settings are in use",
            f"Another checkin has held them for {_SECONDS_TO_WAIT} seconds. Close it and try again.",
        ) from error


def _content() -> bytes:
    """The bytes of the settings file; empty if there is none yet, and no settings if it cannot be read."""
    try:
        with settings_file().open("rb") as file:
            return file.read(_MOST_BYTES)
    except FileNotFoundError:
        return b""
    except (IsADirectoryError, PermissionError):
        return _NOT_READ


def _read(content: bytes) -> tuple[Settings, str]:
    """The settings made of every valid value, always with an id, and what is wrong with the file, "" if nothing is.

    Keys that only a newer program knows are ignored.
    """
    values, wrong = _parsed(content)
    fitting: dict[str, object] = {}
    for name in (field.name for field in fields(Settings) if field.name in values):
        try:
            fitting[name] = _value(name, values[name])
        except ValueError:
            wrong = wrong or f"{name} has a value that it cannot have"
    if "desk_id" not in fitting:
        fitting["desk_id"] = os.urandom(6).hex()
        wrong = wrong or "desk_id is missing"
    return Settings(**fitting), wrong  # type: ignore[arg-type]  # _value has seen to the types


def _parsed(content: bytes) -> tuple[Mapping[str, object], str]:
    """The values in the file, or of a damaged file the desk's id; and what is wrong with the file as TOML."""
    if content == _NOT_READ:
        return {}, "it cannot be read"
    try:
        return parsed(content), ""
    except UnreadableTomlError as error:
        found = _DESK_ID_LINE.search(content.decode("utf-8", errors="replace"))
        return ({"desk_id": found[1]} if found else {}), str(error)


def _value(name: str, value: object) -> str | int | Palette:
    """The value as the type that `Settings` uses; raises ValueError if it is not valid for the setting."""
    match name, value:
        case "desk_id", str() if _DESK_ID.fullmatch(value):
            return value
        case "backup_minutes", int() if not isinstance(value, bool) and 0 <= value <= _MOST_MINUTES:
            return value
        case "text_size", int() if value in TEXT_SIZES:
            return value
        case "palette", str():
            return Palette(value)
        case (("desk_name" | "operator" | "printer" | "pdf_folder" | "language"), str()) if (
            len(value) <= _LONGEST
        ):
            return plain(value)
        case _:
            raise ValueError(name)


def _set_aside() -> Path:
    """Rename the damaged settings file, so that somebody can still look into it; return its new path."""
    kept = settings_file().with_name(f"settings.damaged-{os.urandom(3).hex()}.toml")
    settings_file().rename(kept)
    _LOG.warning("The settings of this computer were damaged; the file is kept as %s", kept.name)
    return kept


def _write(settings: Settings) -> None:
    import tomli_w  # noqa: PLC0415 - as in _alone

    with written_whole(settings_file(), is_private=True) as file:
        tomli_w.dump(asdict(settings), file)
