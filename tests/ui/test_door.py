"""The door page on a real event file: each verdict as the table has it, and the keys that answer it."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.set_doors import set_doors
from checkin.desk.undo import undo
from checkin.desk.watch import occupancy
from checkin.domain.facts import Scanned
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, Exits, LocalText, NotArrived, Policy
from checkin.domain.reasons import OVERRIDE_REASONS, Why
from checkin.scanning import keys
from checkin.scanning.wedge import WedgeScanner
from checkin.settings import Palette
from checkin.ui.door.choice import ByClock, ByHand, DoorSetting
from checkin.ui.elided import ElidedLabel
from checkin.ui.theme import VERDICT_LOOKS, Look
from tests.recent import recent_acts
from tests.scanning.keyboard import Keyboard
from tests.ui.doors import DESK, STAFF, Story, a_story_in, an_event, at, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.door.door_page import DoorPage
    from checkin.ui.door.shown import Shown


class Door:
    """A page in a window, and what it showed."""

    def __init__(self, qtbot: QtBot, story: Story, page: DoorPage) -> None:
        self.qtbot = qtbot
        self.story = story
        self.page = page
        self.read_before = 0

    def answered(self, text: str) -> Shown:
        """Scan, wait for the answer, and let more time pass than a key has to keep from it."""
        self.page.on_scanned(text)
        return self.next_answer()

    def next_answer(self) -> Shown:
        self.read_before += 1
        self.qtbot.waitUntil(lambda: self.entries == self.read_before)
        self.story.hands.wait(5)
        return self.page.recent.answers[0]

    @property
    def last_answer_says(self) -> str:
        """What the strip says of the last answer."""
        return self.page.recent.findChildren(ElidedLabel)[1].text

    @property
    def entries(self) -> int:
        return len(self.page.recent.answers)

    def choose(self, session: str) -> None:
        tell(self.page, choice=ByHand(session))

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.page.panel, key)

    @property
    def says(self) -> str:
        sight = self.page.panel.sight
        assert sight is not None
        return sight.spoken


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path) -> Iterator[Story]:
    assert qtbot
    yield from a_story_in(tmp_path)


@pytest.fixture
def door(qtbot: QtBot, story: Story) -> Door:
    return opened(qtbot, story)


def opened(qtbot: QtBot, story: Story) -> Door:
    page = story.page()
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitActive(page):
        page.show()
    tell(page, Direction.AUTO)
    page.on_opened()
    return Door(qtbot, story, page)


def test_a_delegate_is_welcomed_with_name_in_both_scripts_category_and_seat(door: Door) -> None:
    code = door.story.delegate(
        "SOK", given_name="Sopheap", honorific="H.E.", native_name="សុខ សុភាព", public_note="A3"
    )
    shown = door.answered(code)

    assert shown.look is Look.ADMITTED
    assert door.says == "WELCOME. H.E. SOK Sopheap. Ministries. A3"
    assert [line.text for line in door.page.panel.sight.lines] == [  # type: ignore[union-attr]
        "WELCOME", "H.E. SOK Sopheap", "សុខ សុភាព", "Ministries  ·  A3",
    ]  # fmt: skip
    assert door.page.panel.sight.colour == "#0B6E4F"  # type: ignore[union-attr]
    assert door.story.sounds.played == ["admitted"]
    assert door.page.counter.inside.text() == "inside 1 / 300"
    assert door.page.counter.rate.text() == "+1/min"


def test_in_out_and_back_in(door: Door) -> None:
    code = door.story.delegate("SOK")
    looks = []
    for _ in range(3):
        looks.append(door.answered(code).look)
        door.story.hands.wait(60)

    assert looks == [Look.ADMITTED, Look.GOODBYE, Look.BACK_IN]
    assert door.story.sounds.played == ["admitted", "out", "back_in"]


def test_a_badge_that_is_held_there_too_long_is_not_signed_out(door: Door) -> None:
    code = door.story.delegate("SOK")
    shown = [door.answered(code) for _ in range(3)]

    assert [each.look for each in shown] == [Look.ADMITTED, Look.ALREADY_INSIDE, Look.GOODBYE]
    assert (shown[1].words.title, shown[1].words.sentence) == ("ALREADY IN", "SHOW AGAIN TO LEAVE")
    assert not shown[1].can_be_overridden


def test_a_guest_who_was_told_out_is_asked_to_show_the_badge_again(door: Door) -> None:
    code = door.story.delegate("SOK")
    tell(door.page, choice=ByClock("Ballroom"))
    door.answered(code)
    door.story.hands.now = at(95)
    out, back = door.answered(code), door.answered(code)

    assert (out.words.title, out.words.sentence) == ("OUT", "SHOW AGAIN TO COME IN")
    assert (back.look, back.answer.session and back.answer.session.code) == (Look.ADMITTED, "panel")


def test_a_page_that_was_opened_late_lets_leavers_out_of_the_session_that_they_are_in(
    qtbot: QtBot, story: Story
) -> None:
    code = story.delegate("SOK")
    scan(story.file, STAFF, "opening", code, at(0))
    story.hands.now = at(91)
    door = opened(qtbot, story)
    tell(door.page, choice=ByClock("Ballroom"))

    assert door.page.controls.title.text.startswith("Panel")
    assert door.answered(code).look is Look.GOODBYE


def test_who_is_inside_already_hears_since_when_and_at_which_door(door: Door) -> None:
    code = door.story.delegate("SOK")
    tell(door.page, Direction.IN)
    door.answered(code)
    shown = door.answered(code)

    assert shown.look is Look.ALREADY_INSIDE
    assert shown.words.sentence == "09:00, Door 1"


def test_an_exit_without_entry_has_an_amber_edge_and_a_reason_for_the_operator_only(door: Door) -> None:
    code = door.story.delegate("SOK")
    tell(door.page, Direction.OUT)
    shown = door.answered(code)
    sight = door.page.panel.sight
    assert sight is not None

    assert shown.look is Look.EXIT_ALERT
    assert (sight.edge, sight.signs) == ("#FFB000", ("arrow-left", "circle-alert"))
    assert "No entry was recorded" in door.page.operator.text
    assert "entry" not in door.says


@pytest.mark.parametrize(
    ("session", "look", "sentence"),
    [
        ("briefing", Look.NOT_ON_LIST, "The session is not open to this category."),
        ("panel", Look.NOT_NOW, "90 min early. Doors open at 10:30."),
    ],
)
def test_a_session_that_is_not_open_to_somebody_now(
    door: Door, session: str, look: Look, sentence: str
) -> None:
    code = door.story.delegate("SOK")
    door.choose(session)
    shown = door.answered(code)

    assert (shown.look, shown.words.sentence) == (look, sentence)
    assert all(button.isVisible() for button in door.page.operator.buttons)


def test_a_full_session_tells_its_seats(door: Door) -> None:
    codes = [door.story.delegate(f"SOK {number}") for number in range(3)]
    door.choose("lunch")
    shown = [door.answered(code) for code in codes][-1]

    assert (shown.words.title, shown.words.sentence) == ("FULL", "2/2 seats")


def test_no_way_back_in_where_re_entry_is_off(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.choose("once")

    titles = []
    for _ in range(3):
        titles.append(door.answered(code).words.title)
        door.story.hands.wait(60)
    assert titles == ["WELCOME", "OUT", "NO RE-ENTRY"]


def test_who_has_not_been_at_the_desk_is_admitted_in_blue_and_the_arrival_is_announced(door: Door) -> None:
    code = door.story.delegate("SOK", arrived=False)
    with door.qtbot.waitSignal(door.story.changes.delegates_changed):
        door.page.on_scanned(code)

    assert door.next_answer().look is Look.ARRIVAL_NOTED
    assert "Arrival noted" in door.says


def test_the_same_is_sent_to_the_desk_where_the_event_wants_it(qtbot: QtBot, tmp_path: Path) -> None:
    stories = a_story_in(tmp_path, Policy(NotArrived.REFUSE, Exits.SCANNED))
    door = opened(qtbot, next(stories))
    shown = door.answered(door.story.delegate("SOK", arrived=False))

    assert shown.look is Look.TO_THE_DESK
    assert not any(button.isVisible() for button in door.page.operator.buttons)
    assert next(stories, None) is None


def test_a_genuine_badge_of_somebody_unknown_is_admitted_with_a_question_mark(door: Door) -> None:
    code = door.story.fresh_code()
    shown = door.answered(code)

    assert (shown.look, shown.style.signs) == (Look.DETAILS_FOLLOW, ("circle-help",))
    assert code in door.page.operator.text


def test_the_reason_of_a_revoked_badge_is_for_the_operator(door: Door) -> None:
    code = door.story.delegate("SOK")
    revoke(door.story.file, DESK, code, Why.typed("Lost at the hotel"))
    shown = door.answered(code)

    assert shown.look is Look.BADGE_REPLACED
    assert "Lost at the hotel" in door.page.operator.text
    assert "hotel" not in door.says
    assert not shown.can_be_overridden


@pytest.mark.parametrize(
    ("status", "why"),
    [("cancelled", "registration is"), ("declined", "registration is"), ("blocked", "The help desk decides")],
)
def test_nobody_reads_on_the_panel_why_a_person_is_sent_to_the_help_desk(
    door: Door, status: str, why: str
) -> None:
    code = door.story.delegate("SOK", status=status, private_note="Owes the fee")
    shown = door.answered(code)

    assert shown.look is Look.HELP_DESK
    assert door.says == "HELP DESK. SOK. Ministries. Please go to the help desk"
    assert why in door.page.operator.text
    assert "blocked" not in door.page.operator.text
    assert "fee" not in door.page.operator.text + door.says


@pytest.mark.parametrize("text", ["SOPHEAP", "https://example.org/1234567890", "B" + "0" * 15, "line\nbreak"])
def test_what_is_no_code_of_ours_is_unknown(door: Door, text: str) -> None:
    assert door.answered(text).look is Look.UNKNOWN_CODE
    assert "\n" not in door.page.operator.text


def test_a_flagged_person_has_a_violet_edge_and_a_quiet_note(door: Door) -> None:
    code = door.story.delegate("OUK", attention=True)
    door.answered(code)
    sight = door.page.panel.sight
    assert sight is not None

    assert (sight.colour, sight.edge) == ("#0B6E4F", VERDICT_LOOKS[Look.FLAGGED].colour)
    assert door.story.sounds.played == ["flagged"]


def test_a_flagged_person_is_never_buzzed_at(door: Door) -> None:
    door.answered(door.story.delegate("OUK", attention=True, status="cancelled"))

    assert door.page.panel.sight is not None
    assert door.page.panel.sight.colour == "#A4161A"
    assert door.story.sounds.played == ["flagged"]


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
def test_a_digit_admits_with_its_reason(door: Door, key: str) -> None:
    code = door.story.delegate("SOK")
    door.choose("briefing")
    door.answered(code)
    door.story.scanners.pressed_alone.emit(key)
    shown = door.next_answer()

    assert (shown.look, shown.words.title) == (Look.ADMITTED, "ADMITTED")
    (recent,) = recent_acts(door.story.file, 1)
    (fact,) = recent.act.facts
    assert isinstance(fact, Scanned)
    assert fact.override == Why(OVERRIDE_REASONS[int(key) - 1])


def test_a_digit_or_enter_never_lets_in_a_blocked_person(door: Door) -> None:
    door.answered(door.story.delegate("SOK", status="blocked"))
    for key in ("1", "2", "3", "4"):
        door.story.scanners.pressed_alone.emit(key)
        door.page.overriding.admit(int(key) - 1)
    assert not any(button.isVisible() for button in door.page.operator.buttons)
    door.press(Qt.Key.Key_Return)
    words = door.page.operator.words
    assert words.hasFocus()

    for typed in ("", "4", "ok"):
        words.setText(typed)
        door.qtbot.keyClick(words, Qt.Key.Key_Return)
        assert door.entries == 1
    words.clear()
    door.qtbot.keyClicks(words, "security said yes 2")
    door.story.scanners.pressed_alone.emit("2")
    door.qtbot.keyClick(words, Qt.Key.Key_Return)
    shown = door.next_answer()
    assert shown.words.title == "ADMITTED"
    assert door.page.operator.text == "Let in by Vuthy: security said yes 2"
    assert not words.isVisible()
    (recent,) = recent_acts(door.story.file, 1)
    (fact,) = recent.act.facts
    assert isinstance(fact, Scanned)
    assert fact.override == Why.typed("security said yes 2")


@pytest.mark.parametrize("typed", ["chea", "c542", "b3kem"])
def test_what_is_typed_while_a_blocked_person_stands_at_the_door_reaches_the_code_field(
    door: Door, typed: str
) -> None:
    door.answered(door.story.delegate("SOK", status="blocked"))
    for key in typed:
        door.qtbot.keyClick(door.page.focusWidget(), key)
        door.story.scanners.pressed_alone.emit(key)

    assert door.page.controls.code.text() == typed
    assert door.entries == 1


def test_a_digit_reaches_the_code_field_only_after_ctrl_f(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.choose("briefing")
    door.answered(code)
    for key in "370":
        door.qtbot.keyClick(door.page.panel, key)
    assert door.page.controls.code.text() == ""

    door.qtbot.keyClick(door.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for key in "370":
        door.qtbot.keyClick(door.page.focusWidget(), key)
    assert door.page.controls.code.text() == "370"


def test_the_next_badge_takes_the_place_of_a_reason_that_was_begun(door: Door) -> None:
    door.answered(door.story.delegate("SOK", status="blocked"))
    door.press(Qt.Key.Key_Return)
    door.qtbot.keyClicks(door.page.operator.words, "secu")
    door.answered(door.story.delegate("KEM"))

    assert door.says.startswith("WELCOME")
    assert not door.page.operator.words.isVisible()
    assert door.page.operator.words.text() == ""
    assert door.page.panel.hasFocus()


def test_a_guest_of_protocol_is_told_in_words_to_the_operator(door: Door) -> None:
    door.answered(door.story.delegate("OUK", attention=True))
    assert door.page.operator.text.startswith("★ Call the protocol officer")

    door.answered(door.story.delegate("SOK"))
    assert "protocol" not in door.page.operator.text


def test_a_key_within_half_a_second_of_a_scan_answers_nothing(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.choose("briefing")
    door.page.on_scanned(code)
    door.qtbot.waitUntil(lambda: door.entries == 1)
    door.story.hands.wait(0.4)
    for key in ("1", "2"):
        door.story.scanners.pressed_alone.emit(key)
    door.press(Qt.Key.Key_Return)
    door.press(Qt.Key.Key_Escape)

    assert door.says.startswith("NOT ON THE LIST")
    assert door.page.operator.focused_reason is None
    assert door.entries == 1


def test_a_key_that_the_scanner_sent_answers_nothing(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.choose("briefing")
    door.answered(code)
    door.story.scanners.is_settling = True
    door.press(Qt.Key.Key_Escape)

    assert door.says.startswith("NOT ON THE LIST")


def test_a_digit_typed_into_the_code_is_no_answer(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.choose("briefing")
    door.answered(code)
    door.page.controls.code.setFocus()
    door.story.scanners.pressed_alone.emit("1")

    assert door.entries == 1


def test_a_digit_answers_nothing_where_the_row_cannot_be_overridden(door: Door) -> None:
    door.answered("SOPHEAP")
    door.story.scanners.pressed_alone.emit("1")
    door.qtbot.waitUntil(lambda: not door.page.undo_button.is_held)
    door.page.undo_button.take_back()

    assert door.page.operator.text.startswith("There is nothing to undo here.  ·  ")
    assert door.entries == 1


def test_enter_leads_to_the_reasons_and_enter_again_admits(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.choose("briefing")
    door.answered(code)
    door.press(Qt.Key.Key_Return)
    assert door.page.operator.focused_reason == 0
    door.qtbot.keyClick(door.page.operator.buttons[0], Qt.Key.Key_Right)
    door.qtbot.keyClick(door.page.operator.buttons[1], Qt.Key.Key_Return)

    assert door.next_answer().words.title == "ADMITTED"


def test_who_is_overridden_past_one_row_may_be_refused_by_the_next(door: Door) -> None:
    others = [door.story.delegate(f"KEM {number}") for number in range(2)]
    code = door.story.delegate("SOK", status="cancelled")
    door.choose("lunch")
    for other in others:
        door.answered(other)
    titles = [door.answered(code).words.title]
    for _ in range(2):
        door.page.operator.buttons[3].click()
        titles.append(door.next_answer().words.title)

    assert titles == ["HELP DESK", "FULL", "ADMITTED"]


def test_undo_takes_an_entry_back_and_says_what_it_was(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.answered(code)
    door.qtbot.waitUntil(lambda: bool(door.page.undo_button.named))
    with door.qtbot.waitSignal(door.story.changes.acts_changed):
        door.qtbot.keyClick(door.page.panel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    door.qtbot.waitUntil(lambda: door.page.counter.inside.text() == "inside 0 / 300")

    assert door.page.operator.text == "Undone: SOK: admitted to Opening 09:00"
    assert door.page.counter.rate.text() == "+0/min"
    assert door.says.startswith("READY")
    door.qtbot.waitUntil(lambda: door.last_answer_says == "UNDONE")


def test_an_answer_that_is_undone_and_brought_back_elsewhere_says_so_too(door: Door) -> None:
    door.answered(door.story.delegate("SOK"))
    undoing = undo(door.story.file, DESK)
    door.story.changes.acts_changed.emit()
    door.qtbot.waitUntil(lambda: door.last_answer_says == "UNDONE")

    undo(door.story.file, DESK, undoing.act)
    door.story.changes.acts_changed.emit()
    door.qtbot.waitUntil(lambda: door.last_answer_says == "WELCOME")


@pytest.mark.parametrize("width", [640, 900, 1366])
@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
def test_the_figures_are_whole_beside_the_name_of_what_undo_takes_back(
    qtbot: QtBot, story: Story, language: str, width: int
) -> None:
    page = story.page(language)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    tell(page)
    page.on_opened()
    page.on_scanned(story.delegate("Wickramasinghe", given_name="Chandrawathie"))
    qtbot.waitUntil(lambda: len(page.recent.answers) == 1)
    qtbot.waitUntil(lambda: "Wickramasinghe" in page.undo_button.toolTip())
    qtbot.waitUntil(lambda: not story.tasks.prompt.is_busy)

    qtbot.waitUntil(lambda: page.counter.width() >= page.counter.sizeHint().width())
    assert page.undo_button.geometry().right() <= page.width()


def test_the_button_names_what_undo_takes_back(door: Door) -> None:
    door.answered(door.story.delegate("SOK"))
    door.qtbot.waitUntil(lambda: not door.story.tasks.prompt.is_busy)

    assert "SOK" in door.page.undo_button.accessibleName()
    assert door.page.undo_button.text().startswith("Undo: ")
    assert door.page.undo_button.text().endswith("Ctrl+Z")
    assert door.page.undo_button.text().split() == [*door.page.undo_button.accessibleName().split(), "Ctrl+Z"]


def test_undo_at_a_door_never_takes_back_the_act_of_another_session(door: Door) -> None:
    code = door.story.delegate("SOK", category="P")
    door.answered(code)
    door.choose("briefing")
    door.qtbot.waitUntil(lambda: not door.page.undo_button.is_held)
    door.page.undo_button.take_back()
    assert door.page.undo_button.named == ""
    assert door.page.operator.text == "There is nothing to undo here."

    door.choose("opening")
    door.qtbot.waitUntil(lambda: bool(door.page.undo_button.named))
    assert "SOK: admitted to Opening" in door.page.undo_button.accessibleName()
    door.page.undo_button.take_back()
    door.qtbot.waitUntil(lambda: occupancy(door.story.file, "opening").inside == 0)


def test_undo_at_a_door_takes_nobody_back_before_the_button_has_named_them(door: Door) -> None:
    door.answered(door.story.delegate("SOK"))
    door.qtbot.waitUntil(lambda: bool(door.page.undo_button.named))
    go_on = Event()
    door.story.tasks.prompt.run(lambda: go_on.wait(20))
    door.page.on_scanned(door.story.delegate("KEM"))
    door.page.undo_button.take_back()
    go_on.set()
    door.qtbot.waitUntil(lambda: "KEM" in door.page.undo_button.accessibleName())

    assert occupancy(door.story.file, "opening").inside == 2
    assert door.story.troubles == []


def test_a_verdict_that_waits_for_a_key_is_still_told_of_when_the_next_badge_is_read(door: Door) -> None:
    lost = door.story.delegate("SOK")
    revoke(door.story.file, DESK, lost, Why.typed("Lost"))
    door.answered(lost)
    door.answered(door.story.delegate("KEM"))

    assert door.says.startswith("WELCOME")
    assert door.page.operator.held.text() == "Still to be seen to: HELP DESK, SOK 09:00  ×"
    door.press(Qt.Key.Key_Escape)
    assert door.says.startswith("READY")
    assert door.page.operator.held.isVisible()
    door.press(Qt.Key.Key_Escape)
    assert not door.page.operator.held.isVisible()


def test_the_same_person_again_is_not_told_of_twice(door: Door) -> None:
    lost = door.story.delegate("SOK")
    revoke(door.story.file, DESK, lost, Why.typed("Lost"))
    door.answered(lost)
    door.answered(lost)

    assert door.page.operator.held.verdicts == ()


def test_a_code_can_be_typed_by_hand(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.press(Qt.Key.Key_B)
    field = door.page.controls.code
    assert field.hasFocus()
    door.qtbot.keyClicks(field, f"{code[1:4]}-{code[4:].lower()}")
    door.qtbot.keyClick(field, Qt.Key.Key_Return)

    assert door.next_answer().look is Look.ADMITTED
    assert field.text() == ""
    assert door.page.panel.hasFocus()


def test_a_scanner_that_bounces_leaves_the_digits_to_the_operator(
    qtbot: QtBot, qapp: QApplication, story: Story
) -> None:
    door = opened(qtbot, story)
    scanner = WedgeScanner(qapp, key_offset=keys.X11_OFFSET)
    scanner.scanned.connect(door.page.on_scanned)
    scanner.pressed_alone.connect(story.scanners.pressed_alone)
    scanner.start()
    keyboard = Keyboard(door.page)
    code = story.delegate("SOK")
    door.choose("briefing")
    keyboard.scan(code)
    door.next_answer()
    keyboard.wait(900)
    keyboard.scan(code)
    keyboard.wait(900)
    keyboard.type("3", 0)
    shown = door.next_answer()
    scanner.stop()

    assert shown.words.title == "ADMITTED"
    assert door.page.controls.code.text() == ""


def test_a_swallowed_scan_leaves_the_focus_where_it_was(
    qtbot: QtBot, qapp: QApplication, story: Story
) -> None:
    door = opened(qtbot, story)
    scanner = WedgeScanner(qapp, key_offset=keys.X11_OFFSET)
    scanner.scanned.connect(door.page.on_scanned)
    scanner.start()
    keyboard = Keyboard(door.page)
    code = story.delegate("SOK")
    door.choose("briefing")
    keyboard.scan(code)
    door.next_answer()
    for before in (door.page.panel, door.page.operator.findChildren(QPushButton)[0], door.page.undo_button):
        keyboard.wait(700)
        before.setFocus()
        keyboard.scan(code)
        assert QApplication.focusWidget() is before
    scanner.stop()

    assert door.page.controls.code.text() == ""


def test_while_an_answer_takes_its_time_no_former_green_stays(door: Door) -> None:
    door.answered(door.story.delegate("SOK"))
    held_up, may_go_on = Event(), Event()
    door.story.tasks.prompt.run(lambda: (held_up.set(), may_go_on.wait(20)))
    held_up.wait(20)
    door.page.on_scanned(door.story.delegate("KEM"))
    door.qtbot.waitUntil(lambda: door.says.startswith("…"))
    may_go_on.set()

    assert door.next_answer().name == "KEM"


def test_while_an_answer_takes_its_time_no_key_admits_the_former_guest(door: Door) -> None:
    code = door.story.delegate("KEM")
    door.choose("briefing")
    door.answered(door.story.delegate("SOK"))
    held_up, may_go_on = Event(), Event()
    door.story.tasks.prompt.run(lambda: (held_up.set(), may_go_on.wait(20)))
    held_up.wait(20)
    door.page.on_scanned(code)
    door.qtbot.waitUntil(lambda: door.says.startswith("…"))
    door.story.hands.wait(5)
    door.story.scanners.pressed_alone.emit("1")
    held = [each.name for each in door.page.operator.held.verdicts]
    may_go_on.set()
    shown = door.next_answer()
    door.qtbot.waitUntil(lambda: not door.story.tasks.prompt.is_busy)

    assert (shown.name, door.entries) == ("KEM", 2)
    assert held == [each.name for each in door.page.operator.held.verdicts]


def test_where_an_answer_cannot_be_recorded_no_former_green_stays(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.answered(code)
    tell(door.page, choice=ByHand("opening"))
    door.story.file.database.peewee.execute_sql("DROP TABLE occupancy")
    door.page.on_scanned(code)
    door.qtbot.waitUntil(lambda: door.says.startswith(("NOT RECORDED", "…")))

    assert door.page.panel.sight is not None
    assert door.page.panel.sight.colour != "#0B6E4F"


def test_the_clock_chooses_the_session_for_whoever_comes(door: Door) -> None:
    hands, page = door.story.hands, door.page
    shown = []
    for minute in (-60, 0, 89, 91, 200, 23 * 60 + 45):
        hands.now = at(minute)
        page._on_second()
        shown.append((page.controls.title.text.split()[0], page.controls.note.text()))

    assert shown == [
        ("Opening", "doors open 08:30"), ("Opening", "4 sessions are open; choose the room"),
        ("Panel", "doors open 10:30"), ("Panel", ""), ("Closing", "doors open Tuesday 08:30"), ("Closing", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [640, 800, 1366])
def test_time_and_room_are_seen_beside_the_longest_title(door: Door, width: int) -> None:
    controls, event = door.page.controls, an_event()
    title = LocalText.of("The opening of the forum with the words of welcome of all " * 3)
    session = replace(event.sessions["opening"], title=title)
    door.page.resize(width, 600)
    controls.show_session(session, DoorSetting(), event, at(0))
    door.qtbot.waitUntil(lambda: controls.title.shown.endswith("  ·  09:00–10:30  ·  Ballroom"))

    assert controls.title.shown.startswith("The op")
    assert "…" in controls.title.shown
    assert controls.title.geometry().right() <= controls.width()


def test_the_clock_may_be_asked_for_one_room(door: Door) -> None:
    tell(door.page, choice=ByClock("Mekong"))
    door.page._on_second()
    assert door.page.controls.note.text() == ""

    assert door.page.controls.title.text == "Lunch  ·  09:10–10:40  ·  Mekong"


def test_a_session_chosen_by_hand_says_so(door: Door) -> None:
    door.page.controls.what.click()
    box = door.page.what_door.session
    box.setCurrentIndex(box.findText("11:00–12:30  Panel · Ballroom"))
    door.page.what_door.begin.click()

    assert door.page.controls.note.text() == "chosen by hand · doors open 10:30"
    assert door.page.panel.hasFocus()


def test_what_happens_elsewhere_is_counted(door: Door) -> None:
    code = door.story.delegate("SOK")
    scan(door.story.file, STAFF, "opening", code, at(0))
    door.story.changes.presence_changed.emit("opening")

    door.qtbot.waitUntil(lambda: door.page.counter.inside.text() == "inside 1 / 300")


def test_where_no_session_opens_any_more_the_door_says_so_and_offers_no_reason(door: Door) -> None:
    code = door.story.delegate("SOK")
    door.story.hands.now = at(3 * 24 * 60)
    door.page._on_second()
    shown = door.answered(code)
    door.page.overriding.admit(0)

    assert door.page.controls.title.text == "No session"
    assert (shown.words.title, shown.words.next_step) == ("NOT OPEN NOW", "")
    assert not any(button.isVisible() for button in door.page.operator.buttons)
    assert door.entries == 1


def test_a_session_whose_doors_were_closed_by_hand_says_so(door: Door) -> None:
    door.choose("opening")
    set_doors(door.story.file, STAFF, "opening", DoorState.CLOSED, at(0))
    door.story.changes.programme_changed.emit()
    assert door.story.file.event
    door.page._on_second()

    assert door.answered(door.story.delegate("SOK")).words.title == "CLOSED"


def test_a_session_without_doors_is_in_no_doors_choice(door: Door) -> None:
    event = an_event()
    closing = replace(event.sessions["closing"], doors=False, room=LocalText.of("Attic"))
    event = replace(event, sessions={**event.sessions, "closing": closing})
    box = door.page.what_door.session
    box.offer(event, ByClock())
    offered = [box.itemData(number) for number in range(box.count())]

    assert ByHand("opening") in offered
    assert ByHand("closing") not in offered
    assert ByClock("Attic") not in offered


def test_who_is_inside_already_and_let_in_all_the_same_is_no_further_entry(door: Door) -> None:
    code = door.story.delegate("SOK")
    tell(door.page, Direction.IN)
    for _ in range(2):
        door.answered(code)
    door.page.overriding.admit(0)
    door.next_answer()

    assert door.page.counter.inside.text() == "inside 1 / 300"
    assert door.page.counter.rate.text() == "+1/min"


def test_recent_answers_name_people_without_their_honorifics(door: Door) -> None:
    door.answered(door.story.delegate("OUK", given_name="Vichet", honorific="សម្តេចអគ្គមហាបណ្ឌិត"))

    assert door.page.recent._items[0]._who.text == "09:00  OUK Vichet"


@pytest.mark.parametrize(("text_size", "language"), [(100, "en"), (150, "fr"), (200, "fr"), (200, "en")])
def test_no_reason_to_admit_is_cut(door: Door, text_size: int, language: str) -> None:
    look = door.page._look
    look.grow(text_size)
    look.speak(language)
    door.answered(door.story.delegate("SOK", status="cancelled"))
    QApplication.processEvents()
    buttons = door.page.operator.buttons
    assert all(button.isVisible() for button in buttons)
    cut = [
        button.text()
        for button in buttons
        for line in button.text().split("\n")
        if button.fontMetrics().horizontalAdvance(line) > button.width() - 20
    ]
    look.grow(100)
    look.speak("en")

    assert cut == []


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_the_strip_shows_names_whole_and_as_many_answers_as_have_room(door: Door, text_size: int) -> None:
    names = ["OUK", "Vongphachanh-Sisavath", "SO", "RATSIRAKA", "KEO", "DE LA TOUR"]
    for name in names:
        door.answered(door.story.delegate(name, given_name="Sengsouvanh"))
    door.page._look.grow(text_size)
    door.page.resize(1366, 1000)
    QApplication.processEvents()
    strip = door.page.recent
    shown = [item for item in strip._items if item.isVisible()]
    cut = [item._who.text for item in shown if item._who.shown != item._who.text]
    used = shown[-1].geometry().right()
    door.page._look.grow(100)

    assert cut == []
    assert used <= strip.width()
    assert len(shown) == len(names) or used > strip.width() / 2


def test_the_panel_stands_where_it_will_stand_before_the_first_answer(door: Door) -> None:
    QApplication.processEvents()
    before = door.page.panel.height()
    door.answered(door.story.delegate("OUK"))
    QApplication.processEvents()

    assert door.page.panel.height() == before


def test_a_page_that_another_window_has_replaced_hears_nothing_any_more(qtbot: QtBot, story: Story) -> None:
    page = story.page()
    tell(page)
    page.on_opened()
    page.on_scanned(story.delegate("SOK"))
    with qtbot.waitSignal(story.changes.acts_changed):
        shiboken6.delete(page)
    story.changes.presence_changed.emit("")
    story.scanners.pressed_alone.emit("1")
    story.sounds.toggle_mute()


def test_enter_in_an_empty_code_field_answers_nothing(door: Door) -> None:
    door.answered(door.story.delegate("SOK", status="blocked"))
    door.page.controls.code.setFocus()
    door.qtbot.keyClick(door.page.controls.code, Qt.Key.Key_Return)

    assert door.page.operator.focused_reason is None


def test_mute_is_seen(door: Door) -> None:
    door.story.sounds.toggle_mute()

    assert door.page.foot.mute.text() == "Sound is off (F12)"


@pytest.mark.parametrize("language", ["en", "fr", "km", "zh"])
@pytest.mark.parametrize(
    ("palette", "width"), [(Palette.LIGHT, 640), (Palette.DARK, 1366), (Palette.CONTRAST, 2732)]
)
def test_no_text_of_the_panel_is_cut(
    qtbot: QtBot, story: Story, language: str, palette: Palette, width: int
) -> None:
    page = story.page(language, palette)
    qtbot.addWidget(page)
    page.resize(width, width * 9 // 16)
    page.show()
    long = "Wickramasinghe Mudiyanselage Chandrawathie Nilanthi"
    code = story.delegate(long, given_name=long, honorific="សម្តេចអគ្គមហាបណ្ឌិត", native_name="អ៊ុក វិចិត្រសម្បត្តិ" * 3)
    tell(page)
    page.on_opened()
    page.on_scanned(code)
    qtbot.waitUntil(lambda: len(page.recent.answers) == 1)
    page.grab()

    room = page.panel.rect()
    assert page.panel._placed
    for placed in page.panel._placed:
        assert placed.rect.bottom() <= room.bottom()
        assert placed.rect.top() >= room.top()


def test_every_control_has_a_name(door: Door) -> None:
    controls = door.page.controls
    asked = door.page.what_door
    for widget in (asked.session, controls.what, controls.code, *door.page.operator.buttons):
        assert widget.accessibleName()
