"""Takes a picture of every scene, on an invisible screen, with a demo event that is deleted afterwards."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import chdir
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from checkin import settings
from checkin.app import Program
from checkin.desk.demo import make_demo
from checkin.errors import CheckinError
from checkin.pictures.scenes import SCENES, WITHOUT_EVENT
from checkin.pictures.stage import DESK, Stage
from checkin.settings import Palette

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from checkin.pictures.scene import Scene

_OF_NO_SCREEN: Final = "This plugin does not support"
"""How Qt begins to say what a screen that nobody sees cannot do."""


@dataclass(frozen=True, slots=True)
class View:
    """How the pictures are taken: the size of the screen, and the settings of the window.

    `width` and `height` are the screen's size in pixels. `scale` is the scale of the display: at 1.5, a screen of
    1920 × 1080 has room for a window of 1280 × 720. `language` is a language code; `text_size` is in percent of the
    usual size.
    """

    width: int = 1280
    height: int = 720
    scale: float = 1.0
    language: str = "en"
    palette: Palette = Palette.LIGHT
    text_size: int = 100


def take_pictures(
    folder: Path, view: View, wanted: Container[str] | None = None, demo_of: datetime | None = None
) -> int:
    """Take a picture of every scene (a state of a page), and return the number of pictures.

    If scenes are `wanted`, only those with these names are played. The demo event is made for the moment `demo_of`, or
    else for now. Each picture is written into the folder as `NAME.png`. The program runs with temporary settings and a
    temporary demo event, so that no path or setting of this computer is in a picture. Call this only in a process that
    does nothing else. Raises CheckinError if a picture cannot be written.
    """
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="checkin-", ignore_cleanup_errors=True) as name, chdir(name):
        os.environ.update(_screen(view, Path(name)), CHECKIN_HOME=name)
        qInstallMessageHandler(_say)
        here = replace(
            settings.load(), desk_name=DESK.station, operator=DESK.operator, pdf_folder="Badges",
            language=view.language, palette=view.palette, text_size=view.text_size,
        )  # fmt: skip
        event = make_demo(Path(name), demo_of or datetime.now(UTC))
        program = Program(QApplication([]), here)
        try:
            stage = Stage(program)
            count = 0
            for scene in _scenes(stage, event):
                if wanted is not None and scene.name not in wanted:
                    continue
                scene.play(stage)
                _write(stage, folder / f"{scene.name}.png")
                count += 1
            stage.clear()
            return count
        finally:
            program.window.close()
            program.close()


def _scenes(stage: Stage, event: Path) -> Iterator[Scene]:
    """Each scene in turn; before the next one, everything that the former scene has opened is closed."""
    stage.begin()
    yield from WITHOUT_EVENT
    stage.open(event)
    for scene in SCENES:
        stage.clear()
        yield scene


def _write(stage: Stage, path: Path) -> None:
    if not stage.picture().save(os.fspath(path)):
        raise CheckinError("The picture cannot be written", f"{path}: check the folder, then try again.")


def _screen(view: View, folder: Path) -> dict[str, str]:
    """The environment variables that give Qt a screen of this size which nobody sees; Qt reads them as it starts.

    The description of the screen is written into `folder`.
    """
    file = folder / "screen.json"
    screen = {
        "name": "pictures", "x": 0, "y": 0, "width": view.width, "height": view.height, "logicalDpi": 96,
        "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    file.write_text(json.dumps({"screens": [screen]}), encoding="ascii")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": f"{view.scale:g}"}


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_OF_NO_SCREEN):
        sys.stderr.write(f"{message}\n")
