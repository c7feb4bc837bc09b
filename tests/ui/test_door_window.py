"""The window of a door: what it is told once, discreet words, letters that find a name, and doors closed by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLabel

from checkin.desk.scan_at_door import scan
from checkin.domain.admission import Refusal, Refused
from checkin.domain.facts import Scanned
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, DoorWords, Exits, Policy
from checkin.scanning import WedgeScanner, keys
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.theme import Look
from tests.recent import recent_acts
from tests.scanning.keyboard import Keyboard
from tests.ui.doors import STAFF, Door, a_story_in, at, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from checkin.ui.door.shown import Shown
    from tests.ui.doors import Story

DISCREET = Policy(exits=Exits.SCANNED, door_words=DoorWords.DISCREET)
NO_EXITS = Policy()


@pytest.fixture
def policy() -> Policy:
    return Policy(exits=Exits.SCANNED)


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path, policy: Policy) -> Iterator[Story]:
    assert qtbot
    yield from a_story_in(tmp_path, policy)


@pytest.fixture
def door(qtbot: QtBot, story: Story) -> Door:
    return Door(qtbot, story)


@pytest.fixture
def ballroom(door: Door) -> Door:
    """A door that was told: entrance and exit of the ballroom."""
    tell(door.page, Direction.AUTO, ByClock("Ballroom"))
    return door


# ---- told once what it is


def test_a_new_door_asks_what_it_is_and_one_enter_makes_it_an_entrance_by_the_clock(door: Door) -> None:
    asked = door.page.what_door
    was_asked = asked.isVisible()
    door.press(Qt.Key.Key_Return)

    assert was_asked
    assert not asked.isVisible()
    assert door.page.panel.hasFocus()
    assert door.page.state == {"room": "", "direction": "in", "told": True}
    assert door.page.controls.what.text() == "Entrance   Ctrl+D"


def test_a_door_is_not_asked_again_after_a_restart(qtbot: QtBot, story: Story) -> None:
    first = Door(qtbot, story)
    tell(first.page, Direction.OUT, ByHand("lunch"))
    state = first.page.state
    again = Door(qtbot, story)
    again.page.take_state(state)

    assert not again.page.what_door.isVisible()
    assert again.page.state == state
    assert again.page.controls.title.text.startswith("Lunch")


def test_a_door_of_an_earlier_program_that_was_never_told_is_asked_once(door: Door) -> None:
    door.page.take_state({"session": "lunch", "direction": "auto"})
    door.press(Qt.Key.Key_Return)

    assert door.page.state == {"session": "lunch", "direction": "in", "told": True}


def test_the_arrow_keys_choose_an_exit(door: Door) -> None:
    door.press(Qt.Key.Key_Down)
    door.press(Qt.Key.Key_Return)

    assert door.page.state["direction"] == "out"


def test_a_badge_that_is_read_while_the_door_is_asked_is_judged_when_the_door_is_told(door: Door) -> None:
    codes = [door.story.delegate(name) for name in ("SOK", "KEM")]
    for code in (*codes, codes[0]):
        door.page.on_scanned(code)
    asked = door.page.what_door
    before = asked.isVisible(), door.page.state["told"], door.page.recent.answers
    told = [label.text() for label in asked.findChildren(QLabel) if label.isVisible()]
    tell(door.page, Direction.IN, ByHand("panel"))
    door.qtbot.waitUntil(lambda: len(door.page.recent.answers) == 2)

    assert before == (True, False, ())
    assert "2 badges were read. The verdicts follow your answer." in told
    assert [each.name for each in door.page.recent.answers] == ["KEM", "SOK"]
    assert {each.words.title for each in door.page.recent.answers} == {"TOO EARLY"}
    assert [each.name for each in door.page.operator.held.verdicts] == ["SOK"]


def test_a_badge_that_is_read_while_the_door_is_asked_anew_is_judged_by_the_former_answer(
    ballroom: Door,
) -> None:
    ballroom.chord(Qt.Key.Key_D)
    ballroom.page.on_scanned(ballroom.story.delegate("SOK"))
    ballroom.page.what_door.ways[Direction.OUT].setChecked(True)
    asked = ballroom.page.what_door.isVisible()
    ballroom.press(Qt.Key.Key_Escape)

    assert asked
    assert ballroom.next_answer(0).look is Look.ADMITTED
    assert ballroom.page.state["direction"] == "auto"


def test_the_enter_at_the_end_of_a_reading_answers_no_question(door: Door) -> None:
    door.story.scanners.is_settling = True
    door.page.on_scanned(door.story.delegate("SOK"))
    door.press(Qt.Key.Key_Return)
    during = door.page.what_door.isVisible()
    door.story.scanners.is_settling = False
    door.press(Qt.Key.Key_Return)

    assert during
    assert door.next_answer(0).look is Look.ADMITTED


def test_enter_on_cancel_answers_nothing(ballroom: Door) -> None:
    ballroom.chord(Qt.Key.Key_D)
    ballroom.page.what_door.ways[Direction.OUT].setChecked(True)
    ballroom.page.what_door.back.setFocus()
    ballroom.press(Qt.Key.Key_Return)

    assert ballroom.page.panel.isVisible()
    assert ballroom.page.state["direction"] == "auto"


def test_esc_leaves_the_question_only_where_the_door_was_told_before(door: Door) -> None:
    door.press(Qt.Key.Key_Escape)
    first = door.page.what_door.isVisible()
    tell(door.page, Direction.OUT)
    door.page.controls.what.click()
    door.page.what_door.ways[Direction.IN].setChecked(True)
    door.press(Qt.Key.Key_Escape)

    assert first
    assert not door.page.what_door.isVisible()
    assert door.page.state["direction"] == "out"


def test_an_entrance_never_lets_anybody_out(door: Door) -> None:
    tell(door.page, choice=ByClock("Ballroom"))
    code = door.story.delegate("SOK")
    looks = []
    for _ in range(2):
        looks.append(door.read(code).look)
        door.story.hands.wait(600)

    assert looks == [Look.ADMITTED, Look.ALREADY_INSIDE]


@pytest.mark.parametrize("policy", [NO_EXITS])
def test_where_exits_are_not_scanned_only_an_entrance_is_offered_and_it_is_said_why(door: Door) -> None:
    asked = door.page.what_door
    offered = [way.text() for way in asked.ways.values() if way.isVisible()]
    told = " ".join(label.text() for label in asked.findChildren(QLabel) if label.isVisible())

    assert offered == ["Entrance"]
    assert "every door is an entrance" in told


@pytest.mark.parametrize("policy", [NO_EXITS])
def test_a_guest_who_comes_back_reads_when_and_at_which_door_they_first_came(door: Door) -> None:
    tell(door.page, choice=ByClock("Ballroom"))
    code = door.story.delegate("SOK")
    door.read(code)
    door.story.hands.wait(600)

    assert door.read(code).look is Look.BACK_IN
    assert door.says.startswith("BACK IN. SOK")
    assert "First entry 09:00, Door 1" in door.says


# ---- the choice of session


def test_days_are_headings_that_nobody_can_choose_and_each_choice_is_explained(door: Door) -> None:
    box = door.page.what_door.session
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    headings = [
        box.itemText(number) for number in range(box.count()) if not model.item(number).isSelectable()
    ]
    explained = [
        box.itemData(number, Qt.ItemDataRole.ToolTipRole)
        for number in range(box.count())
        if model.item(number).isSelectable()
    ]

    assert headings == ["Monday, September 14, 2026", "Tuesday, September 15, 2026"]
    assert all(explained)
    assert box.maxVisibleItems() * box.view().sizeHintForRow(0) < 600


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("high", [400, 700])
def test_the_open_list_of_sessions_stands_below_the_box(door: Door, high: int) -> None:
    door.page.resize(800, high)
    box = door.page.what_door.session
    box.showPopup()
    opened = box.view().window()
    door.qtbot.waitUntil(opened.isVisible)
    below = box.mapToGlobal(box.rect().bottomLeft()).y()
    top, bottom = opened.geometry().top(), opened.geometry().bottom()
    screen = box.screen().availableGeometry()
    box.hidePopup()

    assert top >= below
    assert bottom <= screen.bottom()


def test_the_marked_choice_is_explained_below_the_box(door: Door) -> None:
    asked = door.page.what_door
    seen = []
    for choice in (ByClock(), ByClock("Mekong"), ByHand("lunch")):
        box = asked.session
        box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == choice))
        seen.append(" ".join(label.text() for label in asked.findChildren(QLabel)))

    assert "in any room" in seen[0]
    assert "in this room" in seen[1]
    assert "whatever the time is" in seen[2]


# ---- nobody is embarrassed


def refused(door: Door, kind: str) -> Shown:
    """Read a badge that is refused for this reason."""
    story = door.story
    match kind:
        case "unknown":
            return door.read("https://example.org/4711")
        case "missing":
            return door.read(story.delegate("SOK")[1:])
        case "not on the list":
            tell(door.page, choice=ByHand("briefing"))
            return door.read(story.delegate("SOK"))
        case "early":
            tell(door.page, choice=ByHand("panel"))
            return door.read(story.delegate("SOK"))
        case _:
            return door.read(story.delegate("SOK", status=kind))


@pytest.mark.parametrize("policy", [DISCREET])
@pytest.mark.parametrize("kind", ["unknown", "missing", "not on the list", "early", "cancelled", "blocked"])
def test_every_refusal_reads_one_moment_and_the_reason_stands_in_the_operators_line(
    ballroom: Door, kind: str
) -> None:
    shown = refused(ballroom, kind)
    panel = ballroom.page.panel.sight
    assert panel is not None
    assert isinstance(shown.answer.verdict, Refused)

    assert ballroom.says == "ONE MOMENT, PLEASE"
    assert (panel.colour, panel.signs, panel.spoken) == ("#FFB000", ("hourglass",), "ONE MOMENT, PLEASE")
    assert ballroom.story.sounds.played == ["one_moment"]
    assert shown.words.reason in ballroom.page.operator.text
    assert shown.words.next_step in ballroom.page.operator.text
    assert shown.hidden_signs
    assert "blocked" not in ballroom.page.operator.text


@pytest.mark.parametrize("policy", [DISCREET])
def test_discreet_words_keep_the_name_for_the_operator_and_hide_it_in_full_screen(ballroom: Door) -> None:
    ballroom.read(ballroom.story.delegate("KEM", status="blocked"))
    ballroom.read(ballroom.story.delegate("SOK"))
    ballroom.read(ballroom.story.delegate("CHEA", status="cancelled"))
    page = ballroom.page
    seen = [(page.operator.text, page.operator.held.text(), ballroom.strip)]
    page.show_alone(is_alone=True)
    seen.append((page.operator.text, page.operator.held.text(), ballroom.strip))
    page.show_alone(is_alone=False)
    seen.append((page.operator.text, page.operator.held.text(), ballroom.strip))

    assert "CHEA" in seen[0][0]
    assert "KEM" in seen[0][1]
    assert "KEM" in seen[0][2]
    assert not any(name in text for text in seen[1] for name in ("KEM", "CHEA"))
    assert "SOK" in seen[1][2], "whoever was let in may be named"
    assert "ONE MOMENT, PLEASE" in seen[1][2]
    assert seen[2] == seen[0]


@pytest.mark.parametrize("policy", [DISCREET])
def test_a_blocked_person_looks_like_anybody_whose_code_is_not_known(ballroom: Door) -> None:
    sights = []
    for code in (ballroom.story.delegate("KEM", status="blocked"), "nonsense 4711"):
        ballroom.read(code)
        sights.append(ballroom.page.panel.sight)

    assert sights[0] == sights[1]


@pytest.mark.parametrize("policy", [DISCREET])
def test_who_entered_a_moment_ago_reads_how_to_leave_also_in_discreet_words(ballroom: Door) -> None:
    code = ballroom.story.delegate("SOK")
    ballroom.read(code)
    again = ballroom.read(code)

    assert again.answer.verdict == Refused(Refusal.JUST_ENTERED)
    assert "SHOW AGAIN TO LEAVE" in ballroom.says


@pytest.mark.parametrize("policy", [DISCREET])
def test_a_reading_that_is_not_recorded_is_told_to_the_operator_alone(ballroom: Door) -> None:
    ballroom.story.file.database.peewee.execute_sql("DROP TABLE occupancy")
    ballroom.page.on_scanned(ballroom.story.delegate("SOK", arrived=False))
    ballroom.qtbot.waitUntil(lambda: ballroom.says.startswith("ONE MOMENT"))

    assert ballroom.page.operator.text.startswith("NOT RECORDED")


def test_the_operator_reads_the_whole_sentence_on_a_small_screen(ballroom: Door) -> None:
    ballroom.page.resize(1024, 500)
    ballroom.read("B" + "0" * 15)
    ballroom.read(ballroom.story.delegate("KEM", status="cancelled"))
    ballroom.read("https://example.org/a/very/long/address/of/something/else/4711")
    label = next(each for each in ballroom.page.operator.findChildren(QLabel) if each.wordWrap())
    ballroom.qtbot.waitUntil(lambda: label.width() > 100)

    assert label.text() == ballroom.page.operator.text
    assert label.heightForWidth(label.width()) <= label.height()


def test_after_an_override_the_operator_reads_who_let_whom_in_and_why(ballroom: Door) -> None:
    tell(ballroom.page, choice=ByHand("panel"))
    ballroom.read(ballroom.story.delegate("SOK"))
    before = len(ballroom.page.recent.answers)
    ballroom.page.overriding.admit(1)
    shown = ballroom.next_answer(before)

    assert shown.words.title == "ADMITTED"
    assert ballroom.page.operator.text == "Let in by Vuthy: Speaker or moderator"
    assert "open" not in ballroom.says


# ---- letters find a name


def test_letters_typed_anywhere_find_people_first_those_without_a_badge_and_flagged_ones(
    ballroom: Door,
) -> None:
    ballroom.story.delegate("SOKA")
    ballroom.story.delegate("SOKB", attention=True)
    ballroom.story.delegate("SOKC", badge=False)
    ballroom.type("sok")

    assert ballroom.page.search.isVisible()
    assert not ballroom.page.panel.isVisible()
    assert set(ballroom.found[:2]) == {"SOKB", "SOKC"}
    assert ballroom.found[2] == "SOKA"


def test_enter_lets_in_by_name_as_if_a_badge_were_read(ballroom: Door) -> None:
    person = ballroom.story.delegate("SOKHA", badge=False)
    before = len(ballroom.page.recent.answers)
    ballroom.type("sokha")
    ballroom.press(Qt.Key.Key_Return)
    shown = ballroom.next_answer(before)
    fact = recent_acts(ballroom.story.file)[0].act.facts[0]

    assert (shown.look, shown.name) == (Look.ARRIVAL_NOTED, "SOKHA")
    assert isinstance(fact, Scanned)
    assert (fact.delegate, fact.code, fact.session) == (person, "", "opening")
    assert ballroom.page.panel.isVisible()
    assert ballroom.page.panel.hasFocus()
    assert ballroom.page.controls.code.text() == ""
    ballroom.qtbot.waitUntil(lambda: "by name" in ballroom.page.undo_button.toolTip())


def test_the_rules_hold_for_whoever_is_let_in_by_name(ballroom: Door) -> None:
    ballroom.story.delegate("KEM", status="blocked")
    before = len(ballroom.page.recent.answers)
    ballroom.type("kem")
    ballroom.press(Qt.Key.Key_Return)

    assert ballroom.next_answer(before).answer.verdict == Refused(Refusal.BLOCKED)


def test_the_list_says_nothing_of_a_person_that_a_guest_may_not_see(ballroom: Door) -> None:
    ballroom.story.delegate("KEM", status="cancelled", private_note="Owes the fee")
    ballroom.type("kem")
    results = ballroom.page.search.finder.results
    said = f"{results.index(0).data()} {results.state(results.found[0])} {results.warning(results.found[0])}"

    assert "KEM" in said
    assert not any(word in said for word in ("cancelled", "help desk", "fee", "✕"))


def test_esc_goes_back_and_the_guest_before_is_gone(ballroom: Door) -> None:
    ballroom.read(ballroom.story.delegate("SOK"))
    ballroom.type("kem")
    ballroom.press(Qt.Key.Key_Escape)

    assert ballroom.page.panel.isVisible()
    assert ballroom.says.startswith("READY")
    assert ballroom.page.controls.code.text() == ""


def test_a_refusal_that_nobody_has_seen_to_is_kept_when_somebody_else_is_searched_for(ballroom: Door) -> None:
    ballroom.read(ballroom.story.delegate("SOK", status="blocked"))
    ballroom.type("kem")
    during = ballroom.page.operator.text
    ballroom.press(Qt.Key.Key_Escape)

    assert during == ""
    assert [each.name for each in ballroom.page.operator.held.verdicts] == ["SOK"]


def test_a_badge_that_is_read_during_a_search_is_a_reading(ballroom: Door) -> None:
    code = ballroom.story.delegate("CHEA")
    ballroom.type("kem")
    shown = ballroom.read(code)

    assert shown.name == "CHEA"
    assert ballroom.page.panel.isVisible()
    assert ballroom.page.controls.code.text() == ""


def test_enter_lets_nobody_in_before_the_list_was_seen(ballroom: Door) -> None:
    ballroom.story.delegate("SOPHEAP")
    for letter in "sopheap":
        ballroom.press(letter)
    ballroom.press(Qt.Key.Key_Return)

    assert ballroom.page.search.isVisible()
    assert ballroom.page.recent.answers == ()


def test_a_foreign_text_without_enter_leaves_nobodys_green(qapp: QApplication, ballroom: Door) -> None:
    scanner = WedgeScanner(qapp, key_offset=keys.X11_OFFSET)
    scanner.scanned.connect(ballroom.page.on_scanned)
    scanner.start()
    keyboard = Keyboard(ballroom.page)
    ballroom.read(ballroom.story.delegate("SOK"))
    keyboard.type("TICKET NO.", gap=3)
    ballroom.qtbot.waitUntil(lambda: not ballroom.page.panel.isVisible())
    scanner.stop()
    scanner.deleteLater()

    assert ballroom.page.search.isVisible()
    assert "SOK" not in ballroom.page.operator.text


# ---- nobody is found


def suggested(door: Door) -> list[str]:
    results = door.page.search.finder.results
    door.qtbot.waitUntil(lambda: results.is_suggesting)
    return [str(results.index(row).data()) for row in range(results.rowCount())]


def test_who_sounds_alike_is_suggested_and_let_in_by_a_second_enter(ballroom: Door) -> None:
    ballroom.story.delegate("CHEA", given_name="Vanna", badge=False)
    ballroom.type("jea wana")
    rows, hint = suggested(ballroom), ballroom.page.search._hint
    texts = [hint.text()]
    ballroom.press(Qt.Key.Key_Return)
    ballroom.press(Qt.Key.Key_Down)
    texts.append(hint.text())
    ballroom.press(Qt.Key.Key_Return)
    texts.append(hint.text())
    before = ballroom.page.recent.answers
    ballroom.press(Qt.Key.Key_Return)

    assert rows[0] == "Nobody is called “jea wana”. Spelt nearly like that:"
    assert len(rows) == 2, "nobody is registered at a door"
    assert texts == [
        "The arrow keys choose one of these, Esc goes back.",
        "Enter chooses CHEA Vanna. Nobody is received by that.",
        "Enter lets in the marked person by name, Esc goes back.",
    ]
    assert before == ()
    assert ballroom.next_answer(0).name == "CHEA Vanna"


def test_a_suggested_person_with_a_name_longer_than_the_field_is_let_in(ballroom: Door) -> None:
    long = "Wickramasinghe Mudiyanselage Chandrawathie Nilanthi"
    ballroom.story.delegate(long, badge=False)
    ballroom.type("wickramasingheq")
    suggested(ballroom)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return):
        ballroom.press(key)

    assert ballroom.next_answer(0).name == long


# ---- doors closed by a key


def test_one_key_closes_a_door_and_opens_it_again(ballroom: Door) -> None:
    page, file = ballroom.page, ballroom.story.file
    states = []
    for following in (DoorState.OPEN, DoorState.CLOSED):
        states.append((page.doors_button.text(), ballroom.says.split(".")[0]))
        ballroom.qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        ballroom.qtbot.waitUntil(lambda: page.doors_button.next_state is following)  # noqa: B023 - waited for here

    assert states == [("Close the door   Ctrl+K", "READY"), ("Open the door   Ctrl+K", "CLOSED")]
    assert file.known_event.sessions["opening"].by_hand is DoorState.OPEN
    assert ballroom.says.startswith("READY")


def test_a_closed_door_says_so_and_undo_opens_it(ballroom: Door) -> None:
    page = ballroom.page
    ballroom.qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    ballroom.qtbot.waitUntil(lambda: "doors closed by hand" in page.controls.note.text())
    refusal = ballroom.read(ballroom.story.delegate("SOK"))
    ballroom.qtbot.waitUntil(lambda: "closed" in page.undo_button.toolTip() and page.undo_button.named != "")
    ballroom.qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ballroom.qtbot.waitUntil(lambda: page.controls.note.text() == "")

    assert refusal.words.title == "CLOSED"


def test_where_several_rooms_are_open_nobody_closes_a_door_by_chance(door: Door) -> None:
    tell(door.page, Direction.IN, ByClock())
    door.page.doors_button.press()

    assert door.page.doors_button.next_state is None
    assert not door.page.doors_button.isVisible()


def test_after_the_last_entry_there_is_nothing_to_open(ballroom: Door) -> None:
    tell(ballroom.page, choice=ByHand("opening"))
    ballroom.story.hands.now = at(61)
    ballroom.page._on_second()

    assert ballroom.page.doors_button.next_state is None


# ---- the second morning, and no session any more


def test_a_time_of_yesterday_has_its_day_in_the_strip_and_in_the_verdict(ballroom: Door) -> None:
    code = ballroom.story.delegate("SOK")
    scan(ballroom.story.file, STAFF, "once", code, at(1), Direction.IN)
    scan(ballroom.story.file, STAFF, "once", code, at(2), Direction.OUT)
    tell(ballroom.page, choice=ByHand("once"))
    ballroom.read(code)
    today = ballroom.strip
    ballroom.story.hands.now = at(24 * 60)
    ballroom.page._on_second()

    assert today.startswith("09:00  SOK")
    assert ballroom.strip.startswith("Monday 09:00  SOK")


def test_where_no_session_opens_any_more_the_panel_says_so_in_words(ballroom: Door) -> None:
    ballroom.story.hands.now = at(3 * 24 * 60)
    ballroom.page._on_second()
    ready = ballroom.says
    ballroom.read(ballroom.story.delegate("SOK"))

    assert ready == "NO SESSION. No session opens here any more."
    assert "No session opens here any more." in ballroom.says


@pytest.mark.parametrize("typed", ["", "kem"])
def test_the_page_asks_its_window_for_no_more_height_than_its_least(ballroom: Door, typed: str) -> None:
    ballroom.read("https://example.org/a/very/long/address/of/something/else/4711")
    if typed:
        ballroom.type(typed)
    layout = ballroom.page.layout()
    assert layout is not None

    assert not layout.hasHeightForWidth()
