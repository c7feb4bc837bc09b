"""No command leaves a file beside the event that nobody asked for; the next open clears what a killed one has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.seminar import LIST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.program import Computer


@pytest.mark.parametrize(
    ("makes", "command"),
    [
        ("", lambda event: ("verify", event)),
        ("", lambda event: ("verify", event, "--mend")),
        ("", lambda event: ("import", event, event.with_name("more.csv"))),
        ("", lambda event: ("register", event, "family_name=LY", "category=P")),
        ("badges.pdf", lambda event: ("badges", event, "--out", event.with_name("badges.pdf"), "--all")),
        ("all.xlsx", lambda event: ("report", event, "attendance", "--out", event.with_name("all.xlsx"))),
        ("stick", lambda event: ("backup", event, event.with_name("stick"))),
        ("seminar.replaced-*.event", lambda event: ("restore", event.with_name("copy"), event)),
    ],
    ids=lambda given: None if callable(given) else given,
)
def test_a_command_leaves_nothing_beside_the_event_but_what_it_makes(
    computer: Computer, event: Path, makes: str, command: Callable[[Path], tuple[object, ...]]
) -> None:
    event.with_name("more.csv").write_text(LIST.replace("R", "N"), encoding="utf-8")
    event.with_name("copy").write_bytes(event.read_bytes())
    before = set(event.parent.iterdir())

    assert computer.run(*command(event)).code == 0

    made = set(event.parent.iterdir()) - before
    assert made == set(event.parent.glob(makes or "nothing"))
    assert bool(made) == bool(makes)
    assert [
        path for folder in made if folder.is_dir() for path in folder.iterdir() if path.suffix != ".event"
    ] == []


def test_the_next_open_clears_the_locks_of_killed_commands(computer: Computer, event: Path) -> None:
    left = [
        event.with_name(f".{event.name}{ending}")
        for ending in (".lock", ".rebuilt", ".rebuilt.lock", ".0123abcd.new.lock", ".4567abcd.new")
    ]
    for path in left:
        path.write_bytes(b"")

    computer.does("delegates", event)

    assert [path.name for path in left if path.exists()] == []
