"""A program that works on an event file as a desk does, for some seconds, and says whether it was told of a loss.

It is a process of its own, because SQLite's locks are held by processes. A thread of the desk records scans while a
thread of batch work imports lists and makes back-ups. Both write pages into the file, and the file is closed and opened
again. Nobody harms the file, so whoever is told that the file is lost is told what is not so.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.domain.facts import LongAct
from checkin.errors import CheckinError, LostFileError
from checkin.storage import back_up, long_acts
from checkin.storage.event_file import EventFile
from checkin.storage.trouble import DamagedError
from tests.storage.stories import a_registration, a_scan, recorded

if TYPE_CHECKING:
    from collections.abc import Callable

_ROWS = 300


class HonestProgram:
    """One program on the event file at `path`, as the desk with this id; `seed` decides what it does."""

    def __init__(self, path: Path, desk: str, seed: int) -> None:
        self._path = path
        self._desk = desk
        self._chance = random.Random(seed)  # noqa: S311 - nothing secret
        self._made = 0
        self.done: Counter[str] = Counter()
        self.told: list[str] = []
        """What the program was told of a loss or of damage, each with what it was doing."""

    def work(self, seconds: float) -> None:
        """Open the file, work and close it, again and again, for so many seconds or until a loss is told."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not self.told:
            self._try("open and close", lambda: self._open_and_work(ends))

    def _open_and_work(self, ends: float) -> None:
        until = min(ends, time.monotonic() + self._chance.choice((0.0, 0.2, 2.0, 6.0)))
        with EventFile.open(self._path, self._desk) as file:
            chance = random.Random(self._chance.random())  # noqa: S311 - the same
            batch = threading.Thread(target=self._do, args=(file, until, chance, 1))
            batch.start()
            try:
                self._do(file, until, self._chance, 0)
            finally:
                batch.join()  # while this thread's connection is open: the last one to close takes the log away

    def _do(self, file: EventFile, until: float, chance: random.Random, lane: int) -> None:
        ways = (
            {
                "record": (60, lambda: recorded(file, a_scan(minute=chance.randrange(90)))),
                "look": (20, file.require_in_place),
                "checkpoint": (4, file.database.log.checkpoint),
                "shrink": (2, file.database.log.shrink),
                "rest": (4, lambda: time.sleep(0.02)),
            },
            {
                "import": (3, lambda: self._bring_in(file)),
                "back up": (2, lambda: back_up.back_up(file.database)),
                "checkpoint": (3, file.database.log.checkpoint),
                "rest": (6, lambda: time.sleep(0.05)),
            },
        )[lane]
        weights = [weight for weight, _ in ways.values()]
        while time.monotonic() < until and not self.told:
            (way,) = chance.choices(list(ways), weights)
            self._try(way, ways[way][1])
        if lane:
            file.database.peewee.close()

    def _bring_in(self, file: EventFile) -> None:
        self._made += 1
        facts = [a_registration(f"{self._desk}-{self._made}-{time.monotonic_ns()}-{n}") for n in range(_ROWS)]
        long_acts.record(file, LongAct.IMPORT, facts, "Dara", lambda _: None)

    def _try(self, way: str, act: Callable[[], object]) -> None:
        try:
            act()
            self.done[way] += 1
        except (LostFileError, DamagedError) as error:
            self.told.append(f"{way}: {error}")
        except CheckinError as error:  # such as "Another import is going on", which is so
            self.done[f"{way}: {error.title}"] += 1


def main() -> None:
    """Work, then print what was done and what was told."""
    path, desk, seed, seconds = sys.argv[1:]
    program = HonestProgram(Path(path), desk, int(seed))
    program.work(float(seconds))
    print(json.dumps({"done": program.done, "told": program.told}))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main()
