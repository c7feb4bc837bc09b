"""The wedge on a real X server, with real layouts: only there are scan codes, shortcuts and time stamps true."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from checkin.scanning.keys import X11_OFFSET
from tests.scanning.keyboard import ENTER
from tests.x_server import NEEDS_X, strokes, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY_SYMBOL = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.long, *NEEDS_X]


TRIES = 20


class Desk:
    """The small desk on a display of its own."""

    def __init__(self, environment: dict[str, str], output: IO[str]) -> None:
        self._environment = environment
        self._lines: queue.Queue[list[object]] = queue.Queue()
        threading.Thread(target=self._listen, args=(output,), daemon=True).start()

    def _listen(self, output: IO[str]) -> None:
        for line in output:
            self._lines.put(json.loads(line))

    def told(self, what: str) -> object:
        """The next thing that the desk tells, which must be of this kind."""
        kind, value = self._lines.get(timeout=20)
        assert kind == what
        return value

    def told_of_scan(self, text: str) -> object:
        """What the desk tells of a scanner's burst. On a busy computer xdotool is slower than a scanner: then again."""
        told: list[object] = []
        for _ in range(TRIES):
            self.press(text, delay=4)
            told = self._lines.get(timeout=20)
            if told[0] == "scanned" and told[1] == [text, ""]:
                break
        return told

    def do(self, *command: str) -> None:
        """Run a program on the display."""
        subprocess.run(command, env=self._environment, check=True, timeout=20)

    def press(self, text: str, delay: int) -> None:
        """Press the keys that spell this text on a US keyboard, then Enter, so many ms apart."""
        self.do("xdotool", "key", "--delay", str(delay), *strokes(text), str(ENTER + X11_OFFSET))


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with x_server("640x480x24") as display:
        environment = {**display, "PYTHONPATH": str(ROOT)}
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.scanning.desk_on_x"],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert program.stdout is not None
            desk = Desk(environment, program.stdout)
            window = desk.told("window")
            desk.do("xdotool", "windowfocus", "--sync", str(window))
            desk.told("focus")
            yield desk
        finally:
            program.terminate()
            program.wait(20)
            if program.stdout is not None:
                program.stdout.close()


@pytest.mark.parametrize("layout", ["us", "fr", "kh", "ru", "vn"])
def test_a_burst_is_read_by_its_physical_keys_and_enter_goes_no_further(desk: Desk, layout: str) -> None:
    desk.do("setxkbmap", layout)
    code = layout + EVERY_SYMBOL

    assert desk.told_of_scan(code) == ["scanned", [code, ""]]


def test_a_person_typing_still_has_the_layout_and_the_enter_key(desk: Desk) -> None:
    desk.do("setxkbmap", "fr")
    desk.press("sqphie", delay=120)

    assert desk.told("main action") == "saphie"
