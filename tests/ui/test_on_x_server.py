"""The program as it is started, on a real X server with real keys: a name and Enter, then a scanner's burst."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkin import settings
from checkin.desk.find import find
from checkin.desk.issue_badge import replace_badge
from checkin.domain.reasons import Reason, Why
from checkin.scanning.keys import X11_OFFSET
from checkin.storage.event_file import EventFile
from tests.scanning.keyboard import ENTER
from tests.ui.desks import NOW, STAFF, an_event_file
from tests.x_server import NEEDS_X, strokes, x_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [pytest.mark.long, *NEEDS_X]
ROOT = Path(__file__).parents[2]
PATIENCE = 400
"""Looks, 50 ms apart."""


def until(condition: Callable[[], bool], program: subprocess.Popen[bytes]) -> None:
    """Wait for something that the program does."""
    pause = threading.Event()
    for _ in range(PATIENCE):
        if condition():
            return
        assert program.poll() is None, "the program has ended"
        pause.wait(0.05)
    pytest.fail("nothing came of it")


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    with x_server() as environment:
        yield environment


def test_a_name_and_a_scan_under_a_khmer_keyboard(display: dict[str, str], tmp_path: Path) -> None:
    printed = tmp_path / "printed"
    settings.save(replace(settings.load(), pdf_folder=str(printed), language="en"))
    with an_event_file(tmp_path / "forum.event") as file:
        path = file.path
        code = replace_badge(
            file, STAFF, find(file, "kem")[0].delegate.id, Why(Reason.LOST), NOW, to_print=False
        )
    command = [sys.executable, "-m", "checkin", "desk", str(path), "--operator", "Bopha"]
    program = subprocess.Popen(command, env=display, cwd=ROOT)

    def tool(*arguments: str) -> str:
        run = subprocess.run(
            ["xdotool", *arguments], env=display, check=False, timeout=20, capture_output=True, text=True
        )
        return run.stdout.strip()

    def has_arrived(name: str) -> bool:
        with EventFile.open(path, "0123456789ab") as file:
            return find(file, name)[0].arrival is not None

    try:
        until(lambda: bool(tool("search", "--onlyvisible", "--name", "^Forum$")), program)
        tool("windowfocus", "--sync", tool("search", "--onlyvisible", "--name", "^Forum$").split()[0])
        tool("type", "--delay", "100", "chea")
        tool("key", "Return")
        until(lambda: has_arrived("chea"), program)

        subprocess.run(["setxkbmap", "kh"], env=display, check=True, timeout=20)
        tool("key", "--delay", "4", *strokes(code), str(ENTER + X11_OFFSET))
        until(lambda: has_arrived("kem"), program)
        until(lambda: len(list(printed.glob("*.pdf"))) == 2, program)
    finally:
        program.terminate()
        program.wait(20)

    assert len(list(printed.glob("*.pdf"))) == 2
