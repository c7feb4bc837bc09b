"""The door shows the seat of its session to whoever is named for it, and counts to the capacity of the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.invite import Wish, invite
from checkin.domain.naming import Answer
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords, Exits, LocalText, OwnField, Policy, Room, ShownOn
from checkin.storage import persons
from checkin.ui.door.choice import ByHand
from tests.ui.doors import DESK, Door, Story, a_story_in, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """A door of an event that is discreet about refusals."""
    yield from a_story_in(tmp_path, Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET))


def named(story: Story, code: str, **parts: object) -> None:
    """Invite the holder of the badge to the briefing."""
    person = persons.who_has(story.file.database, code)
    invite(story.file, DESK, "briefing", [Wish(person, **parts)])  # type: ignore[arg-type]


def test_the_seat_stands_beside_the_category_and_is_said_aloud(qtbot: QtBot, story: Story) -> None:
    invited, other = story.delegate("SOK"), story.delegate("LY")
    named(story, invited, seat="A3", persons=3)
    door = Door(qtbot, story)
    tell(door.page, Direction.IN, ByHand("briefing"))

    shown = door.read(invited)
    assert "Ministries  ·  seat A3 · 3 persons" in door.says
    assert "seat A3 · 3 persons" in shown.spoken
    door.read(other)

    assert "seat" not in door.says
    assert "SOK" not in door.says


def test_a_seat_of_another_session_is_not_shown(qtbot: QtBot, story: Story) -> None:
    invited = story.delegate("SOK")
    named(story, invited, seat="A3", answer=Answer.ACCEPTS)
    door = Door(qtbot, story)
    tell(door.page, Direction.IN, ByHand("opening"))

    door.read(invited)

    assert "WELCOME" in door.says
    assert "seat" not in door.says


def test_the_counter_counts_to_the_capacity_of_the_room(qtbot: QtBot, story: Story) -> None:
    event = story.file.event
    opening = replace(event.sessions["opening"], room=LocalText.of("B"), capacity=None)
    rooms = {"B": Room("B", LocalText.of("Ballroom"), 48)}
    wanted = replace(event, rooms=rooms, sessions={**event.sessions, "opening": opening})
    door = Door(qtbot, story)
    tell(door.page, Direction.IN, ByHand("opening"))
    door.read(story.delegate("SOK"))
    assert door.page.counter.inside.text() == "inside 1 / 300"

    amend(story.file, DESK, event, wanted)
    assert story.file.event == wanted
    story.changes.programme_changed.emit()

    qtbot.waitUntil(lambda: door.page.counter.inside.text() == "inside 1 / 48")


def test_who_is_named_for_the_session_is_found_first_and_marked_with_a_word(
    qtbot: QtBot, story: Story
) -> None:
    story.delegate("SOK", given_name="Aroun", badge=False)
    invited = story.delegate("SOK", given_name="Vibol")
    named(story, invited)
    door = Door(qtbot, story)
    tell(door.page, Direction.IN, ByHand("briefing"))
    door.type("sok")
    results = door.page.search.finder.results

    assert [each.delegate.given_name for each in results.found] == ["Vibol", "Aroun"]
    assert [results.state(each) for each in results.found] == ["named", "no badge"]
    door.page.search.give_up()
    tell(door.page, Direction.IN, ByHand("opening"))
    door.type("sok")
    assert [each.delegate.given_name for each in results.found] == ["Aroun", "Vibol"]


def test_a_field_of_the_event_that_doors_show_stands_beside_the_category_and_a_private_one_does_not(
    qtbot: QtBot, story: Story
) -> None:
    holder, event = story.delegate("SOK"), story.file.event
    fields = (
        OwnField("menu", LocalText.of("Menu"), shown=(ShownOn.DOOR,)),
        OwnField("car", LocalText.of("Car"), shown=(ShownOn.DOOR,), private=True),
        OwnField("hotel", LocalText.of("Hotel"), shown=(ShownOn.CARD,)),
    )
    amend(story.file, DESK, event, replace(event, fields={each.code: each for each in fields}))
    person = persons.who_has(story.file.database, holder)
    correct(story.file, DESK, person, {"menu": "Fish", "car": "2A-1234", "hotel": "Royal"})
    door = Door(qtbot, story)
    tell(door.page, Direction.IN, ByHand("opening"))

    shown = door.read(holder)

    assert "Ministries  ·  Menu: Fish" in door.says
    assert "Menu: Fish" in shown.spoken
    assert not any(word in f"{door.says}{shown.spoken}" for word in ("2A-1234", "Royal"))
