"""Figures: timed, each beside its floor in the same run, and printed as `name: value unit`."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

Work: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure is to be: at most `limit`, or at least."""

    limit: float
    at_least: bool = False

    def is_met_by(self, value: float) -> bool:
        """Whether the figure is good enough."""
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(slots=True)
class Times:
    """Some durations in seconds."""

    seconds: list[float] = field(default_factory=list)

    def take(self, work: Work) -> None:
        """Do the work and note how long it took."""
        began = time.perf_counter()
        work()
        self.seconds.append(time.perf_counter() - began)

    def percentile(self, percent: float) -> float:
        """The duration in milliseconds that so many percent do not exceed."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[max(math.ceil(percent / 100 * len(ordered)), 1) - 1]


@dataclass(slots=True)
class Pair:
    """Ours and the floor, taken in turn, so that whatever slows the machine down slows both."""

    ours: Times = field(default_factory=Times)
    floor: Times = field(default_factory=Times)

    def take(self, ours: Work, floor: Work) -> None:
        """One of each."""
        self.floor.take(floor)
        self.ours.take(ours)


def show(name: str, value: float, unit: str, goal: Goal | None = None) -> None:
    """Print one figure, and whether it is what it is to be."""
    said = f"{value:,.3f}" if abs(value) < 100 else f"{value:,.0f}"
    if goal is not None:
        bound = "at least" if goal.at_least else "at most"
        said_goal = f"  [{bound} {goal.limit:g}: {'met' if goal.is_met_by(value) else 'MISSED'}]"
    print(f"{name}: {said} {unit}{said_goal if goal is not None else ''}", flush=True)


def show_beside_floor(
    name: str, runs: list[Pair], percent: float, *, goal: Goal | None = None, ratio: Goal | None = None
) -> None:
    """Print a percentile of the best of these runs, the floor's in that same run, and the ratio of the two."""
    best = min(runs, key=lambda run: run.ours.percentile(percent))
    ours, floor = best.ours.percentile(percent), best.floor.percentile(percent)
    show(f"{name} p{percent:g}", ours, "ms", goal)
    show(f"{name} p{percent:g} floor", floor, "ms")
    show(f"{name} p{percent:g} ratio", ours / floor, "x", ratio)


def say(text: str) -> None:
    """Tell whoever waits what is going on; no figure."""
    print(f"# {text}", flush=True)
