"""What a list asks on the Import page, and what the operator answers, on real files and a real event file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.desk.correct import correct
from checkin.desk.find import everybody
from checkin.domain.delegates import Field, Status
from checkin.ui.import_list.findings import Group
from tests.importing.made_files import a_csv, an_xlsx
from tests.ui.doors import DESK, Story
from tests.ui.import_desk import Desk, a_told_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HEAD = ("Ref", "Family name", "Given name", "Category", "Status", "VIP")
WORDS = (
    HEAD,
    ("K1", "SOK", "Sopheap", "M", "by phone", "maybe"),
    ("K2", "KEM", "Rith", "Media", "registered", ""),
    ("K3", "CHEA", "Vanna", "Media", "registered", "yes"),
    ("K4", "LY", "Dara", "M", "registered", ""),
)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    yield from a_told_story(tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, story: Story) -> Desk:
    return Desk(qtbot, story)


def answers(desk: Desk) -> list[str]:
    box = desk.page.found.answers
    return [button.text() for button in box.buttons if button.isVisible()]


def press(desk: Desk, digit: str) -> None:
    """Press a digit on the table of questions, by hand."""
    desk.page.found.table.setFocus()
    desk.page._at.scanners.pressed_alone.emit(digit)
    desk.wait()


def test_each_unknown_word_is_asked_once_with_its_count_and_a_digit_answers(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, WORDS))

    assert desk.page.found.group is Group.ASKED
    assert QApplication.focusWidget() is desk.page.found.table
    assert desk.counts()[Group.REJECTED] == "✕ 0"
    assert desk.rows(Group.ASKED) == [
        ["Category", "Media", "2", "–"], ["Status", "by phone", "1", "–"], ["VIP", "maybe", "1", "–"],
    ]  # fmt: skip
    assert answers(desk) == [
        "1  M  Ministries",
        "2  P  Parliament",
        "3  A  Scholars and students",
        "4  F  Staff",
    ]
    press(desk, "2")
    assert desk.counts()[Group.NEW] == "+ 3"
    assert "“by phone”" in desk.page.found.answers.question.text()
    press(desk, "3")
    assert desk.rows(Group.ASKED)[0] == ["VIP", "maybe", "1", "–"]
    press(desk, "2")
    assert desk.counts()[Group.ASKED] == "… 0"
    assert desk.counts()[Group.NEW] == "+ 4"

    desk.page.work.bring_in()
    desk.wait()
    people = {each.delegate.reference: each.delegate for each in everybody(desk.story.file)}
    assert [people[each].category for each in ("K1", "K2", "K3", "K4")] == ["M", "P", "P", "M"]
    assert people["K1"].status is Status.PENDING
    assert not people["K1"].attention


def test_an_answer_can_be_put_right_and_digits_elsewhere_answer_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, WORDS))
    desk.page.source.setFocus()
    desk.page._at.scanners.pressed_alone.emit("1")
    assert not desk.page.work.is_busy
    press(desk, "1")
    assert desk.rows(Group.ASKED)[-1] == ["Category", "Media", "2", "M  Ministries"]
    desk.page.found.table.selectRow(2)
    assert answers(desk)[0] == "1  M  Ministries  ✓"
    press(desk, "2")

    assert desk.rows(Group.ASKED)[-1] == ["Category", "Media", "2", "P  Parliament"]
    assert [row[3] for row in desk.rows(Group.NEW)] == ["Parliament", "Parliament", "Ministries"]


def test_questions_that_are_open_after_an_import_are_answered_then(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, WORDS))
    assert desk.names == ["LY Dara"]
    assert desk.page.found.isVisible()
    press(desk, "1")

    assert desk.counts()[Group.NEW] == "+ 2"
    assert desk.counts()[Group.SAME] == "= 1"


def test_the_next_list_with_the_same_header_is_read_as_this_one_was(
    qtbot: QtBot, story: Story, tmp_path: Path
) -> None:
    one, two, three = tmp_path / "one", tmp_path / "two", tmp_path / "three"
    one.mkdir(), two.mkdir(), three.mkdir()
    desk = Desk(qtbot, story)
    desk.look_at(a_csv(one, WORDS[:1] + WORDS[2:]))
    press(desk, "2")
    desk.page.work.bring_in()
    desk.wait()
    state = desk.page.state
    desk.look_at(a_csv(two, (HEAD, ("K7", "MAO", "Tevy", "Media", "", ""))))
    assert [row[3] for row in desk.rows(Group.NEW)] == ["Parliament"]
    assert desk.page.done.result.text().startswith("Your answers to the last list")

    again = Desk(qtbot, story)
    again.page.take_state(state)
    again.look_at(a_csv(two, (HEAD, ("K7", "MAO", "Tevy", "Media", "", ""))))
    assert [row[3] for row in again.rows(Group.NEW)] == ["Parliament"], "also after a restart"
    again.look_at(a_csv(three, (("Name", "Category"), ("MAO Tevy", "Media"))))
    assert again.counts()[Group.ASKED] == "… 1", "another header row"


def test_a_list_without_a_header_asks_for_the_order_of_names_and_calls_its_columns_by_letters(
    desk: Desk, tmp_path: Path
) -> None:
    desk.look_at(a_csv(tmp_path, (("Salva", "Delgado"), ("María", "Martín"), ("Juan", "León"))))

    assert desk.rows(Group.ASKED) == [["A B", "Salva · María · Juan | Delgado · Martín · León", "", "–"]]
    assert answers(desk)[:2] == ["1  A: Given name · B: Family name", "2  A: Family name · B: Given name"]
    assert not desk.page.bring_in_button.isEnabled()
    press(desk, "2")
    desk.page.category.choose("M")
    desk.page.category.activated.emit(desk.page.category.currentIndex())
    desk.wait()
    assert [row[1] for row in desk.rows(Group.NEW)] == ["Salva Delgado", "María Martín", "Juan León"]
    assert desk.rows(Group.COLUMNS)[0] == ["–", "A", "Salva · María · Juan", "→ Family name", "its cells"]


def test_the_letters_of_a_file_are_said_and_asked_with_names_as_they_would_be(
    desk: Desk, tmp_path: Path
) -> None:
    names = (("Name", "Category"), ("Žofie Nováková", "M"), ("Łukasz Żak", "M"), ("Jiří Dvořák", "M"))
    desk.look_at(a_csv(tmp_path, names))
    assert desk.page.path.text == "list.csv · letters: UTF-8"
    desk.look_at(an_xlsx(tmp_path, names))
    assert desk.page.path.text == "list.xlsx"

    desk.look_at(a_csv(tmp_path, (("Name", "Category"), ("SOK Zoë", "M")), encoding="cp1252"))
    assert desk.rows(Group.ASKED) == [["the letters of the file", "SOK Zoë", "", "–"]]
    assert answers(desk)[:2] == ["1  cp1252: SOK Zoë", "2  cp1257: SOK Zoė"]
    assert not desk.page.bring_in_button.isEnabled()
    press(desk, "2")
    assert [row[1] for row in desk.rows(Group.NEW)] == ["SOK Zoė"]
    assert desk.page.path.text == "list.csv · letters: CP1257"


def test_what_is_no_person_is_shown_with_what_it_is(desk: Desk, tmp_path: Path) -> None:
    head = ("Family name", "Given name", "Category", "Email")
    rows = (head, ("SOK", "Dara", "M", "d@x.org"), ("Sok", "Dara", "M", "d@x.org"), ("Total", "", "2", ""))
    desk.look_at(an_xlsx(tmp_path, rows, Cancelled=(head, ("LY", "Nary", "M", ""))))

    assert desk.rows(Group.LEFT_OUT) == [
        ["Cancelled", "–", "a sheet with 2 rows. Its name says that it holds no list of guests."],
        ["Guests · 3", "–", "the same person as row 2"],
        ["Guests · 4", "Total", "a total"],
    ]
    assert desk.counts()[Group.LEFT_OUT] == "· 3"
    box = desk.page.sheet
    box.setCurrentIndex(box.findData("Cancelled"))
    box.activated.emit(box.currentIndex())
    desk.wait()
    assert [row[1] for row in desk.rows(Group.NEW)] == ["LY Nary"]
    assert box.isVisible()


def test_what_a_desk_has_set_stays_unless_the_list_wins(desk: Desk, tmp_path: Path) -> None:
    head = ("Ref", "Family name", "Category", "Position")
    desk.bring_in(a_csv(tmp_path, (head, ("K1", "SOK", "M", "Envoy"))))
    (known,) = everybody(desk.story.file)
    correct(desk.story.file, DESK, known.delegate.id, {Field.POSITION: "Minister"})
    desk.look_at(a_csv(tmp_path, (head, ("K1", "SOK", "M", "Senator"))))

    assert desk.page.found.group is Group.CHANGED
    assert desk.counts()[Group.CHANGED] == "~ 0"
    kept = ["2", "SOK", "Position", "Minister", "a desk", "Senator"]
    assert desk.rows(Group.CHANGED) == [[*kept, "no: the desk's stays"]]
    assert "1 value of the list is not taken" in desk.page.found.meaning.text()
    desk.page.found.wins.click()
    desk.wait()
    assert desk.page.found.wins.isVisible()
    assert desk.rows(Group.CHANGED) == [[*kept, "yes"]]
    desk.page.work.bring_in()
    desk.wait()
    assert [each.delegate.position for each in everybody(desk.story.file)] == ["Senator"]


def test_only_people_of_the_same_source_are_missing(desk: Desk, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    head = ("Family name", "Given name", "Category")
    desk.activate()
    desk.look_at(a_csv(one, (head, ("SOK", "Dara", "M"))))
    desk.page.source.setFocus()
    desk.qtbot.keyClicks(desk.page.source, "Embassy")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait()
    assert desk.names == ["SOK Dara"]

    desk.look_at(a_csv(two, (head, ("LY", "Nary", "M"))))
    box = desk.page.source
    assert box.source == "Embassy", "as for the last list with this header"
    assert [row[0] for row in desk.rows(Group.MISSING)] == ["SOK Dara"]
    assert [box.itemText(number) for number in range(box.count())] == ["Embassy"]
    box.setEditText("Ministry")
    box.lineEdit().editingFinished.emit()
    desk.wait()
    assert desk.counts()[Group.MISSING] == "– 0"


def test_a_question_about_one_person_names_both_people(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(a_csv(tmp_path, (HEAD, ("K1", "SOK", "Sopheap", "M", "", ""))))
    desk.look_at(a_csv(tmp_path, (HEAD, ("K1", "KEM", "Rith", "M", "", ""))))

    assert desk.rows(Group.ASKED) == [["row 2", "KEM Rith", "1", "–"]]
    assert answers(desk) == [
        "1  another person, who comes in without the reference",
        "2  the same person: SOK Sopheap is renamed",
    ]
    press(desk, "1")
    assert [row[1] for row in desk.rows(Group.NEW)] == ["KEM Rith"]
    assert "KEM" not in str(desk.page.state.get("answers")), "no name leaves the event"


def test_what_is_typed_as_the_source_stays_while_the_list_is_looked_at_again(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    desk.look_at(a_csv(tmp_path, (("Name",), ("SOK",))))
    desk.page.category.choose("M")
    desk.page.category.activated.emit(desk.page.category.currentIndex())
    desk.page.source.setFocus()
    desk.qtbot.keyClicks(desk.page.source, "Emb")
    desk.wait()
    desk.qtbot.keyClicks(desk.page.source, "assy")

    assert desk.page.source.source == "Embassy"
    assert desk.counts()[Group.NEW] == "+ 1"


def test_a_column_that_fits_no_field_is_named_beside_the_button_and_kept_by_a_digit(
    desk: Desk, tmp_path: Path
) -> None:
    desk.activate()
    path = a_csv(tmp_path, (("Name", "T-shirt", "Category"), ("SOK Dara", "L", "P"), ("LY Bo", "M", "P")))
    desk.look_at(path)
    assert desk.page._hint.text().startswith("Columns that are not read: T-shirt.")
    desk.page.found.show_column("T-shirt")
    assert answers(desk) == ["1  leave it unread  ✓", "2  keep it as a field of this event"]
    press(desk, "2")
    assert "not read" not in desk.page._hint.text()
    assert [row[3] for row in desk.rows(Group.COLUMNS)] == [
        "→ Full name",
        "→ a new field of this event",
        "→ Category",
    ]
    desk.page.work.bring_in()
    desk.wait()

    assert sorted(str(each.delegate.own["t_shirt"]) for each in everybody(desk.story.file)) == ["L", "M"]
    assert "t_shirt" in desk.story.file.known_event.fields


def test_whole_names_are_divided_by_one_digit_and_five_of_them_are_shown(desk: Desk, tmp_path: Path) -> None:
    desk.activate()
    names = ("Dara Sok", "Bo Ly", "Ana Maria Berg", "Rith Kem", "Vanna Chea", "Tom Heng")
    desk.look_at(a_csv(tmp_path, (("Full name", "Category"), *((name, "P") for name in names))))
    desk.page.found.show_column("Full name")
    assert answers(desk) == ["1  as each name tells  ✓", "2  family name first", "3  given name first"]
    press(desk, "3")
    shown = desk.page.found.samples.model()
    assert [[shown.index(row, column).data() for column in (0, 1, 2)] for row in range(shown.rowCount())] == [
        ["Dara Sok", "Sok", "Dara"],
        ["Bo Ly", "Ly", "Bo"],
        ["Ana Maria Berg", "Berg", "Ana Maria"],
        ["Rith Kem", "Kem", "Rith"],
        ["Vanna Chea", "Chea", "Vanna"],
    ]
    desk.page.work.bring_in()
    desk.wait()

    assert desk.names == ["Berg Ana Maria", "Chea Vanna", "Heng Tom", "Kem Rith", "Ly Bo", "Sok Dara"]
