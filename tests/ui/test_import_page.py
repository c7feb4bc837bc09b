"""The import page on real files and a real event file: looked at first, brought in as one act, undone as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from checkin.desk.arrive import arrive
from checkin.desk.find import everybody
from checkin.desk.undo import undo
from checkin.domain.delegates import Status
from checkin.importing.people.planned import ColumnUse
from checkin.ui.import_list.findings import GROUPS, Group
from checkin.ui.import_list.told import Told
from checkin.ui.table import ROW_ROLE
from tests.importing.made_files import a_csv, an_xlsx
from tests.ui.doors import DESK, Story, at
from tests.ui.import_desk import Desk, a_told_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from checkin.ui.frames.question import Question


HEAD = ("Ref", "Family name", "Given name", "Category", "Position", "T-shirt")
GUESTS = (
    HEAD,
    ("K1", "SOK", "Sopheap", "M", "Minister", "L"),
    ("K2", "KEM", "Rith", "Zebra", "", "M"),
    ("K3", "", "", "M", "", ""),
    ("K4", "CHEA", "Vanna", "P", "", "S"),
)
KNOWN_WORDS = tuple(row for row in GUESTS if "Zebra" not in row)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_told_story(tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, story: Story) -> Desk:
    return Desk(qtbot, story)


def test_a_list_is_looked_at_and_nothing_comes_in(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))

    assert desk.counts() == {
        Group.ASKED: "… 1", Group.NEW: "+ 2", Group.CHANGED: "~ 0", Group.SAME: "= 0", Group.ALIKE: "? 0",
        Group.NOT_DRAWN: "! 0", Group.MISSING: "– 0", Group.REJECTED: "✕ 1", Group.LEFT_OUT: "· 0",
        Group.COLUMNS: "≡ 6",
    }  # fmt: skip
    assert desk.page.bring_in_button.text() == "Import 2   Ctrl+Enter"
    assert desk.names == []


def test_rejected_rows_stand_open_with_row_column_and_reason(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, KNOWN_WORDS))

    assert desk.page.found.groups[Group.REJECTED].isChecked()
    assert desk.rows(Group.REJECTED) == [
        ["3", "–", "Family name", "–", "There is no name in any script."],
    ]


def test_names_that_no_font_draws_are_a_group_that_stays_in_sight(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(
        a_csv(tmp_path, (HEAD, ("1", "YOSHINO", "𠮷", "M", "", ""), ("2", "SOK", "Dara", "M", "", "")))
    )

    assert desk.counts()[Group.NOT_DRAWN] == "! 1"
    assert desk.page.found.group is Group.NOT_DRAWN
    assert desk.rows(Group.NOT_DRAWN) == [["2", "Given name", "𠮷", "No font here has 𠮷 (U+20BB7)."]]
    desk.page.work.bring_in()
    desk.wait()
    assert desk.names == ["SOK Dara", "YOSHINO 𠮷"]
    assert desk.counts()[Group.NOT_DRAWN] == "! 1"


def test_a_person_with_two_names_that_no_font_draws_counts_once(desk: Desk, tmp_path: Path) -> None:
    head = ("Family name", "Native name", "Category")
    desk.look_at(a_csv(tmp_path, (head, ("😀", "𠮷", "M"), ("SOK", "សុខ", "M"))))

    assert desk.counts()[Group.NOT_DRAWN] == "! 1"
    assert [row[1] for row in desk.rows(Group.NOT_DRAWN)] == ["Family name", "Native name"]


@pytest.mark.parametrize(
    ("family", "native", "is_offered"), [("SOK", "𠮷", True), ("SOK 😀", "𠮷", False), ("", "𠮷", False)]
)
def test_the_latin_name_alone_is_offered_only_where_it_can_be_drawn(
    desk: Desk, tmp_path: Path, family: str, native: str, *, is_offered: bool
) -> None:
    desk.look_at(a_csv(tmp_path, (("Family name", "Native name", "Category"), (family, native, "M"))))

    assert desk.page.found.group is Group.NOT_DRAWN
    assert "corrected" in desk.page.found.meaning.text()
    assert ("Ctrl+B" in desk.page.found.meaning.text()) is is_offered


def test_names_that_are_turned_round_are_told(desk: Desk, tmp_path: Path) -> None:
    head = ("First name", "Last name", "Name order", "Category")
    rows = (("Nils", "Berg", "", "M"), ("Aoife", "O'Brien", "given first", "M"), ("", "Sok Dara", "", "M"))
    desk.look_at(a_csv(tmp_path, (head, *rows)))

    assert [row[1] for row in desk.rows(Group.NEW)] == ["Berg Nils", "Aoife O'Brien", "Sok Dara"]
    assert "1 name is turned round" in desk.page.found.meaning.text()
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.found.show_group(Group.NEW)
    assert "turned round" not in desk.page.found.meaning.text()


def test_rejected_rows_can_be_copied_into_a_letter(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, KNOWN_WORDS))
    desk.qtbot.keyClick(desk.page.found.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text().splitlines()[:2] == [
        "Row\tName\tColumn\tWhat stands there\tReason",
        "3\t–\tFamily name\t–\tThere is no name in any script.",
    ]


def test_the_table_is_copied_wherever_the_focus_is_and_the_page_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.done.result.text() == "There is no table to copy."
    desk.look_at(a_csv(tmp_path, GUESTS))
    QApplication.clipboard().setText("of before")
    box = desk.page.found.groups[Group.COLUMNS]
    desk.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    desk.qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text().startswith("Sheet\tColumn in the list\tExample\tIs read as")
    assert desk.page.done.result.text() == "6 rows copied"
    assert desk.page.done.isVisible()


def test_rejected_rows_stay_in_sight_when_the_rest_has_come_in(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))

    assert desk.page.found.isVisible()
    assert [row[0] for row in desk.rows(Group.REJECTED)] == ["4"]
    assert [row[1] for row in desk.rows(Group.ASKED)] == ["Zebra"]
    assert not desk.page.bring_in_button.isVisible()
    desk.page.work.read_column_as("T-shirt", "phone")
    desk.wait()
    assert not desk.page.category.isEnabled()
    desk.undo()
    assert not desk.page.found.isVisible()
    assert desk.names == []
    assert desk.page.category.isEnabled()


def test_an_import_that_was_undone_elsewhere_is_told_and_not_offered_any_more(
    desk: Desk, tmp_path: Path
) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    question = desk.ask_to_undo()
    undo(desk.story.file, DESK)
    desk.qtbot.keyClick(question, Qt.Key.Key_Return)
    desk.wait()

    assert [trouble.title for trouble in desk.troubles] == ["This act was undone already"]
    desk.qtbot.waitUntil(lambda: not desk.page.done.undo_button.isVisible())


def test_columns_tell_what_they_are_read_as(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(an_xlsx(tmp_path, GUESTS))

    assert desk.rows(Group.COLUMNS)[1:3] == [
        ["Guests", "Family name", "SOK · KEM · CHEA", "→ Family name", "its name"],
        ["Guests", "Given name", "Sopheap · Rith · Vanna", "→ Given name", "its name"],
    ]
    assert desk.rows(Group.COLUMNS)[-1] == ["Guests", "T-shirt", "L · M · S", "not read", ""]


def test_what_is_found_comes_in_as_one_act_and_goes_as_one(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    with desk.qtbot.waitSignals([desk.changes.delegates_changed, desk.changes.acts_changed]):
        desk.page.bring_in_button.click()
    desk.qtbot.waitUntil(desk.page.done.undo_button.isVisible)
    came_in, told = desk.names, desk.page.done.result.text()
    desk.page.done.undo_button.click()
    desk.qtbot.waitUntil(lambda: desk.page.asking.is_open)
    desk.qtbot.keyClick(desk.question, Qt.Key.Key_Return)
    desk.wait()

    assert came_in == ["CHEA Vanna", "SOK Sopheap"]
    assert told == "2 rows came in: 2 new, 0 changed."
    assert desk.names == []
    assert desk.page.done.result.text() == "The import was undone."
    assert not desk.page.done.undo_button.isVisible()


def test_the_last_import_can_be_undone_whatever_was_looked_at_since(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    desk.bring_in(a_csv(one, GUESTS))
    desk.look_at(
        a_csv(two, (HEAD, ("K1", "SOK", "Sopheap", "M", "Senator", ""), ("6", "LY", "", "M", "", "")))
    )
    assert desk.page.done.undo_button.isVisible()
    assert desk.page.done.undo_button.text().startswith("Undo: 2 people imported")
    assert desk.page.bring_in_button.text().startswith("Import 2")

    desk.undo()
    desk.qtbot.waitUntil(lambda: desk.counts()[Group.NEW] == "+ 2")
    desk.wait()
    assert desk.names == []
    assert desk.page.done.result.text() == "The import was undone."
    desk.page.work.bring_in()
    desk.wait()
    assert desk.names == ["LY", "SOK Sopheap"]


def test_after_an_undo_the_import_before_it_is_named(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    desk.bring_in(a_csv(one, GUESTS))
    desk.look_at(a_csv(two, (HEAD, ("6", "LY", "", "M", "", ""))))
    desk.page.work.bring_in()
    desk.wait()
    named = desk.page.done.undo_button.text
    desk.qtbot.waitUntil(lambda: named().startswith("Undo: 1 person imported"))
    desk.page.done.undo_button.click()
    desk.qtbot.waitUntil(lambda: desk.page.asking.is_open)
    desk.qtbot.keyClick(desk.question, Qt.Key.Key_Return)
    desk.wait()

    desk.qtbot.waitUntil(lambda: named().startswith("Undo: 2 people imported"))
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]


@pytest.mark.parametrize("category", ["Zebra", "M"])
def test_after_an_import_the_focus_is_on_the_page_and_not_on_undo(
    desk: Desk, tmp_path: Path, category: str
) -> None:
    elsewhere = QPushButton("Arrivals", desk.window)
    elsewhere.show()
    desk.activate()
    desk.look_at(
        a_csv(tmp_path, (HEAD, ("1", "SOK", "Dara", "M", "", ""), ("2", "KEM", "", category, "", "")))
    )
    ready = desk.page.bring_in_button if category == "M" else desk.page.found.table
    assert QApplication.focusWidget() is ready, "a question comes first"
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    desk.qtbot.waitUntil(desk.page.done.undo_button.isVisible)

    useful = desk.page.choose_button if category == "M" else desk.page.found.table
    assert QApplication.focusWidget() is useful


def test_after_an_import_from_the_table_the_focus_is_on_what_can_be_done_next(
    desk: Desk, tmp_path: Path
) -> None:
    elsewhere = QPushButton("Arrivals", desk.window)
    elsewhere.show()
    desk.activate()
    desk.look_at(a_csv(tmp_path, (HEAD, ("1", "SOK", "Dara", "M", "", ""))))
    desk.page.found.table.setFocus()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    desk.qtbot.waitUntil(desk.page.done.undo_button.isVisible)

    assert QApplication.focusWidget() is desk.page.choose_button


def test_the_same_list_again_changes_nothing_and_another_tells_what_changes(
    desk: Desk, tmp_path: Path
) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    changed = (HEAD, ("K1", "SOK", "Sopheap", "P", "Senator", ""), ("9", "SOK", "Sopheap", "M", "", ""))
    desk.look_at(a_csv(tmp_path, changed))

    assert desk.rows(Group.CHANGED) == [
        ["2", "SOK Sopheap", "Category", "Ministries", "a list", "Parliament", "yes"],
        ["2", "SOK Sopheap", "Position", "Minister", "a list", "Senator", "yes"],
    ]
    assert desk.rows(Group.ALIKE) == [
        ["3", "SOK Sopheap · Ministries", "SOK Sopheap · Ministries", "another person"]
    ]
    assert desk.rows(Group.MISSING) == [["CHEA Vanna", "stays as before", "Parliament", "", "K4"]]
    assert desk.rows(Group.NEW)[0][:2] == ["3", "SOK Sopheap"]


def test_no_list_lifts_a_block_and_the_page_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, ((*HEAD, "Status"), ("K1", "SOK", "Sopheap", "M", "", "", "blocked"))))
    assert not desk.page.found.still_blocked.isVisible()
    desk.look_at(
        a_csv(tmp_path, ((*HEAD, "Status"), ("K1", "SOK", "Sopheap", "M", "Envoy", "", "registered")))
    )

    assert desk.page.found.still_blocked.isVisible()
    assert desk.page.found.still_blocked.text() == (
        "1 blocked person stays blocked: only a correction at the desk lifts a block."
    )
    assert desk.rows(Group.CHANGED) == [["2", "SOK Sopheap", "Position", "–", "a list", "Envoy", "yes"]]
    desk.page.work.bring_in()
    desk.wait()
    assert [each.delegate.status for each in everybody(desk.story.file)] == [Status.BLOCKED]


def test_a_person_of_another_list_is_called_not_in_this_list(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, (HEAD, ("6", "LY", "", "M", "", ""))))

    button = desk.page.found.groups[Group.MISSING]
    assert " ".join(button.text().split()) == "– 2 not in this list"
    desk.page.found.show_group(Group.MISSING)
    assert desk.page.found.meaning.text() == (
        "These participants came in with a list and are not in this one. They stay as they are unless you say so."
    )


def test_the_rows_that_change_nothing_are_shown(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, GUESTS))

    assert desk.counts()[Group.SAME] == "= 2"
    assert [row[:2] for row in desk.rows(Group.SAME)] == [["2", "SOK Sopheap"], ["5", "CHEA Vanna"]]


def test_who_was_registered_at_a_desk_and_never_listed_is_missing_from_no_list(
    desk: Desk, tmp_path: Path
) -> None:
    desk.story.delegate("LY", badge=False, reference="6")
    desk.bring_in(a_csv(tmp_path, GUESTS))
    other = (HEAD, ("5", "MAO", "Tevy", "M", "", ""))
    desk.look_at(a_csv(tmp_path, other))
    assert [row[0] for row in desk.rows(Group.MISSING)] == ["SOK Sopheap", "CHEA Vanna"]

    desk.look_at(a_csv(tmp_path, (HEAD, ("6", "LY", "", "M", "Member", ""))))
    desk.page.work.bring_in()
    desk.wait()
    desk.look_at(a_csv(tmp_path, other))
    assert [row[0] for row in desk.rows(Group.MISSING)] == ["SOK Sopheap", "CHEA Vanna"]


def test_the_same_person_twice_in_one_list_is_shown_with_both_row_numbers(desk: Desk, tmp_path: Path) -> None:
    twice = (HEAD[1:4], ("SOK", "Dara", "M"), ("KEM", "Rith", "M"), ("Dara", "Sok", "M"))
    desk.look_at(an_xlsx(tmp_path, twice))

    assert desk.page.found.group is Group.ALIKE
    assert desk.rows(Group.ALIKE) == [
        ["Guests · 4", "Dara Sok · Ministries", "Guests · row 2: SOK Dara · Ministries", "another person"]
    ]


def test_a_list_without_a_category_gets_one_for_all_its_rows(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, (("Name",), ("SOK Sopheap",), ("KEM Rith",))))
    before = desk.counts()[Group.REJECTED]
    box = desk.page.category
    box.setCurrentIndex(box.findData("A"))
    box.activated.emit(box.currentIndex())
    desk.wait()

    assert before == "✕ 2"
    assert desk.counts()[Group.NEW] == "+ 2"
    assert desk.rows(Group.NEW)[0][3] == "Scholars and students"


def test_the_focus_stays_on_the_box_in_which_a_category_is_chosen_by_key(desk: Desk, tmp_path: Path) -> None:
    elsewhere = QPushButton("Arrivals", desk.window)
    elsewhere.show()
    desk.activate()
    desk.look_at(a_csv(tmp_path, (("Name",), ("SOK Sopheap",), ("KEM Rith",))))
    desk.page.category.setFocus()
    for code in ("M", "P", "A"):
        desk.qtbot.keyClick(desk.page.category, Qt.Key.Key_Down)
        assert desk.page.work.is_busy
        desk.wait()
        assert desk.page.category.chosen == desk.page.work.told.category == code
        assert QApplication.focusWidget() is desk.page.category
    assert desk.counts()[Group.NEW] == "+ 2"


def test_the_box_takes_further_keys_while_the_list_is_read_with_the_category_of_the_first(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, (("Name",), ("SOK Sopheap",), ("KEM Rith",))))
    desk.page.category.setFocus()
    for code in ("M", "P", "A"):
        desk.qtbot.keyClick(desk.page.category, Qt.Key.Key_Down)
        assert desk.page.work.is_busy
        assert desk.page.category.chosen == code
        assert desk.page.found.isVisible()
    desk.wait()

    assert desk.page.work.told.category == "A"
    assert {row[3] for row in desk.rows(Group.NEW)} == {desk.page.category.currentText()[3:]}
    assert QApplication.focusWidget() is desk.page.category
    assert not desk.page.done.result.isVisible()


def test_what_is_chosen_on_the_way_to_another_field_takes_no_field_from_another_column(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, (("Foo", "Bar", "Baz"), ("SOK", "Dara", "17"))))
    choose_reading(desk, "Foo", "native_name")
    desk.page.found.show_column("Bar")
    box = desk.page.found.reading_box
    for name in ("native_name", "nationality"):
        box.setCurrentIndex(box.findData(name))
        box.activated.emit(box.currentIndex())
    desk.wait()

    assert desk.page.work.told.readings == {"Foo": "native_name", "Bar": "nationality"}
    assert [row[3] for row in desk.rows(Group.COLUMNS)] == [
        "→ Name in native script", "→ Nationality", "not read",
    ]  # fmt: skip


def test_the_focus_and_the_columns_stay_when_a_column_is_read_as_something_else_by_key(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, GUESTS))
    columns = desk.rows(Group.COLUMNS)
    desk.page.found.table.selectRow(len(columns) - 1)
    box = desk.page.found.reading_box
    box.setFocus()
    for _ in range(2):
        before = box.currentIndex()
        desk.qtbot.keyClick(box, Qt.Key.Key_Down)
        desk.wait()
        assert desk.page.found.group is Group.COLUMNS
        assert desk.page.found.table.currentIndex().data(ROW_ROLE).header == "T-shirt"
        assert box.currentIndex() == before + 1
        assert QApplication.focusWidget() is box


def test_stop_pressed_by_key_leaves_the_focus_on_the_page(desk: Desk, tmp_path: Path) -> None:
    elsewhere = QPushButton("Arrivals", desk.window)
    elsewhere.show()
    desk.activate()
    many = (HEAD, *((str(number), f"SOK{number}", "Dara", "M", "", "") for number in range(3000)))
    desk.look_at(a_csv(tmp_path, many))
    desk.page.work.bring_in()
    desk.page.progress.stop_button.setFocus()
    desk.qtbot.keyClick(desk.page.progress.stop_button, Qt.Key.Key_Space)
    desk.wait()

    assert desk.names == []
    assert QApplication.focusWidget() is desk.page.bring_in_button


def test_a_category_counts_only_for_the_list_that_it_was_chosen_for(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    rows = (("Name",), ("SOK Sopheap",))
    box = desk.page.category
    box.setCurrentIndex(box.findData("A"))
    box.activated.emit(box.currentIndex())
    desk.look_at(a_csv(one, rows))
    assert desk.counts()[Group.NEW] == "+ 1", "chosen before the first list"
    desk.look_at(a_csv(one, rows))
    assert box.chosen == "A", "the same list again"
    desk.look_at(a_csv(two, rows))
    assert box.chosen == ""
    assert desk.counts()[Group.REJECTED] == "✕ 1"


def test_a_column_can_be_read_as_something_else(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    rows = desk.rows(Group.COLUMNS)
    table, box = desk.page.found.table, desk.page.found.reading_box
    table.selectRow(len(rows) - 1)
    use = table.currentIndex().data(ROW_ROLE)
    box.setCurrentIndex(box.findData("diet"))
    box.activated.emit(box.currentIndex())
    desk.wait()

    assert isinstance(use, ColumnUse)
    assert use.field is None
    assert ["–", "T-shirt", "L · M · S", "→ Dietary need", "what you said"] in desk.rows(Group.COLUMNS)


def test_what_is_no_list_is_trouble_and_the_page_goes_on(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))
    desk.look_at(path)

    assert len(desk.troubles) == 1
    assert not desk.page.bring_in_button.isEnabled()
    desk.look_at(a_csv(tmp_path, GUESTS))
    assert desk.page.bring_in_button.isEnabled()


def test_a_stopped_import_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    many = (HEAD, *((str(number), f"SOK{number}", "Dara", "M", "", "") for number in range(3000)))
    desk.look_at(a_csv(tmp_path, many))
    desk.page.work.bring_in()
    desk.page.work.cancel()
    desk.wait()

    assert desk.names == []
    assert desk.page.done.result.text() == "Stopped. Nothing has come in."


def test_a_list_that_is_dropped_on_the_window_waits_until_the_one_that_is_read_is_done(
    desk: Desk, tmp_path: Path
) -> None:
    desk.page.take_list(a_csv(tmp_path, GUESTS))
    desk.page.take_list(tmp_path / "another.csv")
    desk.wait()

    assert desk.counts()[Group.NEW] == "+ 2"
    assert [trouble.title for trouble in desk.troubles] == ["Another list is being read or imported"]


def test_keys_bring_in_and_undo(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.activate()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    desk.qtbot.waitUntil(desk.page.done.undo_button.isVisible)
    came_in = desk.names
    desk.undo()

    assert len(came_in) == 2
    assert desk.names == []


def test_ctrl_enter_says_why_nothing_comes_in(desk: Desk, tmp_path: Path) -> None:
    def told() -> str:
        desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert not desk.page.work.is_busy
        return desk.page.done.result.text()

    desk.activate()
    assert told() == "There is no list to import. Choose a list (Ctrl+O)."
    desk.bring_in(a_csv(tmp_path, GUESTS))
    assert told() == "This list has come in already. Choose a list (Ctrl+O) to import another."
    desk.look_at(a_csv(tmp_path, GUESTS))
    assert told() == "Nothing comes in before the questions are answered."
    desk.look_at(a_csv(tmp_path, KNOWN_WORDS))
    assert told() == "No row of this list comes in as new or changed, so there is nothing to import."
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]


def test_the_enter_key_has_one_name(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    (keys,) = (key.keys for key in desk.page.keys if key.does(desk.look.say) == "Import")

    assert keys == "Ctrl+Enter"
    assert desk.page.bring_in_button.text().endswith(keys)
    desk.activate()
    desk.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]


def test_the_last_import_of_this_desk_is_named_with_its_number_before_it_is_undone(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.story.delegate("LY")
    again = Desk(qtbot, desk.story)
    qtbot.waitUntil(again.page.done.undo_button.isVisible)
    assert again.page.done.undo_button.text().startswith("Undo: 2 people imported")
    assert again.page.welcome.isVisible()
    assert len(again.names) == 3

    again.activate()
    again.undo()
    assert again.names == ["LY"]
    again.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(again.troubles))
    assert again.troubles[0].title == "There is nothing to undo here"


def come_in(desk: Desk, *, arrived: int) -> None:
    """As many of the people who are known arrive at the desk."""
    people = [each.delegate.id for each in everybody(desk.story.file)][:arrived]
    arrive(desk.story.file, DESK, people, at(1))
    desk.changes.acts_changed.emit()


def told_in(question: Question) -> str:
    return question.accessibleName()


def test_ctrl_z_asks_before_it_undoes_an_import_and_says_how_many_have_come(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.bring_in(a_csv(tmp_path, GUESTS))
    question = desk.ask_to_undo()
    assert told_in(question).startswith("Undo this import: 2 people imported (")
    assert "None of these people has arrived or been scanned since." in told_in(question)
    desk.qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert not desk.page.asking.is_open

    come_in(desk, arrived=1)
    question = desk.ask_to_undo()
    assert "1 of these people has arrived or been scanned since." in told_in(question)
    come_in(desk, arrived=2)
    desk.qtbot.waitUntil(lambda: "2 of these people have arrived" in told_in(desk.question))
    assert "Ctrl+Shift+Z brings the import back." in told_in(desk.question)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"], "the same key again undoes nothing"
    desk.qtbot.keyClick(desk.question, Qt.Key.Key_Return)
    desk.wait()
    assert desk.names == []


def test_the_question_goes_by_escape_and_by_other_work_and_gives_the_focus_back(
    desk: Desk, tmp_path: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    desk.activate()
    desk.bring_in(a_csv(one, GUESTS))
    desk.look_at(a_csv(two, (HEAD, ("6", "LY", "", "M", "", ""))))
    desk.page.category.setFocus()
    question = desk.ask_to_undo()
    assert QApplication.focusWidget() is question
    assert not desk.page.found.isVisible()
    desk.page.on_opened()
    assert QApplication.focusWidget() is question, "also where the page is opened again by its key"
    desk.qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is desk.page.category
    assert desk.page.found.isVisible()

    desk.ask_to_undo()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not desk.page.asking.is_open
    assert not desk.page.work.is_busy, "the list that was covered is seen first"
    desk.ask_to_undo()
    desk.look_at(a_csv(two, GUESTS))
    assert not desk.page.asking.is_open
    desk.ask_to_undo()
    desk.page.hide()
    assert not desk.page.asking.is_open
    desk.page.show()
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]


def test_enter_alone_never_undoes_one_import_after_the_other(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    desk.activate()
    desk.bring_in(a_csv(one, GUESTS))
    desk.bring_in(a_csv(two, (HEAD, ("6", "LY", "", "M", "", ""))))
    desk.page.done.undo_button.setFocus()
    desk.page.done.undo_button.click()
    desk.qtbot.waitUntil(lambda: desk.page.asking.is_open)
    desk.qtbot.keyClick(desk.question, Qt.Key.Key_Return)
    desk.wait()

    desk.qtbot.waitUntil(desk.page.done.undo_button.isVisible)
    assert QApplication.focusWidget() is desk.page.choose_button
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]


def test_an_import_that_was_undone_is_brought_back_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    many = (HEAD, *((str(number), f"SOK{number:04}", "Dara", "M", "", "") for number in range(1200)))
    desk.activate()
    desk.bring_in(a_csv(one, many))
    desk.bring_in(a_csv(two, (HEAD, ("5000", "LY", "", "M", "", ""))))
    come_in(desk, arrived=700)
    before = list(everybody(desk.story.file))
    assert not desk.page.done.back_button.isVisible()
    desk.undo()
    desk.qtbot.waitUntil(lambda: desk.page.done.undo_button.text().startswith("Undo: 1200 people imported"))
    assert "700 of these people have" in told_in(desk.ask_to_undo())
    desk.qtbot.keyClick(desk.question, Qt.Key.Key_Return)
    desk.wait()
    assert desk.names == []
    assert desk.page.done.back_button.isVisible()
    assert desk.page.done.back_button.text() == "Bring the import back   Ctrl+Shift+Z"

    desk.page.done.back_button.click()
    desk.wait()
    assert len(desk.names) == 1200
    assert desk.page.done.result.text() == "The import was brought back."
    desk.bring_back()
    assert list(everybody(desk.story.file)) == before
    assert not desk.page.done.back_button.isVisible()
    desk.bring_back()
    assert desk.page.done.result.text() == "There is nothing to bring back."
    desk.qtbot.waitUntil(lambda: desk.page.done.undo_button.text().startswith("Undo: 1 person imported"))


def test_after_another_import_the_undone_one_is_not_brought_back(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.undo()
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.bring_back()

    assert desk.page.done.result.text() == "There is nothing to bring back."
    assert desk.names == ["CHEA Vanna", "SOK Sopheap"]


def test_every_group_has_a_look_and_a_button_that_can_be_heard(desk: Desk, tmp_path: Path) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))

    assert set(GROUPS) == set(Group)
    assert (
        desk.page.found.groups[Group.REJECTED]
        .accessibleName()
        .startswith("1 rejected. These rows do not come in")
    )


def test_an_import_ends_and_is_announced_also_when_another_window_has_replaced_the_page(
    desk: Desk, tmp_path: Path
) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.work.bring_in()
    shiboken6.delete(desk.page)
    with desk.qtbot.waitSignal(desk.changes.delegates_changed):
        pass

    assert len(desk.names) == 2


@pytest.mark.parametrize("language", ["fr", "km", "zh"])
def test_the_page_speaks_other_languages(qtbot: QtBot, story: Story, tmp_path: Path, language: str) -> None:
    desk = Desk(qtbot, story, language)
    desk.look_at(a_csv(tmp_path, GUESTS))

    assert desk.counts()[Group.NEW] == "+ 2"


def test_after_a_restart_the_list_is_read_and_shown_as_the_operator_had_it(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    rows = [("Ref", "Family name", "Kolom", "Category"), *((str(n), f"N{n}", f"G{n}", "M") for n in range(5))]
    desk = Desk(qtbot, story)
    desk.look_at(a_csv(tmp_path, rows))
    desk.page.work.read_column_as("Kolom", "given_name")
    desk.wait()
    desk.page.found.show_group(Group.NEW)
    desk.page.found.table.put_in_order(1, is_down=True)
    desk.page.found.table.selectRow(2)
    state = desk.page.state

    again = Desk(qtbot, story)
    again.page.take_state(state)
    assert again.page.state == state, "also while the list is still being read"
    again.wait()
    assert again.page.state == state
    assert again.page.work.plan is not None
    assert again.page.work.plan.new == desk.page.work.plan.new  # type: ignore[union-attr]
    assert again.page.work.plan.new[0].details["given_name"] == "G0"
    assert again.page.found.group is Group.NEW


def test_a_remembered_list_that_cannot_be_read_any_more_says_nothing_of_the_next(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    damaged = tmp_path / "list.xlsx"
    damaged.write_bytes(b"PK\x03\x04 damaged")
    desk = Desk(qtbot, story)
    desk.page.take_state({"path": str(damaged), "category": "", "group": "NEW"})
    desk.wait()
    assert desk.page.state == {}

    desk.look_at(a_csv(tmp_path, GUESTS))
    assert desk.page.found.group is Group.ASKED


def test_what_is_remembered_and_understood_no_more_is_passed_over(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    path = str(a_csv(tmp_path, GUESTS))
    desk = Desk(qtbot, story)
    desk.page.take_state({"path": path, "group": "NEW", "order": "second", "row": "third"})
    desk.wait()
    assert desk.page.found.group is Group.NEW

    again = Desk(qtbot, story)
    again.page.take_state({"path": path, "read: T-shirt": "a field of a newer program"})
    again.wait()
    assert again.troubles == []
    assert [row[3] for row in again.rows(Group.COLUMNS)][-1] == "not read"


def choose_reading(desk: Desk, header: str, name: str) -> None:
    """Choose in the box below the table what the column of this header is read as."""
    desk.page.found.show_column(header)
    box = desk.page.found.reading_box
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())
    desk.wait()


def test_a_column_that_loses_its_field_is_told_keeps_its_row_and_can_have_the_field_back(
    desk: Desk, tmp_path: Path
) -> None:
    head = ("Family name", "Native name", "Category", "Remarks for kitchen")
    desk.look_at(a_csv(tmp_path, (head, ("SOK", "សុខ", "M", ""), ("KEM", "កែម", "M", "no fish"))))
    before = [row[:4] for row in desk.rows(Group.COLUMNS)]
    choose_reading(desk, "Remarks for kitchen", "native_name")

    assert desk.page.done.result.text() == "The column “Native name” is not read now."
    assert [row[1] for row in desk.rows(Group.COLUMNS)] == list(head)
    assert [row[2] for row in desk.rows(Group.NEW)] == ["", "no fish"]
    choose_reading(desk, "Native name", "native_name")
    assert desk.page.done.result.text() == "The column “Remarks for kitchen” is not read now."
    assert [row[:4] for row in desk.rows(Group.COLUMNS)] == before
    choose_reading(desk, "Native name", "")
    assert desk.rows(Group.COLUMNS)[1][3] == "not read"
    assert not desk.page.done.result.isVisible()


def test_the_counts_follow_what_a_column_is_read_as(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, GUESTS))
    desk.look_at(a_csv(tmp_path, GUESTS))
    choose_reading(desk, "T-shirt", "position")

    assert desk.counts()[Group.CHANGED] == "~ 2"
    assert desk.counts()[Group.SAME] == "= 0"
    choose_reading(desk, "Position", "position")
    assert desk.counts()[Group.CHANGED] == "~ 0"


def test_the_table_of_columns_stays_sorted_while_a_column_is_read_as_something_else(
    desk: Desk, tmp_path: Path
) -> None:
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.found.show_group(Group.COLUMNS)
    desk.page.found.table.put_in_order(1, is_down=True)
    table, box = desk.page.found.table, desk.page.found.reading_box
    table.selectRow(0)
    assert table.currentIndex().data(ROW_ROLE).header == "T-shirt"
    box.setCurrentIndex(box.findData("diet"))
    box.activated.emit(box.currentIndex())
    desk.wait()

    assert table.order == (1, True)
    assert table.currentIndex().row() == 0
    assert table.currentIndex().data(ROW_ROLE).header == "T-shirt"


def test_a_list_whose_header_is_not_known_shows_its_columns_to_choose_from(
    desk: Desk, tmp_path: Path
) -> None:
    desk.look_at(a_csv(tmp_path, (("Foo", "Bar", "Baz"), ("SOK", "Dara", "17"))))

    assert desk.troubles == []
    assert desk.page.done.result.text() == "No column of this list is known to hold names."
    assert "choose below the table" in desk.page.found.meaning.text()
    assert "--column" not in desk.page.found.meaning.text()
    assert [row[1:4:2] for row in desk.rows(Group.COLUMNS)] == [
        [name, "not read"] for name in ("Foo", "Bar", "Baz")
    ]
    choose_reading(desk, "Baz", "reference")
    assert desk.rows(Group.COLUMNS)[2][:4] == ["–", "Baz", "17", "→ Reference"]
    choose_reading(desk, "Foo", "family_name")
    choose_reading(desk, "Bar", "given_name")
    desk.page.work.tell_of_list(replace(desk.page.work.told, category="M"))
    desk.wait()
    assert [row[1] for row in desk.rows(Group.NEW)] == ["SOK Dara"]
    desk.page.found.show_group(Group.COLUMNS)
    assert "choose below the table" not in desk.page.found.meaning.text()


def test_escape_puts_a_list_away_and_says_so(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, GUESTS))
    desk.page.category.choose("A")
    desk.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    assert desk.page.done.result.text() == "The list was put away."
    assert not desk.page.found.isVisible()
    assert desk.page.category.chosen == ""
    assert desk.page.state == {}
    assert QApplication.focusWidget() is desk.page.choose_button
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.names == []
    desk.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert desk.page.done.result.text() == "There is no list to put away."


def test_escape_first_stops_the_work_that_is_running(desk: Desk, tmp_path: Path) -> None:
    many = (HEAD, *((str(number), f"SOK{number}", "Dara", "M", "", "") for number in range(3000)))
    desk.activate()
    desk.look_at(a_csv(tmp_path, many))
    desk.page.work.bring_in()
    desk.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    desk.wait()

    assert desk.page.done.result.text() == "Stopped. Nothing has come in."
    assert desk.page.found.isVisible()
    desk.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not desk.page.found.isVisible()
    assert desk.names == []


def test_each_group_of_findings_begins_at_its_top(desk: Desk, tmp_path: Path) -> None:
    many = (
        HEAD,
        *(
            (str(number), f"SOK{number}" if number % 2 else "", "Dara" if number % 2 else "", "M", "", "")
            for number in range(200)
        ),
    )
    desk.look_at(a_csv(tmp_path, many))
    desk.page.found.show_group(Group.NEW)
    bar = desk.page.found.table.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(50)
    desk.page.found.groups[Group.REJECTED].click()
    QApplication.processEvents()

    assert bar.value() == 0


def test_the_category_box_says_which_rows_it_is_for_and_an_unknown_word_follows(
    desk: Desk, tmp_path: Path
) -> None:
    rows = (("Name", "Category"), ("SOK", "M"), ("KEM", "ZZ"), ("LY", ""))
    desk.look_at(a_csv(tmp_path, rows))
    rejected, label = desk.counts()[Group.REJECTED], desk.page.category_label.text()
    box = desk.page.category
    box.setCurrentIndex(box.findData("P"))
    box.activated.emit(box.currentIndex())
    desk.wait()

    assert rejected == "✕ 1"
    assert label.replace("&", "") == "Category if none is named"
    assert [row[3] for row in desk.rows(Group.NEW)] == ["Ministries", "Parliament", "Parliament"]


def test_a_list_is_shown_again_after_a_restart_but_not_in_a_copy_and_enter_does_not_accept_it(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    desk = Desk(qtbot, story)
    desk.look_at(a_csv(tmp_path, (("Name",), ("SOK",))))
    desk.page.category.choose("A")
    desk.page.work.tell_of_list(Told(category="A"))
    desk.wait()
    state = desk.page.state

    again = Desk(qtbot, story)
    again.activate()
    again.page.take_state(state)
    again.page.on_opened()
    again.wait()
    again.page.on_opened()
    assert again.page.bring_in_button.isEnabled()
    assert QApplication.focusWidget() is again.page.found.table

    copy = Desk(qtbot, story)
    copy.page.take_state({**state, "event": str(tmp_path / "copy.event")})
    assert copy.page.work.path is None
    assert copy.page.category.chosen == ""
    assert copy.page.state == {}
