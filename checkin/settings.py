"""The settings of this computer, a TOML file: which desk it is, its printer, its appearance.

What belongs to the event is kept in the event file, never in the settings.
"""

from __future__ import annotations

import logging
import re
import secrets
import tomllib
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import filelock
import tomli_w

from checkin import paths
from checkin.errors import CheckinError
from checkin.files import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LOG = logging.getLogger(__name__)
_SECONDS_TO_WAIT = 5
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

    `desk_id` is drawn at random once and never changes; the journal tells desks apart by it. A text is "" if nothing
    was chosen, which means no operator, the system's own printer, or the system's own language. With a `pdf_folder`,
    badges are written to it as files instead of going to a printer. `backup_minutes` is 0 for no automatic back-up.
    `text_size` is in percent of the usual size.
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
    """The path of this computer's settings; it may not exist yet."""
    return paths.config_folder() / "settings.toml"


def load() -> Settings:
    """The settings of this computer; on the first start they are made and written.

    If the file is damaged, every value that can be read is kept and the others are as on a first start. The damaged
    file is kept beside the new one. Raises CheckinError if the folder cannot be read or written.
    """
    with _disk_problems_told():
        settings, is_whole = _read(_content())
        return settings if is_whole else _mended()


def save(settings: Settings) -> None:
    """Write the settings, completely or not at all; raises CheckinError if the folder cannot be written."""
    with _disk_problems_told(), _alone():
        _write(settings)


def _mended() -> Settings:
    """Replace a missing or damaged settings file by a complete one; return the settings that are then on disk."""
    with _alone():
        content = _content()
        settings, is_whole = _read(content)
        if is_whole:  # another program has mended them meanwhile
            return settings
        if content:
            _set_aside()
        _write(settings)
        return settings


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
    folder = paths.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with filelock.FileLock(folder / "settings.lock", timeout=_SECONDS_TO_WAIT):
            yield
    except filelock.Timeout as error:
        raise CheckinError(
            "This computer's settings are in use",
            f"Another checkin has held them for {_SECONDS_TO_WAIT} seconds. Close it and try again.",
        ) from error


def _content() -> bytes:
    """The bytes of the settings file; empty if there is no file yet, as on the first start."""
    try:
        return settings_file().read_bytes()
    except FileNotFoundError:
        return b""


def _read(content: bytes) -> tuple[Settings, bool]:
    """The settings made of every valid value, and whether the file was undamaged and had the desk's id.

    If there was no id, a new one is drawn at random. Keys that only a newer program knows are ignored.
    """
    values, is_whole = _parsed(content)
    fitting: dict[str, object] = {}
    for name in (field.name for field in fields(Settings) if field.name in values):
        try:
            fitting[name] = _value(name, values[name])
        except ValueError:
            is_whole = False
    if "desk_id" not in fitting:
        fitting["desk_id"] = secrets.token_hex(6)
        is_whole = False
    return Settings(**fitting), is_whole  # type: ignore[arg-type]  # _value has seen to the types


def _parsed(content: bytes) -> tuple[Mapping[str, object], bool]:
    """The values in the file, and whether the file is valid TOML.

    If it is not valid, the values are only the desk's id, if that can be found in the text.
    """
    text = content.decode("utf-8", errors="replace")
    try:
        return tomllib.loads(text), True
    except tomllib.TOMLDecodeError:
        found = _DESK_ID_LINE.search(text)
        return ({"desk_id": found[1]} if found else {}), False


def _value(name: str, value: object) -> str | int | Palette:
    """The value as the type that `Settings` uses; raises ValueError if it is not valid for the setting."""
    match name, value:
        case "desk_id", str() if _DESK_ID.fullmatch(value):
            return value
        case "backup_minutes", int() if not isinstance(value, bool) and value >= 0:
            return value
        case "text_size", int() if value in TEXT_SIZES:
            return value
        case "palette", str():
            return Palette(value)
        case (("desk_name" | "operator" | "printer" | "pdf_folder" | "language"), str()):
            return value
        case _:
            raise ValueError(name)


def _set_aside() -> None:
    """Rename the damaged settings file, so that somebody can still look into it."""
    kept = settings_file().with_name(f"settings.damaged-{secrets.token_hex(3)}.toml")
    settings_file().rename(kept)
    _LOG.warning("The settings of this computer were damaged; the file is kept as %s", kept.name)


def _write(settings: Settings) -> None:
    with written_whole(settings_file()) as file:
        tomli_w.dump(asdict(settings), file)
