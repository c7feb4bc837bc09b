"""What the window remembers of events on this computer."""

from __future__ import annotations

import pytest

from checkin import paths, remembered


def test_what_is_remembered_of_an_event_is_known_again_and_of_another_nothing() -> None:
    remembered.remember("e1", {"door": {"session": "opening", "direction": "in"}})

    assert remembered.of_event("e1") == {"door": {"session": "opening", "direction": "in"}}
    assert remembered.of_event("e2") == {}


def test_of_fifty_events_the_one_that_was_open_longest_ago_is_forgotten() -> None:
    for number in range(51):
        remembered.remember(f"e{number}", {"door": {"room": str(number)}})

    assert remembered.of_event("e0") == {}
    assert remembered.of_event("e1") == {"door": {"room": "1"}}


@pytest.mark.parametrize(
    "content", ["", "nonsense", "[]", '{"e1": 3}', '{"e1": {"door": [1]}}', "[" * 100_000]
)
def test_a_damaged_file_remembers_nothing_and_is_written_anew(content: str) -> None:
    paths.config_folder().mkdir(parents=True, exist_ok=True)
    (paths.config_folder() / "remembered.json").write_text(content, "utf-8")
    assert remembered.of_event("e1") == {}

    remembered.remember("e1", {"door": {"room": "1"}})
    assert remembered.of_event("e1") == {"door": {"room": "1"}}
