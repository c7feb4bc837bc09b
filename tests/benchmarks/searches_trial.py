"""Who is found among the first five although a word was mistyped or turned round, and how long each key takes."""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checkin.desk.find import find
from checkin.desk.suggest import Clue, suggest_by
from checkin.domain.facts import Registered
from checkin.storage.event_file import EventFile
from tests.benchmarks import event_files
from tests.benchmarks.figures import Goal, Pair, Times, say, show, show_beside_floor
from tests.benchmarks.searches import bare
from tests.desk import sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.desk.suggest import Suggestion
    from checkin.domain.delegates import Delegate
    from checkin.domain.registration import Registration

EACH = 154
"""Queries of each kind: 2,000 in all."""
_LOT = 5_000
_FIRST = 5
_FRAME_MS = 16.7
_FOUND_PERCENT = 99.0
_SECOND_PROMISE = {"half typed with typo", "as it was heard"}
"""Kinds of which the figure is told, and no goal is set."""


def of_typos(size: int, runs: int) -> None:
    """The share of people who are found, and the time of each piece of work that the lane does for a text."""
    everybody = sought.people(size)
    queries = sought.queries(everybody, EACH)
    with _crowd(everybody) as file:
        began = time.perf_counter()
        file.words.read_again()
        show(f"known words {size}", len(file.words.in_order), "words")
        show(f"known words {size} read", 1000 * (time.perf_counter() - began), "ms")
        for each in queries[:: len(queries) // 50]:
            find(file, each.typed)
        pairs, steps, cpu = [], Times(), Times()
        hits: Counter[str] = Counter()
        for run in range(runs):
            pair = Pair()
            for query in queries:
                found = _searched(file, query, pair, steps, cpu, size)
                hits[query.kind] += run == 0 and query.meant in found[:_FIRST]
            pairs.append(pair)
        for kind in sought.KINDS:
            goal = None if kind in _SECOND_PROMISE else Goal(_FOUND_PERCENT, at_least=True)
            show(f"found {size} {kind}", 100 * hits[kind] / EACH, "%", goal)
        for percent in (50, 95, 99):
            show_beside_floor(
                f"find sought {size}", pairs, percent, goal=Goal(_FRAME_MS) if percent == 99 else None
            )
            show(f"suggest step {size} p{percent}", steps.percentile(percent), "ms")
            show(f"suggest step {size} p{percent} processor", cpu.percentile(percent), "ms", Goal(_FRAME_MS))


def _searched(
    file: EventFile, query: sought.Sought, pair: Pair, steps: Times, cpu: Times, size: int
) -> list[str]:
    """The ids in the order of the list: who is found and who is suggested, as the window asks for them."""
    chance = random.Random(query.typed)  # noqa: S311 - nothing secret
    numbers = [chance.randrange(1, size + 1) for _ in range(50)]
    known = []
    pair.take(lambda: known.append(find(file, query.typed)), lambda: bare(file, numbers))
    (found,) = known
    suggestions: list[Suggestion] = []
    for clue in Clue:
        began = time.thread_time()
        steps.take(lambda clue=clue: _suggest(file, query.typed, clue, found, suggestions))
        cpu.seconds.append(time.thread_time() - began)
    nearly = (each for suggestion in suggestions for each in suggestion.found)
    return [each.delegate.id for each in (*found, *nearly)]


def _suggest(
    file: EventFile, typed: str, clue: Clue, found: Sequence[Registration], suggestions: list[Suggestion]
) -> None:
    if (new := suggest_by(clue, file, typed, found, suggestions)) is not None:
        suggestions.append(new)


@contextmanager
def _crowd(everybody: list[Delegate]) -> Iterator[EventFile]:
    """A new event file with these people."""
    with event_files.scratch() as place:
        say(f"building an event file of {len(everybody):,} people")
        with EventFile.create(place / "crowd.event", event_files.forum(), event_files.DESK, "Dara") as file:
            for first in range(0, len(everybody), _LOT):
                with file.transaction():
                    facts = [_registered(one) for one in everybody[first : first + _LOT]]
                    file.append(facts, event_files.STAFF.operator)
                file.database.log.checkpoint()
            yield file


def _registered(one: Delegate) -> Registered:
    return Registered(one.id, {field: one.value(field) for field in sought.FIELDS if one.value(field)})
