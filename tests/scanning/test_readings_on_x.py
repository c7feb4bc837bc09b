"""Readings drawn at random on a real X server: layouts, pauses, frames, with Enter and without; and typed names."""

from __future__ import annotations

import json
import queue
import random
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from checkin.desk.issue_badge import replace_badge
from checkin.desk.register import register
from checkin.domain.codes import ALPHABET, Code, CodeKind, is_whole, mint, read
from checkin.domain.delegates import Field
from checkin.domain.programme import Category, Event, EventDescription, LocalText, Session
from checkin.domain.reasons import Reason, Why
from checkin.scanning.keys import X11_OFFSET
from checkin.storage.event_file import EventFile
from tests.scanning.keyboard import ENTER
from tests.ui.desks import STAFF
from tests.x_server import NEEDS_X, strokes, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = list(NEEDS_X)
ROOT = Path(__file__).parents[2]
SEED = 17
LAYOUTS = ("us", "fr", "kh", "ru", "vn", "de")
FRAMES = (
    ("", ""), ("]Q1", ""), ("]Q3\\000026", ""), ("^B", "^C"), ("^]", ""), ("*", "*"), ("\\000026", ""), ("]d2^]", ""),
)  # fmt: skip
SYLLABLES = (
    "BO", "BUN", "CHAN", "CHEA", "DA", "DARA", "KIM", "KOSAL", "LY", "MAO", "NA", "NARY", "PHAL", "PICH", "RITH", "SAM",
    "SO", "SOK", "SOPHEAP", "SREY", "TEVY", "VANN", "VUTH",
)  # fmt: skip


@dataclass
class Reading:
    """What a scanner sends: the code, and how."""

    code: str
    layout: str
    page: str
    frame: tuple[str, str]
    is_grouped: bool
    has_enter: bool
    pauses: dict[int, int]
    """Pauses in ms, by the number of the key before which they come."""
    pace: int

    @property
    def command(self) -> list[str]:
        """The keys and pauses, for xdotool."""
        before, after = self.frame
        body = "-".join(self.code[at : at + 4] for at in range(0, 16, 4)) if self.is_grouped else self.code
        keys = strokes(before + body + after) + [str(ENTER + X11_OFFSET)] * self.has_enter
        places = sorted({0} | {place for place in self.pauses if place < len(keys)})
        command: list[str] = []
        for begin, end in zip(places, [*places[1:], len(keys)], strict=True):
            command += ["sleep", f"{self.pauses[begin] / 1000:.3f}"] if begin else []
            command += ["key", "--delay", str(self.pace), *keys[begin:end]]
        return command


class Window:
    """The program on the display."""

    def __init__(self, environment: dict[str, str], program: subprocess.Popen[str]) -> None:
        self._environment = environment
        self._program = program
        self._lines: queue.Queue[tuple[str, object]] = queue.Queue()
        threading.Thread(target=self._listen, args=(program.stdout,), daemon=True).start()

    def _listen(self, output: IO[str]) -> None:
        for line in output:
            what, value = json.loads(line)
            self._lines.put((what, value))

    def told(self, *wanted: str) -> tuple[str, object]:
        """The next line of one of these kinds."""
        while True:
            what, value = self._lines.get(timeout=30)
            if what in wanted:
                return what, value

    def do(self, *command: str) -> None:
        """Run a program on the display."""
        subprocess.run(command, env=self._environment, check=True, timeout=60)

    def state(self) -> tuple[dict[str, object], list[str]]:
        """What the window shows when nothing is being worked on, and what was read until then."""
        scanned: list[str] = []
        while True:
            assert self._program.stdin is not None
            self._program.stdin.write("\n")
            self._program.stdin.flush()
            while True:
                what, value = self.told("scanned", "state")
                if what == "state":
                    break
                scanned.append(str(value))
            assert isinstance(value, dict)
            if not value["is_busy"]:
                return value, scanned

    def scanned(self) -> str:
        """The next reading that the program tells."""
        return str(self.told("scanned")[1])


def an_event_now(path: Path, count: int) -> tuple[EventFile, list[str], list[str]]:
    """An event whose only session goes on now; codes of so many badges, and as many codes that nobody holds here."""
    now = datetime.now(UTC)
    session = Session(
        "talk", LocalText.of("Talk"), LocalText.of("Hall"), now - timedelta(hours=1), now + timedelta(hours=9),
        now - timedelta(hours=2), now + timedelta(hours=9),
    )  # fmt: skip
    about = EventDescription(
        LocalText.of("Forum"), LocalText.of("Hall"), "UTC", now.date(), now.date() + timedelta(days=1)
    )
    known = {"M": Category("M", "M", LocalText.of("Ministries"), "#0072B2")}
    file = EventFile.create(path, Event(about, known, {"talk": session}), "0123456789ab", STAFF.operator)
    held = []
    for number in range(count):
        person = register(file, STAFF, {Field.FAMILY_NAME: f"GUEST{number}", Field.CATEGORY: "M"}).delegate.id
        held.append(replace_badge(file, STAFF, person, Why(Reason.LOST), now, to_print=False))
    kinds = (CodeKind.BADGE, CodeKind.BADGE, CodeKind.DAY_BADGE, CodeKind.SPARE, CodeKind.INVITATION)
    return file, held, [mint(file.event_key, kinds[number % len(kinds)]).text for number in range(count)]


@contextmanager
def window(environment: dict[str, str], event: Path) -> Iterator[Window]:
    """The program with this event open, on the display, with the focus."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.scanning.program_on_x", str(event)],
        env={**environment, "PYTHONPATH": str(ROOT)}, cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        shown = Window(environment, program)
        _, number = shown.told("window")
        shown.do("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Forum$")
        shown.do("xdotool", "windowfocus", "--sync", str(number))
        shown.told("focus")
        yield shown
    finally:
        program.terminate()
        program.wait(20)
        for pipe in (program.stdin, program.stdout):
            if pipe is not None:
                pipe.close()


def drawn_pauses(chance: random.Random) -> dict[int, int]:
    """Pauses of 0 to 300 ms before a few keys, mostly short, for real time is what they cost."""
    how_many = chance.choice((0, 1, 1, 1, 1, 2, 3))
    return {chance.randrange(1, 27): round(300 * chance.random() ** 2) for _ in range(how_many)}


def drawn(chance: random.Random, code: str, layout: str, page: str) -> Reading:
    """A reading of this code, with pauses, a frame and an ending drawn by chance."""
    is_even = chance.random() < 0.04
    return Reading(
        code, layout, page, chance.choice(FRAMES), chance.random() < 0.15, chance.random() < 0.5,
        {} if is_even else drawn_pauses(chance), chance.choice((60, 100)) if is_even else chance.randrange(1, 12),
    )  # fmt: skip


def outcome(shown: Window, reading: Reading, key: bytes) -> str:
    """Scan, and tell what is wrong with what the window makes of it; "" if nothing is."""
    shown.do("xdotool", *reading.command)
    try:
        text = shown.scanned()
    except queue.Empty:
        return f"lost: {shown.state()}"
    known, more = shown.state()
    is_answered = known.get("read", text) == text
    if read(text, key) != Code(reading.code) or more or known["field"] or not is_answered:
        return f"read {[text, *more]}, then {known}"
    return ""


def typed_names(chance: random.Random, count: int) -> list[str]:
    """Names in capitals; each third has 16 letters, the last of which fits as a check character."""
    names: list[str] = []
    while len(names) < count:
        name = "".join(chance.choice(SYLLABLES) for _ in range(chance.randrange(2, 7)))
        if len(names) % 3 == 0:
            body = name[:15].replace("O", "E").replace("I", "E").replace("L", "R").replace("U", "A")
            fits = next(
                (body + letter for letter in ALPHABET if len(body) == 15 and is_whole(body + letter)), "1"
            )
            name = fits if fits.isalpha() else ""
        if name:
            names.append(name if chance.random() < 0.5 else name.lower())
    return names


def wrong_readings(folder: Path, count: int) -> list[str]:
    """Make so many readings on a program of its own, and tell which went wrong."""
    chance = random.Random(SEED)  # noqa: S311 - the same readings every time
    file, held, unheld = an_event_now(folder / "forum.event", min(count // 2, 150))
    key, wrong = file.event_key, []
    file.close()
    with x_server() as environment, window(environment, folder / "forum.event") as shown:
        layouts = [LAYOUTS[number % len(LAYOUTS)] for number in range(count // 5 + 1)]
        chance.shuffle(layouts)
        for number in range(count):
            page = ("F2", "F3")[number // 5 % 2]
            if number % 5 == 0:
                # At the first time Enter tells the door that it is an entrance.
                shown.do("xdotool", "key", page, *(["sleep", "1.1", "key", "Return"] if number == 5 else []))
                shown.state()
                shown.do("setxkbmap", layouts[number // 5])
            of_page = (held, unheld)[number // 5 % 2]
            reading = drawn(chance, of_page[number % len(of_page)], layouts[number // 5], page)
            told = outcome(shown, reading, key)
            if told:
                wrong.append(f"{number}: {reading}: {told}")
                shown.do("xdotool", "key", "Escape", "sleep", "1.1")
    return wrong


def names_taken_for_codes(folder: Path, count: int) -> list[str]:
    """Type so many names as a person does, at the desk and at a door, and tell which were taken for codes."""
    chance = random.Random(SEED)  # noqa: S311 - the same names every time
    file, *_ = an_event_now(folder / "names.event", 1)
    file.close()
    taken = []
    with x_server() as environment, window(environment, folder / "names.event") as shown:
        for number, name in enumerate(typed_names(chance, count)):
            if number % 30 == 0:
                # Enter tells the door that it is an entrance.
                shown.do("xdotool", "key", *(("F3", "Return") if number % 90 == 60 else ("F2",)))
                shown.state()
            has_enter = number % 90 < 60 and number % 2 == 0
            keys = strokes(name) + [str(ENTER + X11_OFFSET)] * has_enter
            shown.do("xdotool", "key", "--delay", str(chance.randrange(55, 90)), *keys, "sleep", "0.12")
            known, scanned = shown.state()
            if scanned or str(known["field"]).casefold() != name.casefold():
                taken.append(f"{name}: {scanned}, {known}")
            shown.do("xdotool", "key", "Escape", "Escape")
            shown.state()
    return taken


def test_readings_on_a_real_keyboard_are_whole(tmp_path: Path) -> None:
    assert wrong_readings(tmp_path, 15) == []


@pytest.mark.long
def test_of_a_thousand_readings_none_is_lost_and_no_half_is_shown(tmp_path: Path) -> None:
    assert wrong_readings(tmp_path, 1000) == []


@pytest.mark.long
def test_of_three_hundred_typed_names_none_is_taken_for_a_code(tmp_path: Path) -> None:
    assert names_taken_for_codes(tmp_path, 300) == []
