"""Cold start: from the command to a window whose field has taken a key; the floor is a bare window of Qt.

Each start is a process of its own. The system's file cache is warm, as it is from the second start of a day on, and
Python's bytecode is there, as in every installation.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.benchmarks import event_files
from tests.benchmarks.figures import Goal, Pair, say, show_beside_floor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READY = "typed"
"""What `typed_into` says; not imported from there, for this process has no need of Qt."""
STARTS = 7
"""In each run, after one that does not count."""


def offscreen(size: int, runs: int) -> None:
    """On Qt's offscreen platform."""
    _show("start offscreen", size, runs, {"QT_QPA_PLATFORM": "offscreen"})


def on_x_server(size: int, runs: int) -> None:
    """On a real X server, where there is one to start."""
    if shutil.which("Xvfb") is None:
        say("no Xvfb here: the start on an X server is not measured")
        return
    with _x_server() as display:
        _show("start on X", size, runs, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})


def _show(name: str, size: int, runs: int, screen: dict[str, str]) -> None:
    pairs = []
    with event_files.copy_of(event_files.of_size(size)) as file:
        path = file.path
        file.close()
        for _ in range(runs):
            _start(screen, "ours", path)
            pair = Pair()
            for _ in range(STARTS):
                pair.floor.seconds.append(_start(screen, "floor", path))
                pair.ours.seconds.append(_start(screen, "ours", path))
            pairs.append(pair)
    show_beside_floor(f"{name} {size}", pairs, 50, ratio=Goal(2.5))


def _start(screen: dict[str, str], what: str, event: Path) -> float:
    """Seconds from the start to the key; then wait until the process has gone, so that it slows down nobody."""
    command = [sys.executable, "-m", "tests.benchmarks.window_process", what, str(event)]
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=surroundings | screen, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = process.stdout.readline().strip()
        seconds = time.perf_counter() - began
        _, complaints = process.communicate()
    if told != READY:
        message = f"the window never took a key: exit code {process.returncode}\n{complaints}"
        raise RuntimeError(message)
    return seconds


@contextmanager
def _x_server() -> Iterator[str]:
    """An X server on a display that is free; which one it says itself."""
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writable,), stderr=subprocess.DEVNULL) as server:
        os.close(writable)
        with os.fdopen(readable) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()
