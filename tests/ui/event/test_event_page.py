"""The organiser changes the event on its page, by keyboard, and takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from checkin.desk.define import amend
from checkin.desk.find import find
from checkin.desk.register import register
from checkin.desk.scan_at_door import scan
from checkin.domain.colours import REFUSAL_RED
from checkin.domain.delegates import Field
from checkin.domain.programme import DoorWords, Exits, LocalText, NotArrived, Room
from checkin.storage.event_file import EventFile
from checkin.ui.event.colour_input import ColourInput
from checkin.ui.event.event_page import EventPage
from checkin.ui.event.languages_input import LanguagesInput
from checkin.ui.event.withdraw_form import WithdrawForm
from checkin.ui.frames.day_input import DayInput
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.frames.local_texts import LocalTextsInput
from checkin.ui.main_window import PAGES
from checkin.ui.watching import Watch
from tests.ui.doors import DESK, STAFF, at
from tests.ui.event.conftest import Organiser

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.doors import Story

# A list of completions that is open asks for the keyboard, and the offscreen platform has none to give.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
ALT = Qt.KeyboardModifier.AltModifier


def drop(organiser: Organiser, row: int, onto: int) -> None:
    """Drop the row onto another one, or below all rows if `onto` is -1."""
    table = organiser.view.table
    table.selectRow(row)
    model = table.model()
    place = table.visualRect(model.index(onto, 1)).center() if onto >= 0 else QPoint(5, table.height() - 60)
    dragged = model.mimeData([table.currentIndex()])
    assert model.canDropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, table.rootIndex())
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(place), Qt.DropAction.MoveAction, dragged, Qt.MouseButton.LeftButton, none)
    table.dropEvent(event)
    organiser.settle()


# ---- categories


def test_a_category_is_added_with_a_proposed_letter_code_and_colour(organiser: Organiser) -> None:
    organiser.go_to("categories")
    organiser.control(Qt.Key.Key_N)
    organiser.save()
    assert list(organiser.form.wrong()) == ["name"]
    organiser.fill("name", "Observers", "en")
    organiser.save()

    added = organiser.event.categories["O"]
    assert (added.letter, str(added.name), added.counts) == ("O", "Observers", True)
    assert added.colour not in {"#0072B2", "#5B2A86", "#4A5568"}
    assert list(organiser.event.categories) == ["M", "P", "A", "F", "O"]
    assert organiser.view.key == "O"
    assert organiser.view.table.hasFocus()


def test_a_category_is_renamed_and_taken_back_and_brought_back_by_keys(organiser: Organiser) -> None:
    organiser.go_to("categories", "P")
    organiser.press(Qt.Key.Key_Return)
    organiser.fill("name", "Senate")
    organiser.save()
    assert str(organiser.event.categories["P"].name) == "Senate"
    assert organiser.page.undo.isVisible()

    organiser.control(Qt.Key.Key_Z)
    assert str(organiser.event.categories["P"].name) == "Parliament"
    assert "Parliament" in organiser.column(1)
    assert organiser.page.told.text().startswith("Undone: ")
    organiser.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert str(organiser.event.categories["P"].name) == "Senate"


@pytest.mark.parametrize(
    ("field", "text", "wrong"),
    [("letter", "m", "M"), ("code", "a", "A"), ("name", "Scholars and Students", "A")],
)
def test_what_another_category_has_is_said_beside_its_field(
    organiser: Organiser, field: str, text: str, wrong: str
) -> None:
    before = organiser.event
    organiser.go_to("categories")
    organiser.view.add()
    organiser.fill("name", "Observers", "en")
    organiser.fill(field, text, "en")
    organiser.save()

    assert field in organiser.form.wrong()
    assert wrong in organiser.form.wrong()[field]
    assert organiser.event == before


def test_a_colour_in_which_doors_answer_is_not_taken_and_another_one_is(organiser: Organiser) -> None:
    organiser.go_to("categories", "A")
    organiser.view.change()
    colour = organiser.form.input("colour")
    assert isinstance(colour, ColourInput)
    offered = {str(colour.box.itemData(number)) for number in range(colour.box.count())}
    assert REFUSAL_RED not in offered
    colour.box.setCurrentIndex(colour.box.count() - 1)
    for written in ("red", REFUSAL_RED):
        colour.own.setText(written)
        organiser.save()
        assert "colour" in organiser.form.wrong()
    colour.own.setText("#7f3300")
    organiser.save()

    assert organiser.event.categories["A"].colour == "#7F3300"


def test_a_list_of_categories_is_pasted_as_one_act(organiser: Organiser) -> None:
    organiser.go_to("categories")
    QApplication.clipboard().setText("X Press\r\n\r\nScholars and friends\nY\tYouth\nP Senate (staff)\n")
    organiser.control(Qt.Key.Key_V)

    assert organiser.page.told.text() == "1 changed, 3 new"
    senate = organiser.event.categories["P"]
    assert (str(senate.name), senate.counts) == ("Senate", False)
    added = list(organiser.event.categories.values())[4:]
    assert [(each.code, each.letter, str(each.name)) for each in added] == [
        ("X", "X", "Press"), ("S", "S", "Scholars and friends"), ("Y", "Y", "Youth"),
    ]  # fmt: skip
    assert len({each.colour for each in added}) == 3
    organiser.control(Qt.Key.Key_Z)
    assert len(organiser.event.categories) == 4
    assert str(organiser.event.categories["P"].name) == "Parliament"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("X Press\nm Parliament", "row 2: Parliament is the "),
        ("X Press\nX Media", "row 2: X is the "),
        ("\nX\t", "row 2: “Category” is missing."),
        ("  \n", "Copy a list first"),
    ],
)
def test_a_wrong_line_of_a_pasted_list_is_told_and_nothing_is_added(
    organiser: Organiser, text: str, told: str
) -> None:
    before = organiser.event
    organiser.go_to("categories")
    QApplication.clipboard().setText(text)
    organiser.view.paste_button.click()
    organiser.settle()

    assert organiser.page.told.text().startswith(told)
    assert organiser.event == before


def test_a_list_of_rooms_is_pasted_as_one_act_and_sessions_then_name_the_room_by_its_code(
    organiser: Organiser,
) -> None:
    organiser.go_to("rooms")
    view, before = organiser.view, organiser.event
    named = [each for each in view.section.rows(organiser.page.editing.known) if not each.is_defined]
    (known, *_) = before.rooms.values()
    lines = [f"{known.name} (77)", *(f"{each.room.name} (30)" for each in named), "Great Hall; 300"]
    QApplication.clipboard().setText("\n".join(lines))
    organiser.control(Qt.Key.Key_V)

    after = organiser.event
    assert organiser.page.told.text() == f"1 changed, {len(lines) - 1} new"
    assert (after.rooms[known.code].capacity, after.rooms["Great Hall"].capacity) == (77, 300)
    assert all(str(each.room) in after.rooms for each in after.sessions_by_time() if str(each.room))
    organiser.control(Qt.Key.Key_Z)
    assert organiser.event.rooms == before.rooms


def test_the_form_remarks_that_another_category_has_the_colour(organiser: Organiser) -> None:
    organiser.go_to("categories", "A")
    organiser.view.change()
    colour = organiser.form.input("colour")
    assert isinstance(colour, ColourInput)
    assert "colour" not in organiser.form.notes()
    assert not organiser.view.paste_button.isVisible()
    colour.box.setCurrentIndex(colour.box.findData(organiser.event.categories["F"].colour.upper()))
    if colour.box.currentIndex() < 0:
        colour.box.setCurrentIndex(colour.box.count() - 1)
        colour.own.setText(organiser.event.categories["F"].colour)
    name = str(organiser.event.categories["F"].name)
    assert organiser.form.notes()["colour"] == f"Also {name} has this colour."
    organiser.save()

    assert organiser.event.categories["A"].colour == organiser.event.categories["F"].colour
    organiser.go_to("categories", "P")
    organiser.view.change()
    own = organiser.form.input("colour")
    assert isinstance(own, ColourInput)
    own.box.setCurrentIndex(own.box.findData(organiser.event.categories["F"].colour.upper()))
    other = str(organiser.event.categories["A"].name)
    assert organiser.form.notes()["colour"] == f"Also these have this colour: {other}, {name}."
    organiser.view.side.currentWidget().given_up.emit()
    assert organiser.view.paste_button.isVisible()


def test_a_category_that_has_a_verdicts_colour_already_may_keep_it(organiser: Organiser) -> None:
    organiser.go_to("categories", "M")
    organiser.view.change()
    counts = organiser.form.input("counts")
    assert isinstance(counts, QCheckBox)
    counts.setChecked(False)
    organiser.save()

    assert not organiser.event.categories["M"].counts
    assert organiser.event.categories["M"].colour == "#0072B2"


def test_categories_are_moved_by_keys_and_by_dragging(organiser: Organiser) -> None:
    organiser.go_to("categories", "P")
    organiser.press(Qt.Key.Key_Up, ALT)
    assert list(organiser.event.categories) == ["P", "M", "A", "F"]
    assert organiser.view.key == "P"
    organiser.press(Qt.Key.Key_Up, ALT)
    assert list(organiser.event.categories) == ["P", "M", "A", "F"]

    drop(organiser, row=0, onto=2)
    assert list(organiser.event.categories) == ["M", "A", "P", "F"]
    drop(organiser, row=0, onto=-1)
    assert list(organiser.event.categories) == ["A", "P", "F", "M"]


def test_a_category_with_people_is_withdrawn_only_into_another(organiser: Organiser) -> None:
    organiser.go_to("categories", "M")
    organiser.press(Qt.Key.Key_Delete)
    question = organiser.question
    assert isinstance(question, WithdrawForm)
    assert question.explained == "2 people have this category."
    organiser.press(Qt.Key.Key_Return)
    assert "into" in question.wrong()
    assert "M" in organiser.event.categories

    organiser.choose("into", "1")
    organiser.save()
    assert list(organiser.event.categories) == ["P", "A", "F"]
    assert find(organiser.story.file, "SOK")[0].delegate.category == "A"
    organiser.control(Qt.Key.Key_Z)
    assert list(organiser.event.categories) == ["M", "P", "A", "F"]
    assert find(organiser.story.file, "SOK")[0].delegate.category == "M"


def test_the_only_category_of_a_session_is_withdrawn_only_into_another(organiser: Organiser) -> None:
    organiser.go_to("categories", "P")
    organiser.press(Qt.Key.Key_Delete)
    question = organiser.question
    assert isinstance(question, WithdrawForm)
    assert question.explained == "1 session is open to this category alone."
    organiser.choose("into", "2")
    organiser.save()

    assert organiser.event.sessions["briefing"].open_to == frozenset("F")


def test_a_session_by_invitation_keeps_no_category_from_being_withdrawn_at_once(organiser: Organiser) -> None:
    event = organiser.event
    by_invitation = {**event.sessions, "briefing": replace(event.sessions["briefing"], open_to=frozenset())}
    amend(organiser.story.file, STAFF, event, replace(event, sessions=by_invitation))
    _ = organiser.story.file.event
    organiser.story.changes.programme_changed.emit()
    organiser.go_to("categories", "F")
    organiser.press(Qt.Key.Key_Delete)

    assert "F" not in organiser.event.categories
    assert "category “" in organiser.page.undo.text()


def test_a_category_without_people_is_withdrawn_at_once(organiser: Organiser) -> None:
    organiser.go_to("categories", "F")
    organiser.press(Qt.Key.Key_Delete)

    assert "F" not in organiser.event.categories
    assert not organiser.view.side.is_asking


def test_the_last_category_stays(organiser: Organiser) -> None:
    event = organiser.event
    only = {"A": event.categories["A"]}
    sessions = {code: replace(each, open_to=None) for code, each in event.sessions.items()}
    amend(organiser.story.file, STAFF, event, replace(event, categories=only, sessions=sessions),
          {"M": "A"})  # fmt: skip
    _ = organiser.story.file.event
    organiser.story.changes.programme_changed.emit()
    organiser.settle()
    organiser.go_to("categories", "A")
    organiser.press(Qt.Key.Key_Delete)

    assert organiser.page.told.text() != ""
    assert list(organiser.event.categories) == ["A"]


# ---- the event itself


def test_the_title_is_changed_in_each_language_of_the_event(organiser: Organiser) -> None:
    organiser.go_to("event", "languages")
    organiser.press(Qt.Key.Key_Return)
    languages = organiser.form.input("languages")
    assert isinstance(languages, LanguagesInput)
    assert languages.chosen.hasFocus()
    languages.add("fr")
    organiser.press(Qt.Key.Key_Up, ALT, languages.chosen)
    title = organiser.form.input("title")
    assert isinstance(title, LocalTextInput)
    assert list(title.lines) == ["", "fr", "en"]
    organiser.fill("title", "Le forum", "fr")
    organiser.save()

    about = organiser.event.description
    assert about.languages == ("fr", "en")
    assert about.title == LocalText.of({"": "Forum", "fr": "Le forum"})
    assert "Forum · Le forum" in organiser.column(1)


def test_the_only_language_cannot_be_removed(organiser: Organiser) -> None:
    organiser.go_to("event", "languages")
    organiser.press(Qt.Key.Key_Return)
    languages = organiser.form.input("languages")
    assert isinstance(languages, LanguagesInput)
    organiser.press(Qt.Key.Key_Delete, widget=languages.chosen)

    assert languages.languages() == ("en",)


def test_days_without_a_session_are_said_and_then_saved(organiser: Organiser) -> None:
    organiser.go_to("event", "last_day")
    organiser.press(Qt.Key.Key_Return)
    last = organiser.form.input("last_day")
    assert isinstance(last, DayInput)
    last.line.selectAll()
    QTest.keyClicks(last.line, "15.")
    organiser.save()
    assert "last_day" in organiser.form.wrong()
    last.line.selectAll()
    QTest.keyClicks(last.line, "10.9.2026")
    organiser.save()
    assert "last_day" in organiser.form.wrong()
    last.set_day(date(2026, 9, 14))
    organiser.save()
    assert "Closing" in organiser.form.wrong()["last_day"]
    assert organiser.event.description.last_day.day == 15

    organiser.save()
    assert organiser.event.description.last_day.day == 14


def test_the_time_zone_changes_until_a_badge_was_read(organiser: Organiser) -> None:
    organiser.go_to("event", "zone")
    organiser.view.change()
    organiser.fill("zone", "Atlantis")
    organiser.save()
    assert "zone" in organiser.form.wrong()
    organiser.fill("zone", "Asia/Tokyo")
    organiser.save()
    assert organiser.event.description.zone == "Asia/Tokyo"

    scan(organiser.story.file, STAFF, "opening", organiser.story.delegate("LY"), at(1))
    organiser.page.editing.count()
    organiser.settle()
    organiser.view.change()
    organiser.fill("zone", "Asia/Phnom_Penh")
    organiser.save()
    assert "Asia/Tokyo" in organiser.form.wrong()["zone"]
    assert organiser.event.description.zone == "Asia/Tokyo"


def test_the_rules_of_admission_are_chosen_in_words(organiser: Organiser) -> None:
    organiser.go_to("event", "not_arrived")
    assert "let in and note it" in organiser.column(1)
    organiser.press(Qt.Key.Key_Return)
    for field, value in (("not_arrived", "refuse"), ("exits", "none"), ("door_words", "discreet")):
        organiser.choose(field, value)
    organiser.save()

    policy = organiser.event.policy
    assert (policy.not_arrived, policy.exits, policy.door_words) == (
        NotArrived.REFUSE, Exits.NONE, DoorWords.DISCREET,
    )  # fmt: skip
    assert "send to the desk" in organiser.column(1)


# ---- rooms


def test_a_room_that_sessions_name_in_words_becomes_a_room(organiser: Organiser) -> None:
    organiser.go_to("rooms", "Mekong")
    assert organiser.column(0) == ["Grand ballroom", "North", "South", "Mekong"]
    assert organiser.column(3)[0] == "3"
    organiser.press(Qt.Key.Key_Return)
    organiser.fill("capacity", "none")
    organiser.save()
    assert "capacity" in organiser.form.wrong()
    organiser.fill("capacity", "120")
    organiser.fill("name", "Mekong hall")
    organiser.save()

    room = organiser.event.rooms["Mekong hall"]
    assert room.capacity == 120
    assert organiser.event.sessions["lunch"].room == LocalText.of("Mekong hall")
    assert organiser.view.key == "Mekong hall"


def test_the_sessions_of_a_withdrawn_room_keep_its_name(organiser: Organiser) -> None:
    organiser.go_to("rooms", "Ballroom")
    organiser.press(Qt.Key.Key_Delete)

    assert organiser.event.rooms == {}
    assert organiser.event.sessions["opening"].room == LocalText.of("Grand ballroom")


def test_the_sessions_of_a_withdrawn_room_keep_its_capacity_unless_they_have_their_own(
    organiser: Organiser,
) -> None:
    seen = organiser.event
    of_room = [each for each in seen.sessions.values() if str(each.room) == "Ballroom"]
    small = replace(of_room[0], capacity=20)
    others = {each.code: replace(each, capacity=None) for each in of_room[1:]}
    wanted = replace(seen, sessions={**seen.sessions, **others, small.code: small})
    amend(organiser.story.file, STAFF, seen, wanted)
    _ = organiser.event
    organiser.story.changes.programme_changed.emit()
    organiser.go_to("rooms", "Ballroom")
    organiser.press(Qt.Key.Key_Delete)

    now = organiser.event.sessions
    assert now[small.code].capacity == 20
    assert others
    assert {now[code].capacity for code in others} == {300}
    assert all(
        now[code].capacity == each.capacity for code, each in seen.sessions.items() if each not in of_room
    )


def test_a_room_whose_code_somebody_has_just_used_stays_in_the_form(organiser: Organiser) -> None:
    organiser.go_to("rooms")
    organiser.view.add()
    organiser.fill("name", "Annex", "en")
    seen = organiser.event
    theirs = Room("Annex", LocalText.of("Annex of the palace"), 50)
    amend(organiser.story.file, STAFF, seen, replace(seen, rooms={**seen.rooms, "Annex": theirs}))
    organiser.save()

    assert organiser.event.rooms["Annex"] == theirs
    assert "Somebody has just made a room with the code Annex" in organiser.form._trouble.text()


def test_the_key_for_a_new_row_saves_the_form_of_a_new_row_and_opens_the_next_one(
    organiser: Organiser,
) -> None:
    organiser.go_to("rooms")
    for name in ("Annex", "Garden", "grand BALLROOM"):
        organiser.control(Qt.Key.Key_N)
        organiser.fill("name", name, "en")
    organiser.control(Qt.Key.Key_N)

    assert {"Annex", "Garden"} <= organiser.event.rooms.keys()
    assert "Ballroom" in organiser.form.wrong()["name"]


def test_two_rooms_may_not_have_one_name(organiser: Organiser) -> None:
    organiser.go_to("rooms")
    organiser.view.add()
    organiser.fill("name", "grand BALLROOM", "en")
    organiser.save()

    assert "Ballroom" in organiser.form.wrong()["name"]


# ---- delegations


def test_delegations_show_how_many_of_the_quota_are_registered(organiser: Organiser) -> None:
    organiser.go_to("delegations")

    assert organiser.column(0) == ["France", "Ministry of Foreign Affairs", "Embassy of Japan"]
    assert organiser.column(3) == ["0", "2 of 8", "1"]


def test_delegations_are_put_in_order_by_keys(organiser: Organiser) -> None:
    organiser.go_to("delegations", "FR")
    organiser.press(Qt.Key.Key_Down, ALT)

    assert [each.order for each in organiser.event.delegations.values()] == [1, None]
    assert list(organiser.event.delegations) == ["MFA", "FR"]
    organiser.control(Qt.Key.Key_Z)
    assert list(organiser.event.delegations) == ["FR", "MFA"]


def test_a_delegation_that_people_name_is_defined_with_all_its_fields(organiser: Organiser) -> None:
    organiser.go_to("delegations", "Embassy of Japan")
    organiser.press(Qt.Key.Key_Return)
    names = organiser.form.input("names")
    assert isinstance(names, LocalTextsInput)
    names.add()
    names.inputs[1].lines["en"].setText("JPN")
    organiser.choose("kind", "state")
    for field, text in (("quota", "6"), ("liaison_name", "Chan Dara"), ("liaison_phone", "012 345")):
        organiser.fill(field, text)
    organiser.save()

    made = organiser.event.delegations["JPN"]
    assert [str(name) for name in made.names] == ["Embassy of Japan", "JPN"]
    assert (made.quota, made.liaison_name, made.liaison_phone) == (6, "Chan Dara", "012 345")
    organiser.settle()
    assert "1 of 6" in organiser.column(3)


# ---- own fields


def test_a_field_is_added_and_its_code_is_proposed(organiser: Organiser) -> None:
    organiser.go_to("fields")
    organiser.view.add()
    organiser.fill("name", "Size of shirt", "en")
    organiser.choose("kind", "choice")
    assert organiser.form.input("choices").isVisible()
    organiser.save()
    assert "choices" in organiser.form.wrong()
    organiser.fill("choices", "Large", "en")
    organiser.save()

    made = organiser.event.fields["size_of_shirt"]
    assert [str(each) for each in made.choices] == ["Large"]


def test_what_people_have_values_for_keeps_its_kind_and_their_choices(organiser: Organiser) -> None:
    register(organiser.story.file, DESK, {Field.FAMILY_NAME: "OUK", Field.CATEGORY: "M", "menu": "Fish"})
    organiser.page.editing.count()
    organiser.settle()
    organiser.go_to("fields", "menu")
    assert organiser.column(5) == ["1"]
    organiser.press(Qt.Key.Key_Return)
    organiser.choose("kind", "number")
    organiser.save()
    assert "kind" in organiser.form.wrong()
    organiser.choose("kind", "choice")
    organiser.fill("choices", "Meat")
    organiser.save()
    assert "Fish" in organiser.form.wrong()["choices"]
    organiser.choose("kind", "text")
    organiser.save()
    assert organiser.event.fields["menu"].kind == "text"

    organiser.press(Qt.Key.Key_Delete)
    assert "1 person has a value" in _explained(organiser)
    organiser.save()
    assert organiser.event.fields == {}


def _explained(organiser: Organiser) -> str:
    question = organiser.question
    assert isinstance(question, WithdrawForm)
    return question.explained


# ---- the page as a whole


def test_what_another_program_changes_is_shown_and_kept_beside_what_is_saved_here(
    organiser: Organiser,
) -> None:
    watch = Watch(
        organiser.story.tasks.prompt, organiser.story.file, organiser.story.changes, organiser.window
    )
    watch.look()
    organiser.settle()
    organiser.go_to("categories", "P")
    organiser.press(Qt.Key.Key_Return)
    organiser.fill("name", "Senate")
    with EventFile.open(organiser.story.file.path, "0123456789cd") as other:
        seen = other.event
        category = replace(seen.categories["P"], letter="Z")
        amend(other, STAFF, seen, replace(seen, categories={**seen.categories, "P": category}))
    watch.look()
    organiser.settle()
    assert organiser.column(2)[1] == "Z"
    organiser.save()

    changed = organiser.event.categories["P"]
    assert (str(changed.name), changed.letter) == ("Senate", "Z")


def test_a_begun_form_is_not_lost_to_another_row_or_a_letter(qtbot: QtBot, story: Story) -> None:
    organiser = Organiser(qtbot, story, PAGES)
    organiser.go_to("categories", "P")
    organiser.press(Qt.Key.Key_Return)
    organiser.fill("name", "Senate")
    organiser.view.go_to("A")
    organiser.view.change()
    assert organiser.page.told.text() == "Esc once more gives up what was filled in."
    assert organiser.form.text("name") == LocalText.of("Senate")

    counts = organiser.form.input("counts")
    counts.setFocus()
    organiser.press(Qt.Key.Key_X)
    assert organiser.window.page is organiser.page
    organiser.press(Qt.Key.Key_Escape)
    organiser.press(Qt.Key.Key_Escape)
    assert not organiser.view.side.is_asking
    assert str(organiser.event.categories["P"].name) == "Parliament"


def test_the_page_stands_where_it_stood_after_a_restart(organiser: Organiser) -> None:
    organiser.go_to("delegations", "MFA")
    state = organiser.page.state
    again = EventPage(organiser.story.parts(organiser.look))
    organiser.qtbot.addWidget(again)
    again.take_state(state)

    assert again.view.section.code == "delegations"
    assert again.view.key == "MFA"
    again.take_state({"section": "gone"})
    assert again.view.section.code == "event"


def test_what_only_people_name_is_not_kept_beside_the_event(organiser: Organiser) -> None:
    organiser.go_to("delegations", "Embassy of Japan")

    assert organiser.view.change_button.text().startswith("Define")
    assert not organiser.view.withdraw_button.isEnabled()
    assert "Embassy of Japan" not in organiser.page.state.values()


def test_on_a_narrow_page_the_form_stands_in_place_of_the_table_with_its_field_in_sight(
    organiser: Organiser,
) -> None:
    organiser.go_to("event", "door_words")
    organiser.press(Qt.Key.Key_Return)
    assert organiser.view.table.isVisible()
    organiser.window.resize(700, 420)
    organiser.settle()
    assert not organiser.view.table.isVisible()
    words = organiser.form.input("door_words")
    organiser.qtbot.waitUntil(lambda: words.visibleRegion().boundingRect().height() == words.height())

    organiser.press(Qt.Key.Key_Escape)
    assert organiser.view.table.hasFocus()


def test_an_empty_table_says_what_to_do(organiser: Organiser) -> None:
    organiser.go_to("fields", "menu")
    organiser.press(Qt.Key.Key_Delete)

    assert "Ctrl+N" in organiser.view.table.hint
    assert not organiser.view.change_button.isEnabled()


def test_everything_has_a_name_for_a_screen_reader(organiser: Organiser) -> None:
    for section in organiser.page.views:
        organiser.go_to(section)
        organiser.view.table.selectRow(0)
        organiser.view.change()
        nameless = [
            type(widget).__name__
            for widget in organiser.form.findChildren(QCheckBox)
            if not widget.accessibleName() and not widget.text()
        ]
        assert nameless == []
        assert organiser.view.table.accessibleName()
        organiser.view.close_side()


@pytest.mark.parametrize("language", ["fr", "km", "zh"])
def test_the_page_is_worded_in_another_language_with_a_form_open(organiser: Organiser, language: str) -> None:
    organiser.go_to("categories", "P")
    organiser.view.change()
    before = organiser.form.save_button.text()
    organiser.look.speak(language)

    assert organiser.form.save_button.text() != before
    organiser.look.speak("en")
    assert organiser.form.save_button.text() == before


@pytest.mark.parametrize("section", ["event", "categories", "rooms", "delegations", "fields"])
def test_no_input_of_a_form_takes_the_focus_at_the_wheel(organiser: Organiser, section: str) -> None:
    organiser.go_to(section)
    organiser.press(Qt.Key.Key_Return, widget=organiser.view.table)
    inputs = organiser.view.side.currentWidget().findChildren(QComboBox)

    assert all(each.focusPolicy() is Qt.FocusPolicy.StrongFocus for each in inputs)
