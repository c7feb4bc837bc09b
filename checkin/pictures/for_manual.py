"""A tool for developers: takes the pictures of the manual anew, in each language that the manual has.

    .venv/bin/python -m checkin.pictures.for_manual

A page of the manual shows the picture of a scene as `![…](pictures/SCENE.png)`. Only these scenes are played, and their
pictures are made small enough for the repository.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PIL import Image

from checkin import assets
from checkin.pictures.album import View, take_pictures

_SHOWN: Final = re.compile(r"\]\(pictures/([a-z-]+)\.png\)")
_WIDTH: Final = 760
"""The width of a picture in the manual, in dots; the window with the manual is a little wider."""
_COLOURS: Final = 200
_MORNING_UTC: Final = 2
"""The hour (UTC) at which it is morning at the demo's venue, so that its sessions are by day."""


def pictures_of(language: Path) -> frozenset[str]:
    """The names of the scenes that the manual's pages in this folder show."""
    pages = (page.read_text(encoding="utf-8") for page in language.glob("*.md"))
    return frozenset(name for page in pages for name in _SHOWN.findall(page))


def take_anew(language: Path) -> None:
    """Take the pictures for the pages in this folder; call this only in a process that does nothing else."""
    wanted, kept = pictures_of(language), language / "pictures"
    morning = datetime.now(UTC).replace(hour=_MORNING_UTC, minute=0, second=0, microsecond=0)
    kept.mkdir(exist_ok=True)
    for former in kept.glob("*.png"):
        former.unlink()
    with tempfile.TemporaryDirectory() as taken:
        take_pictures(Path(taken), View(1024, 600, language=language.name), wanted, morning)
        for name in wanted:
            picture = Image.open(Path(taken, f"{name}.png")).convert("RGB")
            smaller = picture.resize(
                (_WIDTH, _WIDTH * picture.height // picture.width), Image.Resampling.LANCZOS
            )
            smaller.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
                kept / f"{name}.png", optimize=True
            )


def main() -> None:
    """Take the pictures in each language, or only in the one that is named."""
    manual = assets.resource("manual")
    if sys.argv[1:]:
        take_anew(manual / sys.argv[1])
        return
    for language in sorted(each.name for each in manual.iterdir() if each.is_dir()):
        subprocess.run([sys.executable, "-m", "checkin.pictures.for_manual", language], check=True)  # noqa: S603 - this tool


if __name__ == "__main__":
    main()
