"""Which of all places are tried: some in every function with a branch, and some from everywhere, by a seed."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.mutants.places import Module
    from tests.mutants.source import Kind, Place


@dataclass(frozen=True, slots=True)
class Mutant:
    """A fault that was drawn, with its number in this draw."""

    number: int
    module: Module
    place: Place

    @property
    def text(self) -> str:
        """The text of the module with the fault in it."""
        return self.place.put_into(self.module.text)


def draw(modules: Sequence[Module], seed: int, least: int, more: int, function: str | None) -> list[Mutant]:
    """At least so many in every function with a branch, and so many more; all in the order of the files."""
    chosen: set[Place] = set()
    everywhere: list[Place] = []
    for module in modules:
        for name, places in _by_function(module, function).items():
            # Each function has a draw of its own, which a change of another one leaves as it is.
            varied = _varied(places, f"{seed} {module.file} {name}")
            chosen.update(varied[:least] if name in module.branching else ())
            everywhere += varied
    rest = [place for place in everywhere if place not in chosen]
    chosen.update(_varied(rest, str(seed))[:more])
    return _numbered(modules, chosen)


def _by_function(module: Module, function: str | None) -> dict[str, list[Place]]:
    by_function: defaultdict[str, list[Place]] = defaultdict(list)
    for place in module.places:
        if function is None or function in {place.function, place.function.rpartition(".")[2]}:
            by_function[place.function].append(place)
    return by_function


def _varied(places: Iterable[Place], seed: str) -> list[Place]:
    """The places in an order by chance in which all kinds take turns."""
    shuffled = sorted(places, key=lambda place: place.edits)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
    seen: Counter[Kind] = Counter()
    turns: list[tuple[int, Place]] = []
    for place in shuffled:
        turns.append((seen[place.kind], place))
        seen[place.kind] += 1
    return [place for _, place in sorted(turns, key=lambda turn: turn[0])]


def _numbered(modules: Sequence[Module], chosen: set[Place]) -> list[Mutant]:
    drawn = [
        (module, place)
        for module in modules
        for place in sorted(module.places, key=lambda place: place.edits)
        if place in chosen
    ]
    return [Mutant(number, module, place) for number, (module, place) in enumerate(drawn, 1)]
