"""The Programme page in a real window on a real event file: what the mouse and the keyboard do is recorded."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from checkin.desk.define import amend
from checkin.desk.scan_at_door import scan
from checkin.domain.presence import Direction
from checkin.domain.programme import LocalText, Room, SessionStatus
from checkin.domain.rearranging import with_session
from checkin.domain.session_times import SessionTimes
from checkin.settings import Palette
from checkin.storage import acts
from checkin.ui.programme.going_on import GoingOn
from checkin.ui.programme.open_to_input import NAMED, OpenToInput
from checkin.ui.programme.session_fields import SessionField
from checkin.ui.programme.session_form import SessionForm
from tests.ui.doors import DESK, STAFF, Story, a_story_in, at
from tests.ui.programme.organiser import CTRL, NONE, SHIFT, Organiser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_story_in(tmp_path)


@pytest.fixture
def organiser(qtbot: QtBot, story: Story) -> Organiser:
    return Organiser(qtbot, story)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def number_of_acts(story: Story) -> int:
    return len(list(acts.newest_first(story.file.database, story.file.desk)))


# ---- the mouse


def test_a_drag_moves_a_session_in_steps_of_five_minutes_as_one_act(organiser: Organiser) -> None:
    before, known = organiser.session("panel"), number_of_acts(organiser.story)
    organiser.drag("panel", 0, organiser.dots(34), steps=17)

    moved = organiser.session("panel")
    assert (moved.start - before.start, moved.end - before.end) == (minutes(35), minutes(35))
    assert (moved.doors_open - before.doors_open, moved.last_entry - before.last_entry) == (
        minutes(35),
        minutes(35),
    )
    assert number_of_acts(organiser.story) == known + 1
    assert "“Panel” moved to 11:35–13:05" in organiser.page.undo_button.accessibleName()

    organiser.undo()
    assert organiser.session("panel") == before
    assert "Undone: session “Panel”" in organiser.page.line.text


def test_a_drag_to_the_side_moves_a_session_into_another_room(organiser: Organiser) -> None:
    organiser.drag("panel", organiser.column, 2)

    assert organiser.session("panel").room == LocalText.of("Mekong")
    assert organiser.session("panel").start == at(120)


@pytest.mark.parametrize(("edge", "down", "start", "end"), [(1.0, 20, 120, 230), (0.0, -15, 105, 210)])
def test_a_drag_at_an_edge_stretches_a_session(
    organiser: Organiser, edge: float, down: int, start: int, end: int
) -> None:
    organiser.drag("panel", 200, organiser.dots(down), at=edge)

    stretched = organiser.session("panel")
    assert (stretched.start, stretched.end, str(stretched.room)) == (at(start), at(end), "Ballroom")


def test_a_drag_that_comes_back_records_nothing(organiser: Organiser) -> None:
    known = number_of_acts(organiser.story)
    organiser.drag("panel", 0, organiser.dots(30), drops=False)
    place = organiser.block("panel").y()
    organiser.press(Qt.Key.Key_Escape)
    organiser.settle()

    assert place > organiser.block("panel").y()
    assert number_of_acts(organiser.story) == known


def test_a_click_only_selects(organiser: Organiser) -> None:
    known = number_of_acts(organiser.story)
    QTest.mouseClick(organiser.block("lunch"), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    organiser.settle()

    assert organiser.page.view.selection == "lunch"
    assert organiser.page.side.title.text() == "Lunch"
    assert number_of_acts(organiser.story) == known


# ---- the keyboard


def test_arrow_keys_alone_choose_and_change_nothing(organiser: Organiser) -> None:
    known = number_of_acts(organiser.story)
    organiser.choose("opening")
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        organiser.press(key)
        chosen.append(organiser.page.view.selection)

    assert chosen == ["panel", "lunch", "opening", "opening", "opening"]
    assert organiser.window.focusWidget() is organiser.block("opening")
    assert number_of_acts(organiser.story) == known


def test_keys_with_ctrl_move_a_session_and_all_presses_are_one_act(organiser: Organiser) -> None:
    known = number_of_acts(organiser.story)
    organiser.choose("panel")
    organiser.move(Qt.Key.Key_Down, CTRL, times=3)
    organiser.move(Qt.Key.Key_Right, CTRL)
    during = number_of_acts(organiser.story)
    organiser.let_go()

    moved = organiser.session("panel")
    assert (moved.start, str(moved.room)) == (at(135), "Mekong")
    assert (during, number_of_acts(organiser.story)) == (known, known + 1)
    organiser.undo()
    assert (organiser.session("panel").start, str(organiser.session("panel").room)) == (at(120), "Ballroom")


def test_keys_with_shift_move_the_end(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.move(Qt.Key.Key_Up, SHIFT, times=2)
    organiser.let_go()

    assert (organiser.session("panel").start, organiser.session("panel").end) == (at(120), at(200))


def test_what_keys_have_moved_is_recorded_when_another_session_is_chosen(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.move(Qt.Key.Key_Down, CTRL)
    organiser.press(Qt.Key.Key_Up)
    organiser.settle()

    assert organiser.session("panel").start == at(125)


def test_escape_gives_back_what_keys_have_moved(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.move(Qt.Key.Key_Down, CTRL, times=3)
    organiser.press(Qt.Key.Key_Escape)
    organiser.let_go()

    assert organiser.session("panel").start == at(120)
    assert not organiser.page.view.is_held


def test_a_session_stays_on_its_day_and_among_the_rooms(organiser: Organiser) -> None:
    organiser.choose("opening")
    organiser.move(Qt.Key.Key_Left, CTRL, times=2)
    organiser.move(Qt.Key.Key_Up, CTRL, times=200)
    organiser.let_go()

    opening = organiser.session("opening")
    assert str(opening.room) == "Ballroom"
    assert opening.start.astimezone(organiser.event.zone).strftime("%d %H:%M") == "14 00:00"


def test_keys_move_a_session_to_another_day_and_back(organiser: Organiser) -> None:
    known = number_of_acts(organiser.story)
    organiser.choose("panel")
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        organiser.press(key, CTRL | SHIFT)
        organiser.settle()

    assert organiser.session("panel").start == at(120 + 24 * 60)
    assert number_of_acts(organiser.story) == known + 1
    assert (organiser.page.tabs.currentIndex(), organiser.page.view.selection) == (1, "panel")
    organiser.press(Qt.Key.Key_PageUp, CTRL | SHIFT)
    organiser.settle()
    assert organiser.session("panel").start == at(120)


def test_a_session_that_is_dropped_on_the_tab_of_a_day_moves_there_and_keeps_its_time(
    organiser: Organiser,
) -> None:
    before = organiser.session("panel")
    tabs, block = organiser.page.tabs, organiser.block("panel")
    begin = block.mapTo(organiser.window, block.rect().center())
    end = tabs.mapTo(organiser.window, tabs.tabRect(1).center())
    organiser.drag("panel", end.x() - begin.x(), end.y() - begin.y())

    moved = organiser.session("panel")
    assert moved == SessionTimes.of(before).moved_to(at(120 + 24 * 60)).put_into(before)
    assert organiser.page.view.selection == "panel"
    organiser.undo()
    assert organiser.session("panel") == before


def test_a_copy_whose_code_somebody_has_just_used_gets_another_and_is_selected(organiser: Organiser) -> None:
    organiser.choose("panel")
    seen, panel = organiser.event, organiser.session("panel")
    theirs = replace(panel, code="panel-2", room=LocalText.of("Mekong"))
    amend(organiser.story.file, DESK, seen, with_session(seen, theirs))  # this window does not know it yet
    organiser.page.editing.copy()
    assert organiser.page.view.selection == "panel-2"
    organiser.settle()

    assert organiser.session("panel-2") == theirs
    assert organiser.session("panel-2-2").start == panel.end
    assert organiser.page.view.selection == "panel-2-2"


def test_what_is_done_with_a_new_session_before_it_is_recorded_never_goes_to_somebody_elses(
    organiser: Organiser,
) -> None:
    organiser.choose("panel")
    seen, panel = organiser.event, organiser.session("panel")
    theirs = replace(panel, code="panel-2", room=LocalText.of("Mekong"))
    amend(organiser.story.file, DESK, seen, with_session(seen, theirs))  # this window does not know it yet
    work = organiser.page.work
    organiser.page.editing.copy()
    early = work.shown
    work.record(with_session(early, replace(early.sessions["panel-2"], capacity=7)))
    work.record(with_session(work.shown, replace(panel, code="panel-2-2", room=LocalText.of("Attic"))))
    organiser.settle()
    work.record(with_session(early, replace(early.sessions["panel-2"], re_entry=False)), early)
    organiser.settle()

    assert organiser.session("panel-2") == theirs
    mine = organiser.session("panel-2-2")
    assert (mine.start, mine.capacity, mine.re_entry) == (panel.end, 7, False)
    assert organiser.session("panel-2-2-2").room == LocalText.of("Attic")


def test_a_copy_follows_and_one_undo_takes_it_away(organiser: Organiser) -> None:
    organiser.choose("opening")
    organiser.press(Qt.Key.Key_D, CTRL)
    organiser.settle()

    copied = organiser.session("opening-2")
    assert (copied.start, copied.title) == (at(90), organiser.session("opening").title)
    assert organiser.page.view.selection == "opening-2"
    organiser.undo()
    assert "opening-2" not in organiser.page.work.shown.sessions


def test_a_day_is_copied_as_one_act(organiser: Organiser) -> None:
    known = number_of_acts(organiser.story)
    organiser.page.editing.copy_day(organiser.page.tabs.days[1])
    organiser.settle()

    codes = {each.code for each in organiser.event.sessions_by_time() if each.start >= at(20 * 60)}
    assert codes == {"closing", "opening-2", "lunch-2", "briefing-2", "once-2", "panel-2"}
    assert number_of_acts(organiser.story) == known + 1
    assert organiser.page.tabs.currentIndex() == 1
    organiser.undo()
    assert len(organiser.page.work.shown.sessions_by_time()) == 6


# ---- cancelling


def test_a_session_is_cancelled_with_the_number_inside_said_and_brought_back(organiser: Organiser) -> None:
    scan(organiser.story.file, STAFF, "opening", organiser.story.delegate("SOK"), at(0), Direction.IN)
    organiser.story.changes.presence_changed.emit("opening")
    organiser.settle()
    organiser.choose("opening")
    organiser.press(Qt.Key.Key_Delete)

    assert "“Opening”" in organiser.question.accessibleName()
    assert "1 person is inside now" in organiser.question.accessibleName()
    assert [" ".join(each.text().split()) for each in answers(organiser)] == [
        "1 It does not take place: it stays in the programme, struck out", "2 Take it out of the programme",
    ]  # fmt: skip
    doors_before = "doors open" in organiser.page.side.facts.text()
    organiser.answer("1")
    assert organiser.session("opening").status is SessionStatus.CANCELLED
    assert (doors_before, "doors open" in organiser.page.side.facts.text()) == (True, False)
    assert "Cancelled" in organiser.block("opening").accessibleName()
    organiser.answer("2")
    assert organiser.page.work.inside == {"opening": 1}

    organiser.choose("opening")
    organiser.press(Qt.Key.Key_Delete)
    organiser.answer("1")
    assert organiser.session("opening").takes_place


def answers(organiser: Organiser) -> list[QPushButton]:
    """The buttons of the question with an answer."""
    buttons = organiser.question.findChildren(QPushButton)
    return [each for each in buttons if each.property("tone") == "answer"]


def test_a_session_that_is_taken_out_leaves_the_page_and_comes_back_by_an_undo(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.press(Qt.Key.Key_Delete)
    organiser.answer("2")

    assert organiser.session("panel").withdrawn
    assert organiser.page.view.selection != "panel"
    organiser.undo()
    assert not organiser.session("panel").withdrawn
    assert organiser.block("panel").isVisible()


def test_a_question_is_given_up_when_the_page_is_left_and_a_form_stays(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.press(Qt.Key.Key_Delete)
    asked = organiser.question.accessibleName()
    organiser.leave_and_come_back()
    organiser.answer("1")
    is_asking = organiser.page.panel.is_asking
    organiser.choose("panel")
    organiser.press(Qt.Key.Key_Return)
    form = an_open_form(organiser)
    organiser.leave_and_come_back()

    assert "“Panel”" in asked
    assert not is_asking
    assert organiser.session("panel").takes_place
    assert an_open_form(organiser) is form


def test_escape_closes_a_question_wherever_the_focus_is_on_the_page(organiser: Organiser) -> None:
    places = []
    for widget in (organiser.page.view, organiser.page.tabs, organiser.page.head.add_button):
        organiser.choose("panel")
        organiser.press(Qt.Key.Key_Delete)
        assert "“Panel”" in organiser.question.accessibleName()
        widget.setFocus()
        organiser.press(Qt.Key.Key_Escape)
        places.append(organiser.page.panel.is_asking)

    assert places == [False, False, False]


# ---- what does not fit, and what is shown


def test_a_clash_is_said_while_the_session_is_dragged_and_goes_with_it(organiser: Organiser) -> None:
    words = "“Opening” is in this room at the same time."
    organiser.drag("panel", 0, organiser.dots(-60), drops=False)

    assert organiser.page.line.text == words
    assert words in organiser.block("panel").accessibleName()
    assert words in organiser.page.side.trouble.text()
    organiser.press(Qt.Key.Key_Escape)
    assert organiser.page.line.text == ""
    assert not organiser.page.foot.clash_button.isVisible()


def test_sessions_that_clash_are_counted_and_found_by_a_key(organiser: Organiser) -> None:
    organiser.change_elsewhere(replace(organiser.session("closing"), last_entry=at(0)))
    organiser.choose("opening")
    organiser.press(Qt.Key.Key_T, CTRL)

    assert organiser.page.foot.clash_button.text() == "1 session clashes   Ctrl+T"
    assert organiser.page.view.selection == "closing"
    assert organiser.page.tabs.currentIndex() == 1
    assert organiser.page.line.text == "The last entry is before the doors open: nobody can enter."


def test_a_block_and_the_panel_say_what_is_known_of_a_session(organiser: Organiser) -> None:
    organiser.choose("briefing")
    name = organiser.block("briefing").accessibleName()

    assert name == "09:00–10:30 Briefing, North, open to: Parliament"
    assert organiser.block("briefing").toolTip().replace("\n", ", ") == name
    assert organiser.page.side.facts.text().splitlines() == [
        "Monday, September 14, 2026, 09:00–10:30",
        "North",
        "doors open 08:30, last entry 10:00",
        "open to: Parliament",
    ]
    assert [label.text() for label in organiser.page.side.buttons if label.isVisible()] == [
        "Open its door", "Who is inside   Ctrl+R", "Its attendance", "Named persons…   Ctrl+G", "Edit   Enter",
        "Copy   Ctrl+D", "Cancel the session…   Del",
    ]  # fmt: skip


def test_people_who_come_in_are_counted_on_the_block(organiser: Organiser) -> None:
    scan(organiser.story.file, STAFF, "opening", organiser.story.delegate("SOK"), at(0), Direction.IN)
    organiser.story.changes.presence_changed.emit("opening")
    organiser.settle()

    assert "inside 1 / 300" in organiser.block("opening").accessibleName()


def test_a_room_gives_its_seats_and_its_name(organiser: Organiser) -> None:
    event = organiser.event
    hall = Room("Ballroom", LocalText.of({"en": "Great hall", "fr": "Grande salle"}), 70)
    from checkin.desk.define import amend  # noqa: PLC0415 - only here

    amend(organiser.story.file, DESK, event, replace(event, rooms={"Ballroom": hall}))
    _ = organiser.story.file.event
    organiser.story.changes.programme_changed.emit()

    assert organiser.page.view.rooms.names[0] == "Great hall"
    assert "70 seats" in organiser.block("panel").accessibleName()
    organiser.look.speak("fr")
    assert organiser.page.view.rooms.names[0] == "Grande salle"


def test_what_others_change_is_shown_and_a_drag_goes_on(organiser: Organiser) -> None:
    organiser.drag("panel", 0, organiser.dots(30), drops=False)
    organiser.change_elsewhere(replace(organiser.session("panel"), title=LocalText.of("Round table")))
    place = organiser.block("panel").y()
    organiser.page.view.settle()
    organiser.settle()

    assert organiser.session("panel").title == LocalText.of("Round table")
    assert organiser.session("panel").start == at(150)
    assert organiser.block("panel").y() == place
    assert "Round table" in organiser.block("panel").accessibleName()


def test_what_is_brought_back_is_told_without_what_another_desk_has_changed_since(
    organiser: Organiser,
) -> None:
    organiser.drag("panel", 0, organiser.dots(35))
    moved = organiser.session("panel")
    organiser.undo()
    organiser.bring_back()
    plain = organiser.page.line.text
    organiser.undo()
    later = SessionTimes.usual(moved.start + minutes(100), moved.end + minutes(100)).put_into(moved)
    organiser.change_elsewhere(replace(later, doors_open=moved.doors_open + minutes(60)))
    organiser.bring_back()

    assert "Brought back: session “Panel” moved to 11:35–13:05" in plain
    assert organiser.session("panel").start == later.start
    assert organiser.page.line.text == "There is nothing to bring back here."


def test_a_session_that_is_taken_out_again_is_told_as_brought_back(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.press(Qt.Key.Key_Delete)
    organiser.answer("2")
    organiser.undo()
    organiser.bring_back()

    assert "Brought back: session “Panel” withdrawn" in organiser.page.line.text


def test_a_change_that_cannot_be_recorded_goes_from_the_page(organiser: Organiser) -> None:
    gone = organiser.page.work.shown
    about = replace(gone.description, zone="Europe/Paris")
    scan(organiser.story.file, STAFF, "opening", organiser.story.delegate("SOK"), at(0), Direction.IN)
    organiser.page.work.record(replace(gone, description=about))
    shown = organiser.page.work.shown.description.zone
    organiser.settle()

    assert shown == "Europe/Paris"
    assert organiser.page.work.shown.description.zone == "Asia/Phnom_Penh"
    assert "time zone" in organiser.story.troubles[-1].title


def test_the_page_leads_to_the_door_and_to_the_report_of_the_session(organiser: Organiser) -> None:
    organiser.choose("lunch")
    organiser.page.side.door_button.click()
    organiser.page.side.report_button.click()
    organiser.press(Qt.Key.Key_R, CTRL)

    assert organiser.led_to == [("door", "lunch"), ("reports", "lunch"), ("reports", "lunch", "inside")]


def test_a_session_without_doors_leads_nowhere(organiser: Organiser) -> None:
    organiser.change_elsewhere(replace(organiser.session("lunch"), doors=False))
    organiser.choose("lunch")

    assert not organiser.page.side.door_button.isVisible()
    assert "no doors: nobody is scanned" in organiser.page.side.facts.text()
    words = organiser.block("lunch").words
    assert words is not None
    assert words.seats.startswith("no doors")


def test_the_door_of_a_session_that_does_not_take_place_is_not_offered(organiser: Organiser) -> None:
    organiser.choose("panel")
    offers = organiser.page.side.door_button.isVisible()
    organiser.change_elsewhere(replace(organiser.session("panel"), status=SessionStatus.CANCELLED))

    assert (offers, organiser.page.side.door_button.isVisible()) == (True, False)
    assert organiser.page.side.report_button.isVisible()


def test_what_was_undone_is_said_until_the_next_act(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.move(Qt.Key.Key_Down, CTRL, 12)
    organiser.let_go()
    organiser.undo()
    told = organiser.page.line.text
    organiser.press(Qt.Key.Key_Delete)
    organiser.answer("1")

    assert told.startswith("Undone: ")
    assert "Undone" not in organiser.page.line.text


def test_an_empty_programme_says_so(organiser: Organiser) -> None:
    sessions = organiser.event.sessions.values()
    organiser.change_elsewhere(*(replace(each, withdrawn=True) for each in sessions))

    assert organiser.page.welcome.isVisible()
    assert not organiser.page.view.isVisible()


def test_the_page_says_the_venues_zone_where_the_computers_clock_differs(
    organiser: Organiser, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {}
    for zone in ("Europe/Paris", "Asia/Bangkok"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        note = Organiser(qtbot, organiser.story).page.zone
        told[zone] = note.text() if note.isVisible() else ""
    monkeypatch.undo()
    time.tzset()

    assert told == {
        "Europe/Paris": "All times are those of Asia/Phnom_Penh: when it is 12:00 there, this computer shows 07:00.",
        "Asia/Bangkok": "",
    }


def test_the_page_is_as_it_was_after_a_restart(organiser: Organiser, qtbot: QtBot) -> None:
    organiser.choose("closing")
    organiser.page.view.scroll_to_minute(8 * 60 + 10)
    state = organiser.page.state
    again = Organiser(qtbot, organiser.story)
    again.page.take_state(state)
    again.page.on_opened()

    assert again.page.state == state
    assert (state["day"], state["session"], state["minute"]) == ("2026-09-15", "closing", 8 * 60 + 10)
    again.page.take_state({"day": "1999-01-01", "session": "gone", "minute": "x"})
    assert again.page.tabs.currentIndex() == 1


def test_the_selected_session_is_in_sight_at_every_size_of_the_texts(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.page.view.verticalScrollBar().setValue(organiser.dots(24 * 60))
    state, seen = organiser.page.state, []
    for size in (200, 100, 150):
        organiser.look.grow(size)
        seen.append(is_in_sight(organiser, "panel"))
    organiser.page.hide()
    organiser.look.grow(200)
    organiser.page.show()
    organiser.page.on_opened()
    seen.append(is_in_sight(organiser, "panel"))
    organiser.look.grow(100)
    organiser.page.take_state(state)
    organiser.page.on_opened()

    assert seen == [True] * 4
    assert is_in_sight(organiser, "panel")


def is_in_sight(organiser: Organiser, code: str) -> bool:
    return not organiser.block(code).visibleRegion().isEmpty()


@pytest.mark.parametrize(
    ("minute", "day", "first"),
    [(-60, "2026-09-14", "opening"), (125, "2026-09-14", "panel"), (125, "2026-09-15", "closing")],
)
def test_a_day_begins_near_the_top_with_its_first_session_or_with_what_takes_place_now(
    qtbot: QtBot, story: Story, minute: int, day: str, first: str
) -> None:
    story.hands.now = at(minute)
    organiser = Organiser(qtbot, story)
    organiser.page.tabs.turn_to(day)
    organiser.page.view.setFocus()

    assert organiser.page.view.selection == first
    above = organiser.block(first).y() - organiser.page.view.verticalScrollBar().value()
    assert 0 <= above <= organiser.dots(30)


@pytest.mark.parametrize("palette", list(Palette))
def test_blocks_are_painted_in_every_palette_and_size(organiser: Organiser, palette: Palette) -> None:
    organiser.look.wear(palette)
    organiser.look.grow(200)
    QTest.qWait(0)
    picture = organiser.block("opening").grab().toImage()
    shown = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 3)
    }
    organiser.look.grow(100)

    assert {organiser.look.colours.base.lower(), organiser.look.colours.accent.lower()} <= shown


def test_a_block_that_is_scrolled_past_its_upper_edge_keeps_its_title_in_sight(organiser: Organiser) -> None:
    block, bar = organiser.block("opening"), organiser.page.view.verticalScrollBar()
    whole = block.grab().toImage()
    bar.setValue(block.y() + organiser.dots(30))
    lower = block.grab().toImage()

    shift = bar.value() - block.y()
    width, height = whole.width() - 30, 14
    assert lower.copy(15, 5 + shift, width, height) == whole.copy(15, 5, width, height)
    assert lower.copy(15, 5, width, height) != whole.copy(15, 5, width, height)


def test_a_session_past_midnight_is_marked_at_the_top_of_the_next_day_and_found_from_there(
    organiser: Organiser,
) -> None:
    party = organiser.session("panel")
    organiser.change_elsewhere(SessionTimes.usual(at(13 * 60), at(17 * 60)).put_into(party))
    organiser.choose("closing")
    (mark,) = organiser.page.view.findChildren(GoingOn)
    place, words = (mark.y(), mark.height()), (mark.text(), mark.accessibleName())
    mark.click()

    assert place == (0, organiser.dots(120))
    assert words == ("↑ …–02:00 Panel", "Panel, Mon, Sep 14, 22:00–Tuesday 02:00")
    assert (organiser.page.tabs.currentIndex(), organiser.page.view.selection) == (0, "panel")
    assert not organiser.page.view.findChildren(GoingOn) or not mark.isVisible()


# ---- the form


def test_the_form_edits_a_session_and_keeps_what_others_have_changed_meanwhile(organiser: Organiser) -> None:
    organiser.choose("panel")
    organiser.press(Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("Round table")
    organiser.change_elsewhere(replace(organiser.session("panel"), capacity=55))
    organiser.press(Qt.Key.Key_Return)
    organiser.settle()

    assert organiser.session("panel").title.in_language("en") == "Round table"
    assert organiser.session("panel").capacity == 55
    assert not organiser.page.panel.is_asking
    assert organiser.window.focusWidget() is organiser.block("panel")


def an_open_form(organiser: Organiser) -> SessionForm:
    form = organiser.page.panel.currentWidget()
    assert isinstance(form, SessionForm)
    return form


def test_the_form_says_who_comes_who_is_inside_and_what_clashes_while_one_types(organiser: Organiser) -> None:
    scan(organiser.story.file, STAFF, "opening", organiser.story.delegate("SOK"), at(0), Direction.IN)
    organiser.story.changes.presence_changed.emit("opening")
    organiser.settle()
    organiser.choose("opening")
    organiser.press(Qt.Key.Key_Return)
    form = an_open_form(organiser)
    organiser.settle()
    people = {code: label.text() for code, label in form.input(SessionField.OPEN_TO)._numbers.items()}  # type: ignore[attr-defined]
    before = form.notes()
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "x")
    form.input(SessionField.START).setFocus()
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "10:30")
    form.input(SessionField.CAPACITY).setFocus()
    organiser.press(Qt.Key.Key_A, CTRL)
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "0")

    assert before == {}
    assert people["M"] != "0"
    assert form.notes() == {
        SessionField.ROOM: "“Panel” is in this room at the same time.",
        SessionField.CAPACITY: "1 are inside now, and there are 0 seats.",
    }
    assert organiser.page.is_begun


def test_a_new_session_is_told_what_it_clashes_with_before_it_has_a_title(organiser: Organiser) -> None:
    organiser.choose("opening")
    organiser.press(Qt.Key.Key_N, CTRL)
    form = an_open_form(organiser)
    form.input(SessionField.START).setFocus()
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "9")

    assert form.notes() == {SessionField.ROOM: "“Opening” is in this room at the same time."}


def test_a_new_session_is_for_everybody_whoever_may_enter_the_one_before(organiser: Organiser) -> None:
    organiser.choose("briefing")
    organiser.press(Qt.Key.Key_N, CTRL)
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "Second")
    open_to = an_open_form(organiser).input(SessionField.OPEN_TO)
    assert isinstance(open_to, OpenToInput)
    open_to.choice.setCurrentIndex(NAMED)
    organiser.press(Qt.Key.Key_N, CTRL)
    organiser.qtbot.keyClicks(organiser.window.focusWidget(), "Third")
    organiser.press(Qt.Key.Key_Return)
    organiser.settle()

    assert organiser.session("briefing").open_to
    assert organiser.session("second").open_to == frozenset()
    assert organiser.session("third").open_to is None
    assert organiser.session("third").room == organiser.session("briefing").room


def test_ctrl_n_saves_a_new_session_and_opens_the_next_one_which_follows_it(organiser: Organiser) -> None:
    organiser.choose("briefing")
    organiser.press(Qt.Key.Key_N, CTRL)
    for title in ("First", "Second"):
        organiser.qtbot.keyClicks(organiser.window.focusWidget(), title)
        organiser.press(Qt.Key.Key_N, CTRL)
    organiser.press(Qt.Key.Key_N, CTRL)
    organiser.settle()
    before, first, second = (organiser.session(each) for each in ("briefing", "first", "second"))

    assert an_open_form(organiser).offers_next
    assert (first.start, second.start) == (before.end, first.end)
    assert before.room == first.room == second.room
    organiser.press(Qt.Key.Key_Escape)
    organiser.undo()
    assert "second" not in organiser.event.sessions
    assert "first" in organiser.event.sessions


def test_the_panel_is_wider_while_a_form_is_open_and_letters_stay_on_the_page(organiser: Organiser) -> None:
    organiser.page.resize(1024, 500)
    organiser.page.fit(organiser.page.size())
    organiser.choose("opening")
    narrow = organiser.page.panel.width()
    organiser.press(Qt.Key.Key_Return)
    form, wide = an_open_form(organiser), organiser.page.panel.maximumWidth()
    organiser.page.view.setFocus()
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, NONE, "s")
    QApplication.sendEvent(organiser.page, letter)
    organiser.press(Qt.Key.Key_Escape)

    assert narrow < wide <= 1024 * 0.54 + 1
    assert letter.isAccepted()
    assert form.isAncestorOf(organiser.window.focusWidget())
    organiser.press(Qt.Key.Key_Escape)
    organiser.press(Qt.Key.Key_Escape)
    assert organiser.page.panel.maximumWidth() == narrow


def test_a_form_takes_the_place_of_the_sessions_where_texts_are_large(organiser: Organiser) -> None:
    organiser.look.grow(200)
    organiser.page.resize(1024, 520)
    organiser.page.fit(organiser.page.size())
    organiser.choose("opening")
    organiser.press(Qt.Key.Key_Return)
    form = an_open_form(organiser)
    QTest.qWait(0)
    alone = organiser.page.view.isVisible(), form.width() > 900
    organiser.press(Qt.Key.Key_Escape)
    organiser.look.grow(100)

    assert alone == (False, True)
    assert organiser.page.view.isVisible()
    assert organiser.window.focusWidget() is organiser.block("opening")
