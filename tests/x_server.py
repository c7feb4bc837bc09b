"""A real X server without a screen, and real keys: only there are scan codes, layouts and time stamps true."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from checkin.scanning.keys import X11_OFFSET
from tests.scanning.keyboard import PHYSICAL

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = [program for program in ("Xvfb", "xdotool", "setxkbmap") if shutil.which(program) is None]
NEEDS_X = (
    pytest.mark.skipif(sys.platform == "win32", reason="X is Linux's"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
)


@contextmanager
def x_server(size: str = "1366x768x24") -> Iterator[dict[str, str]]:
    """Start a server on a display of its own, and give the environment of the programs that are to appear on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    try:
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    finally:
        server.terminate()
        server.wait(20)


def strokes(text: str) -> list[str]:
    """The keys, as xdotool names them, that spell this text on a US keyboard; ^B stands for B pressed with Ctrl."""
    found: list[str] = []
    is_chord = False
    for character in text:
        if character != "^":
            key, shifted = PHYSICAL[character.lower() if is_chord else character]
            chord = "ctrl+" if is_chord else "shift+" if shifted else ""
            found.append(f"{chord}{key + X11_OFFSET}")
        is_chord = character == "^"
    return found
