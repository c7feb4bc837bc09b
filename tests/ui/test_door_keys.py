"""No key of the door page is dead: in every state of the page each does something, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt

from checkin.desk.set_doors import set_doors
from checkin.desk.undo import undo
from checkin.desk.watch import occupancy
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, DoorWords, Exits, Policy
from checkin.settings import Palette
from checkin.ui.door.choice import ByClock, ByHand
from tests.recent import recent_acts
from tests.ui.doors import STAFF, Door, a_story_in, at, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path) -> Iterator[Story]:
    assert qtbot
    yield from a_story_in(tmp_path, Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET))


@pytest.fixture
def untold(qtbot: QtBot, story: Story) -> Door:
    return Door(qtbot, story)


@pytest.fixture
def door(untold: Door) -> Door:
    tell(untold.page, Direction.IN, ByClock("Ballroom"))
    return untold


# ---- what a page may be in the middle of


def ready(_door: Door) -> None:
    pass


def welcome(door: Door) -> None:
    door.read(door.story.delegate("SOK"))
    door.settle()


def refused(door: Door) -> None:
    tell(door.page, choice=ByHand("panel"))
    door.read(door.story.delegate("SOK"))
    door.settle()


def blocked(door: Door) -> None:
    door.read(door.story.delegate("SOK", status="blocked"))
    door.settle()


def asked(door: Door) -> None:
    welcome(door)
    door.chord(Qt.Key.Key_D)


def searched(door: Door) -> None:
    door.story.delegate("KEM")
    door.type("kem")
    door.settle()


def nobody_found(door: Door) -> None:
    door.type("xyzzy")
    door.settle()


def full_screen(door: Door) -> None:
    door.page.show_alone(is_alone=True)
    welcome(door)


def full_screen_refused(door: Door) -> None:
    door.page.show_alone(is_alone=True)
    refused(door)


def closed_by_hand(door: Door) -> None:
    door.chord(Qt.Key.Key_K)
    door.qtbot.waitUntil(lambda: door.says.startswith("CLOSED"))
    door.settle()


def no_session(door: Door) -> None:
    door.story.hands.now = at(3 * 24 * 60)
    door.page._on_second()
    door.settle()


def after_the_last_entry(door: Door) -> None:
    tell(door.page, choice=ByHand("opening"))
    door.story.hands.now = at(61)
    door.page._on_second()
    door.settle()


def several_rooms(door: Door) -> None:
    tell(door.page, choice=ByClock())
    door.settle()


def after_an_undo(door: Door) -> None:
    welcome(door)
    door.chord(Qt.Key.Key_Z)
    door.qtbot.waitUntil(lambda: door.told.startswith("Undone"))
    door.settle()


STATES: Final[tuple[Callable[[Door], None], ...]] = (
    ready, welcome, refused, blocked, asked, searched, nobody_found, full_screen, full_screen_refused, closed_by_hand,
    no_session, after_the_last_entry, several_rooms, after_an_undo,
)  # fmt: skip
KEYS: Final = ("S", "1", "Enter", "Esc", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+F", "Ctrl+D", "Ctrl+K")
_CODES: Final = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape}


def press(door: Door, keys: str) -> None:
    """Press a key where the focus is, as a keyboard and its scanner's listener do."""
    *held, key = keys.split("+")
    if held:
        door.chord(Qt.Key[f"Key_{key}"], shift="Shift" in held)
        return
    door.press(_CODES.get(key, key))
    if key.isdecimal():
        door.story.scanners.pressed_alone.emit(key)


def seen(door: Door) -> tuple[object, ...]:
    """What somebody sees who looks at the page, and where the focus is."""
    page = door.page
    return (
        door.says, door.told, page.operator.held.text(), page.operator.held.isVisible(), door.strip,
        page.controls.code.text(), page.controls.note.text(), page.search._hint.text(), page.undo_button.toolTip(),
        [each.isVisible() for each in (page.panel, page.search, page.what_door, page.operator.words)],
        page.window().focusWidget(),
    )  # fmt: skip


def test_the_page_names_these_keys(door: Door) -> None:
    named = [each.keys for each in door.page.keys]

    assert named == ["A – Z", "1 – 4", "Enter", "Esc", *KEYS[4:]]


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_each_key_does_something_or_says_why_not(
    door: Door, state: Callable[[Door], None], keys: str
) -> None:
    state(door)
    before = seen(door)
    press(door, keys)

    says_already = state is full_screen_refused and keys in {"1", "Enter"}
    if says_already:
        assert "F11 shows who this is; only then can you admit." in door.told
        assert len(door.page.recent.answers) == 1
    elif state is nobody_found and keys == "Enter":
        assert "Type fewer letters" in door.page.search.finder.results.heading.if_empty(door.page._say)
    elif state in {searched, nobody_found} and keys == "Ctrl+F":
        assert door.page.controls.code.hasFocus()
    else:
        door.qtbot.waitUntil(lambda: seen(door) != before)
    door.settle()


@pytest.mark.parametrize("keys", [key for key in KEYS if key not in {"Ctrl+D", "Ctrl+K"}])
def test_a_door_that_was_never_told_says_so_at_each_key(untold: Door, keys: str) -> None:
    untold.settle()
    press(untold, keys)

    if keys == "Enter":
        assert untold.page.panel.isVisible()
    else:
        assert untold.page.what_door.isVisible()
        assert untold.told in {
            "Say first what this door is.",
            "There is nothing to undo here.",
            "There is nothing to bring back here.",
        }


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (no_session, "No session opens here any more."),
        (after_the_last_entry, "Entry closed at 10:00."),
        (several_rooms, "4 sessions are open; choose the room"),
    ],
)
def test_where_no_door_can_be_closed_the_key_says_why(
    door: Door, state: Callable[[Door], None], words: str
) -> None:
    state(door)
    press(door, "Ctrl+K")

    assert door.told == words


def test_a_word_beside_a_refusal_leaves_the_refusal_and_its_reasons(door: Door) -> None:
    tell(door.page, choice=ByHand("panel"))
    door.read(door.story.delegate("SOK"))
    door.settle()
    before = door.told
    press(door, "Ctrl+Z")

    assert door.told == f"There is nothing to undo here.  ·  {before}"
    assert all(button.isVisible() for button in door.page.operator.buttons)


def test_what_goes_wrong_is_read_in_full_screen_too(door: Door) -> None:
    door.page.show_alone(is_alone=True)
    welcome(door)
    undo(door.story.file, STAFF, door.page.undo_button.named)
    press(door, "Ctrl+Z")
    door.qtbot.waitUntil(lambda: "This act was undone already" in door.told)

    assert [each.title for each in door.story.troubles] == ["This act was undone already"]


# ---- an undo is brought back


def test_an_undo_is_brought_back_once_by_its_key(door: Door) -> None:
    after_an_undo(door)
    gone = occupancy(door.story.file, "opening").inside, door.page.counter.rate.text()
    press(door, "Ctrl+Shift+Z")
    door.qtbot.waitUntil(lambda: door.told == "BROUGHT BACK · SOK: admitted to Opening 09:00")
    door.settle()
    back = occupancy(door.story.file, "opening").inside, door.page.counter.rate.text()
    press(door, "Ctrl+Shift+Z")

    assert door.story.scanners.anew >= 2  # the undo and the redo: the same badge may be read at once
    assert (gone, back) == ((0, "+0/min"), (1, "+1/min"))
    assert door.told == "There is nothing to bring back here."
    door.qtbot.waitUntil(lambda: "UNDONE" not in door.strip)


def test_where_nothing_is_left_to_undo_the_last_undo_is_told_no_longer(door: Door) -> None:
    after_an_undo(door)
    press(door, "Ctrl+Z")

    assert door.told == "There is nothing to undo here."


def test_each_undo_in_turn_is_brought_back_the_newest_first(door: Door) -> None:
    for name in ("A", "B"):
        door.read(door.story.delegate(name))
        door.settle()
    told = []
    for keys in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Z"):
        before = door.told
        press(door, keys)
        door.qtbot.waitUntil(lambda before=before: door.told != before)  # type: ignore[misc]
        door.settle()
        told.append(door.told.partition(":")[0].partition("  ·")[0])

    assert told == [
        "Undone", "Undone", "BROUGHT BACK · A", "BROUGHT BACK · B", "There is nothing to bring back here.", "Undone",
    ]  # fmt: skip
    assert occupancy(door.story.file, "opening").inside == 1


def test_an_undo_that_was_brought_back_elsewhere_hides_no_earlier_undo(door: Door) -> None:
    for name in ("A", "B"):
        door.read(door.story.delegate(name))
        door.settle()
    for _ in range(2):
        press(door, "Ctrl+Z")
        door.settle()
    last, _first = recent_acts(door.story.file, 2)
    undo(door.story.file, STAFF, last.act.id)
    press(door, "Ctrl+Shift+Z")
    door.settle()
    press(door, "Ctrl+Shift+Z")
    door.settle()

    assert [each.title for each in door.story.troubles] == ["This act was undone already"]
    assert occupancy(door.story.file, "opening").inside == 2


def test_doors_that_were_closed_are_closed_again_by_bringing_back(door: Door) -> None:
    closed_by_hand(door)
    press(door, "Ctrl+Z")
    door.qtbot.waitUntil(lambda: door.says.startswith("READY"))
    door.settle()
    press(door, "Ctrl+Shift+Z")
    door.qtbot.waitUntil(lambda: door.says.startswith("CLOSED"))

    assert door.told == "BROUGHT BACK · doors of Opening closed 09:00"


def test_another_sessions_undo_is_not_brought_back(door: Door) -> None:
    after_an_undo(door)
    tell(door.page, choice=ByHand("panel"))
    door.settle()
    press(door, "Ctrl+Shift+Z")

    assert door.told == "There is nothing to bring back here."
    assert occupancy(door.story.file, "opening").inside == 0


def test_nobody_who_was_undone_elsewhere_is_named_on_the_panel(door: Door) -> None:
    welcome(door)
    undo(door.story.file, STAFF)
    door.story.changes.acts_changed.emit()
    door.qtbot.waitUntil(lambda: door.says.startswith("READY"))


def test_nobody_who_was_undone_is_named_in_full_screen(door: Door) -> None:
    full_screen(door)
    press(door, "Ctrl+Z")
    door.qtbot.waitUntil(lambda: "UNDONE" in door.strip)

    assert door.told == "Undone: admitted to Opening 09:00"
    assert "SOK" not in f"{door.says} {door.strip}"
    door.page.show_alone(is_alone=False)
    assert door.told == "Undone: SOK: admitted to Opening 09:00"
    assert "SOK" in door.strip


# ---- the hint names no key that does nothing


def test_the_hint_names_the_digits_only_where_they_admit(door: Door) -> None:
    hint = door.page.foot._hint
    texts = [hint.text()]
    refused(door)
    texts.append(hint.text())
    door.press(Qt.Key.Key_Escape)
    texts.append(hint.text())

    assert ["1–4 admit" in text for text in texts] == [False, True, False]
    door.chord(Qt.Key.Key_D)
    assert not hint.isVisible()


# ---- another language, other colours


@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_language_and_colours_leave_every_state_as_it_is_and_true(
    door: Door, state: Callable[[Door], None]
) -> None:
    state(door)
    before = seen(door)
    look = door.page._look
    look.speak("km")
    translated = seen(door)
    look.wear(Palette.DARK)
    dark = door.page.panel.sight
    look.wear(Palette.LIGHT)
    look.speak("en")

    assert seen(door) == before
    assert translated[0] != before[0]
    assert dark is not None
    assert ". ".join(line.text for line in dark.lines) == translated[0]


def test_a_word_of_why_not_is_said_in_the_language_of_the_window(door: Door) -> None:
    no_session(door)
    press(door, "Ctrl+K")
    door.page._look.speak("fr")

    assert door.told == door.page._say.text("No session opens here any more.")
    assert door.told != "No session opens here any more."


def test_a_door_closed_elsewhere_after_the_question_was_asked_is_closed_behind_the_question(
    door: Door,
) -> None:
    asked(door)
    set_doors(door.story.file, STAFF, "opening", DoorState.CLOSED, door.story.hands.now)
    assert door.story.file.event
    door.story.changes.programme_changed.emit()
    press(door, "Esc")

    assert door.says.startswith("CLOSED")
