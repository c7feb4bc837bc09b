"""Badge run: badges a second, peak memory and its slope, and one badge; the floor is a bare loop of reportlab."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from tests.benchmarks import event_files
from tests.benchmarks.figures import Goal, show

FEW = 300
"""The run against which the slope of a longer one is taken."""
_MIB = 1024.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one process that did nothing else has measured; memory in KiB."""

    seconds: float
    peak: int
    ready: int
    bytes: int


def run_to_file(size: int, runs: int) -> None:
    """A run of so many badges in mixed scripts, a process each, in turn with the floor."""
    turns = runs if size <= 10_000 else 1
    pairs = [(_draw("ours", size), _draw("floor", size)) for _ in range(turns)]
    ours, floor = min(pairs, key=lambda pair: pair[0].seconds)
    show(f"badges {size} a second", size / ours.seconds, "badges/s", Goal(200, at_least=True))
    show(f"badges {size} a second floor", size / floor.seconds, "badges/s")
    show(f"badges {size} a second ratio", ours.seconds / floor.seconds, "x")
    show(f"badges {size} peak memory", ours.peak / _MIB, "MiB", Goal(150 + 6 * size / _MIB))
    show(f"badges {size} peak memory floor", floor.peak / _MIB, "MiB")
    show(f"badges {size} before the first badge", ours.ready / _MIB, "MiB")
    show(f"badges {size} file", ours.bytes / size / _MIB, "KiB/badge")
    if size > FEW:
        few = _draw("ours", FEW)
        show(f"badges {size} memory slope", (ours.peak - few.peak) / (size - FEW), "KiB/badge", Goal(6))


def one_badge(size: int, runs: int) -> None:
    """One badge at a time as the preview and the printer get it, fonts being loaded; at most 300 of them."""
    best = min((_draw("one", min(size, FEW)) for _ in range(runs)), key=lambda drawn: drawn.seconds)
    show("badge alone, mean", 1000 * best.seconds / min(size, FEW), "ms", Goal(30))


def _draw(what: str, size: int) -> Drawn:
    with event_files.scratch() as folder:
        command = [
            sys.executable,
            "-m",
            "tests.benchmarks.badge_process",
            what,
            str(size),
            str(folder / "run.pdf"),
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Drawn(**json.loads(done.stdout))
