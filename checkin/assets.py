"""Paths of the files that come with the program: fonts, icons, sounds and the demo event."""

from __future__ import annotations

import sys
from pathlib import Path

from checkin.errors import CheckinError

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a file or folder below `resources/`; raises CheckinError if this installation lacks it."""
    path = _root().joinpath(*parts)
    if not path.exists():
        raise CheckinError(
            "A file of the program is missing",
            f"{'/'.join(parts)} is not there. Install the program again; your event files are not affected.",
        )
    return path


def font(name: str) -> Path:
    """The path of a font file, named with its ending: `NotoSansKhmer-Bold.ttf`."""
    return resource("fonts", name)


def icon(name: str) -> Path:
    """The path of an SVG icon, named without its ending: `printer`."""
    return resource("icons", f"{name}.svg")


def sound(name: str) -> Path:
    """The path of a WAV sound, named without its ending: `admitted`."""
    return resource("sounds", f"{name}.wav")


def presets() -> tuple[str, ...]:
    """The names of the presets from which an event can be begun, such as `forum`."""
    return tuple(sorted(path.stem for path in resource("presets").glob("*.toml")))


def preset(name: str) -> Path:
    """The path of the definition (TOML) with which an event of this preset begins.

    The definition has no title, time zone and days, which the organiser gives.
    """
    return resource("presets", f"{name}.toml")


def demo(name: str) -> Path:
    """The path of a file that belongs to the demo event, named with its ending: `forum.toml`."""
    return resource("demo", name)


def _root() -> Path:
    """The `resources` folder, whether the program is frozen (an executable), an installed package or a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if isinstance(frozen, str):
        return Path(frozen) / "resources"
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
