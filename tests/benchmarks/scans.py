"""Code read → verdict recorded durably, at rest and while an import or a badge run goes on in the batch lane."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from checkin.desk import bring_in, print_badges
from checkin.desk.define import amend
from checkin.desk.print_badges import Which
from checkin.desk.scan_at_door import scan
from checkin.domain.programme import LocalText
from checkin.tasks import Tasks
from tests.benchmarks import event_files, people
from tests.benchmarks.event_files import DOOR, STAFF
from tests.benchmarks.figures import Goal, Pair, Times, show, show_beside_floor
from tests.benchmarks.floors import BareCommits, bare_commits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from checkin.storage.event_file import EventFile
    from checkin.tasks import Handle, LongLane

SCANS = 2000
CHANGES = 200
IMPORTED = 100_000
PRINTED = 3000
_MOST_WAIT_MS = 30
"""Between two readings; a door that never rests would let no batch work in."""
_ODD_TEXTS = ("8851234567890", "B7K29QXM4TZD0V5N", "https://example.org/x")
"""What is read at a door besides badges: a bottle, a code of another event, somebody's own QR code."""


@dataclass(slots=True)
class Door:
    """One door of a session that is on: reads any of the badges, now and then something else."""

    file: EventFile
    codes: list[str]
    opening: datetime
    _chance: random.Random = field(default_factory=lambda: random.Random(2027))  # noqa: S311 - nothing secret
    _read: int = 0

    def read(self) -> None:
        """One reading, answered and recorded."""
        self._read += 1
        text = self._chance.choice(_ODD_TEXTS if self._read % 50 == 0 else self.codes)
        now = self.opening + timedelta(seconds=self._read)
        scan(self.file, STAFF, DOOR, text, now)


def at_rest(size: int, runs: int) -> None:
    """One reading after the other, each beside a bare commit."""
    pairs = []
    for _ in range(runs):
        with _ready(size) as (door, bare):
            pair = Pair()
            for _ in range(SCANS):
                pair.take(door.read, bare.commit)
            pairs.append(pair)
    show_beside_floor(f"scan {size}", pairs, 50, ratio=Goal(3))
    show_beside_floor(f"scan {size}", pairs, 99, goal=Goal(16.7))


def after_a_change(size: int, runs: int) -> None:
    """The first reading after each change of another session, which the door has to take in."""
    pairs = []
    for _ in range(runs):
        with _ready(size) as (door, bare):
            pair = Pair()
            for number in range(CHANGES):
                _move(door.file, number)
                pair.take(door.read, bare.commit)
            pairs.append(pair)
    show_beside_floor(f"scan after a change {size}", pairs, 50)
    show_beside_floor(f"scan after a change {size}", pairs, 99, goal=Goal(16.7))


def _move(file: EventFile, number: int) -> None:
    """Give a session other than the door's another theme."""
    seen = file.event
    code = next(code for code in seen.sessions if code != DOOR)
    changed = replace(seen.sessions[code], theme=LocalText.of(f"Theme {number}"))
    amend(file, STAFF, seen, replace(seen, sessions={**seen.sessions, code: changed}))


def during_import(size: int, runs: int) -> None:
    """While 100,000 further delegates come in from a list."""
    under_load(f"scan during import {size}", size, runs, _import)


def during_badge_run(size: int, runs: int) -> None:
    """While badges are drawn into a file and noted as printed."""
    under_load(f"scan during badge run {size}", size, runs, _print)


Load: TypeAlias = Callable[["EventFile", "LongLane", "Path"], "Handle"]


def _import(file: EventFile, lane: LongLane, folder: Path) -> Handle:
    listed = folder / "more.csv"
    people.write_csv(listed, IMPORTED, prefix="X")

    def work(report: Callable[..., None]) -> None:
        plan = bring_in.plan(file, listed, progress=report)
        bring_in.bring_in(file, STAFF, plan, report)

    return lane.run(work)


def _print(file: EventFile, lane: LongLane, folder: Path) -> Handle:
    def work(report: Callable[..., None]) -> None:
        chosen = print_badges.chosen(file, Which.ALL)[:PRINTED]
        print_badges.print_to_file(
            file, STAFF, chosen, folder / "badges.pdf", file.event.sessions[DOOR].start, report
        )

    return lane.run(work)


def under_load(name: str, size: int, runs: int, load: Load, took: Goal | None = None) -> None:
    """Readings and bare commits in turn, asked of the prompt lane as the window does; until the load has ended.

    `took` is the goal for the seconds that the load takes.
    """
    readings = []
    for _ in range(runs):
        with _ready(size) as (door, bare), event_files.scratch() as folder:
            readings.append(_Readings(door, bare).during(load, folder))
    pairs = [each.recorded for each in readings]
    show_beside_floor(name, pairs, 50)
    show_beside_floor(name, pairs, 99, goal=Goal(25))
    best = min(readings, key=lambda each: each.recorded.ours.percentile(99))
    show(f"{name} p99 told to the window", best.told.percentile(99), "ms")
    show(f"{name} readings", len(best.told.seconds), "scans")
    show(f"{name} took", best.load_seconds, "s", took)


class _Readings:
    """A window's thread at a door, and how long each reading took from the key to the commit and back."""

    def __init__(self, door: Door, bare: BareCommits) -> None:
        self.recorded = Pair()
        self.told = Times()
        self.load_seconds = 0.0
        self._door = door
        self._bare = bare
        self._chance = random.Random(1)  # noqa: S311 - nothing secret
        self._turn = 0
        self._application = QCoreApplication.instance() or QCoreApplication(["benchmark"])
        self._loop = QEventLoop()
        self._tasks = Tasks()
        self._tasks.bug.connect(self._fail)
        self._tasks.trouble.connect(self._fail)
        self._error: Exception | None = None

    def during(self, load: Load, folder: Path) -> _Readings:
        began = time.perf_counter()
        self._load = load(self._door.file, self._tasks.batch, folder)
        QTimer.singleShot(0, self._ask)
        self._loop.exec()
        self.load_seconds = time.perf_counter() - began
        self._tasks.close(self._door.file.database.peewee.close)
        if self._error is not None:
            raise self._error
        return self

    def _fail(self, error: Exception) -> None:
        self._error = error
        self._loop.quit()

    def _ask(self) -> None:
        if self._load.is_done:
            self._loop.quit()
            return
        self._turn += 1
        began = time.perf_counter()
        if self._turn % 2:
            self._tasks.desk.run(
                lambda: self._at(self._bare.commit), then=lambda at: self._bare_done(began, at)
            )
        else:
            self._tasks.desk.run(
                lambda: self._at(self._door.read), then=lambda at: self._scan_done(began, at)
            )

    @staticmethod
    def _at(work: Callable[[], None]) -> float:
        """When the work was done, in the lane."""
        work()
        return time.perf_counter()

    def _bare_done(self, began: float, done: float) -> None:
        self.recorded.floor.seconds.append(done - began)
        self._ask_again()

    def _scan_done(self, began: float, done: float) -> None:
        self.recorded.ours.seconds.append(done - began)
        self.told.seconds.append(time.perf_counter() - began)
        self._ask_again()

    def _ask_again(self) -> None:
        QTimer.singleShot(self._chance.randrange(_MOST_WAIT_MS), self._ask)


@contextmanager
def _ready(size: int) -> Iterator[tuple[Door, BareCommits]]:
    with (
        event_files.copy_of(event_files.of_size(size)) as file,
        event_files.scratch() as folder,
        bare_commits(folder) as bare,
    ):
        codes = [code for code, _ in event_files.badges_of(file)]
        yield Door(file, codes, file.event.sessions[DOOR].start), bare
