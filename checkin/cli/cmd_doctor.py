"""checkin doctor: report what this computer has, and what it lacks, for working as a desk."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from importlib import metadata
from typing import TYPE_CHECKING, Final

from checkin import __version__, assets, logs, paths, settings
from checkin.cli.command import Command, own_wording, tell, warn
from checkin.errors import CheckinError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from checkin.wording import Wording

_PACKAGES: Final = ("PySide6-Essentials", "peewee", "sqlcipher3", "reportlab", "qrcode", "uharfbuzz")
_LEAST_FREE: Final = 500_000_000


class _WorksWithLessError(CheckinError):
    """Something that is not there, without which a desk works all the same."""


def _takes(_parser: ArgumentParser) -> None:
    """Add no arguments: this command has none."""


def _run(_arguments: Namespace) -> int:
    say = own_wording()
    is_well = True
    for look in (_program, _computer, _folders, _disk, _fonts, _words, _screen, _printers):
        try:
            for line in look(say):
                tell(f"✔ {line}")
        except _WorksWithLessError as lack:
            warn(f"! {lack}")
        except (CheckinError, OSError, metadata.PackageNotFoundError) as error:
            is_well = False
            print(f"✕ {error}", file=sys.stderr)
    return 0 if is_well else 1


def _program(say: Wording) -> Iterator[str]:
    from checkin.storage.engine import OLDEST_SQLITE, sqlite_version

    yield say.text("checkin {version}, Python {python}").format(
        version=__version__, python=platform.python_version()
    )
    yield ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES)
    if sqlite_version() < OLDEST_SQLITE:
        raise CheckinError("This program's SQLite is too old", "Install the program again.")
    yield f"SQLite {'.'.join(map(str, sqlite_version()))}"


def _computer(say: Wording) -> Iterator[str]:
    here = settings.load()
    yield f"{platform.system()} {platform.release()}"
    yield say.text("{desk}, language {language}").format(
        desk=here.desk_name, language=say.language_name(say.code)
    )


def _folders(_say: Wording) -> Iterator[str]:
    for folder in (paths.config_folder(), paths.data_folder(), logs.log_file().parent):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            yield str(folder)


def _disk(say: Wording) -> Iterator[str]:
    free = shutil.disk_usage(paths.data_folder()).free
    if free < _LEAST_FREE:
        raise CheckinError("The disk is nearly full", f"{free / 1e6:.0f} MB are free. Make room.")
    yield say.text("{free} GB free").format(free=f"{free / 1e9:.1f}")


def _fonts(say: Wording) -> Iterator[str]:
    fonts = sorted(assets.resource("fonts").glob("*.ttf"))
    if not fonts:
        raise CheckinError("The fonts are missing", "Install the program again.")
    yield say.many("{count} font", "{count} fonts", len(fonts))


def _words(say: Wording) -> Iterator[str]:
    from checkin.paper import icu

    known, unknown = (", ".join(map(say.language_name, codes)) for codes in icu.languages_by_words())
    if known:
        yield say.text("words are known in {languages}; lines end by Unicode {version}").format(
            languages=known, version=icu.unicode_version()
        )
    if unknown:
        raise _WorksWithLessError(
            say.text("No words are known in {languages}, so a long text is broken between syllables").format(
                languages=unknown
            ),
            _way_to_words(say),
        )


def _way_to_words(say: Wording) -> str:
    """What the operator can do on a computer without the ICU library."""
    if sys.platform == "linux":
        return say.text("Install the program again, for the ICU library of PySide6 is missing.")
    if sys.platform == "win32":
        return say.text("Bring Windows up to date, for its ICU library is missing.")
    return say.text("Mark the words in the list with zero-width spaces, or print on Windows or Linux.")


def _screen(say: Wording) -> Iterator[str]:
    from checkin.app import require_screen

    require_screen()
    yield say.text("a screen")


def _printers(say: Wording) -> Iterator[str]:
    from checkin.printing import printer_names

    names = printer_names()
    yield say.text("printers: {names}").format(names=", ".join(names) or "-")


COMMAND: Final = Command("doctor", "Look whether this computer has what the desk needs.", _takes, _run)
