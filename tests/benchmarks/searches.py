"""Key → result rows ready: every beginning of what somebody types, from the first letter, in both scripts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from checkin.desk.find import MOST, find
from tests.benchmarks import event_files, people
from tests.benchmarks.figures import Goal, Pair, show_beside_floor

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile

TYPED = 60
"""How many names are typed in each script."""
_FRAME_MS = 16.7


def keys_to_rows(size: int, runs: int) -> None:
    """After each key the whole search for what stands there; the floor is to read as many rows by their numbers."""
    with event_files.copy_of(event_files.of_size(size)) as file:
        for script, texts in _typed(size).items():
            pairs = [_measured(file, texts) for _ in range(runs)]
            show_beside_floor(f"find {script} {size}", pairs, 50)
            show_beside_floor(f"find {script} {size}", pairs, 99, goal=Goal(_FRAME_MS))
            show_beside_floor(f"find {script} {size}", pairs, 100)


def _measured(file: EventFile, texts: list[str]) -> Pair:
    pair = Pair()
    highest = file.database.row("SELECT max(no) FROM delegates")[0]
    chance = random.Random(2027)  # noqa: S311 - nothing secret
    for text in texts:
        numbers = [chance.randrange(1, highest + 1) for _ in range(MOST)]
        pair.take(lambda text=text: find(file, text), lambda numbers=numbers: bare(file, numbers))
    return pair


def bare(file: EventFile, numbers: list[int]) -> None:
    marks = ",".join("?" * len(numbers))
    file.database.rows(f"SELECT * FROM delegates WHERE no IN ({marks})", numbers)  # noqa: S608 - question marks


def _typed(size: int) -> dict[str, list[str]]:
    """All beginnings of some names, in either order, with an honorific, and of organisations."""
    chosen = random.Random(1).sample(list(people.rows(size)), TYPED)  # noqa: S311 - nothing secret
    latin = [
        text
        for row in chosen
        for text in (
            f"{row['Family name']} {row['Given name']}",
            f"{row['Given name']} {row['Family name']}",
            row["Organisation"],
        )
    ]
    khmer = [
        row["Name in native script"]
        for row in people.rows(min(size, 30 * TYPED))
        if row["Country"] == "Cambodia"
    ]
    turned = [" ".join(reversed(name.split())) for name in khmer]
    return {
        "Latin": _beginnings(latin),
        "Khmer": _beginnings(khmer[:TYPED] + turned[-TYPED:]),
        "one letter": list("abcdefghijklmnopqrstuvwxyz0123456789កខគងចជញដតថទធនបផពភមយរលវសហឡអ"),
        "two letters apart": [
            f"{one} {other}" for one in "abcdefghijklmnoprstuvwxyz" for other in "abdegiklmnoprstv"
        ],
    }


def _beginnings(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(text[:end] for text in texts for end in range(1, len(text) + 1)))
