"""checkin demo: open a forum with 300 invented delegates, for trying everything out, or take pictures of it."""

from __future__ import annotations

import re
import tempfile
from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkin.cli.command import Command, now, own_wording, tell
from checkin.settings import TEXT_SIZES, Palette

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_SIZE: Final = "1280x720"
_SIZE_FORM: Final = re.compile("([0-9]{1,5})[x×]([0-9]{1,5})")
_OF_PICTURES: Final = ("size", "scale", "text_size", "language", "palette")
_LEAST, _MOST = 320, 8000
_LEAST_SCALE, _MOST_SCALE = 0.5, 4.0


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--folder", metavar="DIR", type=Path, help="keep the demo's event file there; else it is thrown away"
    )
    parser.add_argument(
        "--screenshots", metavar="DIR", type=Path, help="open no window; write a picture of every page there"
    )
    pictures = parser.add_argument_group("how the pictures are taken")
    pictures.add_argument("--size", metavar="WxH", type=_size, help="the screen, in dots")
    pictures.add_argument("--scale", metavar="N", type=_scale, help="the screen's scale: 1.5")
    pictures.add_argument("--text-size", type=int, choices=TEXT_SIZES, help="in percent")
    pictures.add_argument("--language", metavar="CODE", type=_language, help="en, fr, …")
    pictures.add_argument("--palette", choices=[palette.value for palette in Palette])
    parser.set_defaults(misused=parser.error)


def _run(arguments: Namespace) -> int:
    if arguments.screenshots is not None:
        return _take_pictures(arguments)
    if given := [
        f"--{name.replace('_', '-')}" for name in _OF_PICTURES if getattr(arguments, name) is not None
    ]:
        arguments.misused(f"{', '.join(given)} is for pictures; add --screenshots DIR, or leave it out")
    if arguments.folder is not None:
        return _open(arguments.folder, arguments)
    from checkin.app import require_screen

    require_screen()
    with tempfile.TemporaryDirectory(prefix="checkin-demo-", ignore_cleanup_errors=True) as folder:
        return _open(Path(folder), arguments)


def _open(folder: Path, arguments: Namespace) -> int:
    from checkin.app import run_desk
    from checkin.desk.demo import make_demo

    event = make_demo(folder, now())
    say = own_wording()
    tell(say.text("The demo forum is in {file}").format(file=event))
    return run_desk(event, operator=arguments.operator, is_demo=True, trouble=arguments.trouble)


def _take_pictures(arguments: Namespace) -> int:
    from checkin.pictures import View, take_pictures

    say, folder, (width, height) = own_wording(), arguments.screenshots, arguments.size or _size(_SIZE)
    palette, language = Palette(arguments.palette or Palette.LIGHT), arguments.language or "en"
    view = View(width, height, arguments.scale or 1.0, language, palette, arguments.text_size or 100)
    count = take_pictures(folder, view)
    tell(say.many("{count} picture in {folder}", "{count} pictures in {folder}", count, folder=str(folder)))
    return 0


def _size(text: str) -> tuple[int, int]:
    """The width and height of a screen, written 1280x720."""
    found = _SIZE_FORM.fullmatch(text)
    sides = [int(side) for side in found.groups()] if found is not None else [0, 0]
    if not all(_LEAST <= side <= _MOST for side in sides):
        message = f"{text!r} is no size; write it like {_SIZE}, from {_LEAST} to {_MOST} dots"
        raise ArgumentTypeError(message)
    return sides[0], sides[1]


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not _LEAST_SCALE <= scale <= _MOST_SCALE:
        message = f"{text!r} is no scale; give a number from {_LEAST_SCALE:g} to {_MOST_SCALE:g}"
        raise ArgumentTypeError(message)
    return scale


def _language(text: str) -> str:
    from checkin.wording import languages

    if text not in languages():
        message = f"{text!r} is no language of this program; give one of {', '.join(languages())}"
        raise ArgumentTypeError(message)
    return text


COMMAND: Final = Command(
    "demo", "Open the demo forum: 300 invented participants, doors open now.", _takes, _run
)
