"""The journal at its largest: verified, its last act found again, and entries of another desk taken in."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from checkin.desk.undo import last
from checkin.domain.facts import Registered
from checkin.storage.database import Database
from checkin.storage.event_file import EventFile
from checkin.storage.journal import read_entries
from tests.benchmarks import event_files, people, scans
from tests.benchmarks.event_files import DESK, DOOR, STAFF
from tests.benchmarks.figures import Goal, Times, show

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.journal import Entry
    from checkin.tasks import Handle, LongLane

_REFUSED = 10_000
_LOOKS = 200
_FOREIGN = 100_000
_MEBIBYTE = 1024
_LARGEST = 100_000
_VERIFY = """
import sys, time
from pathlib import Path
from checkin.storage import verifying
from checkin.storage.event_file import EventFile
with EventFile.open(Path(sys.argv[1]), "benchmark") as file:
    print(verifying.verify(file.database, lambda _: None).is_whole)
"""


def verification(size: int, _runs: int) -> None:
    """Everything built again and compared, in a program of its own; the floor reads each page of the file."""
    import resource  # noqa: PLC0415 - Windows has none

    built = event_files.of_size(size)
    with event_files.copy_of(built) as file:
        path = file.path
        floor = _integrity_check(path)
        began = time.perf_counter()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-c", _VERIFY, str(path)], capture_output=True, text=True, check=True
        )
        took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.stdout.strip() != "True":
        raise RuntimeError(done.stdout + done.stderr)
    goal, memory = (Goal(200), Goal(300)) if size == _LARGEST else (None, None)
    show(f"verify {size}", took, "s", goal)
    show(f"verify {size} cpu", after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, "s")
    show(f"verify {size} floor", floor, "s")
    show(f"verify {size} memory", after.ru_maxrss / _MEBIBYTE, "MiB", memory)


def _integrity_check(path: Path) -> float:
    database = Database(path)
    began = time.perf_counter()
    database.rows("PRAGMA integrity_check")
    took = time.perf_counter() - began
    database.close()
    return took


def act_to_undo(size: int, _runs: int) -> None:
    """The act that Ctrl+Z would take back, after 10,000 refused scans; the floor looks right after the act."""
    with event_files.copy_of(event_files.of_size(size)) as file:
        start = file.event.sessions[DOOR].start
        with file.transaction():
            file.append([Registered("dlast", {"family_name": "SOK", "category": "P"})], STAFF.operator)
        floor = _looks(file)
        door = scans.Door(file, ["8851234567890"], start)
        for _ in range(_REFUSED):
            door.read()
        times = _looks(file)
    for percent, goal in ((50, None), (99, Goal(5))):
        show(f"act to undo {size} p{percent}", times.percentile(percent), "ms", goal)
        show(f"act to undo {size} p{percent} floor", floor.percentile(percent), "ms")


def _looks(file: EventFile) -> Times:
    times = Times()
    for _ in range(_LOOKS):
        times.take(lambda: last(file))
    return times


def during_exchange(size: int, runs: int) -> None:
    """Readings while 100,000 entries of another desk come in."""
    scans.under_load(f"scan during exchange {size}", size, runs, _take_in, took=Goal(60))


def _take_in(file: EventFile, lane: LongLane, folder: Path) -> Handle:
    foreign = _of_another_desk(file, folder)
    return lane.run(lambda _tick: file.receive(foreign))


def _of_another_desk(file: EventFile, folder: Path) -> list[Entry]:
    """As many entries as another desk writes that brings a list of that size in."""
    path = folder / "other.event"
    file.database.run("VACUUM INTO ?", (str(path),))
    with EventFile.open(path, f"{DESK} 2") as other:
        known = {stream for (stream,) in other.database.rows("SELECT id FROM streams")}
        facts = [
            Registered(f"x{number}", delegate.details(), "another list", number)
            for number, delegate in enumerate(people.delegates(_FOREIGN))
        ]
        with other.transaction():
            other.append(facts, STAFF.operator)
        return [entry for entry in read_entries(other.database) if entry.stream not in known]
