"""The list of recent events: newest first, never too long, and never a reason not to start."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from checkin import paths, recents
from checkin.recents import RecentEvent

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = {
    "path": "/a/forum.event",
    "title": [["", "Forum"]],
    "first_day": "2026-09-14",
    "last_day": "2026-09-15",
    "is_rehearsal": False,
}


def an_event(path: Path, title: str = "Forum") -> RecentEvent:
    return RecentEvent(path, (("", title),), date(2026, 9, 14), date(2026, 9, 15))


def test_an_event_that_is_opened_again_stands_first_once_with_its_new_title(tmp_path: Path) -> None:
    one, other = tmp_path / "one.event", tmp_path / "other.event"
    for event in (an_event(one), an_event(other), an_event(one, "Forum, renamed")):
        recents.remember_event(event)

    assert recents.recent_events() == (an_event(one, "Forum, renamed"), an_event(other))


def test_twelve_are_kept_and_one_is_taken_off(tmp_path: Path) -> None:
    known = [tmp_path / f"{number}.event" for number in range(14)]
    for path in known:
        recents.remember_event(an_event(path))
    recents.forget_event(known[13])

    assert [event.path for event in recents.recent_events()] == known[12:1:-1]


@pytest.mark.parametrize(
    ("stored", "left"),
    [
        ("", 0),
        ("{", 0),
        ("7", 0),
        ('{"path": 1}', 0),
        (json.dumps([ENTRY, 7, None, {}, {**ENTRY, "title": 3}, {**ENTRY, "first_day": "soon"}]), 1),
    ],
)
def test_a_spoiled_list_loses_only_what_is_spoiled(stored: str, left: int) -> None:
    paths.config_folder().mkdir(parents=True, exist_ok=True)
    (paths.config_folder() / "recent.json").write_text(stored, "utf-8")

    assert len(recents.recent_events()) == left
